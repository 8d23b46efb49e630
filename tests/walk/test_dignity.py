"""Nothing shames a customer: no word, no red, no alarm, and from two metres a no looks as a yes does."""

from __future__ import annotations

import json
import re
from importlib.resources import files as packaged
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.shots.looks import MODES, Way, wear
from tests.shots.stage import Files, Stage, evening, staged
from tests.ui.world import CLOSED, EXPIRED, HOLDER, LOCAL, UNKNOWN
from tests.walk.dignity import FORBIDDEN, is_red, shames
from tests.walk.pixels import Numbers, luminance, of_image
from ui.clerk.flow import Patience
from ui.face import Face
from ui.theme import Mode
from ui.words import Sound
from ui.words import face as face_of
from validator.domain.verdict import Reason
from validator.words import LANGUAGES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).resolve().parents[2]
BLUR = 24
"""Pixels that run together at two metres in passing: ten times what an eye tells apart at its best."""

SPOT, WHOLE = 0.17, 0.02
"""By how much of all light the blurred windows may differ at one spot, and on the whole: sentences have their lengths."""

CLEARED = 20_000
"""Milliseconds after which nobody's answer stands there any more."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_why_somebody_has_a_card(language: str) -> None:
    path = packaged("assets") / "translations" / f"kaikuportti_{language}.ts"
    told = ET.fromstring(path.read_text("utf-8"))  # noqa: S314  (our own file)
    texts = ["".join(each.itertext()) for each in told.iter("translation")]
    assert len(texts) > 300
    assert [text for text in texts if FORBIDDEN.search(text)] == []


def test_no_document_for_clerks_and_no_sample_says_it() -> None:
    sample = sorted(path for path in (ROOT / "assets" / "sample").glob("*.json"))
    said = [json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False) for path in sample]
    said += [
        (ROOT / name).read_text("utf-8") for name in ("README.md", "docs/desk-guide.md", "docs/hub-guide.md")
    ]
    assert [found.group() for text in said for found in FORBIDDEN.finditer(text)] == []


def test_a_no_sounds_as_a_yes_does_or_not_at_all_and_nothing_is_an_alarm() -> None:
    for reason in Reason:
        if reason.value.startswith("R"):
            assert face_of(reason).sound in {None, Sound.READ}, reason
    assert {sound.value for sound in Sound} == {"read", "saved"}
    loud = re.compile(r"\b(beep|QSoundEffect\(\)\.play|alert)\(")
    sources = [path for path in (ROOT / "ui").rglob("*.py") if loud.search(path.read_text("utf-8"))]
    assert sources == []


def test_the_screen_clears_itself() -> None:
    assert Patience().single <= CLEARED


def test_a_planted_word_code_and_colour_are_found(qapp: QApplication, face: Face, files: Files) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        on.show(HOLDER)
        assert [*shames(on.window), *is_red(on.window)] == []
        words = on.clerk.verdict.findChildren(QLabel)[2]
        words.setToolTip(f"For people with a low income, card {HOLDER}")
        words.setStyleSheet("color: #c62828")
        on.let_settle()
        found = [each.split(":")[0] for each in (*shames(on.window), *is_red(on.window))]
    assert {"word", "code", "red"} <= set(found)


@pytest.mark.parametrize("code", [CLOSED, LOCAL, UNKNOWN, EXPIRED])
def test_from_two_metres_a_no_looks_as_a_yes_does(
    qapp: QApplication, face: Face, files: Files, code: str
) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        for mode in MODES:
            for language in LANGUAGES:
                wear(qapp, face, Way(language, mode, 1.0))
                on.clerk.cancel()
                yes = _from_afar(on, HOLDER)
                on.clerk.cancel()
                no = _from_afar(on, code)
                assert not _are_told_apart(yes, no), (language, mode)
        face.wear(Mode.LIGHT)


def test_from_two_metres_a_filled_panel_would_be_seen(qapp: QApplication, face: Face, files: Files) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        yes = _from_afar(on, HOLDER)
        on.clerk.cancel()
        on.clerk.places.panel.setStyleSheet("QFrame { background: #e8e2d4 }")
        assert _are_told_apart(yes, _from_afar(on, CLOSED))


def test_from_two_metres_a_pale_button_would_be_seen(qapp: QApplication, face: Face, files: Files) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        yes = _from_afar(on, HOLDER)
        on.clerk.cancel()
        on.clerk.setStyleSheet('QPushButton[role="primary"] { background: #f3f1ec }')
        assert _are_told_apart(yes, _from_afar(on, CLOSED))


def _are_told_apart(one: Numbers, other: Numbers) -> bool:
    apart = np.abs(one - other)
    return bool(apart.max() >= SPOT or apart.mean() >= WHOLE)


def _from_afar(on: Stage, code: str) -> Numbers:
    """The whole window with a card's answer, as light without letters."""
    on.show(code)
    on.let_settle()
    light = luminance(of_image(on.window.grab().toImage())) ** 0.5  # as bright as it looks
    high, wide = (size // BLUR * BLUR for size in light.shape)
    blocks = light[:high, :wide].reshape(high // BLUR, BLUR, wide // BLUR, BLUR).mean(axis=(1, 3))
    around = np.pad(blocks, 1, mode="edge")
    near = [around[y : y + blocks.shape[0], x : x + blocks.shape[1]] for y in range(3) for x in range(3)]
    made: Numbers = np.mean(near, axis=0)
    return made
