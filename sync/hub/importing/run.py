"""One import: files in, rows into the register in batches, bad rows into quarantine, a summary out.

1. Kinds come in the order in which they lean on each other, whatever the order of the files.
2. A batch is one transaction. An import is stopped between two batches only, so that its report counts what is in; done again, it
   goes on from there, since a row that is as it was changes nothing.
3. Nothing here says a card's code: rows are named by their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select

from sync.hub import schema, settings
from sync.hub.hub import Hub
from sync.hub.importing.cards import loose_code
from sync.hub.importing.cells import CellBad, is_blank
from sync.hub.importing.kinds import Kind, Standing, Value
from sync.hub.importing.listing import Listing, Row, listings
from sync.hub.importing.quarantine import Quarantine
from sync.hub.importing.rows import Refused, RowReader, Taken
from sync.hub.register import CardEntry, Register, RegisterRefused, card_of
from validator.domain.card import CardToken
from validator.domain.code import CardCode
from validator.domain.network import Area, Offer, Performance, RuleSet, Venue

BATCH = 500
TOLD = 50
"""Changes and bad rows of one list that a summary tells one by one; the rest it counts."""

Progress = Callable[[Listing, int], bool]
"""Told after each batch: the list, and how many of its rows were read. Its answer: whether to go on."""


@dataclass
class ListReport:
    """What became of one list.

    Attributes:
        changes: row number and what changed, of the first few.
        bad: row number and reasons, of the first few.
        quarantine: the file with the bad rows, or "".
        stopped: whether the import was stopped before the end of this list.
    """

    file: str
    kind: str
    added: int = 0
    changed: int = 0
    same: int = 0
    quarantined: int = 0
    notes: tuple[str, ...] = ()
    changes: list[tuple[int, str]] = field(default_factory=list)
    bad: list[tuple[int, str]] = field(default_factory=list)
    quarantine: str = ""
    stopped: bool = False

    def to_json(self) -> dict[str, Any]:
        """For ``--json``."""
        return asdict(self)


def import_files(
    hub: Hub,
    paths: Sequence[Path],
    *,
    kind: Kind | None = None,
    quarantine: Path | None = None,
    progress: Progress = lambda _listing, _read: True,
) -> list[ListReport]:
    """Import lists into the register.

    Args:
        hub: the hub whose register it is.
        paths: CSV or JSON files.
        kind: of the rows of every file, where neither name nor columns say it.
        quarantine: folder for the bad rows; None: beside each file.
        progress: told of each batch; says whether to go on.

    Returns:
        A report for each list. Where `progress` ended it the last one says that it was stopped, and lists that were not begun
        have none.

    Raises:
        ImportBad: a file cannot be read as a list at all; then nothing of any file was taken.
        StoreError: the database gave out; batches before are in.
    """
    found = sorted(
        (listing for path in paths for listing in listings(path, kind)),
        key=lambda each: list(Kind).index(each.kind),
    )
    reports: list[ListReport] = []
    with ExitStack() as stack:
        taken = {path.resolve() for path in paths}
        places = {
            path: stack.enter_context(Quarantine(path, quarantine, taken)) for path in dict.fromkeys(paths)
        }
        standing = _standing(hub)
        for listing in found:
            report = ListReport(listing.path.name, listing.kind.value, notes=listing.notes)
            reports.append(report)
            _import(hub, listing, standing, report, places[listing.path], progress)
            if report.stopped:
                break
    return reports


def _standing(hub: Hub) -> Standing:
    with hub.read() as register:
        network = register.network()
    with hub.database.read() as tx:
        return Standing.of(network, settings.code_format(tx))


def _import(
    hub: Hub, listing: Listing, standing: Standing, report: ListReport, bad: Quarantine, progress: Progress
) -> None:
    reader, read = RowReader(listing.kind, standing), 0
    for rows in _batches(listing.rows()):
        if listing.kind is Kind.CARDS:
            standing.cards = _cards_of(hub, rows)
        outcomes = [(row, _outcome(reader, row)) for row in rows]
        with hub.change() as register:
            outcomes = _put(register, listing.kind, outcomes)
        for row, outcome in outcomes:
            _count(report, row, outcome)
            if isinstance(outcome, Refused):
                bad.take(listing, row, outcome.reasons)
                report.quarantine = str(bad.path)
        read += len(rows)
        if not progress(listing, read):
            report.stopped = True
            break


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _outcome(reader: RowReader, row: Row) -> Taken | Refused:
    return Refused((row.problem,)) if row.cells is None else reader.read(row.number, row.cells)


def _put(
    register: Register, kind: Kind, outcomes: list[tuple[Row, Taken | Refused]]
) -> list[tuple[Row, Taken | Refused]]:
    if kind is Kind.CARDS:
        register.put_cards(
            outcome.value
            for _, outcome in outcomes
            if isinstance(outcome, Taken) and not outcome.is_same and isinstance(outcome.value, CardEntry)
        )
        return outcomes
    return [
        (row, _put_one(register, outcome) if isinstance(outcome, Taken) and not outcome.is_same else outcome)
        for row, outcome in outcomes
    ]


def _put_one(register: Register, taken: Taken) -> Taken | Refused:
    try:
        _write(register, taken.value)
    except RegisterRefused as refused:
        return Refused((str(refused),))
    return taken


def _write(register: Register, value: Value) -> None:
    match value:
        case RuleSet():
            register.put_rule_set(value)
        case Area():
            register.put_area(value)
        case Venue():
            register.put_venue(value)
        case Offer():
            register.put_offer(value)
        case Performance():
            register.put_performance(value)
        case (str() as municipality, str() as area):
            register.put_municipality(municipality, area)


def _cards_of(hub: Hub, rows: Iterable[Row]) -> dict[str, CardEntry]:
    """The cards that stand under the codes of these rows, by code."""
    codes: dict[bytes, CardCode] = {}
    key = hub.token_key
    for row in rows:
        cell = None if row.cells is None else row.cells.get("code")
        if not is_blank(cell):
            try:
                code = loose_code(cell)
            except CellBad:
                continue
            codes[CardToken.of(code, key).digest] = code
    table = schema.cards
    wanted = select(table).where(table.c.epoch == key.epoch, table.c.token.in_(list(codes)))
    with hub.database.read() as tx:
        found = [(codes[bytes(row.token)], card_of(row)) for row in tx.execute(wanted)]
    return {
        code.reveal(): CardEntry(
            code, card.kind, card.area, card.valid_from, card.valid_to, card.children, card.status
        )
        for code, card in found
    }


def _count(report: ListReport, row: Row, outcome: Taken | Refused) -> None:
    if isinstance(outcome, Refused):
        report.quarantined += 1
        if len(report.bad) < TOLD:
            report.bad.append((row.number, "; ".join(outcome.reasons)))
    elif outcome.is_new:
        report.added += 1
    elif outcome.changes:
        report.changed += 1
        if len(report.changes) < TOLD:
            report.changes.append((row.number, "; ".join(outcome.changes)))
    else:
        report.same += 1


def summary(reports: Sequence[ListReport]) -> Mapping[str, Any]:
    """All lists together, for ``--json``."""
    return {
        "lists": [report.to_json() for report in reports],
        "stopped": any(report.stopped for report in reports),
        **{
            name: sum(getattr(report, name) for report in reports)
            for name in ("added", "changed", "same", "quarantined")
        },
    }
