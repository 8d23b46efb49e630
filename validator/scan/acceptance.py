"""Which reading of one picture counts: pure, and the only place that chooses.

1. Readings of one text are one reading: the QR code and the Code 39 of a card agree. What "one text" means is told by the
   network through `card_of`, which gives the card's code for a text, or None for what is no card of ours.
2. A reading is *firm* when a strong symbol carries it, when an engine is sure of it, or when it was read twice in different ways
   (another engine, another symbology, another view).
3. A weak reading that contradicts a firm one is dropped. If it names another card of the network and lies elsewhere in the
   picture, it is no mistake but a second card: rule 4.
4. Two different cards in one picture: the answer says so and chooses neither. Without `card_of` every text is taken for a card.
5. Two weak readings of one place contradict each other: neither counts. Of two firm ones the one with more behind it counts, if
   one has.
6. Half of a bar code is none: a weak text that is part of another text at the same place is dropped.
7. EAN-13 with a prefix that no article has (140 to 199, the second line of a Japanese book) is passed over, unless it is a card.
8. Weak readings shorter than `SHORTEST_WEAK` are noise: stripes and shadows read as one or two characters of Code 39.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from validator.domain.code import CardRead, CodeFormat, Recognised, Source, Symbology, interpret
from validator.scan.decoder import ZXING, Symbol
from validator.scan.outline import Corners

CardOf: TypeAlias = Callable[[str], str | None]

SHORTEST_WEAK = 4
NO_ARTICLE = ("140", "199")
NEAR = 8.0
"""Pixels by which outlines may miss each other and still mark one place."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A symbol and the view it was seen in; corners are the whole picture's."""

    symbol: Symbol
    view: str


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a picture gave.

    Attributes:
        symbol: the accepted reading, or None.
        key: its text as the network compares cards; empty without a reading.
        firm: whether the reading was confirmed within the picture.
        agreed: whether two engines, or two symbols of the card, said the same.
        two_cards: different cards are in view and none was chosen.
        in_view: keys of everything that was seen, also of what was not accepted.
        faults: how many times an engine failed.
        step: the step that settled it, for measuring.
    """

    symbol: Symbol | None = None
    key: str = field(default="", repr=False)
    firm: bool = False
    agreed: bool = False
    two_cards: bool = False
    in_view: frozenset[str] = field(default=frozenset(), repr=False)
    faults: int = 0
    step: str = ""

    @property
    def told_alone(self) -> Symbol | None:
        """What this one look can say if there is no other: what is firm, or what the stricter engine read alone."""
        symbol = self.symbol
        return symbol if symbol is not None and (self.firm or symbol.engine == ZXING) else None

    @property
    def settled(self) -> bool:
        """Whether looking on would add nothing."""
        return self.firm or self.two_cards


@dataclass(slots=True)
class _Reading:
    """All sightings of one text."""

    key: str
    is_card: bool
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def firm(self) -> bool:
        ways = {(one.symbol.engine, one.symbol.symbology, one.view) for one in self.sightings}
        return len(ways) > 1 or any(one.symbol.strong or one.symbol.sure for one in self.sightings)

    @property
    def agreed(self) -> bool:
        witnesses = {(one.symbol.engine, one.symbol.symbology) for one in self.sightings}
        return len({engine for engine, _ in witnesses}) > 1 or len({kind for _, kind in witnesses}) > 1

    @property
    def weight(self) -> int:
        """What stands behind it: the ways in which it was read; a strong symbol or a sure engine is worth three."""
        ways = {(one.symbol.engine, one.symbol.symbology, one.view) for one in self.sightings}
        return len(ways) + (2 if any(one.symbol.strong or one.symbol.sure for one in self.sightings) else 0)

    @property
    def area(self) -> float:
        """Pixels of the largest outline: of two codes with as much behind them the larger one is meant."""
        return max(_area(one.symbol.corners) for one in self.sightings)

    @property
    def best(self) -> Symbol:
        """A strong symbol if there is one, else the first seen."""
        return max((one.symbol for one in self.sightings), key=lambda symbol: symbol.strong)


def cards_of(fmt: CodeFormat) -> CardOf:
    """The network's word on cards, from the shape of its codes: a QR code's web address and the bare code are one card."""
    any_instant = datetime(2000, 1, 1, tzinfo=UTC)  # the instant plays no part in what a text means

    def card_of(text: str) -> str | None:
        found = interpret(CardRead(text, Source.CAMERA, any_instant), fmt)
        return found.code.reveal() if isinstance(found, Recognised) else None

    return card_of


def settle(sightings: Iterable[Sighting], card_of: CardOf | None = None) -> Look:
    """Choose by the rules above. Total: any sightings give a look."""
    gathered = _gather(sightings, card_of)
    in_view = frozenset(gathered)
    readings = [one for one in gathered.values() if not _is_half(one, gathered.values())]
    all_firm = [reading for reading in readings if reading.firm]
    firm = [one for one in all_firm if not _is_outweighed(one, all_firm)]
    weak = [reading for reading in readings if not reading.firm]
    if all_firm and not firm:
        return Look(in_view=in_view)
    if firm:
        return _one_of([*firm, *(one for one in weak if card_of and _is_second_card(one, firm))], in_view)
    return _one_of([one for one in weak if not _overlaps_any(one, weak)], in_view)


def _one_of(readings: list[_Reading], in_view: frozenset[str]) -> Look:
    """The only card among the readings, or without any card the best of them."""
    cards = [reading for reading in readings if reading.is_card]
    if len(cards) > 1:
        return Look(two_cards=True, in_view=in_view)
    if not readings:
        return Look(in_view=in_view)
    chosen = max(cards or readings, key=lambda one: (one.weight, one.area))
    return Look(chosen.best, chosen.key, firm=chosen.firm, agreed=chosen.agreed, in_view=in_view)


def _is_second_card(weak: _Reading, firm: list[_Reading]) -> bool:
    return weak.is_card and not _overlaps_any(weak, firm)


def _is_half(one: _Reading, others: Iterable[_Reading]) -> bool:
    return not one.best.strong and any(
        one.key != other.key and one.key in other.key and _overlaps_any(one, [other]) for other in others
    )


def _is_outweighed(one: _Reading, others: list[_Reading]) -> bool:
    """Whether another text at the same place has as much behind it. Strong symbols may lie within each other."""
    return not one.best.strong and any(
        other is not one and other.weight >= one.weight and _overlaps_any(one, [other]) for other in others
    )


def _overlaps_any(reading: _Reading, others: list[_Reading]) -> bool:
    return any(
        _overlap(mine.symbol.corners, theirs.symbol.corners)
        for other in others
        if other is not reading
        for mine in reading.sightings
        for theirs in other.sightings
    )


def _gather(sightings: Iterable[Sighting], card_of: CardOf | None) -> dict[str, _Reading]:
    readings: dict[str, _Reading] = {}
    for sighting in sightings:
        symbol = sighting.symbol
        text = symbol.text.strip()
        if not text or (not symbol.strong and len(text) < SHORTEST_WEAK):
            continue
        card = text if card_of is None else card_of(symbol.text)
        if (
            card is None
            and symbol.symbology is Symbology.EAN13
            and NO_ARTICLE[0] <= text[:3] <= NO_ARTICLE[1]
        ):
            continue
        key = _plain(text, symbol.symbology) if card is None else card
        reading = readings.setdefault(key, _Reading(key, is_card=card is not None))
        reading.sightings.append(sighting)
    return readings


def _plain(text: str, symbology: Symbology) -> str:
    """UPC-A is EAN-13 with a zero before it: engines tell the one symbol by either name."""
    return "0" + text if symbology is Symbology.UPCA else text


def _area(corners: Corners) -> float:
    if not corners:
        return 0.0
    xs, ys = zip(*corners, strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


def _overlap(mine: Corners, theirs: Corners) -> bool:
    """Whether two outlines mark one place; an engine that gave no outline is taken to mean the same place."""
    if not mine or not theirs:
        return True
    upright = (0.0, math.pi / 2)
    return not any(_are_apart(mine, theirs, turn) for turn in (*upright, *_turns(mine), *_turns(theirs)))


def _turns(corners: Corners) -> Iterator[float]:
    """Directions across an outline's sides."""
    for (x0, y0), (x, y) in zip(corners, (*corners[1:], corners[0]), strict=True):
        yield math.atan2(x - x0, y0 - y)


def _are_apart(mine: Corners, theirs: Corners, turn: float) -> bool:
    """Whether they are, looked at in that direction."""
    cos, sin = math.cos(turn), math.sin(turn)
    here, there = ([x * cos + y * sin for x, y in corners] for corners in (mine, theirs))
    return min(here) - NEAR > max(there) or min(there) - NEAR > max(here)
