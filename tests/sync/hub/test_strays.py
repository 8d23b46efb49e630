"""What a desk's key did not sign is kept within bounds, and costs the desk nothing beyond them."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from sqlalchemy import Row

from sync.hub import caseschema, schema, setaside, strays
from sync.hub.hub import Hub
from sync.wire import SignedEvent
from tests.sync.hub.looking import count, events
from tests.sync.hub.test_case_list import settle
from tests.sync.stage import SetClock, Till, item, statuses
from validator.domain.cases import CaseKind, case_id
from validator.domain.journal import digest
from validator.signing import Signer

pytestmark = pytest.mark.allow_log


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strays, "MOST", 5)


def forged(till: Till) -> SignedEvent:
    """What somebody sends who has the desk's token and not its key."""
    header = till.give(1).header
    return SignedEvent(header=header, signature=Signer.fresh().sign(header))


def test_a_token_alone_fills_no_disk(hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    till, thief = Till.at(hub), Till.at(hub)
    thief.token, thief.desk = till.token, till.desk
    sent = [forged(thief) for _ in range(4)]
    with caplog.at_level(logging.WARNING):
        assert statuses(thief.push(*sent)) == ["refused"] * 4
        answers = thief.push("no object", *(forged(thief) for _ in range(6)))
        assert statuses(answers) == ["refused"] + ["later"] * 6
        assert {answer.reason for answer in answers[1:]} == {strays.FULL}
        assert statuses(thief.push(*(forged(thief) for _ in range(6)))) == ["later"] * 6
    assert count(hub, schema.strays) == 5
    assert [record.message.partition(":")[0] for record in caplog.records] == [f"desk {till.desk}"], "once"
    assert statuses(thief.push(*sent)) == ["refused"] * 4, "what is kept is answered as before"


def test_bytes_count_too(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strays, "MOST_BYTES", 3_000)
    till = Till.at(hub)
    assert statuses(till.push("x" * 2_000)) == ["refused"]
    assert statuses(till.push("y" * 2_000, "z")) == ["refused", "later"]


def test_what_the_desks_key_signed_is_always_kept(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(*range(5))
    signed = [till.sign(b"no header %d" % number) for number in range(3)]
    assert statuses(till.push(*signed)) == ["refused"] * 3
    assert count(hub, schema.strays) == 8


def test_the_desk_itself_is_not_held_up(hub: Hub) -> None:
    """Somebody has used the bounds up; then more entries of the desk's own are damaged than were ever kept of it."""
    till = Till.at(hub)
    till.push(*range(5))
    batch = [till.give(1, offer="open", performance=None) for _ in range(9)]
    damaged = [each.model_copy(update={"signature": bytes(64)}) for each in batch[1:8]]
    assert statuses(till.push(batch[0], *damaged, batch[8])) == ["accepted"] + ["later"] * 7 + ["accepted"]
    assert till.sync().head.sequence == 9
    assert statuses(till.push(*batch)) == ["duplicate"] + ["accepted"] * 7 + ["duplicate"], "nothing is lost"
    assert [row.status for row in events(hub)] == ["accepted"] * 9


def test_another_desk_has_bounds_of_its_own(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(*range(6))
    assert statuses(other.push("no object")) == ["refused"]


def kept(hub: Hub) -> list[Row[Any]]:
    with hub.database.read() as tx:
        return list(tx.execute(schema.strays.select().order_by(schema.strays.c.received_at)))


def let_go(hub: Hub, till: Till, *, unsettled: bool = False) -> int:
    with hub.database.write() as tx:
        return setaside.let_go(tx, hub.clock.now(), till.desk, unsettled=unsettled)


def with_other_cards(event: SignedEvent, number: int) -> SignedEvent:
    return event.model_copy(update={"cards": b"[%d]" % number, "salt": b"s"})


def test_a_fork_is_kept_once_whatever_cards_are_put_beside_it(hub: Hub) -> None:
    """Whoever has a desk's token and saw one of its forked entries fills no disk with it."""
    till = Till.at(hub)
    till.push(till.give(1), till.give(2))
    till.sequence, till.previous = 1, digest(events(hub)[0].header)
    fork = till.give(3)
    answers = till.push(*(with_other_cards(fork, number) for number in range(20)))
    assert statuses(answers) == ["refused"] * 20
    assert {(answer.reason[:6], answer.case) for answer in answers} == {("forked", answers[0].case)}
    assert (count(hub, schema.strays), count(hub, caseschema.case_sides)) == (1, 1)
    assert json.loads(kept(hub)[0].item)["cards"] == item(with_other_cards(fork, 0))["cards"]
    assert (
        statuses(till.push(fork, *(with_other_cards(fork, number) for number in range(20))))
        == ["refused"] * 21
    )
    (row,) = kept(hub)
    assert json.loads(row.item) == item(fork), "the card part that the desk signed is the one that stays"
    assert statuses(till.push(till.give(4))) == ["refused"], "what follows it is of the fork too"
    assert count(hub, schema.strays) == 2


def test_what_cannot_be_read_is_kept_once_too(hub: Hub) -> None:
    till = Till.at(hub)
    odd = till.sign(b"no header")
    answers = till.push(*(with_other_cards(odd, number) for number in range(20)), odd)
    assert (statuses(answers), len({answer.case for answer in answers})) == (["refused"] * 21, 1)
    assert json.loads(kept(hub)[0].item) == item(odd)
    assert (count(hub, schema.strays), count(hub, caseschema.cases)) == (1, 1)
    assert statuses(till.push(till.give(1))) == ["accepted"], "its place is one"
    assert [row.status for row in events(hub)] == ["missing", "accepted"]


def test_what_the_key_signed_takes_no_room(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(*(till.sign(b"no header %d" % number) for number in range(9)))
    assert statuses(till.push(*range(6))) == ["refused"] * 5 + ["later"]


def test_what_is_let_go_makes_room_and_counts_as_shown(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1, offer="open", performance=None) for _ in range(7)]
    damaged = [each.model_copy(update={"signature": bytes(64)}) for each in batch[:6]]
    assert statuses(till.push(*damaged)) == ["refused"] * 5 + ["later"]
    assert let_go(hub, till) == 0, "nobody has looked at them: they may have been tickets"
    assert let_go(hub, till, unsettled=True) == 5
    assert statuses(till.push(*damaged)) == ["refused"] * 6, "there is room for the sixth"
    assert [(row.item == b"", row.emptied_at is None) for row in kept(hub)].count((True, False)) == 5
    assert count(hub, caseschema.cases) == 6, "that they came stays"
    assert statuses(till.push(batch[6])) == ["accepted"], (
        "and they still stand for the places before this one"
    )
    assert statuses(till.push(*batch)) == ["accepted"] * 6 + ["duplicate"], "nothing is lost"


def test_what_is_old_and_settled_goes_by_itself(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    till.push(*range(3))
    settled, open_, signed = kept(hub)[0], kept(hub)[1], till.sign(b"no header")
    till.push(signed)
    assert settle(till, case_id(CaseKind.REFUSED, till.desk, settled.digest), 1) == "accepted"
    clock.advance(days=365)
    till.sync()
    assert [row.item for row in kept(hub) if not row.item] == []
    clock.advance(days=2)
    till.sync()
    assert [row.digest for row in kept(hub) if not row.item] == [settled.digest]
    assert open_.digest in {row.digest for row in kept(hub) if row.item}, "what nobody looked at stays"
    assert statuses(till.push(0)) == ["refused"], "what was let go is answered as before"
    assert count(hub, schema.strays) == 4


def test_what_came_as_it_is_after_all_is_settled(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    till.push(given.model_copy(update={"signature": bytes(64)}))
    assert statuses(till.push(given)) == ["accepted"]
    assert let_go(hub, till) == 1
    assert statuses(till.push(given)) == ["duplicate"]
