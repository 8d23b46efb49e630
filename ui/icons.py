"""Icons and drawings, from `assets/icons` and `assets/drawings`: lines in the ink of the theme with one accent, which is asked for.

In the files ``currentColor`` is the ink, any colour that a shape names itself is the accent, and white is what shows through a
filled shape. The program's own icon keeps its colours.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import ICON, Palette

_PROGRAM = "kaikuportti"
_SHARPNESS = 3.0
"""Pixels drawn for one on the screen, so that an icon is sharp on fine screens too."""

_ACCENT = re.compile(r'(stroke|fill)="#(?!fff)[0-9a-fA-F]{6}"')


@lru_cache(maxsize=512)
def picture(name: str, ink: str, accent: str, paper: str, size: int = ICON) -> QPixmap:
    """An icon as a picture of ``size`` pixels on the screen."""
    text = (files("assets") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    if name != _PROGRAM:
        text = _ACCENT.sub(rf'\1="{accent}"', text)
        text = text.replace("currentColor", ink).replace("#ffffff", paper)
    return _rendered(text, size, size)


@lru_cache(maxsize=16)
def drawn(name: str, ink: str, accent: str, wide: int) -> QPixmap:
    """A drawing ``wide`` pixels wide on the screen, and half as high."""
    text = (files("assets") / "drawings" / f"{name}.svg").read_text(encoding="utf-8")
    return _rendered(_ACCENT.sub(rf'\1="{accent}"', text).replace("currentColor", ink), wide, wide // 2)


def icon(name: str, palette: Palette) -> QIcon:
    """An icon for a button."""
    return QIcon(picture(name, palette.ink, palette.accent, palette.panel))


def program_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(picture(_PROGRAM, "", "", "", 64))


def _rendered(text: str, wide: int, high: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(text.encode()))
    pixmap = QPixmap(round(wide * _SHARPNESS), round(high * _SHARPNESS))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
