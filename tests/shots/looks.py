"""In which languages, looks and sizes of text a state is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from tests.shots.stage import settle
from ui.face import Face
from ui.theme import Mode
from validator.words import LANGUAGES

MODES = (Mode.LIGHT, Mode.DARK)
FACTORS = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Way:
    """One of them."""

    language: str
    mode: Mode
    factor: float

    def __str__(self) -> str:
        return f"{self.language}-{self.mode.value}-{round(self.factor * 100)}"


def ways(languages: Iterable[str] = LANGUAGES) -> list[Way]:
    """All of them; the language changes fastest, because that costs least."""
    spoken = list(languages)
    return [Way(language, mode, factor) for mode in MODES for factor in FACTORS for language in spoken]


def wear(app: QApplication, face: Face, way: Way) -> None:
    """Show everything so, from the next event on; returns when all has its size."""
    if face.mode is not way.mode:
        face.wear(way.mode)
    face.enlarge(way.factor)
    face.speak(way.language)
    settle(app)
