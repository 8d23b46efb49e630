"""Where a hub is, for every command: its data folder, and the database where that is not the SQLite file inside."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_data_path

DEFAULT_FOLDER = user_data_path("kaikuportti-hub", appauthor=False)

Data = Annotated[
    Path,
    typer.Option("--data", envvar="KAIKUPORTTI_HUB_DATA", help="The hub's folder.", file_okay=False),
]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database",
        envvar="KAIKUPORTTI_HUB_DATABASE",
        help="A PostgreSQL URL; without one, an SQLite file in the folder.",
    ),
]
