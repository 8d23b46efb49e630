"""How a desk comes in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.attempts import MOST_OF_ALL
from sync.hub.codes import enrolment_hash
from sync.hub.hub import Hub
from sync.hub.refusals import CodeExpired, CodeSpent, CodeUnknown, SlowDown, Unreadable, WrongToken
from sync.hub.register import RegisterRefused
from sync.wire import EnrolAnswer, EnrolRequest
from tests.sync.hub.looking import count
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


def test_guesses_count_in_every_process_and_over_a_restart(
    database_url: str, tmp_path: Path, clock: SetClock
) -> None:
    with Hub.create(tmp_path / "hub", database_url, clock) as first:
        for _ in range(5):
            with pytest.raises(CodeUnknown):
                ask(first, "WRNG", place="10.0.0.1")
        with Hub.open(tmp_path / "hub", database_url, clock) as second:
            for hub in (first, second) * 2 + (second,):
                with pytest.raises(CodeUnknown):
                    ask(hub, "WRNG", place="10.0.0.1")
            for hub in (first, second):
                with pytest.raises(SlowDown) as caught:
                    ask(hub, "WRNG", place="10.0.0.1")
                assert caught.value.retry_after == 60
    with Hub.open(tmp_path / "hub", database_url, clock) as again:
        with pytest.raises(SlowDown):
            ask(again, "WRNG", place="10.0.0.1")
        clock.advance(seconds=-7200)
        with pytest.raises(CodeUnknown):
            ask(again, "WRNG", place="10.0.0.1")


def test_guesses_from_everywhere_are_counted_together(sqlite_hub: Hub, clock: SetClock) -> None:
    hub = sqlite_hub
    code = hub.enrol_code("x", ["theatre"]).text
    for number in range(MOST_OF_ALL):
        with pytest.raises(CodeUnknown):
            ask(hub, "WRNG", place=f"10.0.{number}.1")
    with pytest.raises(SlowDown):
        ask(hub, code, place="10.1.0.1")
    clock.advance(seconds=61)
    assert ask(hub, code, place="10.1.0.1").venues == ("theatre",)
    assert count(hub, schema.attempts) == 0


def test_many_at_once_get_no_more_guesses(postgres_hub: Hub) -> None:
    def guess(_: int) -> type[Exception]:
        with pytest.raises((CodeUnknown, SlowDown)) as caught:
            ask(postgres_hub, "WRNG", place="10.0.0.1")
        return caught.type

    with ThreadPoolExecutor(8) as crowd:
        outcomes = list(crowd.map(guess, range(24)))
    assert (outcomes.count(CodeUnknown), outcomes.count(SlowDown)) == (10, 14)


def test_a_flood_of_codes_takes_no_writers_lock(sqlite_hub: Hub) -> None:
    """Whoever has used the tries up is turned away while a desk writes."""
    asked = EnrolRequest(code="AAAA-AAAA-AAAA", public_key=Signer.fresh().public)
    for _ in range(10):
        with pytest.raises(CodeUnknown):
            sqlite_hub.enrol(asked, "flood")
    with sqlite_hub.database.write(), pytest.raises(SlowDown):
        sqlite_hub.enrol(asked, "flood")


def test_where_codes_were_tried_is_not_kept_in_clear(hub: Hub) -> None:
    with pytest.raises(CodeUnknown):
        ask(hub, "WRNG", place="10.0.0.1")
    with hub.database.read() as tx:
        assert "10.0.0.1" not in str(tx.execute(select(schema.attempts)).one())


def test_a_good_code_costs_no_try(hub: Hub) -> None:
    for _ in range(12):
        ask(hub, hub.enrol_code("x", ["theatre"]).text, Signer.fresh().public, place="10.0.0.1")


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
