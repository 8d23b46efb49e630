"""What must hold when the weather has cleared: nothing lost, nothing doubled, everybody knows the same.

Each finding is a sentence that begins with the invariant's name (ARCHITECTURE.md lists them).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from sync.hub import schema
from tests.simulation.network import SimulatedDesk, Simulation
from validator.domain import journal
from validator.domain.journal import EventKind


def findings(simulation: Simulation) -> list[str]:
    """Everything that is wrong after `Simulation.heal`; empty where all is well."""
    found: list[str] = []
    givings: Counter[str] = Counter()
    for number, desk in enumerate(simulation.desks):
        name = f"desk {number}"
        with desk.station.ledger.read() as books:
            headers = [entry.header for entry in books.entries()]
            verification = books.verify()
            waiting = books.waiting()
        if verification.first_bad is not None:
            found.append(f"I7: {name}'s journal breaks at {verification.first_bad}: {verification.flaw}")
        if waiting.events:
            found.append(f"I2: {name} still waits for {waiting.events} answers")
        found += _at_the_hub(simulation, desk, name, headers)
        parsed = [journal.parse(header) for header in headers]
        givings.update(str(each.body["giving"]) for each in parsed if each.kind == EventKind.REDEMPTION)
    found += _effects(simulation, givings)
    found += _views(simulation)
    return found


def _at_the_hub(
    simulation: Simulation, desk: SimulatedDesk, name: str, headers: list[bytes]
) -> Iterator[str]:
    """I3: every entry of the desk's journal is at the hub, once, to the byte."""
    identity, table = desk.station.identity, schema.events
    held_by = "" if identity is None else identity.desk
    with simulation.hub.database.read() as tx:
        rows = tx.execute(select(table).where(table.c.desk == held_by).order_by(table.c.sequence)).all()
    held = [bytes(row.header) for row in rows]
    lost, doubled = Counter(headers) - Counter(held), Counter(held) - Counter(headers)
    if lost:
        yield f"I2: lost: {sum(lost.values())} events of {name} are not at the hub"
    if doubled:
        yield f"I3: doubled: {sum(doubled.values())} events of {name} are at the hub too often"
    for row in rows:
        if row.status not in ("accepted", "duplicate"):
            yield f"I3: an event of {name} is {row.status} at the hub"


def _effects(simulation: Simulation, givings: Counter[str]) -> Iterator[str]:
    table = schema.redemptions
    with simulation.hub.database.read() as tx:
        booked = Counter(row.giving for row in tx.execute(select(table.c.giving)))
    if givings - booked:
        yield f"I1: lost: {sum((givings - booked).values())} givings have no effect at the hub"
    if booked - givings:
        yield f"I3: doubled: {sum((booked - givings).values())} givings count too often at the hub"


def _views(simulation: Simulation) -> Iterator[str]:
    """W2, W20: each desk knows every standing redemption of the venue, its own and the others'."""
    with simulation.hub.database.read() as tx:
        rows = tx.execute(select(schema.redemptions)).all()
        voided = set(tx.execute(select(schema.voids.c.giving)).scalars())
    cards = {row.card for row in rows}
    truth = {(row.giving, row.giving in voided) for row in rows}
    for number, desk in enumerate(simulation.desks):
        with desk.station.ledger.read() as books:
            seen = {(each.giving, each.voided) for each in books.history(cards)}
        if seen != truth:
            yield f"I5: desk {number} knows {len(seen & truth)} of {len(truth)} redemptions, and {len(seen - truth)} of its own"


def over_quota(simulation: Simulation) -> int:
    """Tickets given over a day's number, all desks together. Counted, not yet bounded: a desk cut off knows only its own."""
    redemptions, quotas = schema.redemptions, schema.quotas
    with simulation.hub.database.read() as tx:
        voided = set(tx.execute(select(schema.voids.c.giving)).scalars())
        used: Counter[tuple[str, object]] = Counter()
        for row in tx.execute(select(redemptions)):
            used[row.offer, row.visit] += 0 if row.giving in voided else row.quota_use
        numbers = tx.execute(select(quotas).where(quotas.c.value.is_not(None))).all()
    return sum(max(0, used[row.target, row.visit] - row.value) for row in numbers)
