"""One pass between this desk and its hub: what is new here goes there, what is new there comes here.

1. No thread, no sleeping, no second try: a pass is a function of ledger, register and line. When to pass is the runner's.
2. No transaction is open while the network is waited for. Events are marked as sent before they go, because from then on nobody
   knows whether they arrived; where no connection came about at all, that is taken back. The hub's answers, the feed and the policy
   are taken in one transaction.
3. No event goes twice in one pass. What is put off, or not answered, waits for the next; the events behind it go now.
4. A pull applies wholly or not at all. A delta: register first, the ledger's stamp last. A complete list: a new file, counted and
   checked, then named in the ledger, then used. A list that does not take a delta is had again whole.
5. If a message as a whole fails, the next one carries half as many events, so that one event that the hub cannot bear does not
   hold up those before it.
6. Each message says for which slots this desk wants rights; what the hub would have back is given back by an event, which goes with
   the next message of the same pass.
7. The hub's countersigned head of the journal is held against the journal itself: a hub that has lost entries is told them again,
   and a journal that is not the one the hub knows is said aloud. Such a hub keeps this one apart: it is told it again where the hub
   was put back, or does not know what comes before an entry.
8. Shut out, a desk gives back its rights, forgets the list and the key behind the cards' hashes, and goes on telling its journal.
   When all of that is told, the pass ends with `HubRevoked`.
9. A new token is in the ledger before it is shown. A new key behind the cards' hashes comes into use with the list made with it.

Raises `HubError` where the line or the hub fails and `StoreError` where the disk does; what was taken before stays taken.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sync import snapshot
from sync.batch import bounded, of_event, shown, signed
from sync.chain import Chain, compare, verify_head
from sync.demand import settle, to_tell
from sync.elsewhere import hear_elsewhere
from sync.listing import Listing
from sync.reading import hear_cases, hear_reset, network_facts, policy_of, programme_of, put_network
from sync.rights import leases_of, want
from sync.snapshot import FileLine, Progress, Stage, no_progress
from sync.transport import NOBODY, Reply
from sync.wire import (
    EVENTS_PER_PASS,
    WANTS_PER_PASS,
    Answer,
    Manifest,
    RegisterChanges,
    SyncAnswer,
    SyncRequest,
)
from validator import __version__
from validator.clock import DeskClock
from validator.desk.means import Means
from validator.desk.rights import give_back, wants
from validator.domain.card import TokenKey
from validator.domain.policy import Stamp
from validator.errors import (
    ConfigError,
    HubError,
    HubGarbled,
    HubRefused,
    HubRevoked,
    HubUnreachable,
    StoreDamaged,
)
from validator.store.heads import HubHead
from validator.store.identity import Identity, NetworkFacts
from validator.store.journal import Outgoing
from validator.store.ledger import Ledger
from validator.store.register import Registers

MOST_ROUNDS = 1000
"""Messages in one pass; a hub that always has more is left for the next pass."""

_NOT_OURS = {"unauthorized", "slow_down"}
"""Noes that have nothing to do with what was sent."""

_log = logging.getLogger(__name__)


class Line(FileLine, Protocol):
    """A line to the hub; `sync.transport.Transport` is one."""

    def sync(self, request: SyncRequest) -> Reply:
        """One write-read request."""
        ...


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass did.

    Attributes:
        sent: events that went out.
        confirmed: of these, taken by the hub, now or before.
        refused: of these, not accepted; they are kept.
        heard: events of the venue's desks in the hub's feed.
        cards: rows of the card list that came, or the whole list's count.
        listed: when the list that is now in use was made at the hub.
        offset: the hub's time less the machine's.
        chain: the journal at the hub.
        rounds: messages.
    """

    sent: int = 0
    confirmed: int = 0
    refused: int = 0
    heard: int = 0
    cards: int = 0
    listed: datetime | None = None
    offset: timedelta = timedelta(0)
    chain: Chain = Chain.HOLDS
    rounds: int = 0


class Courier:
    """Carries between one ledger with its register and one hub. For one thread at a time."""

    def __init__(
        self,
        ledger: Ledger,
        registers: Registers,
        line: Line,
        clock: DeskClock,
        folder: Path,
        progress: Progress = no_progress,
    ) -> None:
        self._ledger = ledger
        self._registers = registers
        self._line = line
        self._clock = clock
        self._folder = folder
        self._progress = progress
        self._means = Means(ledger, registers, clock, lambda: True)
        self._batch = EVENTS_PER_PASS
        self._newly_sent: tuple[int, ...] = ()
        self._wants_list = False

    def carry(self, stop: threading.Event | None = None) -> Pass:
        """One pass.

        Args:
            stop: set to end early; what was taken stays taken.

        Raises:
            HubError: the hub could not be used, or not to the end.
            StoreError: the disk failed.
            ConfigError: the desk is not enrolled.
        """
        stop = stop or threading.Event()
        done, gone = Pass(), set[int]()
        for _ in range(MOST_ROUNDS):
            batch, request, identity = self._gather(gone)
            gone.update(event.sequence for event in batch)
            answer, offset = self._exchange(request)
            done = self._settle(replace(done, offset=offset), batch, request, answer, identity)
            if answer.revoked:
                self._forget_cards()
            changes = answer.register_changes
            if changes is not None:
                count = self._take(changes, answer, identity, stop)
                done = replace(done, cards=done.cards + count)
            has_more = answer.more or (changes is not None and not changes.complete) or self._is_waiting(gone)
            has_more = has_more or request.feed_life != answer.feed_life or self._lacks_rights(request)
            if stop.is_set() or not has_more:
                break
        self._clock.keep()
        if answer.revoked:
            raise HubRevoked("the hub has shut this desk out")
        with self._ledger.read() as books:
            stamp = books.stamp()
        return replace(done, listed=None if stamp is None else stamp.made_at)

    def _gather(self, gone: set[int]) -> tuple[tuple[Outgoing, ...], SyncRequest, Identity]:
        """What goes out now: the first events that did not go in this pass yet (those of ``gone`` did), marked as sent."""
        if self._registers.damaged:
            self._registers.give_up(self._ledger)
        with self._ledger.read() as books:
            identity, head, stamp = books.identity(), books.head(), books.stamp()
            heard, life, latest = books.feed_cursor(), books.feed_life(), books.last_hub_head()
            waiting, listed = books.outbox(self._batch, gone), books.register_in_use()
            asked, cases = to_tell(books), books.cases.cursor()
            wanted = () if identity is None else wants(self._means, books, WANTS_PER_PASS)
        if identity is None:
            raise ConfigError("this desk is not enrolled at a hub yet")
        # Another window on this folder may have switched to a newer list.
        self._registers.switch(listed)
        batch = bounded(waiting, self._batch)
        self._newly_sent = ()
        if batch:
            with self._ledger.write() as books:
                self._newly_sent = books.mark_sent(event.sequence for event in batch)
        request = SyncRequest(
            events=tuple(signed(event) for event in batch),
            register_version=0 if stamp is None or self._wants_list else stamp.version,
            feed_cursor=heard,
            head_sequence=head.sequence,
            head_hash=head.hash if head.sequence else "",
            program=__version__,
            feed_life=life,
            signed_head=shown(latest),
            wants=tuple(want(lease) for lease in wanted),
            demand=asked,
            case_cursor=cases,
        )
        return batch, request, identity

    def _exchange(self, request: SyncRequest) -> tuple[SyncAnswer, timedelta]:
        try:
            reply = self._line.sync(request)
        except HubError as error:
            is_no = isinstance(error, HubRefused | HubGarbled) and error.details.get("error") not in _NOT_OURS
            # Whatever became of the message: what it carries may be what a worker of the hub dies of, or what a line cannot bear.
            is_silence = isinstance(error, HubUnreachable) and error.details.get("reason") != NOBODY
            if (is_no or is_silence) and request.events:
                self._batch = max(1, len(request.events) // 2)
            if error.details.get("reason") == NOBODY and self._newly_sent:
                with self._ledger.write() as books:
                    books.mark_unsent(self._newly_sent)
            raise
        self._batch = min(EVENTS_PER_PASS, self._batch * 2)
        return reply.answer, self._clock.heard(reply.answer.hub_time, reply.took)

    def _settle(
        self,
        done: Pass,
        batch: Sequence[Outgoing],
        request: SyncRequest,
        answer: SyncAnswer,
        identity: Identity,
    ) -> Pass:
        """Take the answers, the feed and the network's numbers, all together."""
        verify_head(answer.head, identity)
        answers = tuple(of_event(each, batch) for each in answer.answers)
        network = _network_of(answer)
        is_whole = not answer.revoked and (answer.feed_whole or not answer.more)
        with self._ledger.write() as books:
            books.settle(answers, self._clock.now())
            unread = books.apply_feed(answer.feed, answer.feed_cursor, answer.feed_life)
            if request.feed_life == answer.feed_life:
                books.leases_named(answer.feed_life)
            books.hear_leases(leases_of(answer.leases))
            settle(books, request, answer)
            hear_elsewhere(books, answer)
            hear_cases(books, answer.model_copy(update={"answers": answers}))
            if is_whole:
                books.put_quotas_at(answer.hub_time)
            kept = books.policy()
            policy = policy_of(answer.signed_policy, identity.hub_key, kept)
            if policy is not None and policy != kept:
                books.put_policy(policy)
            hear_reset(books, answer.pin_reset, identity)
            if answer.token:
                books.put_token(answer.token)
            if network is not None:
                put_network(books, network)
            chain = compare(answer.head, books)
            books.keep_head(HubHead(answer.head.sequence, answer.head.hash, answer.head.signature))
            if chain is Chain.HOLDS and books.tell_again(answer.head.sequence):
                chain = Chain.LOST_AT_HUB
            elif chain is not Chain.HOLDS and _has_lost_fork(request, answer):
                books.tell_fork_again()
        give_back(self._means)
        if unread:
            _log.info("%d events of the feed are of kinds that this program does not know", unread)
        if chain is not Chain.HOLDS:
            _log.info("the journal at the hub: %s", chain)
        return replace(
            done,
            sent=done.sent + len(batch),
            confirmed=done.confirmed + _count(answers, "accepted", "duplicate"),
            refused=done.refused + _count(answers, "refused"),
            heard=done.heard + len(answer.feed),
            chain=max(done.chain, chain, key=list(Chain).index),
            rounds=done.rounds + 1,
        )

    def _forget_cards(self) -> None:
        """Forget what tells cards apart. The journal stays, and whose tickets it speaks of."""
        give_back(self._means, whole=True)
        with self._ledger.write() as books:
            network = books.network()
            if network is not None and network.token_key.epoch:
                nobodys = TokenKey(secrets.token_bytes(len(network.token_key.secret)), 0)
                books.put_network(replace(network, token_key=nobodys))
        self._registers.give_up(self._ledger)
        snapshot.clear(self._folder)

    def _take(
        self, changes: RegisterChanges, answer: SyncAnswer, identity: Identity, stop: threading.Event
    ) -> int:
        """Take what the register lacks; how many rows it was."""
        if changes.snapshot is not None:
            return self._take_list(changes, changes.snapshot, answer, identity, stop)
        name = self._registers.name
        if name is None:
            raise HubGarbled("a change of the list came where there is no list", reason="list")
        rows = []
        for row in changes.cards:
            try:
                token, card = snapshot.card(row)
            except ValueError:
                raise HubGarbled("a card of the list cannot be read", reason="list") from None
            rows.append((token, None if row.gone else card))
        network = None if changes.programme is None else programme_of(changes.programme)
        count = changes.count if changes.complete else None
        try:
            self._registers.apply_delta(changes.version, rows, network, count)
        except (HubGarbled, StoreDamaged):
            # The file is not what the ledger takes it for; it serves until the complete list has come.
            self._wants_list = True
            raise
        with self._ledger.write() as books:
            before = books.stamp()
            # A list counts as new only once it is complete; the programme comes whole with every part of it.
            made_at = changes.made_at if changes.complete or before is None else before.made_at
            stamp = Stamp(changes.version, made_at, changes.made_at)
            books.use_register(name, stamp, instead_of=name)
        return len(rows)

    def _take_list(
        self,
        changes: RegisterChanges,
        manifest: Manifest,
        answer: SyncAnswer,
        identity: Identity,
        stop: threading.Event,
    ) -> int:
        snapshot.verify(manifest, identity.hub_key)
        if changes.programme is None:
            raise HubGarbled("a complete list came without the programme", reason="list")
        path = snapshot.fetch(self._line, manifest, self._folder, stop, self._progress)
        if path is None:
            return 0
        listing = Listing(path, manifest, programme_of(changes.programme))
        name = self._registers.have_built(
            manifest.version,
            lambda place, key: listing.write(
                place, key, lambda made, whole: self._progress(Stage.BUILDING, made, whole), stop
            ),
        )
        if name is None:
            return 0
        network = _network_of(answer)
        with self._ledger.write() as books:
            books.use_register(name, Stamp(manifest.version, changes.made_at, answer.hub_time))
            if network is not None:
                books.put_network(network)
        self._registers.switch(name)
        self._wants_list = False
        snapshot.clear(self._folder)
        return manifest.count

    def _lacks_rights(self, named: SyncRequest) -> bool:
        """Whether the answer told of a number under which this desk has no lease yet and has not asked for one."""
        asked = {(want.offer, want.performance, want.visit) for want in named.wants}
        with self._ledger.read() as books:
            new = (lease.slot for lease in wants(self._means, books, WANTS_PER_PASS) if not lease.epoch)
            return any((slot.offer, slot.performance, slot.visit) not in asked for slot in new)

    def _is_waiting(self, gone: set[int]) -> bool:
        """Whether events are left that did not go in this pass."""
        with self._ledger.read() as books:
            return bool(books.outbox(1, gone))


def _network_of(answer: SyncAnswer) -> NetworkFacts | None:
    """The network's facts, if there is news of them that can be used."""
    if answer.network is None:
        return None
    try:
        return network_facts(answer.network)
    except HubGarbled as error:
        _log.info("%s; those from before stay", error)
        return None


def _has_lost_fork(request: SyncRequest, answer: SyncAnswer) -> bool:
    """Whether a hub that holds another journal by this desk's name has lost what it kept of this one apart."""
    is_put_back = request.feed_life not in {"", answer.feed_life}
    return is_put_back or any(each.status == "later" and not each.reason for each in answer.answers)


def _count(answers: Iterable[Answer], *statuses: str) -> int:
    return sum(answer.status in statuses for answer in answers)
