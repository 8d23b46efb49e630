"""The office's commands: import lists, issue, close and replace cards, print them, look at the sample network.

`sync.hub.cli` takes them up. Only `issue` and `replace` say a new card's code, `print` prints codes and `sample` lists made-up
ones; none writes one to a log. A code that is asked for may be typed at a prompt, where no other process and no history sees it.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from sync.hub import issuing, printing, sample
from sync.hub.hub import Hub
from sync.hub.importing import Kind, ListReport, import_files, summary
from sync.hub.importing.cells import MOST_COMPANIONS
from sync.hub.importing.listing import Listing
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from sync.hub.register import StoredCard
from validator.domain.card import CardKind

app = typer.Typer(help="The office's work with lists and cards.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Code = Annotated[
    str, typer.Argument(help="The card's code; asked for where it is not given.", show_default=False)
]

_STOPPED = 130
_PROMPT = "code"
_TOLD = 10
"""Rows told one by one; `--json` tells more."""


@app.command("import")
def import_lists(
    files: Annotated[list[Path], typer.Argument(help="CSV or JSON files.", show_default=False)],
    *,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    kind: Annotated[
        Kind | None, typer.Option(help="Kind of the rows, where neither file name nor columns say it.")
    ] = None,
    quarantine: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the bad rows; without it, beside each file.", file_okay=False, exists=True
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Import cards, areas, municipalities, venues, offers, performances or rule sets.

    Good rows come in, bad rows go to a quarantine file with their reasons. A list may be imported again and again. Ctrl-C
    ends it behind the rows that are on their way, and keeps what is in.
    """
    with Hub.open(data, database) as hub, _one_interrupt() as interrupts, ExitStack() as stack:
        bar = (
            stack.enter_context(Progress(console=Console(stderr=True), transient=True))
            if _has_eyes()
            else None
        )
        bars = _Bars(bar)

        def tell(listing: Listing, read: int) -> bool:
            bars.show(listing, read)
            return not interrupts

        reports = import_files(hub, files, kind=kind, quarantine=quarantine, progress=tell)
    if as_json:
        typer.echo(json.dumps(summary(reports), ensure_ascii=False))
    else:
        for report in reports:
            typer.echo(_told(report))
    if any(report.stopped for report in reports):
        typer.echo("stopped: what is in stays; import the same files again to go on", err=True)
        raise typer.Exit(_STOPPED)


@app.command()
def issue(
    *,
    area: Annotated[str, typer.Option(help="Id of the area that issues the card.")],
    kind: Annotated[CardKind, typer.Option(help="Personal, or an organisation's.")] = CardKind.PERSONAL,
    children: Annotated[
        int | None, typer.Option(min=0, max=MOST_COMPANIONS, help="Children who come along.")
    ] = None,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    as_json: AsJson = False,
) -> None:
    """Issue a new card: valid from today, one year, less a day."""
    with Hub.open(data, database) as hub:
        _tell_card(issuing.issue(hub, area, kind, children), as_json=as_json, with_code=True)


@app.command()
def close(
    code: Code = "", *, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "", as_json: AsJson = False
) -> None:
    """Close a card, from now on and at every desk."""
    with Hub.open(data, database) as hub:
        _tell_card(issuing.close(hub, code or typer.prompt(_PROMPT)), as_json=as_json, with_code=False)


@app.command()
def replace(
    code: Code = "", *, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "", as_json: AsJson = False
) -> None:
    """Issue a new card in the place of one; it has the rest of its year."""
    with Hub.open(data, database) as hub:
        _tell_card(issuing.replace(hub, code or typer.prompt(_PROMPT)), as_json=as_json, with_code=True)


@app.command("print")
def print_cards(
    *,
    cards: Annotated[list[str], typer.Option(help="'all', or codes; may be repeated.")],
    out: Annotated[
        Path | None, typer.Option(help="PDF file to write: A4, ten cards a sheet.", dir_okay=False)
    ] = None,
    pictures: Annotated[
        Path | None, typer.Option(help="Folder for a PNG of each card.", file_okay=False)
    ] = None,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Print cards with their QR symbol and Code 39, as they are handed out."""
    if out is None and pictures is None:
        raise typer.BadParameter("say where to: --out FILE, --pictures FOLDER, or both")
    with Hub.open(data, database) as hub:
        chosen = printing.chosen_cards(
            hub, [word for part in cards for word in re.split(r"[,\s]+", part) if word]
        )
    if not chosen:
        raise typer.BadParameter("there is no card to print")
    if out is not None:
        printing.write_sheet(chosen, out)
        typer.echo(f"{_cards(len(chosen))} in {out}")
    if pictures is not None:
        printing.write_pictures(chosen, pictures)
        typer.echo(f"{_cards(len(chosen))} in {pictures}")


@app.command("sample")
def show_sample(*, as_json: AsJson = False) -> None:
    """List the sample network: its cards, offers, and what reaches each verdict."""
    listing = sample.listing()
    if as_json:
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=1))
        return
    for card in listing["cards"]:
        typer.echo(
            f"{card['code']}  {card['kind']:9}  {card['area']:12}  {card['valid_from']}..{card['valid_to']}  "
            f"{card['status']:8}  {card['note']}"
        )
    for step in listing["steps"]:
        typer.echo(f"{step['code']}  " + " / ".join(step["steps"]))


class _Bars:
    """One line of progress for each list, where somebody looks on."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._tasks: dict[int, TaskID] = {}

    def show(self, listing: Listing, read: int) -> None:
        if self._progress is None:
            return
        if id(listing) not in self._tasks:
            title = f"{listing.path.name}: {listing.kind.value}"
            self._tasks[id(listing)] = self._progress.add_task(title, total=listing.lines)
        self._progress.update(self._tasks[id(listing)], completed=read)


@contextmanager
def _one_interrupt() -> Iterator[list[int]]:
    """Note the first Ctrl-C instead of raising it, so that work ends where it is whole; a second one ends it at once."""
    noted: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        noted.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)


def _has_eyes() -> bool:
    return sys.stderr.isatty()


def _told(report: ListReport) -> str:
    lines = [
        f"{report.file}, {report.kind}: {report.added} new, {report.changed} changed, {report.same} as they were"
    ]
    lines += [f"  note: {note}" for note in report.notes]
    lines += [f"  row {number} changed: {change}" for number, change in report.changes[:_TOLD]]
    lines += _more(report.changed)
    if report.quarantined:
        lines.append(f"  bad rows: {report.quarantined}, in {report.quarantine}")
    lines += [f"  row {number} is bad: {reason}" for number, reason in report.bad[:_TOLD]]
    lines += _more(report.quarantined)
    return "\n".join(lines)


def _more(count: int) -> list[str]:
    return [f"  and {count - _TOLD} more"] if count > _TOLD else []


def _tell_card(stored: StoredCard, *, as_json: bool, with_code: bool) -> None:
    card = stored.card
    told: dict[str, Any] = {
        "code": stored.code.reveal() if with_code else stored.code.masked,
        "kind": card.kind.value,
        "area": card.area,
        "valid_from": card.valid_from.isoformat(),
        "valid_to": card.valid_to.isoformat(),
        "status": card.status.value,
        "children": card.children,
    }
    if as_json:
        typer.echo(json.dumps(told))
        return
    typer.echo(f"{told['code']}   {card.status.value}, {card.area}, {card.valid_from}..{card.valid_to}")


def _cards(count: int) -> str:
    return "1 card" if count == 1 else f"{count} cards"
