"""The gate on generated frames: grain, lamps and slow light leave it closed; a card, a hand and a shadow of one open it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np
import pytest

from tests.scan.moved import RATE as FILM_RATE
from tests.scan.moved import clip_of
from tests.scan.printed import blurred, card, dim, grainy, on_desk
from tests.scan.video import Film
from validator.scan.gate import OPEN, REST, Gate, has_moved
from validator.scan.pixels import GrayFrame
from validator.scan.steady import CONFIRM_WITHIN, COOL_DOWN
from validator.scan.tiles import COLUMNS, ROWS, tiles_of

RATE = 10.0
EMPTY = on_desk()
LYING = on_desk(card())


def still(scene: GrayFrame, seconds: float, grain: float = 4.0) -> Iterator[GrayFrame]:
    for seed in range(int(seconds * RATE)):
        yield grainy(scene, grain, seed)


def flickering(scene: GrayFrame, seconds: float) -> Iterator[GrayFrame]:
    """Lamps at 100 Hz under a rolling shutter: bands of light that wander through the picture."""
    rows = np.arange(scene.shape[0])[:, None] / scene.shape[0]
    for number in range(int(seconds * RATE)):
        band = (1 + 0.12 * np.sin(2 * np.pi * (3 * rows + number * 0.31))).astype(np.float32)
        yield grainy(np.asarray(np.minimum(scene * band, 255), np.uint8), 4.0, number)


def setting_sun(scene: GrayFrame, seconds: float) -> Iterator[GrayFrame]:
    """A cloud: half the light goes within ten seconds."""
    for number in range(int(seconds * RATE)):
        yield grainy(dim(scene, 1 - 0.5 * min(number / RATE / 10, 1)), 4.0, number)


def looks(frames: Iterable[GrayFrame], gate: Gate | None = None) -> tuple[list[float], Gate, float]:
    """The seconds at which frames were let through, and the gate behind them."""
    gate, at, let = gate or Gate(), 0.0, []
    for number, frame in enumerate(frames):
        at = number / RATE
        gate = gate.after(tiles_of(frame), at)
        if gate.lets(at):
            gate = gate.looked(at)
            let.append(at)
    return let, gate, at


def closed(scene: GrayFrame = EMPTY) -> Gate:
    """A gate that has seen nothing move for long; its clock is before that of the frames to come."""
    return Gate(tiles_of(scene), -REST, -1.0, -REST)


@pytest.mark.parametrize("grain", [4.0, 40.0])
def test_a_still_scene_is_looked_at_twice_a_second_once_it_is_known(grain: float) -> None:
    let, gate, at = looks(still(EMPTY, OPEN + 4, grain))
    assert not gate.is_open(at)
    assert len([each for each in let if each < OPEN]) == OPEN * RATE
    assert 7 <= len([each for each in let if each >= OPEN]) <= 9


@pytest.mark.parametrize("light", [flickering, setting_sun])
def test_light_is_no_movement(light: Callable[[GrayFrame, float], Iterator[GrayFrame]]) -> None:
    for scene in (EMPTY, LYING):
        let, _, _ = looks(light(scene, 2), closed(scene))
        assert len(let) <= 2 / REST + 1


def test_a_card_that_is_laid_down_is_looked_at_in_its_first_frame_and_then_for_seconds() -> None:
    for at in (0, 1, 4):
        gate = closed()
        let, gate, _ = looks([*still(EMPTY, at / RATE), grainy(LYING, 4.0, 99)], gate)
        assert let[-1] == at / RATE
        assert gate.open_until == at / RATE + OPEN


@pytest.mark.parametrize(
    "there",
    [
        on_desk(card(module=1), scale=0.7),
        on_desk(card(), roll=30),
        blurred(LYING, 8),
        dim(LYING, 0.5),
    ],
    ids=["small", "turned", "out of focus", "in shadow"],
)
def test_whatever_a_card_looks_like_it_moves(there: GrayFrame) -> None:
    assert has_moved(tiles_of(grainy(EMPTY, 6)), tiles_of(grainy(there, 6, 2)))


def test_a_card_that_is_moved_by_a_few_pixels_moves() -> None:
    assert has_moved(tiles_of(grainy(LYING, 4)), tiles_of(grainy(np.roll(LYING, 6, 1), 4, 2)))


def test_movement_so_slow_that_no_two_frames_show_it_adds_up() -> None:
    soft = dim(LYING, 0.35)
    creeping = [grainy(np.roll(soft, number, 1), 2.0, number) for number in range(15)]
    assert not any(has_moved(tiles_of(one), tiles_of(other)) for one, other in pairwise(creeping))
    _, gate, _ = looks(creeping, closed(soft))
    assert gate.open_until > 0


def test_the_whole_picture_changing_is_movement() -> None:
    other = grainy(np.full_like(EMPTY, 128), 60, 5)
    scattered = np.kron(other[:ROWS, :COLUMNS], np.ones((40, 40), np.uint8))
    assert has_moved(tiles_of(EMPTY), tiles_of(scattered))
    assert has_moved(tiles_of(dim(EMPTY, 0.2)), tiles_of(EMPTY))


def test_a_card_in_view_when_it_closes_is_still_tried() -> None:
    let, gate, at = looks(still(LYING, OPEN + 3))
    assert not gate.is_open(at)
    assert max(later - sooner for sooner, later in pairwise(let)) <= REST + 1 / RATE


def test_it_can_be_held_open_and_never_closes_sooner_for_that() -> None:
    gate = closed().held(0.8)
    assert len(looks(still(EMPTY, 0.7), gate)[0]) == 7
    assert Gate(open_until=5.0).held(2.0).open_until == 5.0


def test_it_is_open_longer_than_a_card_is_remembered_and_a_second_look_may_take() -> None:
    assert COOL_DOWN.total_seconds() < OPEN
    assert CONFIRM_WITHIN.total_seconds() > REST


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (17, 31), (1080, 1920), (720, 1280)])
def test_frames_of_any_shape_have_tiles(shape: tuple[int, int]) -> None:
    tiles = tiles_of(np.full(shape, 77, np.uint8))
    assert tiles.shape == (ROWS, COLUMNS)
    assert np.allclose(tiles, 77)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 208))
def test_a_card_that_a_hand_brings_opens_it_before_a_symbol_is_whole_and_nothing_does_before(
    seed: int,
) -> None:
    film = Film(clip_of(seed))
    whole = film.first_whole
    assert whole is not None
    last = film.moments.index(whole)
    gate, opened = closed(film.frame(0)), []
    for number in range(1, last + 1):
        gate = gate.after(tiles_of(film.frame(number)), number / FILM_RATE)
        if gate.is_open(number / FILM_RATE):
            opened.append(number)
    assert film.showing.clip.start * FILM_RATE < opened[0] <= last
