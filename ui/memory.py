"""What was chosen in the window for language, look and size of texts, kept for the next start in a small file of the desk's folder.

A setting that somebody made (`validator.config`) wins over it: it was made for good. There is nothing but these three in the
file, so one that cannot be read or written is no matter for anybody.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from ui.face import Face
from ui.theme import FACTORS, Mode
from ui.work import DeskWork
from validator.config import Settings
from validator.words import LANGUAGES

FILE_NAME = "window.json"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How the window speaks and looks."""

    language: str
    look: str
    text_size: float


class Memory(QObject):
    """Keeps every new choice, off the screen's thread.

    Args:
        face: what is watched.
        path: the file.
        work: the thread that writes.
    """

    def __init__(self, face: Face, path: Path, work: DeskWork) -> None:
        super().__init__()
        self._face = face
        self._path = path
        self._work = work
        self._chosen = self._now()
        face.reworded.connect(self._keep)
        face.restyled.connect(self._keep)

    def close(self) -> None:
        """Watch no more; what was chosen so far is still kept."""
        self._face.reworded.disconnect(self._keep)
        self._face.restyled.disconnect(self._keep)

    def _now(self) -> Chosen:
        face = self._face
        return Chosen(face.language, face.mode.value, face.theme.factor)

    def _keep(self) -> None:
        chosen = self._now()
        if chosen != self._chosen:
            self._chosen = chosen
            self._work.submit(lambda: keep(self._path, chosen), lambda _none: None)


def at_start(settings: Settings) -> Chosen:
    """What the settings say; where they say nothing, what was chosen last."""
    found = {**asdict(_set(settings)), **_kept(settings.data / FILE_NAME)}
    found |= {name: getattr(settings, name) for name in found if name in settings.made}
    return Chosen(**found)


def keep(path: Path, chosen: Chosen) -> None:
    """Keep it for the next start; a disk that is full leaves what was kept before."""
    fresh = path.with_suffix(".new")
    with suppress(OSError):
        fresh.write_text(json.dumps(asdict(chosen)), encoding="utf-8")
        fresh.replace(path)


def _set(settings: Settings) -> Chosen:
    return Chosen(settings.language, settings.look, settings.text_size)


def _kept(path: Path) -> dict[str, str | float]:
    """What makes sense of what was kept."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    sensible = {"language": LANGUAGES, "look": tuple(Mode), "text_size": FACTORS}
    return {name: fields[name] for name, among in sensible.items() if fields.get(name) in among}
