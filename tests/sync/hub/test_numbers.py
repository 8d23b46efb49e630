"""Numbers that managers set on both sides of a cut line, as the hub books them."""

from __future__ import annotations

from sqlalchemy import func, select

from sync.hub import schema
from sync.hub.hub import Hub
from sync.wire import SignedEvent
from tests.sync.stage import Till
from validator.domain.journal import Json, parse
from validator.domain.quota import MOST_TICKETS


def upon(*events: tuple[Till, SignedEvent]) -> list[Json]:
    """The names of changes."""
    return [f"{till.desk}/{parse(event.header).id}" for till, event in events]


def typed(till: Till, seen: int, value: int, *events: tuple[Till, SignedEvent], **more: Json) -> SignedEvent:
    """A number typed offline over what stood there."""
    before: Json = {"value": seen, "mode": "strict", "sold_out": False}
    body: dict[str, Json] = {"seen": before, "upon": upon(*events), "increment": True, "offline": True}
    return till.quota(value, "venue", "theatre", **(body | more))


def stands(hub: Hub) -> tuple[int | None, bool]:
    with hub.database.read() as tx:
        row = tx.execute(select(schema.quotas.c.value, schema.quotas.c.sold_out)).one()
    return row.value, row.sold_out


def test_increments_upon_the_same_number_both_count_and_once(hub: Hub) -> None:
    office, one, other = Till.at(hub), Till.at(hub), Till.at(hub)
    base = office.quota(20, upon=[])
    office.push(base)
    first, second = typed(one, 20, 25, (office, base)), typed(other, 20, 17, (office, base))
    other.push(second)
    one.push(first)
    one.push(first)
    assert stands(hub) == (22, False)


def test_a_later_set_stands_and_what_it_did_not_know_waits_beside_it(hub: Hub) -> None:
    office, one = Till.at(hub), Till.at(hub)
    base, later = office.quota(20, upon=[]), office.quota(50)
    office.push(base, later)
    late = typed(one, 20, 25, (office, base))
    one.push(late)
    assert stands(hub) == (50, False)
    with hub.database.read() as tx:
        alive = select(func.count()).where(~schema.quota_changes.c.spent)
        assert tx.execute(alive).scalar_one() == 2
    office.push(office.quota(60, upon=upon((office, later), (one, late))))
    assert stands(hub) == (60, False)
    with hub.database.read() as tx:
        assert tx.execute(alive).scalar_one() == 1


def test_sold_out_set_offline_is_not_lost(hub: Hub) -> None:
    office, one = Till.at(hub), Till.at(hub)
    base, later = office.quota(20, upon=[]), office.quota(50)
    office.push(base, later)
    one.push(typed(one, 20, 20, (office, base), sold_out=True))
    assert stands(hub) == (50, True)


def test_what_makes_no_sense_is_refused(hub: Hub) -> None:
    till = Till.at(hub)
    seen: Json = {"value": MOST_TICKETS + 1, "mode": "strict", "sold_out": False}
    answers = till.push(
        till.quota(5, upon=[7]),
        till.quota(5, upon="all"),
        till.quota(5, upon=[f"d/{number}" for number in range(1_001)]),
        till.quota(5, seen=seen),
        till.quota(5, increment=True),
        till.quota(None, increment=True, seen={"value": 5, "mode": "strict", "sold_out": False}),
    )
    assert {answer.status for answer in answers} == {"refused"}
