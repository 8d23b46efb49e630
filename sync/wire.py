"""The messages between desk and hub, version 1. The page that binds is docs/protocol.md.

Unknown fields are tolerated on both sides, so that old desks survive new hubs. Bytes travel as base64, instants as ISO 8601 with
an offset, days as ISO dates. Events travel as their exact signed bytes and are judged one by one: a batch is never refused whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date
from typing import Any

from pydantic import AwareDatetime, Field

from sync.casewire import CaseRow
from sync.message import VERSION, Bytes, Counted, Day, Instant, Message, Request, Secret, Text, Whole
from sync.pinwire import SignedReset
from validator.domain.journal import canonical

EVENTS_PER_PASS = 200
"""A desk sends no more events in one request; the rest goes in the next."""
WANTS_PER_PASS = 300
"""A desk names no more slots in one request; the soonest first."""
DEMAND_PER_PASS = 300
"""Counts of those who asked in vain in one request; the rest goes in the next."""
MAX_REQUEST_BYTES = 4 * 1024 * 1024
MAX_ENROL_BYTES = 8 * 1024


class EnrolRequest(Request):
    """``POST /v1/enrol``: a desk presents its one-time code and its public key.

    ``desk`` and ``hub_public_key`` are what a desk that comes in again has from before; ``proof`` is its signature over
    canonical({"code", "desk"}), with the code as it is sent.
    """

    v: Whole = VERSION
    code: Text = Field(repr=False)
    public_key: Bytes
    desk_name: Text = ""
    program: Text = ""
    desk: Text = ""
    hub_public_key: Bytes = b""
    proof: Bytes = b""


class NetworkConfig(Message):
    """What a desk must know of the network to read its cards.

    ``code_pattern`` is a regular expression of the normalised code, ``code_check`` is "mod37_36" or empty, ``other_schemes`` maps
    a name to the pattern of another scheme's cards. ``sealing_key`` is the hub's public X25519 key, for exports of journals.
    ``support`` is whom a desk may ask for help, in the network's own words, or "".
    """

    name: Text
    token_key: Secret
    token_epoch: int
    code_pattern: Text
    code_check: Text = ""
    other_schemes: dict[str, str] = Field(default_factory=dict)
    demo_offset_seconds: float = 0.0
    sealing_key: Bytes = b""
    support: Text = ""


class EnrolAnswer(Message):
    """The desk's identity and the network's keys. Given once: the code is spent."""

    v: int = VERSION
    desk: Text
    desk_name: Text
    venues: tuple[str, ...]
    token: Text = Field(repr=False)
    hub_public_key: Bytes
    network: NetworkConfig
    hub_time: AwareDatetime


class Health(Message):
    """``GET /v1/health``: the hub is there, and what time it is."""

    v: int = VERSION
    hub_time: AwareDatetime


class SignedEvent(Message):
    """An event as its exact signed bytes; ``cards`` and ``salt`` open the header's commitment (empty after retention)."""

    header: Bytes
    signature: Bytes
    cards: Secret = b""
    salt: Secret = b""


class Head(Message):
    """The last entry of a desk's journal that the hub holds, countersigned by the hub.

    ``signature`` is the hub's over canonical({"desk", "seq", "hash"}).
    """

    sequence: Counted = 0
    hash: Text = ""
    signature: Bytes = b""


class Want(Message):
    """A slot for which a desk wants rights, and what it holds there as far as it knows.

    ``granted`` is the cumulative total that it has heard of in ``epoch`` (both 0 for a slot without a lease), ``need`` the tickets
    of a customer who is waiting, or 0.
    """

    offer: Text
    performance: Text | None = None
    visit: Day
    epoch: Whole = 0
    granted: Whole = 0
    left: Whole = 0
    need: Whole = 0


class LeaseRow(Message):
    """The hub's word on a desk's rights for one slot: the cumulative total granted in this epoch, and how many to hold on to."""

    offer: Text
    performance: Text | None = None
    visit: date
    epoch: int
    granted: int
    keep: int


class RightsRequest(Request):
    """``POST /v1/rights``: a customer is waiting and the desk's own rights are used up. The head is as in `SyncRequest`."""

    v: Whole = VERSION
    head_sequence: Counted = 0
    head_hash: Text = ""
    wants: tuple[Want, ...] = ()


class RightsAnswer(Message):
    """What the desk holds now, for each slot that it wanted and that a strict quota applies to."""

    v: int = VERSION
    hub_time: AwareDatetime
    leases: tuple[LeaseRow, ...] = ()


class DemandRow(Message):
    """How many customers have asked a desk in vain for a slot, in all, within the hour that begins at ``hour``. No card."""

    offer: Text
    performance: Text | None = None
    visit: Day
    hour: Instant
    asked: Whole


class DemandSum(Message):
    """How many asked in vain for a slot at all desks of the venue."""

    offer: Text
    performance: Text | None = None
    visit: date
    asked: int


class LentRow(Message):
    """How many rights for a slot are out that the desk which is told does not hold itself."""

    venue: Text
    offer: Text
    performance: Text | None = None
    visit: date
    out: int


class ReachRow(Message):
    """A manager's number of which not every desk of its venue has heard yet: how many have, of how many."""

    scope: Text
    target: Text
    visit: date
    heard: int
    desks: int


class SyncRequest(Request):
    """``POST /v1/sync``: what is new at the desk, and what it already has.

    ``feed_life`` is the hub's life that ``feed_cursor`` counts in, ``signed_head`` the latest head that the hub countersigned: by
    both a hub finds out that it is an older copy of itself. ``case_cursor`` is how far cases were heard, None at a desk that knows
    none: it is told none.
    """

    v: Whole = VERSION
    events: tuple[SignedEvent, ...] = ()
    register_version: Counted = 0
    feed_cursor: Counted = 0
    head_sequence: Counted = 0
    head_hash: Text = ""
    program: Text = ""
    feed_life: Text = ""
    signed_head: Head = Head()
    wants: tuple[Want, ...] = ()
    demand: tuple[DemandRow, ...] = ()
    case_cursor: Counted | None = None


class Answer(Message):
    """The hub's word on one event.

    There is one answer for each event of the request, in their order; ``position`` says which (from 0). ``event`` and
    ``sequence`` are the header's, or "" and 0 where it could not be read, or was not looked at.

    ``status``: "accepted", "duplicate" (S05, nothing to do), "refused" (kept and shown; ``reason`` says why in English, ``code``
    is S06), or "later" (send it again in a later pass). ``notes`` are S codes for the manager's list; ``over`` is how many of the
    event's tickets are over a quota (S03). ``case`` is the id of the case of an event that was refused.
    """

    event: Text
    sequence: int
    status: Text
    code: Text = ""
    reason: Text = ""
    notes: tuple[str, ...] = ()
    position: int = 0
    over: int = 0
    case: Text = ""


class CardRow(Message):
    """One card of the register. ``gone`` rows leave the desk's copy."""

    id: Text
    token: Secret
    epoch: int
    kind: Text
    area: Text
    valid_from: date
    valid_to: date
    status: Text
    children: int | None = None
    gone: bool = False


class Programme(Message):
    """Areas, rule sets and the desk's own venues with their offers and performances.

    Rows as in `validator.domain.network`, keyed by field name; the desk reads what it knows and ignores the rest.
    """

    areas: tuple[dict[str, Any], ...] = ()
    rule_sets: tuple[dict[str, Any], ...] = ()
    venues: tuple[dict[str, Any], ...] = ()
    offers: tuple[dict[str, Any], ...] = ()
    performances: tuple[dict[str, Any], ...] = ()


class Manifest(Message):
    """A snapshot of the card list: one immutable file, fetched at ``GET /v1/snapshot/{digest}``.

    ``digest`` is SHA-256 (hex) of the encrypted file, ``content_digest`` of the plain lines. ``signature`` is the hub's over
    canonical({"version", "digest", "content_digest", "count", "bytes", "made_at"}). ``key`` opens the file.
    """

    version: int
    digest: Text
    content_digest: Text
    count: int
    bytes: int
    made_at: AwareDatetime
    key: Secret
    signature: Bytes


class RegisterChanges(Message):
    """What the desk's register lacks: either ``cards`` (a delta up to ``version``) or a ``snapshot`` to take.

    ``count`` is the number of cards a complete list has at ``version``; ``complete`` is False while more deltas follow.
    """

    version: int
    made_at: AwareDatetime
    count: int
    complete: bool = True
    cards: tuple[CardRow, ...] = ()
    programme: Programme | None = None
    snapshot: Manifest | None = None


class FeedItem(Message):
    """A redemption, void, reservation, release, quota change or settling at one of the desk's venues, from any desk.

    ``body`` is the event's body, ``cards`` its card part's bytes (ids; a token only for an unknown card; never a code), ``at``
    the giving desk's own time. Read both with `validator.domain.effects.effect`.
    """

    cursor: int
    event: Text
    desk: Text
    kind: Text
    at: AwareDatetime
    cards: Secret = b""
    body: dict[str, Any]


class PolicyWords(Message):
    """What the bytes of a `SignedPolicy` say: the version grows with every change, the numbers are the policy's fields."""

    version: int = 0
    policy: dict[str, Any] = Field(default_factory=dict)


class SignedPolicy(Message):
    """The network's numbers as the hub signs them: ``policy`` are the exact bytes of canonical({"version", "policy"})."""

    policy: Bytes = b""
    signature: Bytes = b""


class SyncAnswer(Message):
    """The whole answer of one pass.

    ``feed_whole``: nothing of the feed is left behind ``feed_cursor``, whatever else ``more`` may be for.
    ``policy`` is what desks went by before there was ``signed_policy``.

    ``feed_life``: what ``feed_cursor`` counts in; where it is another than the desk's, the feed begins anew, the last word on a
    number is this feed's, and the desk names all its leases in its next request.
    ``revoked``: the desk was shut out; its events are answered and it is told nothing else. ``token`` is a new one, to be shown
    from now on, or "". ``case_cursor``: how far ``cases`` go, in the same life; None from a hub that tells none.
    ``lent`` and ``reach`` are of the coming days: what other desks may still give, and numbers that not all have heard; ``lent`` is
    None from a hub that tells neither.
    """

    v: int = VERSION
    hub_time: AwareDatetime
    answers: tuple[Answer, ...] = ()
    register_changes: RegisterChanges | None = None
    feed: tuple[FeedItem, ...] = ()
    feed_cursor: int = 0
    feed_life: Text = ""
    feed_whole: bool = False
    more: bool = False
    head: Head = Head()
    policy: dict[str, Any] = Field(default_factory=dict)
    signed_policy: SignedPolicy = SignedPolicy()
    pin_reset: SignedReset = SignedReset()
    network: NetworkConfig | None = None
    leases: tuple[LeaseRow, ...] = ()
    demand: tuple[DemandSum, ...] | None = None
    lent: tuple[LentRow, ...] | None = None
    reach: tuple[ReachRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    case_cursor: int | None = None
    revoked: bool = False
    token: Text = Field(default="", repr=False)


class Refusal(Message):
    """The body of every 4xx and 5xx: a stable ``error`` word and a sentence for the log."""

    error: Text
    message: Text = ""


def head_words(head: Head, desk: str) -> bytes:
    """The bytes of a head that the hub signs for the desk of this id."""
    return canonical({"desk": desk, "seq": head.sequence, "hash": head.hash})


def proof_words(request: EnrolRequest) -> bytes:
    """The bytes of an enrolment that a desk signs to show that its key is its own."""
    return canonical({"code": request.code, "desk": request.desk})


def manifest_words(manifest: Manifest) -> bytes:
    """The bytes of a manifest that the hub signs; ``made_at`` in UTC and whole seconds: 2018-10-13T14:30:00+00:00."""
    return canonical(
        {
            "version": manifest.version,
            "digest": manifest.digest,
            "content_digest": manifest.content_digest,
            "count": manifest.count,
            "bytes": manifest.bytes,
            "made_at": manifest.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        }
    )


def policy_words(version: int, numbers: Mapping[str, Any]) -> bytes:
    """The bytes of a policy that the hub signs; durations in seconds."""
    return canonical({"version": version, "policy": dict(numbers)})
