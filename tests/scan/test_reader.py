"""Both engines together on cards as they come: turned, tilted, blurred, in pairs, and with an engine that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count

import numpy as np
import pytest

from tests.scan.printed import (
    CODE,
    OTHER_CODE,
    at_leisure,
    blurred,
    card,
    dim,
    noisy,
    on_desk,
    packed,
    quarter_turns,
    symbol,
    turned,
)
from validator.domain.code import CodeFormat, Symbology
from validator.scan.acceptance import Look, cards_of
from validator.scan.decoder import ZBAR, ZXING, Symbol
from validator.scan.engines import Decoders, available_decoders
from validator.scan.picture import load_picture
from validator.scan.pixels import GrayFrame, View
from validator.scan.reader import PICTURE_SECONDS, Reader
from validator.scan.steps import FRAME_VIEWS, Part, Step, Steps

READER = Reader(available_decoders(), cards_of(CodeFormat()))
CARD = card(CODE)
BARS = card(CODE, qr=False)
CODE_128 = card(CODE, qr=False, bars=Symbology.CODE128)
ALL = pytest.mark.parametrize(
    "printed",
    [
        pytest.param(CARD, id="QR and Code 39"),
        pytest.param(BARS, id="Code 39"),
        pytest.param(CODE_128, id="Code 128"),
    ],
)
SEEN: dict[str, Callable[[GrayFrame], GrayFrame]] = {
    "as it is": on_desk,
    "rolled 8 degrees": lambda one: on_desk(one, roll=8),
    "upside down": lambda one: on_desk(one, roll=180),
    "on its side": lambda one: quarter_turns(on_desk(one), 1),
    "far edge narrower": lambda one: on_desk(one, tilt=0.25),
    "small": lambda one: on_desk(one, scale=0.7),
    "blurred": lambda one: blurred(on_desk(one), 1.2),
    "noisy": lambda one: noisy(on_desk(one), 15),
    "in a dark hall": lambda one: dim(on_desk(one), 0.15),
    "badly compressed": lambda one: load_picture(packed(on_desk(one), ".jpg", quality=25)),
}


def text(look: Look) -> str | None:
    return None if look.symbol is None else look.symbol.text


class Faulty:
    """An engine whose library fails."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name = name
        self._error = error

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        raise self._error


@pytest.mark.parametrize("turn", range(3))
def test_bars_that_check_nothing_are_shown_to_the_other_engine_at_once(turn: int) -> None:
    look = READER.look(on_desk(BARS), turn)
    assert (text(look), look.agreed) == (CODE, True)


def test_one_engine_agrees_with_nobody() -> None:
    found = available_decoders()
    alone = Reader(Decoders(found.found[:1], {ZBAR: ""}, found.formats), cards_of(CodeFormat()))
    assert not any(alone.look(on_desk(BARS), turn).agreed for turn in range(3))


@ALL
@pytest.mark.parametrize("seen", SEEN)
def test_a_card_is_read_in_one_frame(printed: GrayFrame, seen: str) -> None:
    look = READER.glance(SEEN[seen](printed), at_leisure)
    assert (text(look), look.two_cards, look.faults) == (CODE, False, 0)


@pytest.mark.parametrize("degrees", range(0, 180, 15))
@ALL
def test_a_picture_is_read_turned_by_any_angle(printed: GrayFrame, degrees: int) -> None:
    look = READER.study(turned(printed, degrees))
    assert (text(look), look.firm) == (CODE, True)


@pytest.mark.parametrize("printed", [BARS, CODE_128], ids=["Code 39", "Code 128"])
@pytest.mark.parametrize("degrees", [35, 110])
def test_a_rolled_bar_code_is_read_within_one_cycle_of_frames(printed: GrayFrame, degrees: int) -> None:
    frame = on_desk(printed, roll=degrees)
    assert CODE in {text(READER.look(frame, turn, at_leisure)) for turn in range(3)}
    assert text(READER.glance(frame, at_leisure)) == CODE


@pytest.mark.parametrize("name", [ZXING, ZBAR])
def test_a_picture_of_a_screen_in_dark_mode(name: str) -> None:
    assert text(READER.study(255 - symbol(CODE))) == CODE


def test_outlines_are_in_pixels_of_the_picture_whatever_view_it_was_read_in() -> None:
    frame = noisy(on_desk(CODE_128, scale=2), 40)
    large = READER.look(frame, 0, at_leisure)
    assert large.symbol is not None
    assert large.step != f"{ZXING} whole"
    left, right = (pick(x for x, _ in large.symbol.corners) for pick in (min, max))
    width = CODE_128.shape[1]
    assert (left + right) / 2 == pytest.approx(640, abs=40)
    assert right - left == pytest.approx(2 * width, rel=0.3)

    look = READER.study(turned(CODE_128, 36))
    assert look.symbol is not None
    xs, ys = (np.array([point[axis] for point in look.symbol.corners]) for axis in (0, 1))
    turned_height, turned_width = turned(CODE_128, 36).shape
    assert (xs.min() + xs.max()) / 2 == pytest.approx(turned_width / 2, rel=0.15)
    assert (ys.min() + ys.max()) / 2 == pytest.approx(turned_height / 2, rel=0.15)
    assert ys.max() - ys.min() == pytest.approx(np.sin(np.radians(36)) * width, rel=0.4)


@pytest.mark.parametrize("bars", [Symbology.CODE39, None])
def test_two_cards_in_view_are_told_and_none_is_chosen(bars: Symbology | None) -> None:
    both = on_desk(card(CODE, bars=bars), card(OTHER_CODE, bars=bars))
    for look in (READER.look(both), READER.study(both)):
        assert (text(look), look.two_cards) == (None, True)
        assert {CODE, OTHER_CODE} <= look.in_view


@pytest.mark.parametrize("turn", range(3))
def test_a_second_card_that_lies_askew_is_seen_too(turn: int) -> None:
    """Its own symbols are read only where they lie; the first card's would have been enough."""
    askew = on_desk(card(OTHER_CODE, qr=False), roll=35)
    both = np.hstack([on_desk(CARD)[:, 320:960], askew[:, 320:960]])
    look = READER.look(both, turn, at_leisure)
    assert (text(look), look.two_cards) == (None, True)


def test_a_second_card_is_told_though_the_time_of_the_look_is_over() -> None:
    """What is beside a card has a time of its own: the first card would be accepted at this look."""
    askew = on_desk(card(OTHER_CODE, qr=False), roll=35)
    both = np.hstack([on_desk(CARD)[:, 320:960], askew[:, 320:960]])
    first = Steps((Step(Part.FRAME, "whole", ZXING),), 0.0015)
    reader = Reader(available_decoders(), cards_of(CodeFormat()), first)
    milliseconds = count()
    assert reader.glance(both, lambda: next(milliseconds) / 1000).two_cards


def test_a_second_card_that_only_the_other_engine_reads() -> None:
    found = available_decoders()
    beside = on_desk(card(OTHER_CODE, qr=False), roll=35)
    both = np.hstack([on_desk(CARD)[:, 320:960], beside[:, 320:960]])

    class Half:
        """Reads what is upright in a whole frame, and nothing in a strip."""

        name = ZXING

        def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
            return found.found[0].read(gray) if gray.shape == both.shape else ()

    reader = Reader(Decoders((Half(), found.found[1]), {}, found.formats), cards_of(CodeFormat()))
    assert reader.look(both, 0, at_leisure).two_cards


def test_the_symbols_of_a_card_agree() -> None:
    assert READER.look(on_desk(CARD, roll=30), 0, at_leisure).agreed


def test_two_copies_of_one_card_are_one_card() -> None:
    assert text(READER.look(on_desk(CARD, CARD))) == CODE


def test_a_book_beside_a_card() -> None:
    book = symbol("9780306406157", Symbology.EAN13)
    assert text(READER.look(on_desk(book, CARD))) == CODE
    assert text(READER.look(on_desk(book, BARS))) == CODE


def test_a_foreign_code_alone_is_read_for_the_desk_to_judge() -> None:
    assert text(READER.look(on_desk(symbol("https://poster.example")))) == "https://poster.example"


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(np.zeros((720, 1280), np.uint8), id="black"),
        pytest.param(np.full((720, 1280), 255, np.uint8), id="white"),
        pytest.param(on_desk(), id="a bare desk"),
        pytest.param(np.random.default_rng(5).integers(0, 256, (720, 1280)).astype(np.uint8), id="noise"),
        pytest.param(np.tile(np.repeat([0, 255], 3), (720, 200))[:, :1200].astype(np.uint8), id="stripes"),
        pytest.param(np.zeros((1, 1), np.uint8), id="one pixel"),
        pytest.param(np.zeros((1, 3000), np.uint8), id="one line"),
        pytest.param(np.zeros((3000, 2), np.uint8), id="one column"),
    ],
)
def test_nothing_is_read_where_there_is_no_code(frame: GrayFrame) -> None:
    for look in (READER.look(frame), READER.study(frame)):
        assert (look.symbol, look.two_cards, look.faults) == (None, False, 0)


def test_a_cameras_frame_goes_on_where_the_last_one_stopped_and_a_single_frame_gets_all_steps() -> None:
    """Each look takes a fiftieth of a second here: two of them, and no third, begin within a frame's time."""
    frame = blurred(on_desk(BARS), 9)
    names = ("whole", "half", "dark", "crisp")
    views = {name: FRAME_VIEWS[name](View(frame)).gray for name in names}
    asked: list[str] = []

    class Listening:
        name = ZXING

        def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
            asked.append(next(name for name, view in views.items() if np.array_equal(gray, view)))
            return ()

    reader = Reader(
        Decoders((Listening(),)), steps=Steps(tuple(Step(Part.FRAME, each, ZXING) for each in names), 1.0)
    )
    for turn in (0, 1, 2, 3, 0):
        reader.look(frame, turn, lambda: len(asked) / 50)
    others = ["half", "dark", "crisp", "half", "half"]
    assert asked == [each for other in others for each in ("whole", other)]
    asked.clear()
    reader.glance(frame, at_leisure)
    assert asked == list(names)


@pytest.mark.parametrize("error", [ValueError(CODE), MemoryError(), RecursionError(), OSError("driver")])
@pytest.mark.parametrize("failing", [ZXING, ZBAR])
def test_an_engine_that_fails_leaves_the_other_to_read(
    failing: str, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engines = tuple(
        Faulty(failing, error) if decoder.name == failing else decoder
        for decoder in available_decoders().found
    )
    order = sorted((ZXING, ZBAR), key=lambda name: name != failing)
    steps = Steps(tuple(Step(Part.FRAME, "whole", name) for name in order), 5.0)
    look = Reader(Decoders(engines), steps=steps).glance(on_desk(BARS))
    assert text(look) == CODE
    assert look.faults > 0
    assert type(error).__name__ in caplog.text
    assert CODE not in caplog.text


def test_a_machine_with_other_things_to_do_hides_no_second_card_of_a_picture() -> None:
    """Each look at the clock costs 30 ms here, so that a few of them use up what a frame of a camera has for it."""
    askew = on_desk(card(OTHER_CODE, qr=False), roll=35)
    both = np.hstack([on_desk(CARD)[:, 320:960], askew[:, 320:960]])
    seconds = count()
    look = READER.study(both, ticks=lambda: 0.03 * next(seconds))
    assert (text(look), look.two_cards) == (None, True)


def test_a_picture_is_not_studied_for_ever() -> None:
    """Each step here takes a second, so only those begun within the bound are taken."""
    steps = [0]

    class Slow:
        name = ZXING

        def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
            steps[0] += 1
            return ()

    seconds = count()
    look = Reader(Decoders((Slow(),))).study(on_desk(), ticks=lambda: float(next(seconds)))
    assert look.symbol is None
    assert steps[0] <= PICTURE_SECONDS
