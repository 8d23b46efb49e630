"""Events that the hub itself fails over, or would: none holds up those behind it, or the venue's other desks."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from sqlalchemy import update

from sync.hub import schema
from sync.hub.hub import Hub
from sync.hub.intake import MOST_ITEMS
from sync.hub.refusals import TooLarge
from tests.sync.hub.looking import count, events
from tests.sync.stage import Till, card_id, code, statuses
from validator.domain.card import CardStatus
from validator.domain.journal import EventKind, digest

BROKEN_SIGN = b'"\\ud800"'
UNTELLABLE = [
    BROKEN_SIGN,
    b"{" + BROKEN_SIGN + b":1}",
    b"[" * 230 + b"]" * 230,
    b"[" * 800 + b"]" * 800,
    b'{"a":' * 800 + b"1" + b"}" * 800,
]


def damage_card(hub: Hub, number: int) -> None:
    """A row such as no hub writes: closed, but never."""
    cards = schema.cards
    with hub.database.write() as tx:
        mine = update(cards).where(cards.c.id == card_id(hub, number))
        tx.execute(mine.values(status=CardStatus.CLOSED.value, ended_at=None))


@pytest.mark.allow_log
def test_an_event_that_the_hub_fails_over_holds_up_nobody(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    damage_card(hub, 1)
    batch = [till.give(2), till.give(1), till.quota(5), till.give(1), till.give(3)]
    answers = till.push(*batch)
    assert statuses(answers) == ["accepted", "refused", "accepted", "refused", "accepted"]
    assert [answer.reason.partition(":")[0] for answer in answers] == ["", "fault", "", "fault", ""]
    kept = events(hub)
    assert [row.header for row in kept] == [event.header for event in batch]
    assert [row.cards for row in kept] == [event.cards for event in batch]
    assert count(hub, schema.redemptions) == 2
    head, feed = till.sync().head, other.sync().feed
    assert (head.sequence, head.hash) == (5, digest(batch[-1].header))
    assert [each.kind for each in feed] == ["redemption", "quota", "redemption"]
    assert statuses(till.push(*batch)) == ["duplicate", "refused", "duplicate", "refused", "duplicate"]


@pytest.mark.allow_log
def test_a_fault_is_logged_without_a_word_of_the_event(hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    till = Till.at(hub)
    damage_card(hub, 1)
    till.push(till.give(1, giving="told-to-nobody"))
    (record,) = (record for record in caplog.records if record.levelno >= logging.ERROR)
    said = record.getMessage()
    assert said.startswith(f"entry 1 of desk {till.desk}: TypeError in ")
    assert record.exc_info is None
    for secret in (code(1).reveal(), card_id(hub, 1), "told-to-nobody", till.token):
        assert secret not in said


@pytest.mark.parametrize("odd", UNTELLABLE, ids=range(len(UNTELLABLE)))
def test_what_no_answer_can_hold_cuts_no_desk_off(hub: Hub, odd: bytes) -> None:
    till, other = Till.at(hub), Till.at(hub)
    first = till.give(1)
    header = till.quota(4).header.replace(b'"author":"manager"', b'"author":"manager","tomorrow":' + odd)
    assert odd in header
    till.sequence, till.previous = 1, digest(first.header)
    answers = till.push(first, till.sign(header), till.give(2))
    assert statuses(answers) == ["accepted", "refused", "accepted"]
    answer = other.sync()
    assert [each.kind for each in answer.feed] == ["redemption"] * 2
    assert type(answer).model_validate_json(answer.model_dump_json()) == answer
    assert count(hub, schema.quotas) == 0


def test_nesting_within_reason_is_told(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    nested: Any = []
    for _ in range(50):
        nested = [nested]
    assert statuses(till.push(till.give(1, tomorrow=nested))) == ["accepted"]
    (heard,) = other.sync().feed
    assert heard.body["tomorrow"] == nested


@pytest.mark.parametrize("word", [b"true", b"false", b"1.0"])
def test_a_sequence_that_is_no_number_is_no_place(hub: Hub, word: bytes) -> None:
    """Python takes true for 1, PostgreSQL does not."""
    till = Till.at(hub)
    header = till.give(1).header
    assert b'"seq":1,' in header
    odd = till.sign(header.replace(b'"seq":1,', b'"seq":' + word + b","))
    assert statuses(till.push(odd)) == ["refused"]
    assert count(hub, schema.redemptions) == 0
    assert till.sync().head.sequence == 0


def test_more_items_than_events_can_be_are_too_many(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    with pytest.raises(TooLarge):
        till.push(given, *[0] * MOST_ITEMS)
    assert count(hub, schema.events) == 0
    answers = till.push(given, *[0] * (MOST_ITEMS - 1))
    assert statuses(answers[:3]) == ["accepted", "refused", "refused"]
    assert len(answers) == MOST_ITEMS
    assert {answer.status for answer in answers[200:]} == {"later"}
    assert statuses(till.push(till.event(EventKind.ENROLLED, {"program": "x"}))) == ["accepted"]
