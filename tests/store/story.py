"""What a desk does, step by step, and what its folder then holds.

Each step is one thing that must happen wholly or not at all. The steps before it have happened, those after it have not.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from tests.store.desk import (
    CARD,
    DAY_QUOTA,
    IDENTITY,
    KEY,
    LATER,
    LIST,
    LIST_KEY,
    NOW,
    PLAY_QUOTA,
    PROGRAMME,
    SLOT,
    TODAY,
    answer,
    booking,
    enrol,
    give_back,
    giving,
    granted,
    group,
    holder,
    number_set,
    release,
    rights,
    token,
    told,
    void,
)
from validator.domain.effects import Given, QuotaSet, effect
from validator.domain.journal import parse, read_cards
from validator.domain.paper import PaperRow
from validator.domain.policy import Stamp
from validator.domain.redemption import Tickets
from validator.domain.rights import Rights
from validator.store.ledger import Ledger
from validator.store.register import Registers
from validator.store.transaction import Reading

Step = Callable[[Ledger, Registers], None]


def give(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        cards = group("card-1", "card-2")
        whole = Tickets(adults=2, children=1, representatives=1)
        tx.append(giving(21, cards, whole, rights=rights(3)), tail="…GG21")


def collect(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(booking(22, holder("card-5"), rights=rights(2)))
        tx.append(giving(23, holder("card-5"), Tickets(1, 1), collects="booking-22"), tail="…CC23")


def undo(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(void(24, 3, rights=rights(3)))


def set_quota(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(number_set(25, 6, PLAY_QUOTA))
        tx.append(release(26, 22))


def grant(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(14, keep=4), granted(3, slot=replace(SLOT, performance=None))])


def hand_back(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(give_back(27, 7))


def let_go(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(booking(28, holder("card-6"), rights=rights(2)))
        tx.append(release(29, 28, rights=rights(2)))
        tx.append(giving(30, holder("card-7"), rights=rights(1)))


def begin_anew(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(2, epoch=2)])
        tx.append(void(35, 30))


def type_row(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.drafts.keep(PaperRow("event-36", "13.10.", "17.05", SLOT, "KAIKU00011", children=1))


def type_on(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.drafts.keep(PaperRow("event-36", "13.10.", "17.05", SLOT, "KAIKU00011", children=2))
        tx.drafts.keep(PaperRow("event-37", "13.10.", "17.10", SLOT, "KAI"))


def record_row(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.append(giving(36, holder("card-4"), Tickets(1, 2)), tail="…0011")
        tx.drafts.drop("event-36")


def strike_row(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.drafts.drop("event-37")


def send(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.mark_sent([each.sequence for each in tx.outbox(100)])


def settle(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.settle([answer(2), answer(3, "refused", code="S06", reason="no"), answer(1, "later")], LATER)
        theirs = [told(giving(31, holder("card-2"), at=NOW + timedelta(minutes=3)), 6), told(void(32, 1), 7)]
        tx.apply_feed([*theirs, told(number_set(33, 4), 8), told(booking(34), 9)], 9)


def forget(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        tx.erase(LATER.date() + timedelta(days=1), LATER + timedelta(days=30))


def renew(ledger: Ledger, registers: Registers) -> None:
    """A complete list: built aside, then named. What is built and not named counts for nothing."""
    name = registers.build(6, replace(PROGRAMME, performances=()), LIST[:2], 2, threading.Event())
    assert name is not None
    with ledger.write() as tx:
        tx.use_register(name, Stamp(6, LATER), instead_of=registers.name)
    registers.switch(name)


def change(_: Ledger, registers: Registers) -> None:
    registers.apply_delta(7, [(token(2), None), (token(8), replace(CARD, id="card-8"))], PROGRAMME, 2)


def stamp(ledger: Ledger, registers: Registers) -> None:
    assert registers.name is not None
    with ledger.write() as tx:
        tx.use_register(registers.name, Stamp(7, LATER), instead_of=registers.name)


def enrolment(ledger: Ledger, _: Registers) -> None:
    with ledger.write() as tx:
        enrol(tx)


STORIES: dict[str, tuple[Step, ...]] = {
    "first start": (enrolment,),
    "giving": (give, collect, undo, set_quota),
    "rights": (grant, hand_back, let_go, begin_anew),
    "paper": (type_row, type_on, record_row, strike_row),
    "settling": (send, settle, forget),
    "lists": (renew, change, stamp),
}


def tell(folder: Path, steps: tuple[Step, ...]) -> None:
    """Let the desk do these steps and close."""
    with (
        closing(Ledger.open(folder, KEY)) as ledger,
        closing(Registers.open(folder, LIST_KEY, ledger)) as registers,
    ):
        for step in steps:
            step(ledger, registers)


@dataclass(frozen=True)
class Sight:
    """All that a folder says to whoever opens it, without what is random in it."""

    entries: int
    events: tuple[str, ...]
    waiting: tuple[str, ...]
    books: tuple[object, ...]
    list: tuple[object, ...]


def look(folder: Path) -> Sight:
    """Open the folder as the next start does; whatever is found must hold together."""
    with (
        closing(Ledger.open(folder, KEY)) as ledger,
        closing(Registers.open(folder, LIST_KEY, ledger)) as registers,
    ):
        ledger.check()
        with ledger.read() as tx:
            sight = Sight(
                tx.head().sequence,
                tuple(each.event for each in tx.entries()),
                tuple(each.event for each in tx.outbox(100)),
                _books(tx),
                (
                    tx.stamp(),
                    registers.version(),
                    registers.count(),
                    tuple(registers.find(token(number)) for number in range(9)),
                    registers.network(),
                ),
            )
            _holds_together(tx)
            found = sorted(path.name for path in folder.glob("register-*.db"))
            assert found == [name for name in (tx.register_in_use(),) if name]
    return sight


def _books(tx: Reading) -> tuple[object, ...]:
    cards = [f"card-{number}" for number in range(1, 9)]
    waiting = tx.waiting()
    return (
        tx.history(cards),
        tx.reservations(cards),
        tx.given(),
        tx.quota([DAY_QUOTA, PLAY_QUOTA]),
        tx.refused(),
        (waiting.events, waiting.tickets, waiting.oldest),
        tx.leases(TODAY),
        tx.drafts.rows(),
        tx.feed_cursor(),
        tx.identity() == IDENTITY,
        tuple((bool(each.cards), bool(each.salt), each.attempts) for each in tx.entries()),
    )


def _holds_together(tx: Reading) -> None:
    """Journal, bookings, quota use, rights and outbox tell the same story."""
    _rights_add_up(tx)
    assert tx.verify().first_bad is None
    lines = {line.giving: line for line in tx.given()}
    own, used = set(), 0
    assert not {row.id for row in tx.drafts.rows()} & {entry.event for entry in tx.entries()}
    for entry in tx.entries():
        header = parse(entry.header)
        if header.kind == "redemption" and not entry.cards:
            own.add(str(header.body["giving"]))
            continue
        what = effect(header.kind, header.body, read_cards(entry.cards), header.desk, header.at)
        if isinstance(what, Given):
            own.add(what.giving)
            booked = tx.giving(what.giving)
            assert [(row.id, row.card, row.tickets, row.quota_use) for row in booked] == [
                (row.id, row.card, row.tickets, row.quota_use) for row in what.redemptions
            ]
            used += sum(row.quota_use for row in booked if not row.voided)
        if isinstance(what, QuotaSet):
            (state,) = tx.quota([what.quota.key])
            assert state.used >= used
    assert {giving for giving, line in lines.items() if line.own} == own
    answered = tx.head().sequence - len(tx.outbox(100))
    assert answered >= len(tx.refused())


def _rights_add_up(tx: Reading) -> None:
    """Every lease has moved by what the own events of its epoch say, and no further than it goes."""
    spent: Counter[tuple[object, ...]] = Counter()
    returned: Counter[tuple[object, ...]] = Counter()
    places: dict[object, tuple[object, ...]] = {}
    for entry in tx.entries():
        header = parse(entry.header)
        body, moved = header.body, Rights.of(header.body)
        if header.kind in ("void", "release"):
            place = places[body.get("giving", body.get("reservation"))]
        elif "visit" in body and header.kind != "quota":
            place = (body["offer"], body["performance"], body["visit"])
            places[body.get("giving", body.get("reservation"))] = place
        if moved is not None and header.kind == "give_back":
            returned[*place, moved.epoch] += moved.count
        elif moved is not None:
            spent[*place, moved.epoch] += -moved.count if header.kind in ("void", "release") else moved.count
    for lease in tx.leases(TODAY):
        key = (lease.slot.offer, lease.slot.performance, lease.slot.visit.isoformat(), lease.epoch)
        assert (lease.spent, lease.returned) == (spent[key], returned[key])
        assert 0 <= lease.spent + lease.returned <= lease.granted
