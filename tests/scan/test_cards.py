"""The generator of synthetic cards: seeded, and true to what it says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.scan.cards import AXES, Scene, code_of, degraded, desk, seen
from tests.scan.printed import at_leisure
from validator.domain.code import CodeFormat
from validator.scan.acceptance import cards_of
from validator.scan.engines import available_decoders
from validator.scan.reader import Reader

READER = Reader(available_decoders(), cards_of(CodeFormat()))


@pytest.mark.parametrize("scene", [Scene(tilt=40, roll=30, glare=0.2), degraded(3)])
def test_one_seed_is_one_frame(scene: Scene) -> None:
    assert np.array_equal(seen(scene, 5), seen(scene, 5))
    assert not np.array_equal(seen(scene, 5), seen(scene, 6))
    assert seen(scene, 5).shape == scene.size[::-1]


def test_codes_are_cards_of_their_own() -> None:
    card_of = cards_of(CodeFormat())
    codes = [code_of(seed) for seed in range(200)]
    assert [card_of(code) for code in codes] == codes
    assert len(set(codes)) == 200


@pytest.mark.parametrize("axis", AXES)
def test_the_mildest_level_of_every_axis_is_read(axis: str) -> None:
    look = READER.glance(seen(replace(AXES[axis][0], size=(640, 480)), 21), at_leisure)
    assert look.key == code_of(21)


def test_a_bare_desk_says_nothing() -> None:
    look = READER.glance(desk(4), at_leisure)
    assert (look.symbol, look.in_view) == (None, frozenset())
