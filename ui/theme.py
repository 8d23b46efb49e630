"""Colours, type and measures of every screen: light and dark, and the factor by which the user wants texts enlarged.

1. Text stands out from its ground by 7:1 or more, the edge of a control by 3:1 or more; `contrast` computes it, tests hold it.
2. Two accents. The first marks what to press and what is focused, the second marks a note. There is no red.
3. A verdict's colour is inside its icon alone, and the icon is at most `ICON` pixels large.
4. Texts grow by the factor in full. What is large already grows less (`Theme.points`), so that a screen of 1024 x 700 holds it.
5. Distances are multiples of `GRID`; what is pressed on the clerk's page is `TARGET` pixels high or more.

How the values become a style sheet is `ui.sheet`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GRID = 8
TARGET = 44
ICON = 24
FOCUS = 3
FACTORS = (1.0, 1.25, 1.5, 1.75, 2.0)

BASE_POINTS = 11.0

FALLBACK_FONTS = ("DejaVu Sans", "Noto Sans", "Segoe UI", "Helvetica Neue")


class Mode(StrEnum):
    """Which palette: by the system, or by choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Text(StrEnum):
    """The type scale."""

    SMALL = "small"
    BASE = "base"
    STRONG = "strong"
    TITLE = "title"
    WORD = "word"
    SENTENCE = "sentence"
    CUSTOMER = "customer"


class Tone(StrEnum):
    """What an icon's colour says; the panel around it is always the same."""

    CALM = "calm"
    GIVE = "give"
    NOTE = "note"


_POINTS = {
    Text.SMALL: 10.0,
    Text.BASE: BASE_POINTS,
    Text.STRONG: 13.0,
    Text.TITLE: 16.0,
    Text.WORD: 18.0,
    Text.SENTENCE: 28.0,
    Text.CUSTOMER: 44.0,
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``.

    Attributes:
        ground: behind everything.
        panel: behind what is read.
        field: behind what is typed.
        ink: text; ``soft`` is text of second rank.
        line: a mere division; ``edge`` is the outline of a control.
        accent: what to press and what is focused; ``on_accent`` is text on it, ``tint`` a hint of it behind ink.
        note: the second accent, in icons alone.
    """

    ground: str
    panel: str
    field: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    pressed: str
    on_accent: str
    tint: str
    note: str


LIGHT = Palette(
    ground="#f3f1ec",
    panel="#ffffff",
    field="#fbfaf8",
    ink="#1a1e22",
    soft="#454b51",
    line="#dad6cd",
    edge="#767a7e",
    accent="#0a4f5a",
    pressed="#06363e",
    on_accent="#ffffff",
    tint="#e2eeef",
    note="#8a5a00",
)

DARK = Palette(
    ground="#14171a",
    panel="#1d2125",
    field="#171a1d",
    ink="#f3f1ec",
    soft="#c6cacd",
    line="#343a40",
    edge="#858c92",
    accent="#86d3dd",
    pressed="#b4e6ec",
    on_accent="#0b1214",
    tint="#213639",
    note="#f0c35a",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the windows.

    Attributes:
        family: the font; empty for the system's.
    """

    palette: Palette = LIGHT
    factor: float = 1.0
    family: str = ""

    def points(self, text: Text) -> float:
        """The size of a text in points."""
        points = _POINTS[text]
        share = min(1.0, BASE_POINTS / points) ** 2
        return points * (1.0 + (self.factor - 1.0) * share)

    def pixels(self, plain: int) -> int:
        """A measure that has to grow with the text inside it."""
        return round(plain * self.factor)

    def tone(self, tone: Tone) -> str:
        """The colour inside an icon."""
        colours = {Tone.CALM: self.palette.soft, Tone.GIVE: self.palette.accent, Tone.NOTE: self.palette.note}
        return colours[tone]

    @property
    def is_dark(self) -> bool:
        """Whether texts are lighter than what is behind them."""
        return luminance(self.palette.ink) > luminance(self.palette.ground)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` by WCAG 2, from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart by WCAG 2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def next_factor(factor: float, step: int) -> float:
    """The factor one step larger (1) or smaller (-1)."""
    nearest = min(range(len(FACTORS)), key=lambda at: abs(FACTORS[at] - factor))
    return FACTORS[max(0, min(len(FACTORS) - 1, nearest + step))]
