"""The commands about the desk's own records: its journal in one file, whether a journal holds, and closing a day.

Exit codes: 0 all is well, 3 the journal does not hold or the day differs; 1 and 2 as `sync.cli` says.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sync.audit import audit_file, told
from sync.journalfile import open_journal
from sync.station import Station, vault_for
from validator.config import load_settings
from validator.domain.closing import DayClose, Difference, Gap
from validator.domain.network import HELSINKI
from validator.errors import ConfigError
from validator.store.ledger import FILE_NAME

WELL, NOT_WELL = 0, 3

GAPS = {
    Gap.NOT_THERE: "is here and not at the hub",
    Gap.NOT_HERE: "is at the hub and not here",
    Gap.OTHER: "is another one at the hub",
    Gap.REFUSED: "was not accepted by the hub",
}

app = typer.Typer(
    help="The desk's journal: export it, and see whether it holds.",
    no_args_is_help=True,
    add_completion=False,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("export")
def export_journal(
    file: Annotated[Path, typer.Argument(help="The file to write.", show_default=False)],
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write this desk's whole journal into one file, its card parts sealed to the hub."""
    with own_station() as station:
        entries = station.export(file, replace=force)
    typer.echo(f"{entries} entries in {file}", err=True)


@app.command("verify")
def verify(
    file: Annotated[
        Path | None, typer.Argument(help="An exported journal; without one, this desk's own.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Does a journal hold? Names the first bad entry. An exported one is read by itself, without a desk or a hub."""
    if file is None:
        with own_station() as station:
            audit = station.audit()
    else:
        with open_journal(file) as journal:
            audit = audit_file(journal.opening, journal.lines())
    _say(told(audit) if as_json else audit.sentence)
    raise typer.Exit(WELL if audit.holds else NOT_WELL)


def day_close(
    *,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; without it, today at this desk.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Is the hub's ledger of a day the same as this desk's journal? Carries first, then lists what differs."""
    with own_station() as station:
        station.courier().carry()
        now = station.clock.now().astimezone(HELSINKI)
        close = station.close_day((date or now).date())
    _say(_told(close) if as_json else "\n".join(_lines(close)))
    raise typer.Exit(WELL if close.holds else NOT_WELL)


@contextmanager
def own_station() -> Iterator[Station]:
    """This machine's own desk, open."""
    settings = load_settings()
    if not (settings.data / FILE_NAME).exists():
        raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
    with Station.open(settings.data, vault_for(settings, passphrase)) as station:
        yield station


def passphrase() -> str:
    """What the desk's files are opened with: from the environment, or asked for."""
    return os.environ.get("KAIKUPORTTI_PASSPHRASE") or str(
        typer.prompt("Passphrase", hide_input=True, err=True)
    )


def _told(close: DayClose) -> dict[str, Any]:
    return {
        "holds": close.holds,
        "day": close.day.isoformat(),
        "here": close.here,
        "there": close.there,
        "digest": close.digest,
        "signature": close.signature.hex(),
        "beyond": close.beyond,
        "differences": [
            {
                "gap": each.gap.value,
                "sequence": each.entry.sequence,
                "event": each.entry.event,
                "kind": each.entry.kind,
                "reason": each.entry.reason,
            }
            for each in close.differences
        ],
    }


def _lines(close: DayClose) -> Iterator[str]:
    if close.holds:
        yield f"{close.day}: closed; {close.here} entries, the same here and at the hub ({close.digest})"
        return
    yield f"{close.day}: {close.here} entries here, {close.there} at the hub"
    yield from map(_line, close.differences)
    if close.beyond:
        yield f"the hub holds {close.beyond} entries behind the last one here: this is an old copy of the desk"


def _line(found: Difference) -> str:
    entry = found.entry
    why = f": {entry.reason}" if entry.reason else ""
    return f"entry {entry.sequence} ({entry.kind}) {GAPS[found.gap]}{why}"


def _say(answer: dict[str, Any] | str) -> None:
    if isinstance(answer, dict):
        answer = json.dumps(answer, ensure_ascii=sys.stdout.encoding.lower() != "utf-8")
    typer.echo(answer.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))
