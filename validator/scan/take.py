"""Taking the steps of `validator.scan.steps` at one picture: views and places are made when a step asks for them, and once.

1. An engine that fails is counted and passed over: the others still look.
2. What was seen is never logged; a failure is logged by the name of its kind alone.
3. Symbols are told in pixels of the picture, whatever view they were seen in.
4. What one engine reads and cannot vouch for, the other is shown at once, and only where it was read: agreement costs a tenth of
   a whole look, and nothing where there is no code.
5. Beside what was read the other places are looked at until they are read too, in a time of its own: a second card has to be told
   at the look that would accept the first.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from validator.domain.code import Symbology
from validator.scan.acceptance import Sighting
from validator.scan.decoder import LINES, ZBAR, ZXING, Decoder, Symbol
from validator.scan.lines import read_lines
from validator.scan.locate import Place, places
from validator.scan.pixels import GrayFrame, View
from validator.scan.steps import BARS_VIEWS, FRAME_VIEWS, LINE_MARGIN, MATRIX_VIEWS, Part, Step

_MATRICES = frozenset({Symbology.QR, Symbology.DATAMATRIX, Symbology.AZTEC})
_OTHER = {ZXING: ZBAR, ZBAR: ZXING}
_SECOND_LOOK = 800
"""Pixels to the longer side of a second look: enough for bars that were read once."""

BESIDE = (
    Step(Part.BARS, "strip", ZXING),
    Step(Part.MATRIX, "double", ZXING),
    Step(Part.BARS, "strip", ZBAR),
    Step(Part.BARS, "crisp average", ZXING),
    Step(Part.MATRIX, "triple", ZXING),
    Step(Part.BARS, "signs", LINES),
    Step(Part.MATRIX, "double", ZBAR),
)
"""Each reads codes that those before it leave unread, and all of them are quick but the last ones."""

_LARGEST = 320.0
"""Pixels of a matrix beside what was read: a larger one is seen in the frame as it is."""

_LONGEST = 3.0
"""Times as long as wide: more is no matrix, but the rims of bars."""

_ROOM = {True: 2.0, False: 1.2}
"""How many times as long as a symbol a place may be that holds nothing else: of the symbol's own kind, or of the other."""

_log = logging.getLogger(__name__)


class Take:
    """One picture while it is looked at.

    Args:
        gray: the picture.
        engines: by name.
        wanted: the network's formats.
        seconds: after which no look is begun.
        ticks: seconds from any start.

    Attributes:
        faults: how many times an engine failed.
        taken: how many steps were begun.
    """

    def __init__(
        self,
        gray: GrayFrame,
        engines: Mapping[str, Decoder],
        wanted: frozenset[Symbology],
        seconds: float = math.inf,
        ticks: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._frame = View(gray)
        self._engines = engines
        self._wanted = wanted
        self._ticks = ticks
        self._end = ticks() + seconds
        self._places: tuple[Place, ...] | None = None
        self._views: dict[str, View] = {}
        self._asked: set[tuple[str, Symbology]] = set()
        self.faults = 0
        self.taken = 0

    def step(self, step: Step) -> list[Sighting]:
        """What one step sees."""
        self.taken += 1
        return [sighting for seen in self.looks(step) for sighting in seen]

    def looks(self, step: Step) -> Iterator[list[Sighting]]:
        """The same, look by look: one for the frame, or one for each place in it."""
        if step.engine == LINES or step.engine in self._engines:
            for name, view in self._views_of(step):
                yield self.look(step.engine, name, view, step.view)

    def look(self, engine: str, name: str, view: View, way: str = "") -> list[Sighting]:
        """What one engine sees in a view of this picture."""
        if engine != LINES and engine not in self._engines:
            return []
        symbols = self._symbols(engine, view, way)
        return [*_told(symbols, name, view), *self._second_opinions(engine, name, view, symbols)]

    def beside(self, seen: Iterable[Symbol], seconds: float) -> list[Sighting]:
        """What is at the places where none of those was seen, within a time of its own."""
        self._end = self._ticks() + seconds
        outlines = [symbol for symbol in seen if symbol.corners]
        left = {
            part: [(at, place) for at, place in self._places_of(part) if _is_other(place, outlines)]
            for part in (Part.BARS, Part.MATRIX)
        }
        found: list[Sighting] = []
        for step in BESIDE:
            for at, place in list(left[step.part]):
                told = [] if self.is_late() else self._at(step, at, place)
                found += told
                if told:
                    left[step.part].remove((at, place))
        return found

    def is_late(self) -> bool:
        """Whether time is up; asked before each look."""
        return self._ticks() >= self._end

    @property
    def located(self) -> tuple[Place, ...] | None:
        """The places; None where no step asked for any."""
        return self._places

    @property
    def places(self) -> tuple[Place, ...]:
        """Where codes may lie."""
        if self._places is None:
            self._places = places(self._frame.gray)
        return self._places

    def _symbols(self, engine: str, view: View, way: str) -> tuple[Symbol, ...]:
        try:
            if engine != LINES:
                return self._engines[engine].read(view.gray)
            length = view.gray.shape[1] / (1 + 2 * LINE_MARGIN)
            return read_lines(view, length, self._wanted, way)
        except Exception as error:  # noqa: BLE001  (rule 1: foreign code on foreign pictures)
            self.faults += 1
            _log.info("%s failed on a picture: %s", engine, type(error).__name__)
            return ()

    def _second_opinions(
        self, engine: str, name: str, view: View, symbols: tuple[Symbol, ...]
    ) -> Iterator[Sighting]:
        other = _OTHER.get(engine)
        if other is None or other not in self._engines:
            return
        for symbol in symbols:
            doubt = (symbol.text, symbol.symbology)
            if symbol.strong or not symbol.corners or doubt in self._asked:
                continue
            self._asked.add(doubt)
            around = view.around(symbol.corners).within(_SECOND_LOOK)
            yield from _told(self._symbols(other, around, ""), f"{name} again", around)

    def _views_of(self, step: Step) -> Iterator[tuple[str, View]]:
        if step.part is Part.FRAME:
            yield step.view, self._view(step.view)
            return
        for at, place in self._places_of(step.part):
            if self.is_late():
                return
            yield self._cut(step, at, place)

    def _at(self, step: Step, at: int, place: Place) -> list[Sighting]:
        return self.look(step.engine, *self._cut(step, at, place), step.view)

    def _places_of(self, part: Part) -> Iterator[tuple[int, Place]]:
        return enumerate(place for place in self.places if place.is_bars == (part is Part.BARS))

    def _cut(self, step: Step, at: int, place: Place) -> tuple[str, View]:
        name = f"{step.part} {at} {step.view}"
        if name not in self._views:
            make = BARS_VIEWS if step.part is Part.BARS else MATRIX_VIEWS
            self._views[name] = make[step.view](self._frame, place)
        return name, self._views[name]

    def _view(self, name: str) -> View:
        if name not in self._views:
            self._views[name] = FRAME_VIEWS[name](self._frame)
        return self._views[name]


def _told(symbols: tuple[Symbol, ...], name: str, view: View) -> list[Sighting]:
    return [Sighting(replace(symbol, corners=view.in_picture(symbol.corners)), name) for symbol in symbols]


def _is_other(place: Place, seen: list[Symbol]) -> bool:
    """Whether something else may be there."""
    short, long = sorted((place.length, place.height))
    is_likely = place.is_bars or long <= min(_LARGEST, _LONGEST * short)
    return is_likely and not any(_is_of(place, symbol) for symbol in seen)


def _is_of(place: Place, symbol: Symbol) -> bool:
    """Whether it is where that symbol is, and has no room for another. Many bars round a matrix are another symbol."""
    xs, ys = zip(*symbol.corners, strict=True)
    side = max(max(xs) - min(xs), max(ys) - min(ys))
    room = _ROOM[place.is_bars != (symbol.symbology in _MATRICES)]
    return place.holds(symbol.corners) and max(place.length, place.height) < room * side
