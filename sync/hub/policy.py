"""The hub's commands about what every desk goes by: the network's numbers, and whom to ask. `sync.hub.cli` takes them up.

The numbers say how old is old, and when notes are made.

A number has the name of its field in `validator.domain.policy`, with hyphens; those of the card list begin with ``cards`` here, as
those of the other two lists do with theirs.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlalchemy import Connection

from sync.hub import settings
from sync.hub.hub import Hub
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from validator.errors import ConfigError

app = typer.Typer(help="The network's numbers.")

_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_AMOUNT = re.compile(r"(\d{1,9})(s|min|h|d)?")
_WORDS: dict[str, int | bool | None] = {"yes": True, "no": False, "default": None}
_FIELDS = {"cards-notice": "notice_after", "cards-banner": "banner_after", "cards-stop": "stop_after"} | {
    f"{listed}-{grade}": f"{listed}_{grade}_after"
    for listed in ("quotas", "rules")
    for grade in ("notice", "banner", "stop")
}
_NAMES = {field: name for name, field in _FIELDS.items()}
_COUNTS = {"last_ones", "child_notice", "child_ceiling"}

Changes = Annotated[
    list[str] | None,
    typer.Argument(
        help="Numbers to set, such as cards-stop=14d, quotas-notice=12h, provisional=no, last-ones=default.",
        show_default=False,
    ),
]


@app.command()
def policy(
    changes: Changes = None,
    *,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the network's numbers, or set some of them. Desks hear of it with their next sync, signed by the hub."""
    row = dict(_change(each) for each in changes or ())
    with Hub.open(data, database) as hub:
        if row:
            with hub.database.write() as tx:
                settings.set_policy(hub.database, tx, row, hub.clock.now())
        with hub.database.read() as tx:
            version, numbers = settings.policy_version(tx), _named(tx)
    if as_json:
        typer.echo(json.dumps({"version": version, "policy": numbers}))
        return
    since = (
        "the program's own" if version == 1 else f"{datetime.fromtimestamp(version, UTC):%Y-%m-%d %H:%M} UTC"
    )
    typer.echo(f"version {version} ({since})")
    for name, value in numbers.items():
        typer.echo(f"{name:<16} {_shown(name, value)}")


@app.command()
def support(
    text: Annotated[
        str | None,
        typer.Argument(help='Such as "Support service, tuki@example.fi, 0100 000 000"; "" names nobody.'),
    ] = None,
    *,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Show whom desks are told to ask for help, or name somebody. Areas' own contacts come with the list of areas."""
    with Hub.open(data, database) as hub:
        if text is not None:
            with hub.database.write() as tx:
                settings.set_support(hub.database, tx, text)
        with hub.database.read() as tx:
            typer.echo(settings.support(tx) or "nobody is named")


def _change(text: str) -> tuple[str, int | bool | None]:
    """What one argument sets.

    Raises:
        ConfigError: it sets nothing. That there is such a number, and that it makes sense, is the settings' to say.
    """
    name, _, value = text.partition("=")
    amount = _AMOUNT.fullmatch(value)
    field = _FIELDS.get(name, name.replace("-", "_"))
    if value in _WORDS:
        return field, _WORDS[value]
    if amount is None or (field in _COUNTS) is (amount[2] is not None):
        raise ConfigError(
            "say it as cards-stop=14d: a number of s, min, h or d, a bare count, yes, no or default"
        )
    return field, int(amount[1]) * _UNITS[amount[2] or "s"]


def _named(tx: Connection) -> dict[str, int | bool]:
    row = settings.policy_row(tx)
    named = {_NAMES.get(field, field.replace("_", "-")): value for field, value in row.items()}
    return dict(sorted(named.items()))


def _shown(name: str, value: float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name.replace("-", "_") in _COUNTS or value == 0:
        return str(value)
    unit, size = next((unit, size) for unit, size in reversed(_UNITS.items()) if value % size == 0)
    return f"{value // size} {unit}"
