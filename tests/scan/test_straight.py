"""Views that put right what a tilt or a glare did: they read what is there, and add nothing."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from tests.scan.cards import Scene, code_of, seen
from tests.scan.printed import CODE, at_leisure, symbol
from validator.domain.code import Symbology
from validator.scan.decoder import ZBAR, ZXING
from validator.scan.engines import available_decoders
from validator.scan.finders import finders, laid_out
from validator.scan.pixels import GrayFrame, View
from validator.scan.reader import Reader
from validator.scan.steps import Part, Step, Steps
from validator.scan.straight import darkest, straight

ENGINES = available_decoders()
BARS = symbol(CODE, Symbology.CODE39)
QR = symbol(CODE, Symbology.QR, 4)


def reads(gray: GrayFrame, name: str) -> set[str]:
    return {each.text for engine in ENGINES.found if engine.name == name for each in engine.read(gray)}


def leaned(gray: GrayFrame, slant: float) -> GrayFrame:
    height, width = gray.shape
    matrix = np.array([[1, slant, -slant * height / 2], [0, 1, 0]])
    return np.asarray(cv2.warpAffine(gray, matrix, (width, height), borderValue=(255,)), dtype=np.uint8)


@pytest.mark.parametrize("slant", [-0.25, 0.25])
def test_bars_that_lean_stand_upright(slant: float) -> None:
    gray = leaned(BARS, slant)
    inside = slice(20, -20), slice(40, -40)
    upright = straight(View(gray)).gray[inside].astype(float)
    assert upright.std(0).mean() < 0.25 * gray[inside].astype(float).std(0).mean()


def test_a_streak_that_wanders_hides_no_column() -> None:
    gray = BARS.astype(float)
    rows, columns = np.mgrid[0 : gray.shape[0], 0 : gray.shape[1]]
    gray[abs(columns - 150 - 0.8 * rows) < 14] = 255
    glared = gray.astype(np.uint8)
    assert reads(glared, ZXING) == reads(glared, ZBAR) == set()
    assert reads(darkest(View(glared), 24).gray, ZXING) == {CODE}


def test_a_streak_that_hides_a_column_from_every_row_is_not_guessed_at() -> None:
    glared = BARS.copy()
    glared[:, 150:190] = 255
    assert reads(darkest(View(glared), 24).gray, ZXING) == set()


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("degrees", [0, 20])
def test_a_code_whose_one_finder_is_hidden_is_laid_out_whole(quarters: int, degrees: int) -> None:
    code = QR.copy()
    side = 7 * 4 + 8
    ink = np.nonzero(code < 128)
    left, bottom = ink[1].min(), ink[0].max() + 1
    code[bottom - side + 8 : bottom, left : left + side - 8] = 150
    turned = View(np.ascontiguousarray(np.rot90(code, quarters))).turned(degrees)
    assert len(finders(turned.gray)) == 2
    assert reads(turned.gray, ZXING) == set()
    whole = laid_out(turned)
    assert whole is not None
    assert reads(whole.gray, ZXING) == {CODE}
    ((x, y),) = whole.in_picture(((whole.gray.shape[1] / 2, whole.gray.shape[0] / 2),))
    assert (x, y) == pytest.approx((code.shape[1] / 2, code.shape[0] / 2), abs=4)


def test_nothing_is_laid_out_without_two_finders() -> None:
    assert laid_out(View(BARS)) is None
    assert laid_out(View(np.full((40, 40), 255, np.uint8))) is None
    assert laid_out(View(np.zeros((9, 9), np.uint8))) is None


@pytest.mark.parametrize(
    ("scene", "step"),
    [
        (Scene(glare=0.02, qr=False), Step(Part.BARS, "darkest", ZXING)),
        (Scene(hidden=0.28, bars=None), Step(Part.MATRIX, "laid out", ZXING)),
    ],
    ids=["glare", "thumb"],
)
def test_cards_that_neither_library_reads_are_read(scene: Scene, step: Step) -> None:
    reader = Reader(ENGINES, lambda _: None, Steps((step,), 1.0))
    read = beyond = 0
    for seed in (6001, 6003, 6005, 6007, 6009):
        gray = seen(replace(scene, size=(640, 480)), seed)
        look = reader.glance(gray, at_leisure)
        assert look.key in ("", code_of(seed))
        read += look.key != ""
        beyond += look.key != "" and code_of(seed) not in reads(gray, ZXING) | reads(gray, ZBAR)
    assert read >= 2
    assert beyond >= 1
