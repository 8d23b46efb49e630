"""A desk's requests at the hub: a pass, and asking for rights while a customer waits.

A sync is at most one writing transaction (the events, the rights) and then one reading transaction (what the desk lacks), so that
the answer is of one state of the hub that holds the events already. A desk that has nothing to tell and wants nothing takes no
writer's lock.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from sync.hub import demand, elsewhere, pinreset, settings, trust
from sync.hub.caselist import page as case_page
from sync.hub.changes import delta, needs_snapshot, whole
from sync.hub.database import FEED, Database, standing
from sync.hub.enrolment import Desk, note_state
from sync.hub.events import Journal, head_of
from sync.hub.feed import page
from sync.hub.grants import Grants, is_behind, lacks_entries, note_fork, note_heard
from sync.hub.intake import Asked, read_rights
from sync.hub.lives import leave_life, life_of, note_report, shows_older_copy
from sync.hub.refusals import Revoked
from sync.hub.rights import days_of, lock_venues, slot_of, told
from sync.hub.snapshot import Snapshots
from sync.hub.vault import Vault
from sync.wire import Answer, Head, LeaseRow, RightsAnswer, RightsRequest, SyncAnswer, SyncRequest, head_words
from validator.domain.network import HELSINKI
from validator.domain.rights import Slot
from validator.signing import Signer

_SEEN_EVERY = timedelta(minutes=1)
"""A desk that has nothing to tell is noted no more often."""


@dataclass(frozen=True)
class Talk:
    """What the hub says to one desk at one instant."""

    database: Database
    vault: Vault
    signer: Signer
    snapshots: Snapshots = field(repr=False)
    desk: Desk
    now: datetime

    def sync(self, asked: Asked) -> SyncAnswer:
        """One pass: take its events, tell what it lacks."""
        request, desk, now = asked.request, self.desk, self.now
        if desk.revoked_at is not None:
            return self._hear_out(asked)
        answers, wanted = tuple[Answer, ...](), frozenset[Slot]()
        is_due = desk.seen_at is None or now - desk.seen_at > _SEEN_EVERY
        if asked.items or request.wants or request.demand or is_due or self._is_news_of_life(request):
            with self.database.write() as tx:
                life = self._life(tx, request)
                journal, answers = self._receive(tx, asked)
                if journal.sequence >= request.head_sequence:
                    self._note_told(tx, request, life)
                demand.take(self.database, tx, desk.id, desk.venues | desk.former, request.demand)
                wanted = self._grant(tx, request, journal.quotas)
                journal.close()
        with self.database.read() as tx:
            version = request.register_version if _counts_in(request, life_of(tx)) else 0
            lacks_list = needs_snapshot(tx, version)
        # Made outside the reading transaction, which would not see it; the answer is of a later state then.
        manifest = self.snapshots.current() if lacks_list else None
        with self.database.read() as tx:
            life = life_of(tx)
            since = request.feed_cursor if _counts_in(request, life) else 0
            lacks = lacks_entries(tx, desk.id, request.head_sequence, request.head_hash)
            feed = page(tx, desk, since, now.astimezone(HELSINKI).date(), own=lacks)
            heard = None if request.case_cursor is None else request.case_cursor * _counts_in(request, life)
            cases = case_page(tx, desk, heard, now.astimezone(HELSINKI).date())
            changes = None
            # Meanwhile a new key may have made every list before it useless.
            lacks_list = needs_snapshot(tx, version)
            if lacks_list and manifest is not None and not needs_snapshot(tx, manifest.version):
                changes = whole(tx, desk, manifest, now)
            elif not lacks_list:
                changes = delta(tx, desk, version, now)
            is_told = version >= settings.read(tx, settings.NETWORK_VERSION)
            days = days_of(tx, desk.venues, now)
            return SyncAnswer(
                hub_time=now,
                answers=answers,
                register_changes=changes,
                feed=feed.items,
                feed_cursor=feed.cursor,
                feed_life=life,
                feed_whole=not feed.more,
                more=feed.more or cases.more or (changes is not None and not changes.complete),
                head=self._head(tx),
                policy=settings.policy_row(tx),
                signed_policy=settings.signed_policy(tx, self.signer),
                pin_reset=pinreset.word_for(tx, self.signer, desk.id, now),
                network=None if is_told else settings.network_config(tx, self.vault),
                leases=self._leases(tx, request, wanted),
                demand=demand.sums(tx, desk.venues, now.astimezone(HELSINKI).date() - timedelta(days=1)),
                lent=elsewhere.lent(tx, desk.id, days),
                reach=elsewhere.reach(tx, desk.id, feed.cursor, days),
                cases=cases.rows,
                case_cursor=cases.cursor,
                token=trust.new_token(tx, self.vault, desk.id),
            )

    def rights(self, body: bytes) -> RightsAnswer:
        """Grant a desk rights for a customer who is waiting.

        Raises:
            Refused: the body is no request for rights, or the desk was shut out.
        """
        if self.desk.revoked_at is not None:
            raise Revoked("this desk was shut out: it gets no rights")
        request = read_rights(body)
        with self.database.write() as tx:
            lock_venues(tx, self.desk.venues)
            wanted = self._grant(tx, request)
            leases = self._leases(tx, request, wanted)
        return RightsAnswer(hub_time=self.now, leases=tuple(row for row in leases if slot_of(row) in wanted))

    def _is_news_of_life(self, request: SyncRequest) -> bool:
        """Whether a request without anything to tell tells of the hub's life all the same."""
        with self.database.read() as tx:
            sequence, _ = head_of(tx, self.desk.id)
            return request.feed_life != life_of(tx) or request.signed_head.sequence > sequence

    def _life(self, tx: Connection, request: SyncRequest) -> str:
        """The hub's life; a new one where this request shows that the hub is an older copy of itself."""
        # First, as everywhere: what is noted of the desk below is held until the end.
        lock_venues(tx, self.desk.venues | self.desk.former)
        life, (newest,) = life_of(tx), standing(tx, (FEED,))
        heard_more = _counts_in(request, life) and request.feed_cursor > newest
        if shows_older_copy(tx, self.desk.id, request.signed_head, self.signer.public) or heard_more:
            return leave_life(self.database, tx, life, request.feed_life)
        return life

    def _note_told(self, tx: Connection, request: SyncRequest, life: str) -> None:
        """Remember what a desk has heard and named that has told all its events."""
        if _counts_in(request, life):
            note_heard(tx, self.desk.id, request.feed_cursor)
        if request.feed_life == life:
            note_report(tx, self.desk.id, life)

    def _receive(self, tx: Connection, asked: Asked) -> tuple[Journal, tuple[Answer, ...]]:
        """Take the desk's events; the journal is still to be closed."""
        desk = self.desk
        venues, is_revoked = desk.venues | desk.former, desk.revoked_at is not None
        journal = Journal(self.database, tx, desk.id, desk.public_key, venues, self.now, is_revoked)
        answers = journal.receive(asked.items)
        if journal.forked:
            note_fork(tx, desk.id, journal.sequence)
        note_state(tx, desk.id, asked.request.program, asked.request.head_sequence)
        return journal, answers

    def _hear_out(self, asked: Asked) -> SyncAnswer:
        """What a desk that was shut out still gets: a word on each event, and the head."""
        with self.database.write() as tx:
            journal, answers = self._receive(tx, asked)
            journal.close()
        with self.database.read() as tx:
            head = self._head(tx)
        request = asked.request
        return SyncAnswer(
            hub_time=self.now,
            answers=answers,
            feed_cursor=request.feed_cursor,
            feed_life=request.feed_life,
            head=head,
            revoked=True,
        )

    def _grant(
        self,
        tx: Connection,
        request: SyncRequest | RightsRequest,
        quotas: Collection[tuple[str, date]] = (),
    ) -> frozenset[Slot]:
        behind = is_behind(tx, self.desk.id, request.head_sequence, request.head_hash)
        return Grants(self.database, tx, self.desk, self.now).grant(() if behind else request.wants, quotas)

    def _leases(
        self, tx: Connection, request: SyncRequest | RightsRequest, wanted: Collection[Slot]
    ) -> tuple[LeaseRow, ...]:
        if is_behind(tx, self.desk.id, request.head_sequence, request.head_hash):
            return ()
        return told(tx, self.desk.id, days_of(tx, self.desk.venues, self.now), wanted)

    def _head(self, tx: Connection) -> Head:
        sequence, sealed = head_of(tx, self.desk.id)
        head = Head(sequence=sequence, hash=sealed)
        return head.model_copy(update={"signature": self.signer.sign(head_words(head, self.desk.id))})


def _counts_in(request: SyncRequest, life: str) -> bool:
    """Whether the request's numbers are of this life; a desk that names none is of before there were any."""
    return request.feed_life in {"", life}
