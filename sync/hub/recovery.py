"""A desk's exported journal comes in at the hub: what a dead desk had yet to tell is not lost. `sync.hub.cli` takes the command up.

1. Every entry takes the very way of a pushed one (`sync.hub.events`): judged alone, booked with its effect, known for good. The
   same file twice is once.
2. Keys are the hub's own: of the desk as it enrolled, and of the hub. What the file says of keys counts for nothing.
3. An entry whose card part does not open is not taken for the entry: its genuine bytes may come with another copy. It counts as
   unreadable, as on the line, and its place is held open.
4. The desk is not seen by this: it was not there, and shares in no number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select, update

from sync.audit import Audit, audit_file, told
from sync.hub import schema, settings
from sync.hub.enrolment import Desk, desk_of
from sync.hub.events import ACCEPTED, DUPLICATE, LATER, REFUSED, Journal
from sync.hub.grants import Grants, note_fork
from sync.hub.hub import Hub
from sync.hub.intake import Item
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from sync.journalfile import EntryLine, Line, Opening, Torn, open_journal, opened
from sync.wire import EVENTS_PER_PASS, Answer, SignedEvent
from validator.domain.journal import parse
from validator.errors import ConfigError
from validator.sealing import Box

app = typer.Typer(help="Journals that desks exported.")

DOES_NOT_HOLD = 3
_FORKED = "forked"
"""How the reason of an entry begins in whose place the hub holds another."""
_MOST_BYTES = 4 * 1024 * 1024
"""Of events in one transaction."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an export has shown, and what became of its entries.

    Attributes:
        audit: whether the journal holds.
        counts: entries by the hub's word on them; empty where nothing was to be booked.
        refused: the hub's word on those that it did not accept.
    """

    audit: Audit
    counts: Counter[str] = field(default_factory=Counter)
    refused: tuple[Answer, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the journal holds, and there is none but this one and no gap in it at the hub."""
        is_forked = any(answer.reason.startswith(_FORKED) for answer in self.refused)
        return self.audit.holds and not self.counts[LATER] and not is_forked


@app.command("import-journal")
def import_journal(
    file: Annotated[
        Path, typer.Argument(help="What `kaikuportti journal export` wrote.", show_default=False)
    ],
    *,
    check: Annotated[bool, typer.Option("--check", help="Only say whether it holds; book nothing.")] = False,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Book what a desk's exported journal holds and this hub lacks. Exit code 3: the journal does not hold, or has gaps."""
    with Hub.open(data, database) as hub:
        done = recover(hub, file, book=not check)
    if as_json:
        refused = [answer.model_dump(include={"sequence", "event", "reason"}) for answer in done.refused]
        typer.echo(json.dumps(told(done.audit) | {"answers": dict(done.counts), "refused": refused}))
    else:
        typer.echo(done.audit.sentence)
        if not check:
            words = (
                (ACCEPTED, "new"),
                (DUPLICATE, "here before"),
                (REFUSED, "not accepted"),
                (LATER, "behind a gap"),
            )
            typer.echo(", ".join(f"{done.counts[status]} {word}" for status, word in words))
        for answer in done.refused:
            typer.echo(f"entry {answer.sequence}: {answer.reason}")
    raise typer.Exit(0 if done.whole else DOES_NOT_HOLD)


def recover(hub: Hub, path: Path, *, book: bool = True) -> Recovered:
    """Read an export and book what the hub lacks.

    Args:
        hub: the one whose desk it was.
        path: the file.
        book: False only reads.

    Raises:
        ConfigError: the file is no export, or one of another hub's desk.
        StoreError: the database fails; what was booked stays, and the same file may come again.
    """
    with open_journal(path) as file:
        opening = file.opening
        desk, box = _whose(hub, opening)
        keys = {"public_key": desk.public_key, "hub_key": hub.signer.public}
        audit = audit_file(opening.model_copy(update=keys), file.lines())
    if not book:
        return Recovered(audit)
    counts, refused = Counter[str](), list[Answer]()
    with open_journal(path) as file:
        for items in _batches(_items(file.lines(), box)):
            answers = _book(hub, desk.id, items)
            counts.update(answer.status for answer in answers)
            refused += [answer for answer in answers if answer.status == REFUSED]
    return Recovered(audit, counts, tuple(refused))


def _whose(hub: Hub, opening: Opening) -> tuple[Desk, Box]:
    with hub.database.read() as tx:
        opener = settings.opener(tx, hub.vault)
        desks = schema.desks
        is_known = tx.execute(select(desks.c.id).where(desks.c.id == opening.desk)).first() is not None
        if not is_known or opening.sealed_to != opener.public:
            raise ConfigError("this journal is of no desk of this hub")
        try:
            return desk_of(tx, opening.desk), opener.box(opening.ephemeral)
        except ValueError as error:
            raise ConfigError("the file's key is none: nothing in it can be opened") from error


def _items(lines: Iterable[Line], box: Box) -> Iterator[Item]:
    for place, line in enumerate(lines):
        match line:
            case EntryLine():
                yield _item(place, line, box)
            case Torn(is_cut=False):
                yield Item(place, json.dumps({"torn": place}).encode(), None)


def _item(place: int, line: EntryLine, box: Box) -> Item:
    raw = line.model_dump_json().encode()
    try:
        # An entry that cannot be read has its place all the same, and no card part that could be opened.
        cards, salt = opened(box, parse(line.header).sequence, line.header, line.sealed)
    except ValueError:
        return Item(place, raw, None)
    event = SignedEvent(header=line.header, signature=line.signature, cards=cards, salt=salt)
    return Item(place, raw, event)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch, size = list[Item](), 0
    for item in items:
        if batch and (len(batch) == EVENTS_PER_PASS or size + len(item.raw) > _MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += len(item.raw)
    if batch:
        yield batch


def _book(hub: Hub, desk_id: str, items: list[Item]) -> tuple[Answer, ...]:
    """One batch, as a push of the desk would be taken; in one transaction."""
    now = hub.clock.now()
    with hub.database.write() as tx:
        desk = desk_of(tx, desk_id)
        venues, is_revoked = desk.venues | desk.former, desk.revoked_at is not None
        journal = Journal(hub.database, tx, desk.id, desk.public_key, venues, now, is_revoked)
        answers = journal.receive(items)
        if journal.forked:
            note_fork(tx, desk.id, journal.sequence)
        Grants(hub.database, tx, desk, now).grant((), journal.quotas)
        journal.close()
        desks = schema.desks
        tx.execute(update(desks).where(desks.c.id == desk.id).values(seen_at=desk.seen_at))
    return answers
