"""What a desk's key did not sign is kept within bounds, and costs the desk nothing beyond them."""

from __future__ import annotations

import logging

import pytest

from sync.hub import schema, strays
from sync.hub.hub import Hub
from sync.wire import SignedEvent
from tests.sync.hub.looking import count, events
from tests.sync.stage import Till, statuses
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
