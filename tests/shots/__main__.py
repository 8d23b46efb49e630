"""Photograph every screen in four languages, light and dark, at plain and at double text size: ``make shots``.

The pictures are for eyes and land in ``build/shots`` with an index page. The window is as small as it may be, where it is hardest.
``--scene give`` takes one scene only, ``--language fi`` one language, ``--size 1180x800`` another window.
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.shots.scenes import Scene, desk_scenes, page_scenes, stage
from ui.face import Face
from ui.theme import Mode
from ui.window import SMALLEST, Window
from validator.words import LANGUAGES

FOLDER = Path("build/shots")
MODES = (Mode.LIGHT, Mode.DARK)
FACTORS = (1.0, 2.0)
SETTLING = 12
"""Rounds of events until a new size has gone through all layouts."""


@dataclass(frozen=True)
class Wanted:
    """What is to be photographed."""

    scene: str
    languages: tuple[str, ...]
    size: QSize
    folder: Path


def main(arguments: list[str]) -> int:
    """Take the pictures; the number of them goes to standard output."""
    wanted = _wanted(arguments)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    face = Face(app, "fi", Mode.LIGHT)
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as folder, stage(app, face, Path(folder)) as on:
        on.session.window.resize(wanted.size)
        for scene in _chosen(desk_scenes(on), wanted.scene):
            taken += _photograph(app, face, scene, wanted)
    window = Window(face)
    window.resize(wanted.size)
    window.show()
    for scene in _chosen(page_scenes(face, window), wanted.scene):
        taken += _photograph(app, face, scene, wanted)
    window.close()
    face.close()
    _write_index(taken, wanted.folder)
    print(f"{len(taken)} pictures in {wanted.folder}")
    return 0 if taken else 1


def _chosen(scenes: Iterable[Scene], name: str) -> Iterator[Scene]:
    yield from (scene for scene in scenes if name in ("", scene[0]))


def _photograph(app: QApplication, face: Face, scene: Scene, wanted: Wanted) -> Iterator[Path]:
    name, widget = scene
    for mode in MODES:
        face.wear(mode)
        for factor in FACTORS:
            face.enlarge(factor)
            for language in wanted.languages:
                face.speak(language)
                path = wanted.folder / f"{name}-{language}-{mode.value}-{round(factor * 100)}.png"
                _settle(app)
                widget().grab().save(str(path))
                yield path
    face.wear(Mode.LIGHT)
    face.enlarge(1.0)
    face.speak("fi")


def _settle(app: QApplication) -> None:
    for _ in range(SETTLING):
        app.sendPostedEvents()
        app.processEvents()


def _write_index(pictures: Iterable[Path], folder: Path) -> None:
    by_scene: dict[str, list[Path]] = {}
    for path in pictures:
        by_scene.setdefault(path.stem.rsplit("-", 3)[0], []).append(path)
    parts = ["<!doctype html><meta charset=utf-8><title>Kaikuportti</title>"]
    parts.append(
        "<style>body{font:16px sans-serif;margin:2em;background:#888}img{width:480px;margin:4px}</style>"
    )
    for scene, paths in by_scene.items():
        parts.append(f"<h2>{html.escape(scene)}</h2>")
        parts += [f'<a href="{path.name}"><img src="{path.name}" alt="{path.stem}"></a>' for path in paths]
    (folder / "index.html").write_text("\n".join(parts), encoding="utf-8")


def _wanted(arguments: list[str]) -> Wanted:
    parser = argparse.ArgumentParser(prog="tests.shots")
    parser.add_argument("--scene", default="")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--size", default=f"{SMALLEST.width()}x{SMALLEST.height()}")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args(arguments)
    width, height = (int(part) for part in given.size.split("x"))
    languages = (given.language,) if given.language else LANGUAGES
    return Wanted(given.scene, languages, QSize(width, height), given.folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
