"""A desk that was written from the protocol's page alone does all that a desk does, against the real hub."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from sync.hub import lending, schema, trust
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from tests.sync.second.desk import Entry, NotGranted, SecondDesk, Slot
from tests.sync.second.number import over
from tests.sync.stage import TODAY, SetClock, card_id, code, set_the_stage

HOUSE = "theatre"
DAY = TODAY.isoformat()
TONIGHT: Slot = ("play", "tonight", DAY)
OPEN: Slot = ("open", None, DAY)


@contextmanager
def served(hub: Hub) -> Iterator[httpx.Client]:
    """A line to the hub."""
    with (
        HubServer(hub, Listening(port=0)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as line,
    ):
        yield line


@pytest.fixture
def desks(sqlite_hub: Hub) -> Iterator[tuple[SecondDesk, SecondDesk]]:
    """Two desks of one venue, each with its list."""
    with served(sqlite_hub) as line:
        yield ready(sqlite_hub, line), ready(sqlite_hub, line)


def ready(hub: Hub, line: httpx.Client) -> SecondDesk:
    """A desk that has come in."""
    desk = SecondDesk(line, hub.clock.now)
    desk.enrol(hub.enrol_code("Kassa 2", [HOUSE]).text)
    desk.sync()
    return desk


def number(desk: SecondDesk, value: int, slot: Slot = OPEN) -> Entry:
    """A manager's first number of the day."""
    nothing = {"value": None, "mode": "strict", "sold_out": False}
    typed = {"value": value, "mode": "strict", "sold_out": False, "author": "manager"}
    place = {"venue": HOUSE, "scope": "offer", "target": slot[0], "visit": slot[2]}
    return desk.write(
        "quota", place | typed | {"seen": nothing, "upon": [], "increment": False, "offline": False}
    )


def told(entry: Entry) -> tuple[str, list[str]]:
    """What the hub said of it."""
    return entry.state, entry.answer.get("notes", [])


def test_it_shares_no_code_with_the_first() -> None:
    for path in Path(__file__).parent.glob("[!_t]*.py"):
        tree = ast.walk(ast.parse(path.read_text("utf-8")))
        modules = [node.module or "" for node in tree if isinstance(node, ast.ImportFrom)]
        assert [name for name in modules if name.startswith(("sync", "validator", "tests"))] == []


def test_the_list_the_deltas_and_the_cards(sqlite_hub: Hub, desks: tuple[SecondDesk, SecondDesk]) -> None:
    desk, _ = desks
    assert len(desk.cards) == 6
    assert desk.card(code(1).reveal()) == {"id": card_id(sqlite_hub, 1)}
    assert desk.policy["version"] >= 1
    with sqlite_hub.change() as register:
        register.close_card(code(1))
    desk.sync()
    assert desk.cards[card_id(sqlite_hub, 1)]["status"] == "closed"
    tickets = [desk.give(TONIGHT, desk.card(code(who).reveal()), HOUSE) for who in (1, 77)]
    desk.sync()
    assert [told(entry) for entry in tickets] == [("confirmed", ["S02"]), ("confirmed", ["S04"])]


def test_tickets_reservations_and_what_undoes_them(desks: tuple[SecondDesk, SecondDesk]) -> None:
    one, other = desks
    given = one.give(TONIGHT, one.card(code(1).reveal()), HOUSE, children=2)
    booked = one.reserve(TONIGHT, one.card(code(2).reveal()), HOUSE, f"{DAY}T18:45:00+03:00")
    kept = one.reserve(TONIGHT, one.card(code(3).reveal()), HOUSE, f"{DAY}T18:45:00+03:00")
    one.sync()
    other.sync()
    assert sorted(item["kind"] for item in other.feed.values()) == [
        "redemption",
        "reservation",
        "reservation",
    ]
    again = other.give(TONIGHT, other.card(code(1).reveal()), HOUSE)
    void = other.write("void", {"giving": given.body["giving"], "venue": HOUSE})
    collected = other.give(TONIGHT, other.card(code(2).reveal()), HOUSE, collects=booked.body["reservation"])
    released = one.undo(kept)
    other.sync()
    one.sync()
    assert [told(entry) for entry in (again, void, collected, released)] == [
        ("confirmed", ["S01"]),
        *[("confirmed", [])] * 3,
    ]
    assert one.proves(DAY)
    assert other.proves(DAY)


def test_rights_are_granted_spent_put_back_and_given_back(desks: tuple[SecondDesk, SecondDesk]) -> None:
    one, other = desks
    number(one, 10)
    one.wanted.add(OPEN)
    one.sync()
    one.sync()
    lease = one.leases[OPEN]
    assert 0 < lease.left <= 10
    given = one.give(OPEN, one.card(code(1).reveal()), HOUSE, children=1)
    one.sync()
    one.undo(given)
    one.sync()
    assert one.leases[OPEN].spent == 0
    other.sync()
    other.ask(OPEN, 2)
    assert other.leases[OPEN].left >= 2
    one.wanted.clear()
    one.sync()
    one.give_back(HOUSE, whole=True)
    one.sync()
    other.ask(OPEN, 8)
    assert (one.leases[OPEN].left, other.leases[OPEN].left >= 8) == (0, True)
    assert one.leases[OPEN].left + other.leases[OPEN].left <= 10
    assert all(entry.state == "confirmed" for entry in one.journal)


def test_what_the_other_desk_may_still_give_and_whether_it_has_the_number(
    sqlite_hub: Hub, desks: tuple[SecondDesk, SecondDesk]
) -> None:
    one, other = desks
    number(one, 10)
    one.sync()
    other.sync()
    other.wanted.add(OPEN)  # with that the hub notes what it has heard, at the latest
    other.sync()
    one.ask(OPEN, 3)
    other.ask(OPEN, 4)
    one.sync()
    assert (one.lent, one.reach) == ({OPEN: other.leases[OPEN].left}, [])
    other.sync()
    assert other.lent == {OPEN: one.leases[OPEN].left}, "nothing of its own"
    other.give(OPEN, other.card(code(1).reveal()), HOUSE)
    other.sync()
    number(one, 2)
    one.sync()
    assert one.lent == {OPEN: other.leases[OPEN].left}, "what was given is not out any more"
    assert [(row["target"], row["heard"], row["desks"]) for row in one.reach] == [("open", 1, 2)]
    (strict,) = lending.strict_numbers(sqlite_hub)
    beyond = over(2, 1, one.leases[OPEN].left, one.lent[OPEN])
    # The hub counts all of one's rights; one itself knows that it gives none of those for which there is no room.
    assert beyond == strict.over - (one.leases[OPEN].left - 1) > 0


def test_who_asked_in_vain_is_told(desks: tuple[SecondDesk, SecondDesk]) -> None:
    one, other = desks
    one.demand[OPEN, f"{DAY}T17:00:00+03:00"] = 2
    assert one.sync()["demand"] == other.sync()["demand"] != []


def test_shut_out_let_in_a_new_token_and_a_new_key(
    sqlite_hub: Hub, desks: tuple[SecondDesk, SecondDesk]
) -> None:
    desk, _ = desks
    with sqlite_hub.database.write() as tx:
        trust.revoke(tx, desk.desk, sqlite_hub.clock.now())
    late = desk.give(TONIGHT, desk.card(code(1).reveal()), HOUSE)
    desk.sync()
    assert (desk.revoked, desk.cards, late.answer["reason"].partition(":")[0]) == (True, {}, "revoked")
    with pytest.raises(NotGranted, match=r"^revoked$"):
        desk.ask(OPEN, 1)
    with sqlite_hub.database.write() as tx:
        trust.restore(tx, desk.desk)
        trust.roll(tx, sqlite_hub.vault, desk.desk)
    before = desk.token
    desk.sync()
    desk.sync()
    assert (len(desk.cards), desk.token == before) == (6, False)
    name = desk.desk
    desk.enrol(sqlite_hub.enrol_code("Kassa 2", [HOUSE]).text)
    desk.sync()
    assert (desk.desk, desk.signed_head and desk.signed_head["sequence"]) == (name, len(desk.journal))


@pytest.mark.long
def test_a_hub_that_was_put_back_hears_everything_again(tmp_path: Path, clock: SetClock) -> None:
    with ExitStack() as closing:
        hub = closing.enter_context(Hub.create(tmp_path / "hub", clock=clock))
        set_the_stage(hub)
        line = closing.enter_context(served(hub))
        desk = ready(hub, line)
        number(desk, 5)
        desk.wanted.add(OPEN)
        desk.sync()
    shutil.copytree(tmp_path / "hub", tmp_path / "copy")
    with Hub.open(tmp_path / "hub", clock=clock) as hub, served(hub) as line:
        desk.line = line
        tickets = [desk.give(OPEN, desk.card(code(who).reveal()), HOUSE) for who in (1, 2)]
        desk.sync()
    with Hub.open(tmp_path / "copy", clock=clock) as hub, served(hub) as line:
        desk.line = line
        tickets.append(desk.give(OPEN, desk.card(code(3).reveal()), HOUSE))
        desk.sync()
        assert desk.seen == ["told again", "told again", "new life"]
        assert {entry.state for entry in tickets} == {"confirmed"}
        assert desk.proves(DAY)
        desk.sync()
        desk.ask(OPEN, 1)
        given = desk.give(OPEN, desk.card(code(4).reveal()), HOUSE)
        desk.sync()
        assert told(given) == ("confirmed", [])
        with hub.database.read() as tx:
            assert len(tx.execute(select(schema.redemptions)).all()) == 4
