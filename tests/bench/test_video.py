"""The bench's simulated time: which frames a slow reader gets, and when its reading counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.bench.video import Count, Play, Shown, watched
from tests.scan.moved import RATE, clip_of
from tests.scan.video import Film
from validator.domain.code import CodeFormat
from validator.errors import CameraLost
from validator.scan.acceptance import cards_of
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader


class Work:
    """A thread's time that passes when it is told to."""

    def __init__(self) -> None:
        self.spent = 5.0

    def __call__(self) -> float:
        return self.spent


def film(number: int) -> GrayFrame:
    return np.full((2, 2), number, np.uint8)


@pytest.mark.parametrize(
    ("look_ms", "seen"),
    [
        (10, [0, 1, 2, 3, 4, 5]),
        (40, [0, 1, 2, 3, 4, 6]),
        (70, [0, 2, 4, 6, 8, 10]),
    ],
)
def test_the_newest_frame_wins(look_ms: float, seen: list[int]) -> None:
    work = Work()
    play = Play(film, 100, work)
    for _ in seen:
        play.next_frame()
        work.spent += look_ms / 1000
    assert play.seen == seen
    assert play.seconds == pytest.approx(seen[-1] / RATE + look_ms / 1000, abs=0.035)


def test_a_film_ends() -> None:
    play = Play(film, 2, Work())
    for _ in range(2):
        play.next_frame()
    assert not play.ended
    with pytest.raises(CameraLost):
        play.next_frame()
    assert play.ended


def test_making_a_frame_takes_no_time() -> None:
    work = Work()

    def slow(number: int) -> GrayFrame:
        work.spent += 1.0
        return film(number)

    play = Play(slow, 10, work)
    play.next_frame()
    assert play.seconds == 0


def test_a_reading_is_timed_from_the_first_frame_with_the_whole_card() -> None:
    shown = Film(clip_of(7))
    whole, entire = shown.first_whole, shown.first_entire
    assert whole is not None
    assert entire is not None
    assert whole.number < entire.number, "a symbol is whole before its card"
    count = Count()
    count.add(shown, Shown(entire.seconds + 0.1, right=True, seen=(0, 1, 3), took=(0.01,)))
    count.add(shown, Shown(None, right=False, seen=(0,), took=()))
    count.add(shown, Shown(2.0, right=False, seen=(0,), took=()))
    assert count.row()["frame_median_ms"] == 10.0
    assert count.after_whole[0] == pytest.approx(100)
    assert count.after_symbol[0] == pytest.approx(100 + (entire.seconds - whole.seconds) * 1000)
    assert count.row()["never_read"] == pytest.approx(0.667)
    assert count.wrong == [7]


@pytest.mark.long
def test_the_desks_loop_watches_a_clip() -> None:
    shown = Film(
        replace(
            clip_of(1),
            start=0.1,
            enter=0.2,
            lost=0.0,
            glare=0.0,
            light=0.9,
            exposure=0.004,
            module=2.0,
            tilt=5,
        )
    )
    seen = watched(shown, shown.frame, Reader(available_decoders(), cards_of(CodeFormat())))
    assert seen.right
    assert shown.first_whole is not None
    assert seen.read_at is not None
    assert seen.read_at > shown.first_whole.seconds
    assert list(seen.seen) == sorted(set(seen.seen))
