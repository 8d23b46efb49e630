"""Desks that are shut out, get a new token, or come in again."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from sync.hub import lending, schema, trust
from sync.hub.events import REVOKED
from sync.hub.hub import Hub
from sync.hub.refusals import CodeSpent, OtherNetwork, Revoked, Unreadable, WrongToken
from sync.wire import EnrolAnswer, EnrolRequest, RightsRequest, Want, proof_words
from tests.sync.hub.looking import count
from tests.sync.stage import TODAY, Till, statuses
from validator.domain.journal import EventKind, Json
from validator.domain.verdict import Reason
from validator.errors import ConfigError
from validator.signing import Signer

TONIGHT: dict[str, str] = {"offer": "play", "performance": "tonight", "visit": TODAY.isoformat()}


def revoke(hub: Hub, desk: str) -> bool:
    with hub.database.write() as tx:
        return trust.revoke(tx, desk, hub.clock.now())


def restore(hub: Hub, desk: str) -> bool:
    with hub.database.write() as tx:
        return trust.restore(tx, desk)


def roll(hub: Hub, desk: str) -> bool:
    with hub.database.write() as tx:
        return trust.roll(tx, hub.vault, desk)


def listed(hub: Hub, desk: str) -> trust.Listed:
    with hub.database.read() as tx:
        return next(row for row in trust.listed(tx) if row.id == desk)


def presented(hub: Hub, till: Till, code: str, **more: object) -> EnrolRequest:
    """What a desk that was here before presents."""
    known = {"desk": till.desk, "hub_public_key": hub.signer.public, "public_key": till.signer.public}
    request = EnrolRequest.model_validate({"code": code, **known, **more})
    return request.model_copy(update={"proof": till.signer.sign(proof_words(request))})


def come_back(hub: Hub, till: Till, *venues: str) -> EnrolAnswer:
    answer = hub.enrol(presented(hub, till, hub.enrol_code("", venues or ("theatre",)).text))
    till.token = answer.token
    return answer


# Shut out.


def test_a_desk_that_was_shut_out_is_told_nothing(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(10))
    Till.at(hub).push()
    assert revoke(hub, till.desk)
    answer = till.sync(wants=[TONIGHT], feed_cursor=5)
    assert answer.revoked
    assert (answer.register_changes, answer.feed, answer.leases) == (None, (), ())
    assert (answer.policy, answer.network, answer.token) == ({}, None, "")
    assert (answer.feed_cursor, answer.more, answer.head.sequence) == (5, False, 1)
    asked = RightsRequest(wants=(Want(offer="play", performance="tonight", visit=TODAY, need=1),))
    with pytest.raises(Revoked):
        hub.rights(till.known(), asked.model_dump_json().encode())


def test_what_it_gave_is_booked_and_remarked_and_once(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    before = till.give(1, giving="before")
    till.push(before)
    revoke(hub, till.desk)
    late = till.give(2, giving="late")
    first, again = till.push(before, late), till.push(before, late)
    assert statuses(first) == ["duplicate", "accepted"]
    assert statuses(again) == ["duplicate", "duplicate"]
    assert [answer.reason for answer in (*first, *again)] == ["", REVOKED, "", REVOKED]
    assert count(hub, schema.redemptions) == 2
    assert [item.body["giving"] for item in other.sync().feed] == ["before", "late"]
    assert (listed(hub, till.desk).late, listed(hub, till.desk).state) == (1, trust.State.REVOKED)


def test_rights_of_a_desk_that_was_shut_out_come_back_by_its_own_word(hub: Hub) -> None:
    till = Till.at(hub)
    (lease,) = till.sync(till.quota(10), wants=[TONIGHT]).leases
    revoke(hub, till.desk)
    back: dict[str, Json] = {**TONIGHT, "venue": "theatre", "rights": {"epoch": 1, "count": lease.granted}}
    till.push(till.event(EventKind.GIVE_BACK, back))
    with hub.database.read() as tx:
        assert tx.execute(select(schema.leases.c.returned)).scalar_one() == lease.granted > 0


def test_nothing_is_kept_back_for_it_and_no_number_waits_for_it(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    other.push(other.quota(10))
    till.push()
    revoke(hub, till.desk)
    (lease,) = other.sync(wants=[TONIGHT]).leases
    assert lease.granted == 10
    (number,) = lending.strict_numbers(hub)
    assert number.desks == 1


def test_it_sets_no_numbers_any_more(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10))
    revoke(hub, till.desk)
    (answer,) = till.push(till.quota(900))
    assert (answer.status, answer.reason[:7]) == ("refused", "revoked")
    with hub.database.read() as tx:
        assert tx.execute(select(schema.quotas.c.value)).scalar_one() == 10


def test_shutting_out_can_be_taken_back(hub: Hub) -> None:
    till = Till.at(hub)
    till.push()
    assert (revoke(hub, till.desk), revoke(hub, till.desk)) == (True, False)
    assert (restore(hub, till.desk), restore(hub, till.desk)) == (True, False)
    answer = till.sync()
    assert (answer.revoked, answer.register_changes is not None, answer.network is not None) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize("desk", ["nobody", "", "d-\0"])
def test_a_desk_that_is_not_there(hub: Hub, desk: str) -> None:
    for do in (revoke, restore, roll):
        with pytest.raises(ConfigError):
            do(hub, desk)


# A new token.


def test_a_new_token_is_told_until_it_is_used(hub: Hub) -> None:
    till = Till.at(hub)
    old = till.token
    assert (till.sync().token, roll(hub, till.desk), roll(hub, till.desk)) == ("", True, False)
    lost, heard = till.sync().token, till.sync().token
    assert lost == heard not in ("", old)
    assert listed(hub, till.desk).state is trust.State.RENEWING
    till.token = heard
    assert (till.sync().token, listed(hub, till.desk).state) == ("", trust.State.ACTIVE)
    with pytest.raises(WrongToken):
        hub.desk(old)


def test_no_token_stands_in_the_database(hub: Hub) -> None:
    till = Till.at(hub)
    roll(hub, till.desk)
    token = till.sync().token
    with hub.database.read() as tx:
        row = tx.execute(select(schema.desks)).one()
    assert token.encode() not in row.sealed_token
    till.token = token
    till.sync()
    with hub.database.read() as tx:
        row = tx.execute(select(schema.desks)).one()
    assert (row.sealed_token, row.next_token_hash) == (None, None)


def test_a_desk_that_was_shut_out_gets_no_new_token(hub: Hub) -> None:
    till = Till.at(hub)
    roll(hub, till.desk)
    revoke(hub, till.desk)
    assert till.sync().token == ""
    with pytest.raises(ConfigError):
        roll(hub, till.desk)
    restore(hub, till.desk)
    till.token = till.sync().token
    assert not till.sync().revoked


def test_a_new_token_that_came_before_does_not_end_a_shutting_out(hub: Hub) -> None:
    till = Till.at(hub)
    roll(hub, till.desk)
    token = till.sync().token
    revoke(hub, till.desk)
    till.token = token
    assert till.sync().revoked
    assert statuses(till.push(till.give(1))) == ["accepted"]


# In again.


def test_a_desk_that_comes_in_again_keeps_everything(hub: Hub) -> None:
    till = Till.at(hub)
    old = till.token
    lease = till.sync(till.quota(10), wants=[TONIGHT]).leases[0]
    given = till.give(1, rights={"epoch": 1, "count": 1})
    before = till.sync(given)
    answer = come_back(hub, till)
    assert (answer.desk, answer.desk_name, answer.venues) == (till.desk, "Lippukassa", ("theatre",))
    assert hub.desk(old).id == till.desk
    after = till.sync(given, wants=[TONIGHT | {"epoch": 1, "granted": lease.granted}])
    assert (after.head.sequence, statuses(after.answers)) == (before.head.sequence, ["duplicate"])
    assert [(row.epoch, row.granted) for row in after.leases] == [(1, lease.granted)]
    assert (count(hub, schema.desks), count(hub, schema.redemptions)) == (1, 1)
    with pytest.raises(WrongToken):
        hub.desk(old)


def test_a_lost_answer_locks_nobody_out(hub: Hub) -> None:
    till = Till.at(hub)
    till.push()
    code = hub.enrol_code("", ["theatre"]).text
    lost, again = (hub.enrol(presented(hub, till, code)).token for _ in range(2))
    with pytest.raises(WrongToken):
        hub.desk(lost)
    till.token = again
    till.push()
    with pytest.raises(CodeSpent):
        hub.enrol(presented(hub, till, code))


def test_tickets_of_a_venue_that_it_has_left_are_still_booked(hub: Hub) -> None:
    till = Till.at(hub)
    till.push()
    given = till.give(1)
    assert come_back(hub, till, "museum").venues == ("museum",)
    assert hub.desk(till.token).former == {"theatre"}
    answer = till.sync(given)
    assert statuses(answer.answers) == ["accepted"]
    assert answer.register_changes is not None
    assert answer.register_changes.programme is not None
    assert [row["id"] for row in answer.register_changes.programme.venues] == ["museum"]
    assert come_back(hub, till, "theatre", "museum").venues == ("museum", "theatre")
    assert hub.desk(till.token).former == frozenset()


def test_coming_in_again_ends_a_shutting_out_and_an_older_code_does_not(hub: Hub) -> None:
    till = Till.at(hub)
    till.push()
    old, kept = till.token, come_back(hub, till).token
    revoke(hub, till.desk)
    assert till.sync().revoked
    come_back(hub, till)
    for token, is_out in ((kept, True), (till.token, False)):
        till.token = token
        assert till.sync().revoked is is_out
    with pytest.raises(WrongToken):
        hub.desk(old)


def test_who_only_knows_the_public_key_does_not_come_in(hub: Hub) -> None:
    till = Till.at(hub)
    till.push()
    code = hub.enrol_code("", ["theatre"]).text
    for proof in (b"", Signer.fresh().sign(b"x")):
        with pytest.raises(Unreadable):
            hub.enrol(presented(hub, till, code).model_copy(update={"proof": proof}))
    assert hub.enrol(presented(hub, till, code)).desk == till.desk


def test_another_networks_desk_is_refused_and_the_code_stays_good(hub: Hub) -> None:
    till = Till.at(hub)
    code = hub.enrol_code("", ["theatre"]).text
    with pytest.raises(OtherNetwork):
        hub.enrol(presented(hub, till, code, hub_public_key=Signer.fresh().public))
    stranger = Till(hub, "", till.desk, Signer.fresh())
    for desk in (till.desk, "d-1", "x" * 300):
        with pytest.raises(OtherNetwork):
            hub.enrol(presented(hub, stranger, code, desk=desk))
    assert hub.enrol(presented(hub, till, code)).desk == till.desk


def test_a_hub_that_was_put_back_takes_its_desk_in_under_its_name(hub: Hub) -> None:
    till = Till.at(hub)
    given = till.give(1)
    lost = Till(hub, "", "d-0123456789abcdef", Signer.fresh())
    assert come_back(hub, lost).desk == lost.desk
    assert statuses(lost.push(lost.give(2))) == ["accepted"]
    assert statuses(till.push(given)) == ["accepted"]


# What the office sees, and what a desk does.


def test_the_list_says_what_waits(hub: Hub) -> None:
    till = Till.at(hub, "theatre", "museum")
    assert (listed(hub, till.desk).state, listed(hub, till.desk).seen_at) == (trust.State.NEW, None)
    first, second = till.give(1), till.give(2)
    till.push(first, head_sequence=2, head_hash="x", program="0.2")
    row = listed(hub, till.desk)
    assert (row.name, row.venues, row.program) == ("Lippukassa", ("museum", "theatre"), "0.2")
    assert (row.waiting, row.state) == (1, trust.State.ACTIVE)
    till.push(second, head_sequence=2, head_hash="x")
    assert listed(hub, till.desk).waiting == 0
    assert json.loads(json.dumps(trust.as_json(row)))["seen_at"] == hub.clock.now().isoformat()


def test_least_rights(hub: Hub) -> None:
    """A desk of one venue finds nothing of another's in all its answers, but for the areas, rules and cards of the network."""
    museum, theatre = Till.at(hub, "museum"), Till.at(hub, "theatre")
    theatre.push(theatre.quota(10), theatre.give(1), theatre.reserve(2))
    answers = [
        museum.sync(wants=[TONIGHT]),
        museum.sync(theatre.quota(3), theatre.void("x"), wants=[TONIGHT]),
    ]
    asked = json.dumps({"v": 1, "wants": [TONIGHT]}).encode()
    told = [answer.model_dump_json() for answer in answers]
    told.append(hub.rights(museum.known(), asked).model_dump_json())
    for secret in ("theatre", "play", "tonight", theatre.desk):
        assert [text for text in told if f'"{secret}"' in text] == []
    assert all(f'"{own}"' in told[0] for own in ("museum", "entry", "espoo"))


def test_a_desk_writes_for_its_own_venues_only(hub: Hub) -> None:
    museum = Till.at(hub, "museum")
    answers = museum.push(museum.give(1), museum.quota(3), museum.reserve(2), museum.release("r9"))
    assert statuses(answers) == ["refused"] * 4
    assert [answer.code for answer in answers] == [Reason.REJECTED_DATA.value] * 4
