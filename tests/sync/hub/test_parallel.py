"""Several desks and several threads at once, on PostgreSQL, where writers really run side by side."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from sync.hub import schema, trust
from sync.hub.enrolment import desk_with
from sync.hub.hub import Hub
from sync.wire import EnrolRequest, SignedEvent
from tests.sync.hub.looking import count
from tests.sync.stage import TODAY, YEAR, Till, code, statuses
from validator.domain.card import CardKind
from validator.errors import KnownError
from validator.signing import Signer

PATIENCE = 60.0


def test_the_same_batch_from_two_threads_is_booked_once(postgres_hub: Hub) -> None:
    till, together = Till.at(postgres_hub), threading.Barrier(2)
    batches = [[till.give(1, offer="open", performance=None) for _ in range(10)] for _ in range(5)]

    def push(batch: list[SignedEvent]) -> list[str]:
        together.wait(PATIENCE)
        return statuses(till.push(*batch))

    with ThreadPoolExecutor(2) as threads:
        for batch in batches:
            one, other = threads.map(push, [batch, batch], timeout=PATIENCE)
            assert [sorted(pair) for pair in zip(one, other, strict=True)] == [["accepted", "duplicate"]] * 10
    with postgres_hub.database.read() as tx:
        assert len(tx.execute(select(schema.redemptions)).all()) == 50
        assert len(tx.execute(select(schema.feed)).all()) == 50


def test_followers_miss_nothing_while_desks_write(postgres_hub: Hub) -> None:
    """Four desks push, one follows by cursor and one is let in late: both hear of every giving, once."""
    hub, writers, rounds = postgres_hub, 4, 12
    tills, follower = [Till.at(hub) for _ in range(writers)], Till.at(hub)
    together, done = threading.Barrier(writers + 1), threading.Event()

    def write(till: Till) -> None:
        together.wait(PATIENCE)
        for number in range(rounds):
            giving = f"{till.desk}/{number}"
            assert statuses(till.push(till.give(1, offer="open", performance=None, giving=giving))) == [
                "accepted"
            ]

    def follow() -> list[str]:
        together.wait(PATIENCE)
        heard, cursor = [], 0
        while True:
            is_last = done.is_set()
            answer = follower.sync(feed_cursor=cursor, register_version=10**6)
            assert [each.cursor for each in answer.feed] == sorted(each.cursor for each in answer.feed)
            assert all(each.cursor > cursor for each in answer.feed)
            heard += [each.body["giving"] for each in answer.feed]
            cursor = answer.feed_cursor
            if is_last:
                return heard

    with ThreadPoolExecutor(writers + 1) as threads:
        following = threads.submit(follow)
        for each in [threads.submit(write, till) for till in tills]:
            each.result(PATIENCE)
        done.set()
        heard = following.result(PATIENCE)
    given = Counter(f"{till.desk}/{number}" for till in tills for number in range(rounds))
    assert Counter(heard) == given
    assert Counter(each.body["giving"] for each in Till.at(hub).sync().feed) == given


def test_two_desks_with_one_card_do_not_both_go_unnoticed(postgres_hub: Hub) -> None:
    """Pushed at the very same time, one of the two is noted as the second."""
    tills, together = [Till.at(postgres_hub) for _ in range(2)], threading.Barrier(2)

    def push(till: Till, number: int) -> tuple[str, ...]:
        given = till.give(number)
        together.wait(PATIENCE)
        return till.push(given)[0].notes

    with ThreadPoolExecutor(2) as threads:
        for number in range(1, 6):
            notes = sorted(threads.map(push, tills, [number] * 2, timeout=PATIENCE))
            assert notes == [(), ("S01",)]


def test_a_quota_counts_what_others_push_at_the_same_time(postgres_hub: Hub) -> None:
    tills, together = [Till.at(postgres_hub) for _ in range(3)], threading.Barrier(3)
    tills[0].push(tills[0].quota(4))

    def push(till: Till) -> int:
        together.wait(PATIENCE)
        givings = (till.give(1, offer="open", performance=None) for _ in range(3))
        return sum(till.push(given)[0].over for given in givings)

    with ThreadPoolExecutor(3) as threads:
        assert sum(threads.map(push, tills, timeout=PATIENCE)) == 5


def test_rights_asked_for_at_once_are_never_over(postgres_hub: Hub) -> None:
    """Passes and customers' asks of four desks, for slots that share one number, at the same time."""
    tills, together = [Till.at(postgres_hub) for _ in range(4)], threading.Barrier(8)
    tills[0].push(tills[0].quota(23), tills[0].quota(9, "performance", "tonight"))
    slots = {"play": "tonight", "open": None}

    def ask(number: int) -> None:
        till, waiting = tills[number % 4], {"visit": TODAY.isoformat(), "need": 3}
        wants = [waiting | {"offer": offer, "performance": show} for offer, show in slots.items()]
        desk, body = till.known(), till.body(wants=wants)
        together.wait(PATIENCE)
        for _ in range(6):
            # Nothing is heard: what was granted before counts as held, and three are never given twice.
            postgres_hub.rights(desk, body) if number < 4 else postgres_hub.sync(desk, body)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(8), timeout=PATIENCE))
    with postgres_hub.database.read() as tx:
        rows = tx.execute(select(schema.leases)).all()
    tonight = sum(row.granted for row in rows if row.performance)
    assert tonight == 9
    assert 12 < sum(row.granted for row in rows) <= 23


def test_a_code_lets_one_of_several_in(postgres_hub: Hub) -> None:
    made, together = postgres_hub.enrol_code("x", ["theatre"]), threading.Barrier(4)

    def ask(signer: Signer) -> bool:
        together.wait(PATIENCE)
        try:
            postgres_hub.enrol(EnrolRequest(code=made.text, public_key=signer.public))
        except KnownError:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(ask, [Signer.fresh() for _ in range(4)], timeout=PATIENCE)) == 1


def test_several_codes_at_once_make_one_desk_of_one_key(postgres_hub: Hub) -> None:
    """Somebody who has two invitations starts the desk's program twice."""
    hub, together = postgres_hub, threading.Barrier(4)

    def ask(text: str, signer: Signer) -> tuple[str, str]:
        together.wait(PATIENCE)
        answer = hub.enrol(EnrolRequest(code=text, public_key=signer.public))
        return answer.desk, answer.token

    with ThreadPoolExecutor(4) as threads:
        for round_ in range(1, 6):
            made = [hub.enrol_code("x", ["theatre"]).text for _ in range(4)]
            answers = list(threads.map(ask, made, [Signer.fresh()] * 4, timeout=PATIENCE))
            assert len({desk for desk, _ in answers}) == 1
            assert count(hub, schema.desks) == round_
            with hub.database.read() as tx:
                known = [token for _, token in answers if trust.waits_for(tx, token) or desk_with(tx, token)]
            assert len(known) == 2, "the first token, until the last one is used"


def test_a_list_is_complete_while_the_office_works(postgres_hub: Hub) -> None:
    """Cards are added while a desk pulls: every complete answer counts what the desk then holds."""
    hub, till, done = postgres_hub, Till.at(postgres_hub), threading.Event()

    def work() -> None:
        for number in range(100, 140):
            with hub.change() as register:
                register.add_card(code(number), CardKind.PERSONAL, "espoo", *YEAR)
        done.set()

    with ThreadPoolExecutor(1) as threads:
        working = threads.submit(work)
        manifest = till.sync().register_changes
        assert manifest is not None
        assert manifest.snapshot is not None
        held, version, is_last = manifest.count, manifest.version, False
        fresh: set[str] = set()
        while not is_last:
            is_last = done.is_set()
            changes = till.sync(register_version=version).register_changes
            assert changes is not None
            fresh |= {row.id for row in changes.cards}
            version = changes.version
            assert changes.count == held + len(fresh)
        working.result(PATIENCE)
    assert held + len(fresh) == 46
