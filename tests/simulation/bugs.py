"""The deliberate bugs: each replaces one function of the program, in the process that runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, text

from sync.courier import Courier
from sync.hub import demand as hub_demand
from sync.hub import events as hub_events
from sync.hub import feed as hub_feed
from sync.hub import grants as hub_grants
from sync.hub import pools as hub_pools
from sync.hub import schema as hub_schema
from sync.hub import talk as hub_talk
from sync.hub.database import FEED, standing
from sync.hub.events import Journal
from sync.wire import Answer
from tests.simulation.edges import replaced
from validator.clock import ClockMemory, DeskClock
from validator.desk import gather
from validator.domain.policy import Stamp
from validator.domain.rights import Lease
from validator.domain.sharing import Pool
from validator.errors import HubError, HubRefused
from validator.store import journal as desk_journal
from validator.store import leases as desk_leases
from validator.store import outbox as desk_outbox
from validator.store import schema as desk_schema
from validator.store.ledger import Ledger
from validator.store.transaction import Writing

Plant = Callable[[ExitStack], None]


@dataclass(frozen=True)
class Bug:
    """One of them.

    Attributes:
        stands_for: the invariant that it breaks, and the defect of others' code that it is (W1 to W20).
        why: what is wrong with it.
        within: seeds in which it has to be found.
        schedule: what happens, where chance would need very many seeds.
    """

    name: str
    stands_for: str
    why: str
    within: int
    plant: Plant
    schedule: str = ""


BUGS: list[Bug] = []


def bug(stands_for: str, why: str, within: int, schedule: str = "") -> Callable[[Plant], Plant]:
    """Put a function that plants one into the list, by its name."""

    def listed(plant: Plant) -> Plant:
        BUGS.append(Bug(plant.__name__, stands_for, why, within, plant, schedule))
        return plant

    return listed


# Atomicity at the desk ------------------------------------------------------------------------------------------------


@bug("I1, W1", "The outbox row is written in a transaction of its own, after the ticket's.", 30)
def outbox_row_afterwards(bugged: ExitStack) -> None:
    _afterwards(bugged, desk_outbox, "add")


@bug("I1, I4", "The lease is debited in a transaction of its own, after the ticket's.", 30)
def lease_spent_afterwards(bugged: ExitStack) -> None:
    _afterwards(bugged, desk_leases, "move")


@bug(
    "I10, W18",
    "What was sent and not answered is taken for done, and dropped when the program begins anew.",
    10,
)
def sent_rows_dropped(bugged: ExitStack) -> None:
    def opened(before: Callable[..., Ledger], *given: Any, **named: Any) -> Ledger:
        ledger = before(*given, **named)
        with ledger.write() as books:
            _connection(books).execute(delete(desk_schema.outbox).where(desk_schema.outbox.c.state == "sent"))
        return ledger

    before = Ledger.open
    _put(bugged, Ledger, "open", classmethod(lambda _cls, *given, **named: opened(before, *given, **named)))


@bug("I1, W2", "After a pass the desk forgets what it gave itself and has had no answer to.", 10)
def own_givings_forgotten(bugged: ExitStack) -> None:
    before = Writing.apply_feed
    unanswered = "DELETE FROM redemption WHERE sequence IN (SELECT sequence FROM outbox WHERE state IN ('recorded', 'sent'))"

    def apply_feed(books: Writing, *given: Any) -> int:
        unread = before(books, *given)
        _connection(books).execute(text(unanswered))
        return unread

    _put(bugged, Writing, "apply_feed", apply_feed)


@bug("I1, W20", "What the hub has confirmed is no longer remembered as given.", 10)
def told_givings_forgotten(bugged: ExitStack) -> None:
    before = Writing.settle
    told = "DELETE FROM redemption WHERE sequence IN (SELECT sequence FROM outbox WHERE state = 'confirmed')"

    def settle(books: Writing, *given: Any) -> None:
        before(books, *given)
        _connection(books).execute(text(told))

    _put(bugged, Writing, "settle", settle)


# What becomes of events -----------------------------------------------------------------------------------------------


@bug("I2, W20", "A time-out counts as an answer: what was sent is marked as taken.", 10)
def timeout_is_an_answer(bugged: ExitStack) -> None:
    _on_failure(bugged, HubError, "accepted", lambda error: error.details.get("reason") == "time")


@bug("I2, W5", "A hub that says no to a message has refused its events: they are never sent again.", 20)
def no_is_for_good(bugged: ExitStack) -> None:
    _on_failure(bugged, HubRefused, "refused", lambda _error: True)


@bug("I3, W13", "The hub does not know an event again, and takes the second copy for a fork.", 10)
def copy_is_a_fork(bugged: ExitStack) -> None:
    _put(bugged, Journal, "_at", lambda _journal, _sequence: None)


@bug("I3", "The hub books the effect in a transaction of its own, before the event.", 60)
def effect_before_event(bugged: ExitStack) -> None:
    before = Journal._keep  # noqa: SLF001

    def keep(journal: Journal, *given: Any, **named: Any) -> None:
        journal.tx.exec_driver_sql("COMMIT")
        journal.tx.exec_driver_sql("BEGIN IMMEDIATE")
        before(journal, *given, **named)

    _put(bugged, Journal, "_keep", keep)


@bug("I13", "A desk that hears of a hub put back does not tell it again what it has lost.", 80)
def hub_not_told_again(bugged: ExitStack) -> None:
    _put(bugged, Writing, "tell_again", lambda _books, _after: 0)


@bug("I3, W13", "The hub adds up what a desk says of those who asked in vain, also what it says again.", 20)
def counts_added_up(bugged: ExitStack) -> None:
    def take(database: Any, tx: Connection, desk: str, venues: Any, rows: Any) -> None:
        for row in rows:
            at = (table.c.desk == desk, table.c.hour == row.hour, table.c.offer == row.offer)
            there = tx.execute(select(table.c.asked).where(*at, table.c.visit == row.visit)).scalar() or 0
            before(database, tx, desk, venues, [row.model_copy(update={"asked": there + row.asked})])

    before, table = hub_demand.take, hub_schema.demand
    _put(bugged, hub_demand, "take", take)


# Rights ---------------------------------------------------------------------------------------------------------------


@bug("I4", "A grant looks at what was given, and not at what is out at other desks.", 10)
def outstanding_ignored(bugged: ExitStack) -> None:
    _put(bugged, Pool, "free", property(lambda pool: max(0, pool.value - pool.given)))


@bug("I4", "A grant is debited from the offer's number only.", 30)
def one_quota_only(bugged: ExitStack) -> None:
    before = hub_pools._keys  # noqa: SLF001
    _put(
        bugged,
        hub_pools,
        "_keys",
        lambda venue, slot: [key for key in before(venue, slot) if key[0] == "offer"],
    )


@bug("I4", "Rights of an epoch that is over are free again at once.", 80)
def old_epoch_is_free(bugged: ExitStack) -> None:
    before = hub_pools.Funds._count_stakes  # noqa: SLF001

    def count(funds: Any, *given: Any) -> None:
        before(funds, *given)
        for fund in funds._funds.values():  # noqa: SLF001
            fund.lost = 0

    _put(bugged, hub_pools.Funds, "_count_stakes", count)


@bug("I4, I1", "Hearing of a larger grant sets what was spent back to nothing.", 10)
def spent_forgotten(bugged: ExitStack) -> None:
    before = desk_leases.hear

    def hear(connection: Connection, said: Any) -> None:
        said = tuple(said)
        before(connection, said)
        connection.execute(text("UPDATE lease SET spent = 0"))

    _put(bugged, desk_leases, "hear", hear)


@bug("I4", "A grant is added to what is there, as if it were no total: what comes twice grants twice.", 20)
def grants_add_up(bugged: ExitStack) -> None:
    before = Lease.hear

    def hear(lease: Lease, epoch: int, granted: int, keep: int) -> Lease:
        more = lease.granted if epoch == lease.epoch and granted == lease.granted else 0
        return before(lease, epoch, granted + (1 if more else 0), keep)

    _put(bugged, Lease, "hear", hear)


@bug("I4", "Where the line is down no rights are asked for: the last number heard is obeyed as a count.", 10)
def rights_not_needed(bugged: ExitStack) -> None:
    _put(bugged, gather, "rights_here", lambda _books, _slot, _quotas: (None, None))


@bug("I4, I7", "Two journals of one name are told apart, and the rights go on as if they were one.", 80)
def fork_without_epoch(bugged: ExitStack) -> None:
    _put(bugged, hub_talk, "note_fork", lambda *_: None)


# What desks hear ------------------------------------------------------------------------------------------------------


@bug("I5, W19", "The list's age is stamped before the list has come.", 30)
def age_before_list(bugged: ExitStack) -> None:
    before = Courier._take  # noqa: SLF001

    def take(courier: Any, changes: Any, *given: Any) -> int:
        ledger = courier._ledger  # noqa: SLF001
        with ledger.write() as books:
            stamp, name = books.stamp(), books.register_in_use()
            if stamp is not None and name is not None:
                books.use_register(name, Stamp(stamp.version, changes.made_at + timedelta(microseconds=1)))
        return before(courier, changes, *given)

    _put(bugged, Courier, "_take", take)


@bug("I5", "The ledger says which list there is before the register holds it.", 60)
def ledger_before_register(bugged: ExitStack) -> None:
    before = Courier._take  # noqa: SLF001

    def take(courier: Any, changes: Any, *given: Any) -> int:
        ledger = courier._ledger  # noqa: SLF001
        with ledger.write() as books:
            name = books.register_in_use()
            if changes.snapshot is None and name is not None:
                books.use_register(name, Stamp(changes.version, changes.made_at))
        return before(courier, changes, *given)

    _put(bugged, Courier, "_take", take)


@bug("I6", "The feed's cursor moves on before what stands before it is booked.", 60)
def cursor_before_feed(bugged: ExitStack) -> None:
    before = Courier._settle  # noqa: SLF001

    def settle(courier: Any, done: Any, batch: Any, request: Any, answer: Any, identity: Any) -> Any:
        with courier._ledger.write() as books:  # noqa: SLF001
            books.apply_feed((), answer.feed_cursor, answer.feed_life)
        return before(courier, done, batch, request, answer, identity)

    _put(bugged, Courier, "_settle", settle)


@bug("I13", "A hub that was put back grants rights before it has heard every desk.", 40)
def nobody_is_awaited(bugged: ExitStack) -> None:
    _put(bugged, hub_grants, "awaited", lambda *_: frozenset())


@bug("I13", "A hub that was put back counts its feed and its list on, as if nothing had happened.", 60)
def one_life_for_ever(bugged: ExitStack) -> None:
    _put(bugged, hub_talk, "_counts_in", lambda *_: True)


@bug("I6", "The hub cuts the feed at one page and says that this was all.", 30)
def feed_cut_at_a_page(bugged: ExitStack) -> None:
    before = hub_feed.page

    def page(tx: Connection, *given: Any, **named: Any) -> Any:
        whole = before(tx, *given, **named)
        (newest,) = standing(tx, (FEED,))
        return hub_feed.Page(whole.items, newest, more=False)

    _put(bugged, hub_talk, "page", page)


@bug("I6", "A desk whose disk was put back is not told what it gave itself since.", 60)
def own_past_untold(bugged: ExitStack) -> None:
    _put(bugged, hub_talk, "lacks_entries", lambda *_: False)


@bug("I6", "Other desks are not told of voids.", 20)
def voids_not_fed(bugged: ExitStack) -> None:
    _put(bugged, hub_events, "_FED", hub_events._FED - {"void"})  # noqa: SLF001


# Journals and clocks --------------------------------------------------------------------------------------------------


@bug(
    "I7",
    "The journal's signatures are not looked at: who computes the hashes anew may write what they like.",
    5,
)
def signatures_unread(bugged: ExitStack) -> None:
    _put(bugged, desk_journal, "verifies", lambda *_: True)


@bug(
    "I9, W15",
    "The machine's clock is believed, whatever it shows: what is still needed is forgotten as old.",
    80,
)
def clock_believed(bugged: ExitStack) -> None:
    _put(bugged, DeskClock, "trusted", lambda _clock: True)
    _put(bugged, DeskClock, "now", lambda clock: clock._base.now())  # noqa: SLF001


@bug(
    "I9",
    "A program that begins again forgets what the hub said of the time since the machine was started.",
    40,
)
def boot_forgotten(bugged: ExitStack) -> None:
    _put(bugged, ClockMemory, "anchor_in", lambda *_: None)


# Tools ----------------------------------------------------------------------------------------------------------------


def _put(bugged: ExitStack, owner: Any, name: str, value: object) -> None:
    bugged.enter_context(replaced(owner, name, value))


def _connection(books: Writing) -> Connection:
    return books._connection  # noqa: SLF001


def _afterwards(bugged: ExitStack, owner: Any, name: str) -> None:
    """Do what a function does, but in a transaction after the one in which it was called."""
    before, write = getattr(owner, name), Ledger.write
    queue: list[Any] = []

    @contextmanager
    def writing(ledger: Ledger) -> Iterator[Writing]:
        queue.clear()
        with write(ledger) as books:
            yield books
        later = list(queue)
        queue.clear()
        if later:
            with write(ledger) as books:
                for arguments in later:
                    before(_connection(books), *arguments)

    _put(bugged, owner, name, lambda _connection, *arguments: queue.append(arguments))
    _put(bugged, Ledger, "write", writing)


def _on_failure(
    bugged: ExitStack, kind: type[HubError], status: str, applies: Callable[[HubError], bool]
) -> None:
    """Settle a message's events by its failure."""
    before = Courier._exchange  # noqa: SLF001

    def exchange(courier: Any, request: Any) -> Any:
        try:
            return before(courier, request)
        except kind as error:
            if applies(error) and request.events:
                with courier._ledger.write() as books:  # noqa: SLF001
                    waiting = books.outbox(len(request.events))
                    answers = [
                        Answer(event=each.event, sequence=each.sequence, status=status) for each in waiting
                    ]
                    books.settle(answers, courier._clock.now())  # noqa: SLF001
            raise

    _put(bugged, Courier, "_exchange", exchange)
