from __future__ import annotations

import pytest

from validator.scan.pace import SETTLE, SLOW, SPAN, Pace


def judged(rate: float, seconds: float = SETTLE + SPAN + 1) -> bool | None:
    """What is said of frames that come so many times a second, the first slow as first ones are."""
    pace, said = Pace().after(0.0), None
    for number in range(1, int(seconds * rate)):
        at = 0.5 + number / rate
        pace = pace.after(at)
        said = pace.is_slow(at)
        if said is not None:
            break
    return said


@pytest.mark.parametrize(("rate", "slow"), [(5, True), (10, True), (15, False), (30, False), (60, False)])
def test_few_frames_a_second_are_too_few(rate: float, slow: bool) -> None:
    assert judged(rate) is slow
    assert (rate < SLOW) is slow


def test_nothing_is_said_before_enough_was_seen() -> None:
    assert Pace().is_slow(10.0) is None
    assert judged(30, SETTLE + SPAN - 1) is None
