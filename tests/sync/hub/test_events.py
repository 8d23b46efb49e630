"""Events one by one: booked once, answered always, never in each other's way."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.hub import Hub
from sync.hub.refusals import OtherVersion, Unreadable
from sync.wire import EVENTS_PER_PASS, SignedEvent
from tests.sync.hub.looking import count, events, in_order
from tests.sync.stage import TODAY, SetClock, Till, item, statuses
from validator.domain.journal import GENESIS, CardRef, CardRole, EventKind, commitment, digest, parse
from validator.domain.quota import MOST_TICKETS
from validator.domain.refusal import Refusal

POISON: list[tuple[str, dict[str, Any], str]] = [
    ("tomorrows_kind", {"venue": "theatre"}, "does not know this kind"),
    ("redemption", {"venue": "theatre", "giving": "g"}, "makes no sense"),
    ("redemption", {"venue": "theatre", "giving": ["g"]}, "makes no sense"),
    ("void", {"venue": "museum", "giving": "g"}, "not the desk's"),
    ("void", {"venue": ["theatre"], "giving": "g"}, "not the desk's"),
    ("void", {"giving": "g"}, "not the desk's"),
    ("void", {"venue": "theatre", "giving": "g\0"}, "no plain text"),
    ("void", {"venue": "theatre", "giving": "g" * 201}, "no plain text"),
    ("release", {"venue": "theatre", "reservation": ""}, "no plain text"),
    ("quota", {"venue": "theatre"}, "makes no sense"),
]
ODD_HEADERS = [
    (b'"giving":"g"', b'"giving":"\\ud800"', "no plain text"),
    (b'"id":"', b'"id":"\\u0000', "id is no plain text"),
    (b'"kind":"void"', b'"kind":"\\ud800"', "does not know this kind"),
    (b'"at":"2018', b'"at":"0001-01-01T00:00:00+14:00","was":"2018', "out of all bounds"),
    (b'"at":"2018', b'"at":"long ago","was":"2018', "header cannot be read"),
    (b'"rules":"2018"', b'"rules":2018', "header cannot be read"),
    (b',"v":1', b',"v":2', "header cannot be read"),
]

NO_REQUESTS = [
    b"",
    b"{",
    b"<html>",
    b"[]",
    b"null",
    b'{"events": 5}',
    b'{"feed_cursor": "x"}',
    b"\xff",
    b"[" * 100_000,
]


def state(hub: Hub) -> dict[str, list[tuple[Any, ...]]]:
    """All that events have done, but for when they came."""
    tables = (
        schema.events,
        schema.feed,
        schema.redemptions,
        schema.voids,
        schema.reservations,
        schema.quotas,
    )
    with hub.database.read() as tx:
        return {
            table.name: [
                tuple(row)
                for row in tx.execute(
                    select(*(column for column in table.c if column.name != "received_at")).order_by(
                        *table.primary_key
                    )
                )
            ]
            for table in tables
        }


def test_a_giving_is_booked_with_its_event(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    (answer,) = till.push(given)
    assert (answer.status, answer.notes, answer.position) == ("accepted", (), 0)
    with hub.database.read() as tx:
        event = tx.execute(select(schema.events)).one()
        booked = tx.execute(select(schema.redemptions)).one()
    assert (event.header, event.signature, event.cards) == (given.header, given.signature, given.cards)
    assert (event.decided, event.rules, event.venue) == ("A01", "2018", "theatre")
    assert event.occurred_at == event.received_at == hub.clock.now()
    assert (booked.performance, booked.visit, booked.adults, booked.sequence) == ("tonight", TODAY, 1, 1)


def test_the_desks_own_time_is_kept_beside_the_hubs(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    given = till.give(1)
    happened = clock.now()
    clock.advance(days=3)
    till.push(given)
    (event,) = events(hub)
    assert (event.occurred_at, event.received_at) == (happened, clock.now())


def test_every_kind_is_accepted(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [
        till.event(EventKind.ENROLLED, {"program": "0.1.0"}),
        till.give(1, giving="g1"),
        till.void("g1"),
        till.reserve(2),
        till.give(2, collects="r1"),
        till.reserve(3, "r2"),
        till.release("r2"),
        till.quota(10),
        till.event(EventKind.OVERRIDE, {"venue": "theatre", "reasons": ["R34"], "author": "manager"}),
    ]
    answers = till.push(*batch)
    assert statuses(answers) == ["accepted"] * len(batch)
    assert [answer.reason for answer in answers] == [""] * len(batch)
    with hub.database.read() as tx:
        ends = {row.reservation: row.state for row in tx.execute(select(schema.reservation_ends))}
    assert ends == {"r1": "collected", "r2": "released"}


def test_the_same_batch_twice_is_once(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1), till.quota(5), till.reserve(2), till.give(3)]
    first = till.push(*batch)
    before = state(hub)
    again = till.push(*batch)
    assert statuses(again) == ["duplicate"] * 4
    assert [answer.code for answer in again] == ["S05"] * 4
    assert [answer.event for answer in again] == [answer.event for answer in first]
    assert state(hub) == before


def test_a_lost_answer_is_given_again_with_its_notes(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    other.push(other.give(1))
    batch = [till.give(1), till.event("tomorrows_kind", {}), till.give(2)]
    lost, again = till.push(*batch), till.push(*batch)
    assert [(answer.status, answer.notes) for answer in lost] == [
        ("accepted", ("S01",)),
        ("refused", ()),
        ("accepted", ()),
    ]
    assert [(answer.status, answer.notes) for answer in again] == [
        ("duplicate", ("S01",)),
        ("refused", ()),
        ("duplicate", ()),
    ]
    assert again[1].reason == lost[1].reason


def test_a_reordered_batch_is_booked_in_the_journals_order(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1, giving="g1"), till.void("g1"), till.give(2), till.quota(4)]
    answers = till.push(*reversed(batch))
    assert statuses(answers) == ["accepted"] * 4
    assert [answer.sequence for answer in answers] == [4, 3, 2, 1]
    assert in_order(answers)


def test_what_comes_too_early_is_asked_for_again(hub: Hub) -> None:
    till = Till.at(hub)
    first, second, third = till.give(1), till.give(2), till.give(3)
    assert statuses(till.push(second, third)) == ["later", "later"]
    assert count(hub, schema.events) == 0
    assert statuses(till.push(first, second, third)) == ["accepted"] * 3


def test_a_batch_too_long_is_asked_for_again_from_there(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.event(EventKind.ENROLLED, {"program": "x"}) for _ in range(EVENTS_PER_PASS + 2)]
    answers = till.push(*batch)
    assert statuses(answers) == ["accepted"] * EVENTS_PER_PASS + ["later"] * 2
    assert statuses(till.push(*batch[EVENTS_PER_PASS:])) == ["accepted"] * 2


def test_poison_events_hold_nobody_up(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1)]
    for kind, body, _ in POISON:
        batch += [till.event(kind, body), till.event(EventKind.ENROLLED, {"program": "x"})]
    assert_refused_alone(hub, till, batch, [reason for _, _, reason in POISON])


def test_odd_headers_hold_nobody_up(hub: Hub) -> None:
    """Signed, in their place, and yet nothing that this hub can book."""
    till = Till.at(hub)
    batch = [till.give(1)]
    for part, instead, _ in ODD_HEADERS:
        header = till.void("g").header
        till.sequence, till.previous = till.sequence - 1, digest(batch[-1].header)
        assert part in header
        batch += [till.sign(header.replace(part, instead)), till.event(EventKind.ENROLLED, {"program": "x"})]
    assert_refused_alone(hub, till, batch, [reason for _, _, reason in ODD_HEADERS])


def assert_refused_alone(hub: Hub, till: Till, batch: list[SignedEvent], reasons: list[str]) -> None:
    """Every second event from the second on is refused, kept as it is, and in nobody's way."""
    answers = till.push(*batch, till.give(2))
    assert statuses(answers) == ["accepted"] + ["refused", "accepted"] * len(reasons) + ["accepted"]
    refused = [answer for answer in answers if answer.status == "refused"]
    assert [reason in answer.reason for answer, reason in zip(refused, reasons, strict=True)] == [True] * len(
        reasons
    )
    assert {answer.code for answer in refused} == {"S06"}
    assert None not in {Refusal.of(answer.reason) for answer in refused}
    assert in_order(answers)
    kept = [row for row in events(hub) if row.status == "refused"]
    assert [row.header for row in kept] == [event.header for event in batch[1::2]]
    assert [row.reason for row in kept] == [answer.reason for answer in refused]
    assert count(hub, schema.redemptions) == 2


def test_numbers_out_of_all_bounds_are_refused(hub: Hub) -> None:
    till = Till.at(hub)
    names = ("adults", "children", "assistants", "representatives")
    odd = [(2**40, 0, 0, 0), (1, 10_001, 0, 0), (1, -1, 0, 0), (1, 0, 0, True)]
    batch = [till.give(1, tickets=dict(zip(names, each, strict=True))) for each in odd]
    batch += [till.give(1, quota_use=2**70), till.quota(MOST_TICKETS + 1)]
    batch += [till.quota(MOST_TICKETS), till.give(2)]
    assert statuses(till.push(*batch)) == ["refused"] * 6 + ["accepted"] * 2


def test_cards_have_to_fit_the_commitment(hub: Hub) -> None:
    till = Till.at(hub)
    given, other = till.give(1), till.give(2)
    swapped = given.model_copy(update={"cards": other.cards})
    salted = other.model_copy(update={"salt": given.salt})
    erased = till.give(3).model_copy(update={"cards": b"", "salt": b""})
    uncommitted = till.void("g").model_copy(update={"cards": given.cards, "salt": given.salt})
    answers = till.push(swapped, salted, erased, uncommitted, till.give(4))
    assert statuses(answers) == ["refused"] * 4 + ["accepted"]
    assert [answer.reason for answer in answers[:4]] == [
        "garbled: the cards do not fit the commitment",
        "garbled: the cards do not fit the commitment",
        "garbled: the cards are not told",
        "garbled: the cards do not fit the commitment",
    ]


def test_cards_have_to_be_cards(hub: Hub) -> None:
    till = Till.at(hub)
    thief = CardRef(CardRole.HOLDER, token="not hexadecimal", epoch=1)
    far = CardRef(CardRole.HOLDER, token="00" * 16, epoch=2**80)
    answers = till.push(till.give(thief), till.give(far), till.give(), till.give(1, 2), till.give(3))
    assert statuses(answers) == ["accepted", "accepted", "refused", "refused", "accepted"]
    odd = CardRef(CardRole.HOLDER, "c\0")
    answers += till.push(
        till.give(odd), till.event(EventKind.RELEASE, {"reservation": "r", "venue": "theatre"}, [odd])
    )
    assert [answer.reason for answer in answers[5:]] == ["senseless: an id is no plain text"] * 2
    assert [answer.notes for answer in answers[:2]] == [("S04",), ("S04",)]


def test_a_card_part_that_is_none(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    till.sequence, till.previous = 0, GENESIS
    old, new = parse(given.header).commitment, commitment(b"junk", given.salt)
    junk = till.sign(given.header.replace(old.encode(), new.encode()), b"junk", given.salt)
    answers = till.push(junk, till.give(2))
    assert [(answer.status, answer.reason) for answer in answers] == [
        ("refused", "garbled: the card part cannot be read"),
        ("accepted", ""),
    ]


def test_an_id_is_good_once(hub: Hub) -> None:
    till = Till.at(hub)
    first = till.event(EventKind.ENROLLED, {"program": "x"}, name="same")
    second = till.event(EventKind.ENROLLED, {"program": "x"}, name="same")
    answers = till.push(first, second, till.give(1))
    assert [(answer.status, answer.reason) for answer in answers] == [
        ("accepted", ""),
        ("refused", "senseless: the event's id was used before"),
        ("accepted", ""),
    ]


def test_another_desks_id_and_giving_do_not_disturb(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.event(EventKind.ENROLLED, {"program": "x"}, name="same"), one.give(1, giving="g"))
    answers = other.push(
        other.event(EventKind.ENROLLED, {"program": "x"}, name="same"),
        other.give(2, giving="g"),
        other.give(3),
    )
    assert statuses(answers) == ["accepted", "refused", "accepted"]
    assert count(hub, schema.redemptions) == 2


def test_a_desk_writes_to_its_own_venues_only(hub: Hub) -> None:
    till, museum = Till.at(hub), Till.at(hub, "museum")
    museum.push(museum.give(1, venue="museum", offer="entry", performance=None, giving="theirs"))
    answers = till.push(
        till.give(1, venue="museum"),
        till.give(1, offer="entry"),
        till.void("theirs"),
        till.quota(1, "offer", "entry"),
        till.quota(1, "performance", "nowhere"),
        till.quota(1, "venue", "museum"),
        till.quota(1, "performance", "tonight"),
        till.quota(1, "offer", "play"),
    )
    assert statuses(answers) == ["refused"] * 6 + ["accepted"] * 2
    assert count(hub, schema.voids) == 0


def test_an_agency_writes_to_each_of_its_venues(hub: Hub) -> None:
    till = Till.at(hub, "theatre", "museum")
    answers = till.push(till.give(1), till.give(1, venue="museum", offer="entry", performance=None))
    assert statuses(answers) == ["accepted"] * 2


def test_what_the_register_does_not_know_was_given_all_the_same(hub: Hub) -> None:
    till = Till.at(hub)
    assert statuses(till.push(till.give(1, offer="forgotten", performance="long gone"))) == ["accepted"]


def test_a_void_may_come_before_its_giving(hub: Hub) -> None:
    """Another desk's, for instance, after the hub was put back to an older state."""
    one, other = Till.at(hub), Till.at(hub)
    assert statuses(other.push(other.void("g1"))) == ["accepted"]
    assert statuses(one.push(one.give(1, giving="g1"), one.give(1))) == ["accepted"] * 2
    assert one.push(one.void("g1"))[0].status == "accepted"


# Requests


def test_what_is_no_request_is_refused_whole(hub: Hub) -> None:
    desk = Till.at(hub).known()
    for body in NO_REQUESTS:
        with pytest.raises(Unreadable):
            hub.sync(desk, body)


def test_another_version_is_told_apart(hub: Hub) -> None:
    with pytest.raises(OtherVersion):
        hub.sync(Till.at(hub).known(), b'{"v": 2}')


def test_unknown_fields_are_tolerated_everywhere(hub: Hub) -> None:
    till = Till.at(hub)
    given = item(till.give(1, tomorrow={"nested": [1, "2"]})) | {"tomorrow": 1}
    assert statuses(till.push(given, tomorrow=[1, 2])) == ["accepted"]


def test_a_batch_whose_transaction_fails_leaves_nothing(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """Event, effect and head move together: here the power goes just before the commit."""
    till = Till.at(hub)
    batch = [till.give(1), till.quota(2)]
    before = state(hub)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sync.hub.talk.note_state", fail)
        with pytest.raises(KeyboardInterrupt):
            till.push(*batch)
    assert state(hub) == before
    assert till.sync().head.sequence == 0
    assert statuses(till.push(*batch)) == ["accepted"] * 2


def test_an_instant_in_another_zone_is_the_same_instant(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    far = datetime(2018, 10, 13, 4, 30, tzinfo=timezone(timedelta(hours=-10)))
    till.push(till.give(1, at=far))
    assert events(hub)[0].occurred_at == clock.now()
