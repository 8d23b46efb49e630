"""What was chosen in the window: language, look, texts, devices, sounds. Kept for the next start in a file of the desk's folder.

A setting that somebody made (`validator.config`) wins over it: it was made for good. There is nothing but these six in the
file, so one that cannot be read or written is no matter for anybody.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from ui.face import Face
from ui.theme import FACTORS, Mode
from ui.work import DeskWork
from validator.config import LONGEST, Settings
from validator.words import LANGUAGES

FILE_NAME = "window.json"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How the window speaks and looks, and what the camera and the serial scanner are."""

    language: str
    look: str
    text_size: float
    camera: str
    scanner: str = "auto"
    sounds: bool = False


class Memory(QObject):
    """Keeps every new choice, off the screen's thread.

    Args:
        face: what is watched.
        path: the file.
        work: the thread that writes.
        camera, scanner: the settings in force.
        sounds: whether sounds are on.
    """

    def __init__(
        self,
        face: Face,
        path: Path,
        work: DeskWork,
        camera: str,
        scanner: str = "auto",
        sounds: bool = False,
    ) -> None:
        super().__init__()
        self._sounds = sounds
        self._camera = camera
        self._scanner = scanner
        self._face = face
        self._path = path
        self._work = work
        self._chosen = self._now()
        face.reworded.connect(self._keep)
        face.restyled.connect(self._keep)

    def keep_camera(self, choice: str) -> None:
        """Another camera was chosen."""
        self._camera = choice
        self._keep()

    def keep_sounds(self, on: bool) -> None:
        """Sounds were switched on or off."""
        self._sounds = on
        self._keep()

    def close(self) -> None:
        """Watch no more; what was chosen so far is still kept."""
        self._face.reworded.disconnect(self._keep)
        self._face.restyled.disconnect(self._keep)

    def keep_scanner(self, choice: str) -> None:
        """Another scanner was chosen."""
        self._scanner = choice
        self._keep()

    def _now(self) -> Chosen:
        face = self._face
        return Chosen(
            face.language, face.mode.value, face.theme.factor, self._camera, self._scanner, self._sounds
        )

    def _keep(self) -> None:
        now, before = asdict(self._now()), asdict(self._chosen)
        changed = {name: value for name, value in now.items() if value != before[name]}
        if changed:
            self._chosen = self._now()
            self._work.submit(lambda: keep(self._path, changed), lambda _none: None)


def at_start(settings: Settings) -> Chosen:
    """What the settings say; where they say nothing, what was chosen last."""
    found = {**asdict(_set(settings)), **_kept(settings.data / FILE_NAME)}
    found |= {name: getattr(settings, name) for name in found if name in settings.made}
    return Chosen(**found)


def keep(path: Path, changed: Mapping[str, str | float]) -> None:
    """Keep what was chosen anew for the next start, beside what was; a disk that is full leaves what was kept before."""
    fresh = path.with_suffix(".new")
    with suppress(OSError):
        fresh.write_text(json.dumps({**_kept(path), **changed}), encoding="utf-8")
        fresh.replace(path)


def _set(settings: Settings) -> Chosen:
    return Chosen(settings.language, settings.look, settings.text_size, settings.camera, settings.scanner)


def _kept(path: Path) -> dict[str, str | float]:
    """What makes sense of what was kept."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    sensible = {"language": LANGUAGES, "look": tuple(Mode), "text_size": FACTORS}
    kept: dict[str, str | float] = {
        name: fields[name] for name, among in sensible.items() if fields.get(name) in among
    }
    for device in ("camera", "scanner"):
        choice = fields.get(device)
        if isinstance(choice, str) and 1 <= len(choice) <= LONGEST:
            kept[device] = choice
    if isinstance(fields.get("sounds"), bool):
        kept["sounds"] = fields["sounds"]
    return kept
