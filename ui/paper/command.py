"""The printable pages without a window: `kaikuportti sheet` and `kaikuportti guide`. Qt is loaded only when one is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[Path, typer.Option("--out", dir_okay=False, help="The PDF file to write.")]


class Language(StrEnum):
    """Which words."""

    FI = "fi"
    SV = "sv"
    EN = "en"
    SELKO = "selko"


Lang = Annotated[Language, typer.Option("--lang", help="Language of the page.")]


def register(app: typer.Typer) -> None:
    """Put the commands beside the others."""
    app.command("sheet")(sheet)
    app.command("guide")(guide)


def sheet(
    *, out: Out, lang: Lang = Language.FI, venue: Annotated[str, typer.Option(help="The house.")] = ""
) -> None:
    """Write the paper sheet for the hour in which the PC fails, as PDF."""
    from ui.paper.sheet import write_sheet
    from validator.words import Wording

    _written(out, lambda: write_sheet(out, Wording(lang.value), venue))


def guide(
    *, out: Out, lang: Lang = Language.FI, contact: Annotated[str, typer.Option(help="Whom to ask.")] = ""
) -> None:
    """Write the cheat sheet and the quick guide, as PDF."""
    from ui.paper.cheat import write_guide
    from validator.words import Wording

    _written(out, lambda: write_guide(out, Wording(lang.value), contact))


def _written(out: Path, write: Callable[[], None]) -> None:
    from PySide6.QtGui import QGuiApplication

    # Letters are needed, and no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    write()
    del app
    typer.echo(str(out))
