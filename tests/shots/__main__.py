"""Photograph every state of the window in four languages, light and dark, at plain and at double text size: ``make shots``.

The pictures are for eyes and land in ``build/shots`` with an index page, which also shows what a screen reader finds. The window is
as small as it may be, where it is hardest. ``--only give,group`` takes the states whose names begin so, ``--language fi`` one
language, ``--page manager`` one page. Ctrl+C stops after the picture at hand; what was taken has its index.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.shots.catalogue import Page, State, catalogue
from tests.shots.index import Taken, write_index
from tests.shots.looks import Way, ways, wear
from tests.shots.spoken import tree
from tests.shots.stage import Files, staged
from ui.face import Face
from ui.theme import Mode
from validator.words import LANGUAGES

FOLDER = Path("build/shots")


@dataclass
class Stop:
    """Whether somebody pressed Ctrl+C."""

    asked: bool = False

    def __call__(self, *_: object) -> None:
        self.asked = True


def main(arguments: list[str]) -> int:
    """Take the pictures; how far it is goes to standard error, the number of them to standard output."""
    asked = _asked(arguments)
    states = [each for each in catalogue() if _is_wanted(each, asked)]
    wanted = ways([asked.language] if asked.language else LANGUAGES)
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    stop = Stop()
    signal.signal(signal.SIGINT, stop)
    app = QApplication([])
    face = Face(app, "fi", Mode.LIGHT)
    taken: list[Taken] = []
    with tempfile.TemporaryDirectory() as files:
        for each in _photographed(app, face, states, wanted, Files(Path(files)), folder):
            taken.append(each)
            whole = len(states) * len(wanted)
            print(f"\r{len(taken)} of {whole}  {each.path.stem:60}", end="", file=sys.stderr, flush=True)
            if stop.asked:
                break
    face.close()
    print(file=sys.stderr)
    if taken:
        print(f"{len(taken)} pictures, {write_index(taken, folder)}")
    return 0 if taken and not stop.asked else 1


def _photographed(
    app: QApplication, face: Face, states: Sequence[State], wanted: Sequence[Way], files: Files, folder: Path
) -> Iterator[Taken]:
    for each in states:
        wear(app, face, wanted[0])  # as it was for whoever brought the window there
        with staged(app, face, files.of(each.begin), passphrase=each.passphrase) as on:
            widget = each.reach(on) or on.window
            for way in wanted:
                wear(app, face, way)
                path = folder / f"{each.name}-{way}.png"
                widget.grab().save(str(path))
                yield Taken(each.name, each.caption, each.page.value, path, tree(widget))


def _is_wanted(state: State, asked: argparse.Namespace) -> bool:
    names = tuple(name for name in asked.only.split(",") if name)
    return (not names or state.name.startswith(names)) and asked.page in ("", state.page.value)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.shots")
    parser.add_argument("--only", default="", help="beginnings of names of states, with commas between")
    parser.add_argument("--page", default="", choices=["", *Page])
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
