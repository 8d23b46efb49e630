"""Retail codes out of focus: what is read, what is left unsaid, and what the margin means."""

from __future__ import annotations

import numpy as np
import pytest

from tests.scan.cards import Scene, code_of, seen
from tests.scan.printed import blurred, noisy, on_desk, symbol
from validator.domain.code import Symbology
from validator.scan.decoder import LINES, ZBAR, ZXING
from validator.scan.engines import available_decoders
from validator.scan.faint import ORDINARY, SOFT
from validator.scan.lines import WAYS, read_lines
from validator.scan.pixels import GrayFrame, View
from validator.scan.retail import PARITIES, shapes
from validator.scan.steps import Part, Step
from validator.scan.take import Take

RETAIL = frozenset({Symbology.EAN13, Symbology.UPCA})
NUMBERS = ["6412345678907", "9780306406157"]


def read(
    gray: GrayFrame, wanted: frozenset[Symbology] = RETAIL, view: str = "ordinary"
) -> set[tuple[str, Symbology, bool]]:
    found = Take(gray, {}, wanted).step(Step(Part.BARS, view, LINES))
    return {(one.symbol.text, one.symbol.symbology, one.symbol.sure) for one in found}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("degrees", [0, 213])
def test_a_sharp_number_is_sure_at_any_angle(number: str, degrees: int) -> None:
    frame = on_desk(symbol(number, Symbology.EAN13), roll=degrees)
    assert read(frame) == {(number, Symbology.EAN13, True)}


@pytest.mark.parametrize("number", NUMBERS)
def test_what_neither_library_reads_is_read(number: str) -> None:
    frame = noisy(blurred(on_desk(symbol(number, Symbology.EAN13)), 2.2), 2)
    wanted = (Symbology.EAN13,)
    for engine in available_decoders(wanted).found:
        assert engine.name in (ZXING, ZBAR)
        assert engine.read(frame) == ()
    assert (number, Symbology.EAN13, True) in read(frame, view="soft") | read(frame)


def test_upc_a_goes_by_the_name_that_the_network_uses() -> None:
    frame = on_desk(symbol("036000291452", Symbology.UPCA))
    assert {text for text, *_ in read(frame)} == {"036000291452"}
    assert {text for text, *_ in read(frame, frozenset({Symbology.EAN13}))} == {"0036000291452"}
    assert read(frame, frozenset({Symbology.QR})) == set()


@pytest.mark.parametrize("symbology", [Symbology.CODE39, Symbology.CODE128, Symbology.ITF])
@pytest.mark.parametrize("view", ["ordinary", "soft"])
def test_other_bars_are_no_numbers(symbology: Symbology, view: str) -> None:
    content = "1234567890" if symbology is Symbology.ITF else "KAIKU20184"
    for softness in (0.5, 2.5):
        assert read(blurred(on_desk(symbol(content, symbology)), softness), view=view) == set()


@pytest.mark.parametrize("way", WAYS)
def test_noise_has_no_margin(way: str) -> None:
    chance = np.random.default_rng(3)
    for _ in range(6):
        lines = np.cumsum(chance.normal(0, 20, (4, 600)), axis=1).astype(np.float32)
        strip = View(np.clip(lines, 0, 255).astype(np.uint8))
        assert read_lines(strip, 400, frozenset(Symbology), way) == ()


def test_a_half_covered_number_is_left_unsaid() -> None:
    frame = on_desk(symbol(NUMBERS[0], Symbology.EAN13))
    frame[:, :640] = 120
    assert read(frame) == set()


def test_every_first_digit_has_its_own_parity() -> None:
    assert len(set(PARITIES)) == 10
    assert all(parity.startswith("O") for parity in PARITIES)


def test_windows_of_digits_differ_even_when_soft() -> None:
    for softness in (*ORDINARY.digits, *SOFT.digits):
        unit = shapes(softness).unit_left
        likeness = unit @ unit.T - 2 * np.eye(20)
        assert likeness.max() < 0.999


CODES = ["KAIKU2018J", "A1-B2.C3"]
CODE39 = frozenset({Symbology.CODE39})


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("degrees", [0, 205])
def test_a_sharp_code_39_is_sure_at_any_angle(code: str, degrees: int) -> None:
    frame = on_desk(symbol(code, Symbology.CODE39), roll=degrees)
    assert read(frame, CODE39, "signs") == {(code, Symbology.CODE39, True)}


@pytest.mark.parametrize(
    "scene", [Scene(module=1.2, qr=False), Scene(defocus=1.6, qr=False)], ids=["small", "soft"]
)
def test_most_code_39_that_neither_library_reads_is_read(scene: Scene) -> None:
    frames = {code_of(seed): seen(scene, seed) for seed in range(40, 44)}
    for engine in available_decoders((Symbology.CODE39,)).found:
        assert [engine.read(frame) for frame in frames.values()] == [()] * len(frames)
    told = {code: {text for text, *_ in read(frame, CODE39, "signs")} for code, frame in frames.items()}
    assert all(texts <= {code} for code, texts in told.items()), "and never another"
    assert sum(map(bool, told.values())) >= 3


@pytest.mark.parametrize("cut", [0.1, 0.4])
def test_part_of_a_code_39_is_none(cut: float) -> None:
    printed = symbol("KAIKU2018J", Symbology.CODE39)
    width = printed.shape[1]
    for part in (printed[:, int(width * cut) :], printed[:, : int(width * (1 - cut))]):
        assert read(on_desk(np.ascontiguousarray(part)), CODE39, "signs") == set()


def test_code_39_is_found_only_where_it_is_wanted_and_is_none_of_the_others() -> None:
    assert read(on_desk(symbol("KAIKU2018J", Symbology.CODE39)), RETAIL, "signs") == set()
    for symbology, content in (
        (Symbology.EAN13, NUMBERS[0]),
        (Symbology.CODE128, CODES[0]),
        (Symbology.ITF, "1234567890"),
    ):
        assert read(on_desk(symbol(content, symbology)), CODE39, "signs") == set()
