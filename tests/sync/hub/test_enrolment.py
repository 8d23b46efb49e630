"""How a desk comes in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.codes import enrolment_hash
from sync.hub.enrolment import Attempts
from sync.hub.hub import Hub
from sync.hub.refusals import CodeExpired, CodeSpent, CodeUnknown, SlowDown, Unreadable, WrongToken
from sync.hub.register import RegisterRefused
from sync.wire import EnrolAnswer, EnrolRequest
from tests.sync.stage import SetClock, Till
from validator.signing import Signer

KEY = Signer.fresh().public


def ask(hub: Hub, code: str, key: bytes = KEY, place: str = "", name: str = "") -> EnrolAnswer:
    return hub.enrol(EnrolRequest(code=code, public_key=key, desk_name=name, program="0.1.0"), place)


def test_a_desk_comes_in(hub: Hub) -> None:
    code = hub.enrol_code("Lippukassa 1", ["theatre", "museum"])
    answer = ask(hub, code.text)
    assert (answer.desk_name, answer.venues) == ("Lippukassa 1", ("museum", "theatre"))
    assert (answer.hub_public_key, answer.hub_time) == (hub.signer.public, hub.clock.now())
    assert (answer.network.token_key, answer.network.token_epoch) == (hub.token_key.secret, 1)
    desk = hub.desk(answer.token)
    assert (desk.id, desk.public_key, desk.venues) == (answer.desk, KEY, frozenset({"theatre", "museum"}))


def test_the_desk_may_name_itself(hub: Hub) -> None:
    assert ask(hub, hub.enrol_code("", ["theatre"]).text, name=" Ovi\0 ").desk_name == "Ovi"


def test_case_spaces_and_hyphens_do_not_count(hub: Hub) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    assert ask(hub, f" {code.lower().replace('-', ' ')} ").venues == ("theatre",)


def test_a_code_is_good_for_one_desk(hub: Hub) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    ask(hub, code)
    with pytest.raises(CodeSpent):
        ask(hub, code, Signer.fresh().public)


def test_a_lost_answer_is_given_again_to_the_same_key(hub: Hub) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    lost, again = ask(hub, code), ask(hub, code)
    assert (again.desk, again.token != lost.token) == (lost.desk, True)
    assert hub.desk(again.token).id == lost.desk
    with pytest.raises(WrongToken):
        hub.desk(lost.token)


def test_once_the_desk_has_synced_its_code_is_spent_for_good(hub: Hub) -> None:
    signer = Signer.fresh()
    code = hub.enrol_code("x", ["theatre"]).text
    answer = ask(hub, code, signer.public)
    Till(hub, answer.token, answer.desk, signer).sync()
    with pytest.raises(CodeSpent):
        ask(hub, code, signer.public)


def test_a_code_runs_out_by_the_clock(hub: Hub, clock: SetClock) -> None:
    code = hub.enrol_code("x", ["theatre"], timedelta(hours=1))
    clock.advance(minutes=59)
    late = hub.enrol_code("y", ["theatre"], timedelta(hours=1)).text
    ask(hub, code.text)
    clock.advance(hours=1)
    with pytest.raises(CodeExpired):
        ask(hub, late)


def test_a_code_nobody_made(hub: Hub) -> None:
    for code in ("", "ABCD-EFGH-JKMN", "Ä\0", "x" * 4096):
        with pytest.raises(CodeUnknown):
            ask(hub, code)


def test_a_key_that_is_none(hub: Hub) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    with pytest.raises(Unreadable):
        ask(hub, code, b"short")
    assert ask(hub, code).venues == ("theatre",)


def test_a_code_needs_venues_that_are_there(hub: Hub) -> None:
    for venues in ([], ["nowhere"], ["theatre", "nowhere"]):
        with pytest.raises(RegisterRefused):
            hub.enrol_code("x", venues)


def test_who_guesses_is_asked_to_slow_down(hub: Hub, clock: SetClock) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    for _ in range(10):
        with pytest.raises(CodeUnknown):
            ask(hub, "WRNG", place="10.0.0.1")
    with pytest.raises(SlowDown):
        ask(hub, code, place="10.0.0.1")
    assert ask(hub, code, place="10.0.0.2").venues == ("theatre",)
    clock.advance(seconds=61)
    with pytest.raises(CodeSpent):
        ask(hub, code, Signer.fresh().public, place="10.0.0.1")


def test_places_are_not_remembered_for_ever(clock: SetClock) -> None:
    attempts = Attempts(clock)
    for _ in range(10):
        attempts.count("first")
    with pytest.raises(SlowDown):
        attempts.check("first")
    for number in range(1000):
        attempts.count(f"place {number}")
    attempts.check("first")


def test_neither_code_nor_token_stands_in_the_database(hub: Hub) -> None:
    code = hub.enrol_code("x", ["theatre"])
    answer = ask(hub, code.text)
    with hub.database.read() as tx:
        codes = tx.execute(select(schema.enrolment_codes)).one()
        desk = tx.execute(select(schema.desks)).one()
    assert codes.code_hash == enrolment_hash(code.text)
    assert len(desk.token_hash) == 32
    assert answer.token not in repr(answer)
    assert code.text not in repr(code)
    kept = " ".join(map(str, (*codes, *desk)))
    assert code.text not in kept
    assert answer.token not in kept


@pytest.mark.parametrize("token", ["", "x", "\ud800", "ä" * 500])
def test_a_wrong_token_is_nobodys(hub: Hub, token: str) -> None:
    with pytest.raises(WrongToken):
        hub.desk(token)
