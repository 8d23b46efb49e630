"""Black and frozen pictures, on generated frames; and what is neither: a dim hall, a white wall, a lamp out for a moment."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from tests.scan.printed import card, dim, grainy, on_desk
from validator.scan.pixels import GrayFrame
from validator.scan.sight import BACK_AFTER, BLACK_AFTER, FROZEN_AFTER, Sight
from validator.scan.state import CameraState
from validator.scan.tiles import tiles_of

STEP = 0.1
EMPTY = on_desk()[::2, ::2].copy()
LYING = on_desk(card())[::2, ::2].copy()


def covered(seed: int = 1, level: int = 6) -> GrayFrame:
    """Behind a shutter there is only the sensor's grain."""
    return grainy(np.full((360, 640), level, np.uint8), 3.0, seed)


def said(
    frames: Iterable[GrayFrame], sight: Sight | None = None, *, live: bool = True, begin: float = 100.0
) -> tuple[list[tuple[float, CameraState | None]], Sight]:
    """What is said when, beginning with nothing; frames come ten times a second."""
    sight, changes = sight or Sight(), []
    before = sight.trouble
    for number, frame in enumerate(frames):
        at = begin + number * STEP
        sight = sight.after(frame, tiles_of(frame), at, live=live)
        if sight.trouble is not before:
            before = sight.trouble
            changes.append((round(at - begin, 1), before))
    return changes, sight


def grains(scene: GrayFrame, seconds: float, grain: float = 2.0) -> list[GrayFrame]:
    return [grainy(scene, grain, seed) for seed in range(round(seconds / STEP))]


def test_a_closed_shutter_is_black_after_a_while_and_so_is_its_opening() -> None:
    frames = [covered(seed) for seed in range(40)] + grains(EMPTY, 2)
    assert said(frames)[0] == [(BLACK_AFTER, CameraState.BLACK), (4.0 + BACK_AFTER, None)]


@pytest.mark.parametrize("live", [True, False])
def test_black_without_any_grain_is_black_and_not_frozen(live: bool) -> None:
    frames = [np.zeros((360, 640), np.uint8)] * 120
    assert said(frames, live=live)[0] == [(BLACK_AFTER, CameraState.BLACK)]


def test_a_shutter_in_sunlight_is_still_closed() -> None:
    leak = np.linspace(4, 12, 640, dtype=np.float32)[None, :].repeat(360, 0).astype(np.uint8)
    assert said([grainy(leak, 4.0, seed) for seed in range(30)])[0] == [(BLACK_AFTER, CameraState.BLACK)]


@pytest.mark.parametrize("light", [1.0, 0.2, 0.12, 0.07])
def test_a_dim_hall_is_not_black(light: float) -> None:
    assert said(grainy(dim(LYING, light), 2.0, seed) for seed in range(40))[0] == []


def test_a_moment_of_darkness_is_not_said_nor_a_moment_of_light() -> None:
    assert said([covered(seed) for seed in range(15)] + grains(EMPTY, 2))[0] == []
    frames = [covered(seed) for seed in range(30)]
    frames += grains(EMPTY, 0.5) + [covered(seed) for seed in range(30)]
    assert said(frames)[0] == [(BLACK_AFTER, CameraState.BLACK)]


def test_a_picture_at_the_edge_of_black_does_not_flicker() -> None:
    wavering = [covered(seed, 16 + 8 * (seed // 5 % 2)) for seed in range(60)]
    assert said(wavering)[0] == []
    _, black = said([covered(seed) for seed in range(40)])
    assert said(wavering, black, begin=200.0)[0] == []


def test_the_same_picture_for_long_is_frozen_until_it_moves_again() -> None:
    frames = grains(EMPTY, 2) + [grainy(LYING, 2.0)] * 120 + grains(EMPTY, 3)
    changes, _ = said(frames)
    assert [each for _, each in changes] == [CameraState.FROZEN, None]
    assert changes[0][0] == pytest.approx(2.0 + FROZEN_AFTER, abs=2 * STEP)
    assert changes[1][0] == pytest.approx(14.0 + BACK_AFTER, abs=2 * STEP)


def test_one_new_frame_now_and_then_is_still_frozen_and_said_once() -> None:
    frames = [grainy(EMPTY, 2.0)] * 90 + ([grainy(EMPTY, 2.0, 2)] * 20 + [grainy(EMPTY, 2.0, 3)] * 20) * 3
    assert [each for _, each in said(frames)[0]] == [CameraState.FROZEN]


@pytest.mark.parametrize("grain", [0.5, 2.0])
def test_a_still_scene_before_a_sensor_is_never_frozen(grain: float) -> None:
    assert said(grains(LYING, 10, grain))[0] == []


def test_a_camera_that_sends_each_frame_twice_is_not_frozen() -> None:
    assert said(grainy(EMPTY, 2.0, number // 2) for number in range(100))[0] == []


def test_a_picture_that_stands_in_for_a_camera_is_never_frozen() -> None:
    assert said([LYING] * 100, live=False)[0] == []


def test_a_white_wall_in_too_much_light_shows_no_grain_and_is_not_called_frozen() -> None:
    assert said([np.full((360, 640), 255, np.uint8)] * 100)[0] == []
