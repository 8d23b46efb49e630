"""A unit of work on the ledger: all that may be read in one moment and all that may be written together.

Rules
1. Frozen values go in and out; no row, no connection.
2. Nothing here reads a clock, decides anything or speaks to the hub.
3. An event is appended with everything it does: its journal entry, what it books, the rights that it moves, and its place in
   the outbox.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from pydantic import TypeAdapter

from validator.domain.closing import DayEntry
from validator.domain.effects import effect
from validator.domain.journal import Draft
from validator.domain.policy import Policy, Stamp
from validator.domain.quota import QuotaKey, QuotaState
from validator.domain.redemption import Redemption, Reservation
from validator.domain.rights import Lease, Slot
from validator.errors import BugError, ConfigError, StoreBusy
from validator.store import (
    bookings,
    closing,
    facts,
    givings,
    heads,
    identity,
    journal,
    leases,
    outbox,
    quotas,
    redemptions,
    reservations,
)
from validator.store.bookings import Deed, Heard
from validator.store.books import Books
from validator.store.facts import Fact
from validator.store.givings import GivenRow
from validator.store.heads import HubHead
from validator.store.identity import Identity, NetworkFacts
from validator.store.journal import Entry, Outgoing, Verification
from validator.store.leases import Spending
from validator.store.origin import Origin
from validator.store.outbox import Answered, Refused, Waiting
from validator.store.quotas import NumberState
from validator.store.reservations import BookingRow

_POLICY = TypeAdapter(Policy)
_REGISTER = TypeAdapter(tuple[str, Stamp])


@lru_cache(maxsize=16)  # it changes once a year, and each look at a card asks for it
def _read_policy(text: str | None) -> Policy:
    try:
        return Policy() if text is None else _POLICY.validate_json(text)
    except ValueError:  # an older program kept what makes no sense
        return Policy()


class Reading(Books):
    """One moment of the ledger."""

    def identity(self) -> Identity | None:
        """Who this desk is, or None before it is enrolled."""
        text = facts.fact(self._connection, Fact.IDENTITY)
        return None if text is None else identity.read_identity(text)

    def network(self) -> NetworkFacts | None:
        """The network's name, keys and code format, or None before the desk is enrolled."""
        text = facts.fact(self._connection, Fact.NETWORK)
        return None if text is None else identity.read_network(text)

    def policy(self) -> Policy:
        """The network's numbers; the program's own where the hub has set none."""
        return _read_policy(facts.fact(self._connection, Fact.POLICY))

    def stamp(self) -> Stamp | None:
        """The last complete and verified list, or None where there is none."""
        text = facts.fact(self._connection, Fact.REGISTER)
        return None if text is None else _REGISTER.validate_json(text)[1]

    def quotas_at(self) -> datetime | None:
        """When the hub had told all of the venue's numbers and of its other desks; None where it never had."""
        text = facts.fact(self._connection, Fact.QUOTAS_AT)
        return None if text is None else datetime.fromisoformat(text)

    def register_in_use(self) -> str | None:
        """The name of the register's file, or None where there is no list."""
        text = facts.fact(self._connection, Fact.REGISTER)
        return None if text is None else _REGISTER.validate_json(text)[0]

    def feed_cursor(self) -> int:
        """How far the hub's feed has been heard."""
        return int(facts.fact(self._connection, Fact.FEED_CURSOR) or 0)

    def feed_life(self) -> str:
        """The hub's life that the cursor counts in; another begins when a hub was put back to an older copy."""
        return facts.fact(self._connection, Fact.FEED_LIFE) or ""

    def must_name_leases(self) -> bool:
        """Whether the hub has still to be told of every lease, because its life is new."""
        return self.feed_life() != (facts.fact(self._connection, Fact.NAMED_LIFE) or "")

    def clock_floor(self) -> datetime | None:
        """The instant below which the desk's clock is suspect."""
        text = facts.fact(self._connection, Fact.CLOCK_FLOOR)
        return None if text is None else datetime.fromisoformat(text)

    def setting(self, name: str) -> str | None:
        """What a user chose, or None."""
        return facts.setting(self._connection, name)

    def head(self) -> Entry:
        """The journal's last entry; number 0 before the first."""
        return journal.head(self._connection)

    def history(self, cards: Iterable[str], venue: str | None = None) -> tuple[Redemption, ...]:
        """What was given with these cards (keys as in `CardRef.key`), voided or not, oldest first."""
        return redemptions.history(self._connection, cards, venue)

    def giving(self, giving: str) -> tuple[Redemption, ...]:
        """The redemptions of one giving; empty where it is not known."""
        return redemptions.of_giving(self._connection, giving)

    def reservations(self, cards: Iterable[str], venue: str | None = None) -> tuple[Reservation, ...]:
        """The reservations of these cards, whatever their state, oldest first."""
        return reservations.of_cards(self._connection, cards, venue)

    def bookings(self, slot: Slot) -> tuple[BookingRow, ...]:
        """Every desk's bookings of a slot, whatever their state, oldest first."""
        return reservations.of_slot(self._connection, slot)

    def booking(self, reservation: str) -> BookingRow | None:
        """One booking; None where it is not known."""
        return reservations.of_id(self._connection, reservation)

    def quota(self, keys: Sequence[QuotaKey]) -> tuple[QuotaState, ...]:
        """Each key's quota and what is used of it, in the order asked; value None where no number is set."""
        return quotas.states(self._connection, keys)

    def numbers(self, keys: Iterable[QuotaKey]) -> Mapping[QuotaKey, NumberState]:
        """What the managers' changes of these numbers come to, and what of them is on its way to the hub."""
        return quotas.numbers(self._connection, keys)

    def disputed_numbers(self, since: date) -> tuple[NumberState, ...]:
        """From this date of visit on, the numbers that managers set without knowing of each other, soonest first."""
        return quotas.disputed(self._connection, since)

    def strict_numbers(self, since: date, *, unanswered: bool = False) -> frozenset[QuotaKey]:
        """From this date of visit on, the quotas with a strict number above 0: the hub's word, and what it has not answered."""
        return quotas.strict_numbers(self._connection, since, unanswered=unanswered)

    def lease(self, slot: Slot) -> Lease | None:
        """This desk's rights for a slot; None where the hub never granted any."""
        return leases.of_slot(self._connection, slot)

    def leases(self, since: date) -> tuple[Lease, ...]:
        """This desk's rights for this date of visit and later ones, soonest first."""
        return leases.since(self._connection, since)

    def spent_by_giving(self, giving: str) -> Spending | None:
        """The rights that a giving of this desk has spent, while it stands."""
        return leases.spent_by_giving(self._connection, giving)

    def spent_by_reservation(self, reservation: str) -> Spending | None:
        """The rights that a reservation of this desk has spent, while it is held."""
        return leases.spent_by_reservation(self._connection, reservation)

    def given(self, limit: int = 100, since: datetime | None = None) -> tuple[GivenRow, ...]:
        """The last givings at the venue by every desk, newest first."""
        return givings.recent(self._connection, limit, since)

    def given_between(self, since: datetime, until: datetime) -> int:
        """How many tickets of this desk's own stand that it gave in this time."""
        return givings.given_between(self._connection, since, until)

    def outbox(self, limit: int, gone: Collection[int] = ()) -> tuple[Outgoing, ...]:
        """The first events without an answer, in the order of the chain, but for those of ``gone``."""
        return outbox.unanswered(self._connection, limit, gone)

    def waiting(self) -> Waiting:
        """How much is not answered."""
        return outbox.waiting(self._connection)

    def refused(self) -> tuple[Refused, ...]:
        """What the hub did not accept, oldest first."""
        return outbox.refused(self._connection)

    def entries(self, after: int = 0, limit: int = -1) -> Iterator[Outgoing]:
        """The journal in order from the entry after ``after``, answered or not; read while the block lasts."""
        return journal.entries(self._connection, after, limit)

    def last_hub_head(self) -> HubHead | None:
        """The head furthest on that the hub ever countersigned."""
        return heads.last(self._connection)

    def entries_of(self, day: date) -> tuple[DayEntry, ...]:
        """The journal's entries of one calendar day, and what the hub said of each."""
        return closing.of_day(self._connection, day)

    def hub_heads(self) -> Iterator[HubHead]:
        """The journal's heads as the hub countersigned them, in order; read while the block lasts."""
        return heads.all_of(self._connection)

    def verify(self) -> Verification:
        """Read the whole journal and name the first entry that does not hold."""
        known = self.identity()
        return Verification(0, 0) if known is None else journal.verify(self._connection, known.signer.public)


class Writing(Reading):
    """One transaction of the ledger; what it reads includes what it has written."""

    def put_identity(self, known: Identity) -> None:
        """Keep who this desk is.

        Raises:
            ConfigError: the ledger belongs to another desk, whose events it holds.
        """
        before = self.identity()
        if before is not None and before.desk != known.desk and self.head().sequence:
            raise ConfigError("this folder belongs to another desk", desk=before.name)
        facts.put_fact(self._connection, Fact.IDENTITY, identity.identity_text(known))

    def put_token(self, token: str) -> None:
        """Keep the token that this desk shows to the hub from now on.

        Raises:
            BugError: the desk is not enrolled.
        """
        known = self.identity()
        if known is None:
            raise BugError("a desk that is not enrolled has no token")
        self.put_identity(replace(known, token=token))

    def put_network(self, network: NetworkFacts) -> None:
        """Keep what the hub said of the network."""
        facts.put_fact(self._connection, Fact.NETWORK, identity.network_text(network))

    def put_policy(self, policy: Policy) -> None:
        """Keep the network's numbers; the caller has checked whose they are."""
        facts.put_fact(self._connection, Fact.POLICY, _POLICY.dump_json(policy).decode())

    def use_register(self, name: str, stamp: Stamp, instead_of: str | None = None) -> None:
        """Switch to a register's file, or note that the one in use is now at ``stamp``.

        Args:
            name: the file's name.
            stamp: which list it holds, and when the hub made it.
            instead_of: the file that was in use when this switch was prepared.

        Raises:
            StoreBusy: meanwhile another window has switched.
        """
        if instead_of is not None and self.register_in_use() != instead_of:
            raise StoreBusy("another window has changed the list")
        facts.put_fact(self._connection, Fact.REGISTER, _REGISTER.dump_json((name, stamp)).decode())

    def drop_register(self) -> None:
        """Note that there is no list: what was in use cannot be read."""
        facts.put_fact(self._connection, Fact.REGISTER, None)

    def hear_all_again(self) -> None:
        """Let the hub tell everything anew with the next pass: feed and cases from their beginning, and the whole list.

        What is known already changes nothing, and the list in use serves until the new one is here.
        """
        for heard in (Fact.FEED_CURSOR, Fact.CASE_CURSOR, Fact.QUOTAS_AT):
            facts.put_fact(self._connection, heard, None)
        name, stamp = self.register_in_use(), self.stamp()
        if name is not None and stamp is not None:
            self.use_register(name, replace(stamp, version=0))

    def put_clock_floor(self, instant: datetime) -> None:
        """Keep the instant below which the desk's clock is suspect."""
        facts.put_fact(self._connection, Fact.CLOCK_FLOOR, instant.isoformat())

    def put_setting(self, name: str, value: str | None) -> None:
        """Keep what a user chose; None returns to the program's own choice."""
        facts.put_setting(self._connection, name, value)

    def append(self, draft: Draft, *, tail: str = "") -> Entry:
        """Add an event: its journal entry, what it books, and its place in the outbox.

        Args:
            draft: the event; the cards of a giving in the order of their tickets.
            tail: the end of the card's masked code, for this desk's own list.
        """
        known = self.identity()
        if known is None:
            raise BugError("a desk that is not enrolled has no journal")
        try:
            what = effect(draft.kind, draft.body, draft.cards, known.desk, draft.at)
        except ValueError as error:
            raise BugError(str(error)) from error
        day = bookings.day_of(what, draft.at)
        entry = journal.add(self._connection, draft, known.desk, known.signer, day)
        origin = Origin(draft.id, known.desk, entry.sequence)
        bookings.book(
            self._connection, [Deed(what, origin, draft.at, str(draft.body.get("venue", "")), tail)]
        )
        outbox.add(self._connection, entry.sequence)
        return entry

    def mark_sent(self, sequences: Iterable[int]) -> tuple[int, ...]:
        """Note that these events are handed to the wire; whether they arrive nobody knows yet.

        Returns:
            Those that were never handed to it before.
        """
        return outbox.mark_sent(self._connection, sequences)

    def mark_unsent(self, sequences: Iterable[int]) -> None:
        """Take `mark_sent` back: there was nobody at the other end, so they cannot have arrived."""
        outbox.mark_unsent(self._connection, sequences)

    def settle(self, answers: Iterable[Answered], at: datetime) -> None:
        """Take the hub's answers, each for its own event.

        Args:
            answers: as they came; one for an unknown or settled event changes nothing.
            at: now; retention counts from it.
        """
        quotas.answered(self._connection, outbox.settle(self._connection, answers, at))

    def keep_head(self, said: HubHead) -> None:
        """Keep the journal's head as the hub countersigned it; the caller has checked the signature."""
        heads.keep(self._connection, said)

    def tell_again(self, after: int) -> int:
        """Let the answered events after this entry wait once more: the hub has lost them. Returns how many."""
        return outbox.tell_again(self._connection, after)

    def tell_fork_again(self) -> int:
        """Let what the hub did not accept since the journals parted wait once more: it has lost it. Returns how many."""
        return outbox.tell_fork_again(self._connection)

    def apply_feed(self, items: Iterable[Heard], cursor: int, life: str = "") -> int:
        """Book what the hub tells of other desks, and note how far it has been heard.

        Args:
            items: in any order, and as often as they come.
            cursor: how far the feed has come with them.
            life: the hub's; in another one than before, numbers count anew, and its word is the later one.

        Returns:
            How many items could not be read; they are passed over.
        """
        if life == self.feed_life():
            cursor = max(cursor, self.feed_cursor())
        else:
            if self.feed_life():
                # The list's version is of the old life too; if the new list does not come now, it must be asked for again.
                self.hear_all_again()
            facts.put_fact(self._connection, Fact.FEED_LIFE, life)
            quotas.forget_order(self._connection)
        unread = bookings.hear(self._connection, items)
        facts.put_fact(self._connection, Fact.FEED_CURSOR, str(cursor))
        return unread

    def put_quotas_at(self, instant: datetime) -> None:
        """Note that the hub has now told all of the venue's numbers and of its other desks."""
        facts.put_fact(self._connection, Fact.QUOTAS_AT, instant.isoformat())

    def leases_named(self, life: str) -> None:
        """Note that the hub was told of every lease in this life of its own."""
        facts.put_fact(self._connection, Fact.NAMED_LIFE, life)

    def hear_leases(self, said: Iterable[Lease]) -> None:
        """Take the hub's word on this desk's rights: each lease's epoch, granted and keep.

        Args:
            said: in any order, and as often as it comes; ``spent`` and ``returned`` are this desk's own matter and not looked at.
        """
        leases.hear(self._connection, said)

    def forget_leases(self, before: date) -> None:
        """Retention: the leases of earlier dates of visit than ``before`` go. The hub must never tell of them again."""
        leases.forget(self._connection, before)

    def erase(self, before: date, answered_before: datetime) -> int:
        """Retention: forget whose tickets the old ones were. Counts, headers and signatures stay, and the chain holds.

        Args:
            before: events about earlier days than this.
            answered_before: and, of this desk's own, only those that the hub answered before this instant.

        Returns:
            How many of this desk's own entries were concerned.
        """
        sequences = journal.erase(self._connection, before, answered_before)
        redemptions.forget_cards(self._connection, sequences, before)
        reservations.forget_cards(self._connection, sequences, before)
        return len(sequences)
