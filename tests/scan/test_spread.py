"""How a camera's frames share the steps: what goes on, what rests, and what is looked at anew."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from validator.domain.code import Symbology
from validator.scan.acceptance import Look
from validator.scan.decoder import LINES, ZXING, Symbol
from validator.scan.locate import Place
from validator.scan.spread import PATIENCE, REST, Spread
from validator.scan.steps import Part, Step

EVERY = (
    Step(Part.FRAME, "whole", ZXING),
    Step(Part.MATRIX, "even", ZXING, quick=True),
    Step(Part.BARS, "strip", ZXING),
    Step(Part.MATRIX, "double", ZXING),
    Step(Part.BARS, "signs", LINES),
)
FIRST, EVEN, STRIP, DOUBLE, SIGNS = EVERY
NOTHING = Look()
HALF_SEEN = Look(Symbol("KAIKU2018J", Symbology.CODE39, LINES), "KAIKU2018J", step=SIGNS.name)


def at(x: float, y: float = 300) -> Place:
    return Place(x, y, 0.0, 200.0, 80.0, is_bars=True)


def after(spread: Spread, frames: Iterable[tuple[Place, ...] | None], taken: int = 3) -> Spread:
    for places in frames:
        spread = spread.after(EVERY, taken, places, NOTHING)
    return spread


def test_each_frame_begins_with_the_quick_steps_and_goes_on_where_the_last_one_stopped() -> None:
    spread = Spread()
    third = []
    for _ in range(5):
        frame = spread.steps(EVERY)
        assert frame[:2] == (FIRST, EVEN)
        assert set(frame) == set(EVERY)
        third.append(frame[2])
        spread = spread.after(EVERY, 3, (at(400),), NOTHING)
    assert third == [STRIP, DOUBLE, SIGNS, STRIP, DOUBLE]


def test_a_bare_desk_gets_the_first_step_alone_for_some_frames() -> None:
    spread = after(Spread(), [()])
    for _ in range(REST):
        assert spread.steps(EVERY) == (FIRST,)
        spread = spread.after(EVERY, 1, None, NOTHING)
    assert len(spread.steps(EVERY)) == len(EVERY)


def test_what_lies_there_is_looked_at_for_a_while_and_then_rarely() -> None:
    spread = after(Spread(), [(at(400), at(900))] * (PATIENCE - 1))
    assert len(spread.steps(EVERY)) == len(EVERY)
    flickering = [(at(400 + x % 5),) for x in range(PATIENCE - 1)]
    spread = after(Spread(), [(at(400), at(900)), *flickering])
    assert spread.steps(EVERY) == (FIRST,)
    spread = after(spread, [None] * REST, taken=1)
    assert after(spread, [(at(402), at(901))]).steps(EVERY) == (FIRST,)
    assert after(spread, [(at(402), at(640))]).steps(EVERY) == (FIRST, EVEN), "something new"


def test_what_moves_gets_the_quick_steps_in_every_frame_and_the_others_when_it_stays() -> None:
    spread = after(Spread(), [(at(400),)])
    for number in range(3 * PATIENCE):
        spread = spread.after(EVERY, 2, (at(400), at(430 + 30 * number)), NOTHING)
        assert spread.steps(EVERY) == (FIRST, EVEN)
    spread = after(spread, [(at(430 + 30 * number),)])
    assert set(spread.steps(EVERY)) == set(EVERY)


@pytest.mark.parametrize("places", [(at(400),), None], ids=["at a place", "in the frame"])
def test_what_was_half_seen_is_looked_at_in_the_same_way_next(places: tuple[Place, ...] | None) -> None:
    spread = Spread(known=((900, 300),)).after(EVERY, 5, places, HALF_SEEN)
    assert spread.steps(EVERY)[2] == SIGNS


def test_a_code_that_is_half_seen_again_and_again_is_not_given_up() -> None:
    spread = Spread()
    for _ in range(2 * PATIENCE):
        spread = spread.after(EVERY, 5, (at(400),), HALF_SEEN)
    assert len(spread.steps(EVERY)) == len(EVERY)
