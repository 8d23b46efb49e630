"""Places where codes may lie: found at any angle, size and softness, and none on a bare desk."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.scan.cards import Scene, desk, seen
from tests.scan.printed import blurred, noisy, on_desk, symbol
from validator.domain.code import Symbology
from validator.scan.locate import Place, places
from validator.scan.pixels import GrayFrame

BARS = symbol("KAIKU2018J", Symbology.CODE39)


def bars(frame: GrayFrame) -> list[Place]:
    return [place for place in places(frame) if place.is_bars]


@pytest.mark.parametrize("degrees", [0, 20, 65, 90, 140])
def test_bars_are_found_with_their_direction(degrees: int) -> None:
    place = bars(on_desk(BARS, roll=degrees))[0]
    away = (math.degrees(place.turn) - degrees + 90) % 180 - 90
    assert abs(away) < 4
    assert math.dist((place.x, place.y), (640, 360)) < 40
    assert place.length == pytest.approx(BARS.shape[1] - 24, rel=0.15)


@pytest.mark.parametrize(
    "scene", [Scene(module=1.2, qr=False), Scene(defocus=2.0, qr=False), Scene(noise=25, qr=False)]
)
def test_small_soft_and_grainy_bars_are_found(scene: Scene) -> None:
    first = bars(seen(scene, 3))[0]
    assert first.length > scene.module * 120


def test_a_retail_code_whose_middle_is_calm_is_one_place() -> None:
    frame = noisy(blurred(on_desk(symbol("6412345678907", Symbology.EAN13)), 2.5), 2)
    assert bars(frame)[0].length > 260


def test_a_matrix_is_found_as_one() -> None:
    (matrix,) = (place for place in places(on_desk(symbol("KAIKU2018J", module=6))) if not place.is_bars)
    assert math.dist((matrix.x, matrix.y), (640, 360)) < 40


@pytest.mark.parametrize("seed", range(2))
def test_a_bare_desk_has_no_places(seed: int) -> None:
    assert places(desk(seed)) == ()


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 2), (19, 19)])
def test_tiny_pictures_have_no_places(shape: tuple[int, int]) -> None:
    assert places(np.zeros(shape, np.uint8)) == ()
