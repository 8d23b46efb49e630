"""The desk's chain at the hub: items without a place, places held open, forks, the countersigned head."""

from __future__ import annotations

import json
from typing import Any

from sync.hub import schema
from sync.hub.hub import Hub
from sync.wire import head_words
from tests.sync.hub.looking import count, events, in_order
from tests.sync.stage import Till, statuses
from validator.domain.journal import GENESIS, canonical, digest
from validator.signing import Signer, verifies

BAD_ITEMS: list[Any] = [
    "not an object",
    None,
    17,
    [],
    {},
    {"header": "no base64!", "signature": "AAAA"},
    {"header": 5, "signature": {}},
    {"header": "e30=", "signature": ""},
    {"header": "", "signature": "", "cards": "", "salt": ""},
]
NO_HEADERS = [
    b"",
    b"no JSON",
    b"[1, 2]",
    b"[" * 100_000,
    b'{"seq": true, "previous": "' + b"0" * 64 + b'"}',
    b'{"seq": 2, "previous": "short"}',
    b'{"seq": 2, "previous": 5}',
    b'{"seq": 2, "desk": "another", "previous": "' + b"0" * 64 + b'"}',
]


# Items that are no events


def test_items_that_are_no_events_get_answers_of_their_own(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(till.give(1), *BAD_ITEMS, till.give(2))
    assert statuses(answers) == ["accepted"] + ["refused"] * len(BAD_ITEMS) + ["accepted"]
    assert {(answer.event, answer.sequence, answer.code) for answer in answers[1:-1]} == {("", 0, "S06")}
    assert in_order(answers)
    assert count(hub, schema.strays) == len(BAD_ITEMS)


def test_a_damaged_entry_does_not_hold_up_those_behind_it(hub: Hub) -> None:
    """One row of a desk's disk is bad for good: its bytes change, and everything after it is well."""
    till = Till.at(hub)
    batch = [till.give(1), till.give(2), till.give(3)]
    damaged = batch[1].model_copy(update={"header": batch[1].header[:-2] + b"#}"})
    assert statuses(till.push(batch[0], damaged, batch[2])) == ["accepted", "refused", "accepted"]
    rows = events(hub)
    assert [(row.sequence, row.status) for row in rows] == [(1, "accepted"), (2, "missing"), (3, "accepted")]
    assert rows[1].hash == digest(batch[1].header)


def test_a_damaged_last_entry_does_not_hold_up_the_next_batch(hub: Hub) -> None:
    till = Till.at(hub)
    first, damaged, third = till.give(1), till.give(2), till.give(3)
    damaged = damaged.model_copy(update={"signature": bytes(64)})
    assert statuses(till.push(first, damaged)) == ["accepted", "refused"]
    assert statuses(till.push(third)) == ["accepted"]


def test_a_place_that_is_held_open_is_filled_by_its_own_bytes_only(hub: Hub) -> None:
    till = Till.at(hub)
    first, good, third = till.give(1), till.give(2), till.give(3)
    damaged = good.model_copy(update={"signature": bytes(64)})
    till.push(first, damaged, third)
    till.sequence, till.previous = 1, digest(first.header)
    assert statuses(till.push(till.give(4))) == ["refused"]
    assert statuses(till.push(good)) == ["accepted"]
    assert [row.status for row in events(hub)] == ["accepted"] * 3
    assert statuses(till.push(first, good, third)) == ["duplicate"] * 3
    assert count(hub, schema.redemptions) == 3


def test_two_damaged_entries_in_a_row(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1), till.give(2), till.give(3), till.give(4)]
    broken = [
        batch[0],
        *(each.model_copy(update={"signature": bytes(64)}) for each in batch[1:3]),
        batch[3],
    ]
    assert statuses(till.push(*broken)) == ["accepted", "refused", "refused", "accepted"]
    assert statuses(till.push(*batch)) == ["duplicate", "accepted", "accepted", "duplicate"]


def test_another_keys_signature_is_none(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    forged = given.model_copy(update={"signature": Signer.fresh().sign(given.header)})
    (answer,) = till.push(forged)
    assert (answer.status, answer.reason) == ("refused", "garbled: the signature does not hold")
    assert statuses(till.push(given)) == ["accepted"]


def test_another_desks_entry_is_refused(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    other.desk = till.desk
    theirs = other.give(1)
    other.desk = other.known().id
    (answer,) = other.push(theirs)
    assert (answer.status, answer.reason) == ("refused", "garbled: the event is another desk's")


# Chain


def test_the_head_is_countersigned(hub: Hub) -> None:
    till = Till.at(hub)
    before = till.sync().head
    assert (before.sequence, before.hash) == (0, GENESIS)
    head = till.sync(till.give(1), till.event("unknown", {})).head
    assert (head.sequence, head.hash) == (2, till.previous)
    assert head_words(head, till.desk) == canonical({"desk": till.desk, "seq": 2, "hash": till.previous})
    assert verifies(hub.signer.public, head.signature, head_words(head, till.desk))


def test_a_fork_is_refused_and_kept(hub: Hub) -> None:
    """An old copy of the desk's disk goes on from where it was."""
    till = Till.at(hub)
    till.push(till.give(1), till.give(2))
    till.sequence, till.previous = 1, digest(events(hub)[0].header)
    fork = [till.give(3), till.give(4), till.give(5)]
    answers = till.push(*fork)
    assert statuses(answers) == ["refused"] * 3
    assert all(answer.reason.startswith("forked") for answer in answers)
    assert count(hub, schema.strays) == 3
    assert count(hub, schema.redemptions) == 2
    assert till.sync().head.sequence == 2
    assert statuses(till.push(*fork)) == ["refused"] * 3
    assert count(hub, schema.strays) == 3


def test_an_entry_that_does_not_follow_is_a_fork(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.give(1))
    till.previous = "f" * 64
    assert statuses(till.push(till.give(2))) == ["refused"]


def test_a_place_outside_every_journal(hub: Hub) -> None:
    till, answers = Till.at(hub), []
    for sequence in (0, -1, 2**70):
        till.sequence, till.previous = sequence - 1, "f" * 64
        answers.append(till.push(till.give(1))[0].status)
    assert answers == ["refused", "refused", "later"]


def test_signed_nonsense_holds_nobody_up(hub: Hub) -> None:
    """Each has a place in the chain that only the next entry tells."""
    till = Till.at(hub)
    batch = [till.give(1)]
    for header in NO_HEADERS:
        batch += [till.sign(header), till.quota(5)]
    answers = till.push(*batch)
    assert statuses(answers) == ["accepted"] + ["refused", "accepted"] * len(NO_HEADERS)
    assert till.sync().head.hash == till.previous


def test_an_entry_that_names_no_entry_before_it(hub: Hub) -> None:
    till = Till.at(hub)
    till.previous = "x" * 5000
    first, second = till.give(1), till.give(2)
    answers = till.push(first, second)
    assert [(answer.status, answer.reason) for answer in answers] == [
        ("refused", "garbled: the header names no entry before it"),
        ("accepted", ""),
    ]


def test_a_header_of_tomorrow_keeps_its_place(hub: Hub) -> None:
    """Another form of header, with the chain's own fields as they are."""
    till = Till.at(hub)
    first = till.give(1)
    header = json.dumps({"v": 2, "seq": 2, "previous": digest(first.header), "what": ["else"]}).encode()
    answers = till.push(first, till.sign(header), till.give(2))
    assert statuses(answers) == ["accepted", "refused", "accepted"]
    assert [row.status for row in events(hub)] == ["accepted", "refused", "accepted"]
