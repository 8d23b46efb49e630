from __future__ import annotations

import re
from dataclasses import fields
from importlib.resources import files

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ui.face import Face
from ui.parts import Tick
from ui.sheet import dress_window, style_sheet
from ui.theme import DARK, FACTORS, ICON, LIGHT, TARGET, Palette, Text, Theme, Tone, contrast, next_factor

PALETTES = [LIGHT, DARK]
GROUNDS = ("ground", "panel", "field", "tint")


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "soft"])
def test_texts_stand_out_sevenfold(palette: Palette, ground: str, text: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 7


@pytest.mark.parametrize("palette", PALETTES)
def test_what_is_pressed_stands_out(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= 7
    assert contrast(palette.on_accent, palette.pressed) >= 7
    for ground in GROUNDS:
        for mark in ("edge", "accent", "note"):
            assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_is_red(palette: Palette) -> None:
    for field in fields(palette):
        colour = getattr(palette, field.name)
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert not (red > 150 and green < red / 2 and blue < red / 2)


@pytest.mark.parametrize("palette", PALETTES)
def test_the_sheet_has_no_colour_of_its_own(palette: Palette) -> None:
    known = {getattr(palette, field.name) for field in fields(palette)}
    assert set(re.findall(r"#[0-9a-f]{6}", style_sheet(Theme(palette)))) <= known


def test_lists_that_open_by_themselves_have_a_ground(qtbot: QtBot, face: Face) -> None:
    popup = QListView()
    qtbot.addWidget(popup)
    dress_window(popup, Theme(LIGHT))
    shown = popup.grab().toImage()
    assert shown.pixelColor(shown.rect().center()) == QColor(LIGHT.field)


def test_a_ticked_box_has_a_tick(qtbot: QtBot, face: Face) -> None:
    box = Tick(face)
    qtbot.addWidget(box)
    face.dress(box)
    box.setChecked(True)
    shown = box.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert {LIGHT.accent, LIGHT.on_accent} <= colours


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_texts_grow_in_order_and_plain_text_in_full() -> None:
    for factor in FACTORS:
        sizes = [
            Theme(factor=factor).points(text) for text in (Text.SMALL, Text.BASE, Text.STRONG, Text.TITLE)
        ]
        assert sizes == sorted(sizes)
    assert Theme(factor=2.0).points(Text.BASE) == 22
    assert Theme(factor=1.0).points(Text.SENTENCE) == 28


def test_sizes_step_within_their_ends() -> None:
    assert next_factor(1.0, 1) == 1.25
    assert next_factor(1.0, -1) == 1.0
    assert next_factor(2.0, 1) == 2.0


def test_icons_and_targets() -> None:
    assert ICON <= 24
    assert TARGET >= 44
    assert len({Theme().tone(tone) for tone in Tone}) == len(Tone)


def test_icons_have_two_colours_at_most() -> None:
    for path in (*(files("assets") / "icons").iterdir(), *(files("assets") / "drawings").iterdir()):
        if path.name != "kaikuportti.svg":
            colours = set(re.findall(r"#[0-9a-fA-F]{6}", path.read_text(encoding="utf-8")))
            assert colours <= {"#0a4f5a", "#ffffff"}, path.name
