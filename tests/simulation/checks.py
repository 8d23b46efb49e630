"""What must hold when the weather has cleared: nothing lost or doubled, everybody knows the same, journals tell the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection

from sync.chain import Chain, compare
from sync.hub.events import head_of
from sync.wire import Head
from tests.simulation.anew import may_be_refused
from tests.simulation.cases import cases_hold
from tests.simulation.demand import in_vain
from tests.simulation.elsewhere import elsewhere
from tests.simulation.network import DeskHouse, Network
from tests.simulation.numbers import numbers_hold
from tests.simulation.watch import Watch
from validator.domain.journal import digest
from validator.store import engine, journal
from validator.store.engine import Care
from validator.store.keys import LEDGER, FileVault, KeyStore

_CHANGE = "UPDATE journal SET header = CAST(replace(header, '2018', '2019') AS BLOB) WHERE sequence = ?"
_HEADER = "SELECT header FROM journal WHERE sequence = ?"
_REPLACE = "UPDATE journal SET header = ?, hash = ? WHERE sequence = ?"


def after_heal(network: Network, watch: Watch) -> None:
    """Look for everything that is wrong."""
    for desk in (*network.retired, *network.desks):
        watch.carried(desk)
        for sentence in (*_journal(desk, watch), *_at_the_hub(network, desk, watch)):
            watch.find(sentence)
    for sentence in (
        *_effects(watch),
        *_views(network, watch),
        *in_vain(network, watch),
        *cases_hold(network, watch),
        *numbers_hold(network, watch),
        *elsewhere(network, watch),
    ):
        watch.find(sentence)


def _journal(desk: DeskHouse, watch: Watch) -> Iterator[str]:
    """I7: the journal holds; with one entry changed, it is that one that does not; cut, the hub's head shows it."""
    name, view = f"desk {desk.number}", watch.view(desk)
    with desk.station.ledger.read() as books:
        verification = books.verify()
        waiting = books.waiting()
    if verification.first_bad is not None:
        yield f"I7: {name}'s journal breaks at {verification.first_bad}: {verification.flaw}"
    if waiting.events:
        yield f"I2: {name} still waits for {waiting.events} answers"
    yield from _forgeries(desk, len(view.entries))


def _forgeries(desk: DeskHouse, entries: int) -> Iterator[str]:
    """On the ledger itself, in transactions that are taken back: an entry changed, and a whole one put in another's place."""
    key, path = KeyStore(desk.folder, FileVault(desk.folder)).key_for(LEDGER), desk.folder / "ledger.db"
    public = desk.identity.signer.public
    pool = engine.pool(path, key, Care.LEDGER)
    try:
        with pool.connect() as connection:
            for entry in {1, (entries + 1) // 2, entries}:
                _unguarded(connection).exec_driver_sql(_CHANGE, (entry,))
                seen = journal.verify(connection, public).first_bad
                connection.rollback()
                if seen != entry:
                    yield f"I7: an edit of entry {entry} is seen at {seen}"
            header = _unguarded(connection).exec_driver_sql(_HEADER, (entries,)).scalar_one()
            changed = header.replace(b"2018", b"2019")
            connection.exec_driver_sql(_REPLACE, (changed, digest(changed), entries))
            seen = journal.verify(connection, public).first_bad
            connection.rollback()
            if seen != entries:
                yield f"I7: another header with a hash that fits is seen at {seen} instead of {entries}"
    finally:
        pool.dispose()


def _unguarded(connection: Connection) -> Connection:
    """Without the ledger's own guard: who forges has the file and its key."""
    connection.exec_driver_sql("DROP TRIGGER journal_holds")
    return connection


def _at_the_hub(network: Network, desk: DeskHouse, watch: Watch) -> Iterator[str]:
    """I2, I3, I10: every entry of the journal is at the hub once, to the byte; of a fork, kept apart."""
    name, view = f"desk {desk.number}", watch.view(desk)
    held = {place[1]: row for place, row in watch.hub.held.items() if place[0] == view.desk}
    strays = Counter(
        hash_ for (hash_,) in watch.hub.rows("SELECT hash FROM strays WHERE desk = ?", view.desk)
    )
    lost = 0
    for line in view.entries:
        sealed, status = held.pop(line.sequence, ("", ""))
        if sealed == line.hash and status != "accepted" and not may_be_refused(desk, line):
            yield f"I3: entry {line.sequence} of {name} ({line.kind}) is {status} at the hub"
        if sealed != line.hash:
            lost += not strays[line.hash]
    if lost and watch.is_twice_over(desk):
        watch.gaps["I13 forks"] += 1
    elif lost:
        yield f"I2: lost: {lost} events of {name} are not at the hub"
    if held and not desk.restored:
        yield f"I3: doubled: {len(held)} events of {name} are at the hub and not in its journal"
    with network.house.hub.database.read() as tx:
        sequence, sealed = head_of(tx, view.desk)
    with desk.station.ledger.read() as books:
        chain = compare(Head(sequence=sequence, hash=sealed), books)
    if desk.restored and (held or any(strays.values())) and chain is Chain.HOLDS:
        yield f"I7: {name} runs on an old copy of its disk, and nobody has noticed"
    epoch = watch.hub.one("SELECT epoch FROM desks WHERE id = ?", view.desk)
    if any(strays.values()) and epoch == 1:
        yield f"I7: {name}'s journal has forked, and its rights go on as before"
    if not desk.restored and chain is not Chain.HOLDS:
        yield f"I7: {name}'s journal is taken for {chain} and is neither cut nor forked"


def _effects(watch: Watch) -> Iterator[str]:
    """I3: what was handed out has its effect at the hub, once, and nothing else has."""
    strays = {sealed for (sealed,) in watch.hub.rows("SELECT hash FROM strays")}
    forked = {line.event for view in watch.views.values() for line in view.entries if line.hash in strays}
    for desk in (*watch.network.retired, *watch.network.desks):
        if watch.is_twice_over(desk):  # counted above: those that are not there are no accepted ones
            forked |= {line.event for line in watch.view(desk).entries}
    handed = {name for name, ticket in watch.account.tickets.items() if not ticket.is_reservation}
    reached = handed - watch.account.burnt - forked
    booked = Counter(name for (name,) in watch.hub.rows("SELECT giving FROM redemptions WHERE place = 0"))
    missing, extra = reached - set(booked), set(booked) - handed
    if missing:
        yield f"I3: lost: {len(missing)} givings have no effect at the hub"
    if extra or max(booked.values(), default=1) > 1:
        yield f"I3: doubled: {len(extra)} givings count at the hub that nobody handed out"
    voided = {name for (name,) in watch.hub.rows("SELECT giving FROM voids")}
    for name in reached:
        ticket = watch.account.tickets[name]
        if ticket.stands and name in voided:
            yield "I3: lost: a ticket that stands is undone at the hub"


def _views(network: Network, watch: Watch) -> Iterator[str]:
    """I6 (W2, W20): each desk knows every standing redemption of the venue, its own and the others'."""
    voided = {name for (name,) in watch.hub.rows("SELECT giving FROM voids")}
    truth = {(name, name in voided) for (name,) in watch.hub.rows("SELECT giving FROM redemptions")}
    for desk in (*network.retired, *network.desks):
        view = watch.view(desk)
        gone = {name for (name,) in view.rows("SELECT giving FROM void")}
        seen = {(name, name in gone) for (name,) in view.rows("SELECT DISTINCT giving FROM redemption")}
        # What died with a disk was given all the same, and whoever heard of it before knows it still.
        missing, extra = truth - seen, {each for each in seen - truth if each[0] not in watch.account.burnt}
        if desk.restored:
            extra = set()
        if missing and watch.is_unaware:
            watch.gaps["I13 feed"] += 1
            missing = set()
        if missing or extra:
            yield f"I6: desk {desk.number} has missed {len(missing)} of {len(truth)} redemptions, and has {len(extra)} wrong"


def once_a_day(watch: Watch) -> Iterator[str]:
    """I9: whatever the clocks say, no card got two tickets for the same day at the same desk."""
    seen: set[tuple[str, str, str, str]] = set()
    for ticket in watch.account.tickets.values():
        if not ticket.stands or ticket.is_second_life:
            continue
        use = (ticket.desk, ticket.card, ticket.place.offer, ticket.place.visit)
        if ticket.card and use in seen:
            yield f"I9: a card got two tickets of {ticket.place.offer} on {ticket.place.visit} at one desk"
        seen.add(use)
