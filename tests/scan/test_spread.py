"""How a camera's frames share the steps: what goes on, what rests, and what is looked at anew."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from validator.domain.code import Symbology
from validator.scan.acceptance import Look
from validator.scan.decoder import LINES, ZXING, Symbol
from validator.scan.locate import Place
from validator.scan.spread import (
    HASTY,
    HASTY_SECONDS,
    PATIENCE,
    REST,
    SECONDS,
    SWIFT,
    SWIFT_TILES,
    Spread,
)
from validator.scan.steps import Part, Step
from validator.scan.tiles import COLUMNS, ROWS, Tiles

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


PLACE = Place(400.0, 300.0, 0.0, 200.0, 80.0, is_bars=True)


def tiles(level: float = 0, bright: int = 0) -> Tiles:
    """A frame of `level`, of which so many tiles are brighter by some more than `SWIFT`."""
    found = np.full((ROWS, COLUMNS), level, np.float32)
    found.ravel()[:bright] += SWIFT + 1
    return found


def after(spread: Spread, frames: Iterable[tuple[Place, ...] | None], taken: int = 2) -> Spread:
    for places in frames:
        spread = spread.after(EVERY, taken, places, NOTHING)
    return spread


def test_each_frame_begins_with_the_first_step_and_goes_on_where_the_last_one_stopped() -> None:
    spread = Spread()
    second = []
    for _ in range(5):
        frame = spread.steps(EVERY)
        assert frame[0] == FIRST
        assert set(frame) == set(EVERY)
        second.append(frame[1])
        spread = spread.after(EVERY, 2, (PLACE,), NOTHING)
    assert second == [EVEN, STRIP, DOUBLE, SIGNS, EVEN]


@pytest.mark.parametrize("frames", [[()], [(PLACE,)] * PATIENCE], ids=["bare", "in vain for long"])
def test_a_desk_without_a_card_gets_the_first_step_alone_for_some_frames(
    frames: list[tuple[Place, ...]],
) -> None:
    before = after(Spread(), frames[:-1])
    assert len(before.steps(EVERY)) == len(EVERY)
    spread = after(before, frames[-1:])
    for _ in range(REST):
        assert spread.steps(EVERY) == (FIRST,)
        spread = spread.after(EVERY, 1, None, NOTHING)
    assert len(spread.steps(EVERY)) == len(EVERY)
    assert after(spread, frames[-1:]).steps(EVERY) == (FIRST,), "and again"


def test_what_moves_swiftly_gets_the_quick_steps_in_every_frame_and_the_others_when_it_stays() -> None:
    spread = after(Spread().at(tiles()), [()])
    assert spread.at(tiles(bright=SWIFT_TILES - 1)).steps(EVERY) == (FIRST,), "too little of it moves"
    assert spread.at(tiles(level=SWIFT - 1)).steps(EVERY) == (FIRST,), "too slowly"
    for number in range(PATIENCE + 1):
        spread = spread.at(tiles(bright=SWIFT_TILES * (1 - number % 2)))
        assert spread.steps(EVERY) == (FIRST, EVEN)
        spread = after(spread, [(PLACE,) if number % 3 else ()], taken=2)
    assert spread.seen is not None
    assert set(spread.at(spread.seen).steps(EVERY)) == set(EVERY)


def test_the_frames_after_a_swift_one_are_looked_at_in_haste() -> None:
    spread = Spread().at(tiles())
    assert spread.seconds == SECONDS
    spread = spread.at(tiles(bright=SWIFT_TILES))
    third: list[Step] = []
    for number in range(HASTY):
        assert spread.seconds == HASTY_SECONDS
        assert spread.steps(EVERY)[:2] == (FIRST, EVEN)
        third += spread.steps(EVERY)[2:3]
        spread = after(spread, [(PLACE,)], taken=3 if number else 2).at(tiles(bright=SWIFT_TILES))
    assert third == [STRIP, DOUBLE, SIGNS] * 2 + [STRIP]
    assert spread.seconds == SECONDS


@pytest.mark.parametrize("places", [(PLACE,), None], ids=["at a place", "in the frame"])
def test_what_was_half_seen_is_looked_at_in_the_same_way_next(places: tuple[Place, ...] | None) -> None:
    spread = Spread().after(EVERY, 5, places, HALF_SEEN)
    assert spread.steps(EVERY)[1] == SIGNS


def test_a_code_that_is_half_seen_again_and_again_is_not_given_up() -> None:
    spread = Spread()
    for _ in range(2 * PATIENCE):
        spread = spread.after(EVERY, 5, (PLACE,), HALF_SEEN)
    assert len(spread.steps(EVERY)) == len(EVERY)
