"""Cases: what the hub should have raised, by its raw rows, held against what it did, and against what every desk shows."""

from __future__ import annotations

import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sync.hub.caselist import listed
from tests.simulation.anew import is_left_to_its_desk
from tests.simulation.network import DeskHouse, Network
from tests.simulation.outside import HubView, LedgerView
from tests.simulation.paper import is_case
from tests.simulation.watch import Watch
from validator.desk import CaseLine
from validator.domain.cases import CaseOutcome
from validator.domain.role import Role
from validator.domain.verdict import Reason

_EVENTS = (
    "SELECT desk, sequence, event, venue, hash, status, notes, header FROM events WHERE status <> 'missing'"
)
_CARDS = (
    "SELECT desk, sequence, card FROM redemptions UNION ALL SELECT desk, sequence, card FROM reservations"
)


@dataclass(frozen=True, slots=True)
class Raised:
    """A case at the hub, in raw words."""

    id: str
    kind: str
    place: tuple[str, ...]
    ended: bool
    sides: frozenset[tuple[str, int]]
    count: int


def settle_some(desks: list[DeskHouse], watch: Watch) -> None:
    """Managers settle: each desk its share of the cases, and of every fourth two desks without knowing of each other."""
    for place, desk in enumerate(desks):
        for line in _theirs(desk):
            mark = int(line.case.id[:4], 16)
            if mark % len(desks) == place or (mark % 4 == 0 and place < len(desks) // 2):
                desk.use.cases.settle(line.case.id, CaseOutcome.SEEN, Role.MANAGER)
        watch.looked_at(desk)


def settle_one(desk: DeskHouse, watch: Watch, chance: random.Random) -> Iterator[str]:
    """A manager settles a case that the desk shows, at any time: it is done here at once, for as many sides as were seen."""
    if not (lines := _theirs(desk)):
        return
    line, name = chance.choice(lines), f"desk {desk.number}"
    verdict = desk.use.cases.settle(line.case.id, chance.choice(list(CaseOutcome)), Role.MANAGER)
    watch.looked_at(desk)
    if verdict.main.reason is not Reason.OK:
        return  # it could not be written, and the manager was told so
    view = watch.view(desk)
    entry, told = view.entries[-1], view.one("SELECT told FROM case_told WHERE id = ?", line.case.id)
    seen = line.case.count if told is None else json.loads(told)["count"]
    if entry.kind != "settle" or (entry.body["case"], entry.body["seen"]) != (line.case.id, seen):
        yield f"I1: {name} has settled a case, and no entry says so of all that was seen of it"
    if any(each.case.id == line.case.id for each in desk.use.cases.lines()):
        yield f"I1: {name} has settled a case and still shows it as open"


def _theirs(desk: DeskHouse) -> list[CaseLine]:
    """The cases that anybody may settle."""
    return [line for line in desk.use.cases.lines() if not is_left_to_its_desk(line.case.kind)]


def cases_hold(network: Network, watch: Watch) -> Iterator[str]:
    """Each case is there once, with its sides, at the hub and at every desk in touch; and is settled for all or for none."""
    raised = {case.id: case for case in _raised(watch.hub)}
    yield from _as_it_should_be(watch.hub, raised)
    settled = _settled(watch.hub, {name: case.count for name, case in raised.items() if not case.ended})
    ended = {name for name, case in raised.items() if case.ended}
    with network.house.hub.database.read() as tx:
        if {case.id for case in listed(tx) if case.is_settled} != settled | ended:
            yield "I3: the hub takes other cases for settled than those that somebody saw all of"
    for desk in (*network.retired, *network.desks):
        yield from _shown(network, watch, desk, raised, settled | ended)


def _raised(hub: HubView) -> Iterator[Raised]:
    sides = defaultdict[str, list[tuple[str, int]]](list)
    for case, desk, sequence in hub.rows('SELECT "case", desk, sequence FROM case_sides'):
        sides[case].append((desk, sequence))
    columns = "id, kind, venue, offer, performance, visit, ended_at"
    for name, kind, venue, offer, show, visit, ended in hub.rows(f"SELECT {columns} FROM cases"):  # noqa: S608
        place = (venue, offer, show or "", visit or "")
        yield Raised(name, kind, place, ended is not None, frozenset(sides[name]), len(sides[name]))


def _as_it_should_be(hub: HubView, raised: dict[str, Raised]) -> Iterator[str]:
    """By what the hub itself remarked on each event."""
    expected, doubled = _remarked(hub)
    for desk, digest, sort in hub.rows("SELECT desk, digest, sort FROM strays"):
        expected.add(_id("forked", desk) if sort == "forked" else _id("refused", desk, digest))
    cards = defaultdict[tuple[str, int], set[str]](set)
    for desk, sequence, card in hub.rows(_CARDS):
        cards[desk, sequence].add(card)
    doubles = [case for case in raised.values() if case.kind == "duplicate"]
    others = {name for name, case in raised.items() if case.kind != "duplicate"}
    if missing := expected - others:
        yield f"I3: lost: {len(missing)} cases were never raised"
    if extra := others - expected:
        yield f"I3: doubled: {len(extra)} cases are about nothing, or about what another one is about"
    if unsaid := doubled - {side for case in doubles for side in case.sides}:
        yield f"I3: lost: {len(unsaid)} second uses of a card are in no case"
    for case in doubles:
        names = {_id("duplicate", *case.place, card) for side in case.sides for card in cards[side]}
        if case.id not in names or case.count < 2:
            yield "I3: doubled: a card's second use is a case by another name"


def _remarked(hub: HubView) -> tuple[set[str], set[tuple[str, int]]]:
    """The cases of single events, and the events that used a card once more."""
    expected, doubled = set[str](), set[tuple[str, int]]()
    for desk, sequence, event, venue, sealed, status, notes, header in hub.rows(_EVENTS):
        codes = json.loads(notes)
        if status == "refused":
            expected.add(_id("refused", desk, sealed))
        expected |= {_id("card_closed", desk, event)} if "S02" in codes else set()
        expected |= {_id("unknown_card", desk, event)} if "S04" in codes else set()
        if "S03" in codes:
            body = json.loads(header)["body"]
            expected.add(_id("over_quota", venue, body["offer"], body["performance"] or "", body["visit"]))
        expected |= {_id("paper", desk, event)} if status == "accepted" and is_case(header, codes) else set()
        doubled |= {(desk, sequence)} if "S01" in codes else set()
    return expected, doubled


def _shown(
    network: Network, watch: Watch, desk: DeskHouse, raised: dict[str, Raised], settled: set[str]
) -> Iterator[str]:
    name, view = f"desk {desk.number}", watch.view(desk)
    told = {case: json.loads(row) for case, row in view.rows("SELECT id, told FROM case_told")}
    is_put_back = any(fault.startswith("hub_restored") for fault in network.faults)
    missing, extra = raised.keys() - told.keys(), told.keys() - raised.keys()
    stale = {case for case in told.keys() & raised.keys() if told[case]["count"] != raised[case].count}
    closed = _settled(view, {case: row["count"] for case, row in told.items()})
    closed |= {case for case, row in told.items() if row["ended"]}
    open_still = (settled & told.keys()) - closed
    if (missing or stale or open_still) and watch.is_unaware:
        watch.gaps["I13 feed"] += 1
        return
    if missing or stale:
        yield f"I6: {name} has not heard of {len(missing)} cases, and of {len(stale)} not all"
    if extra and not is_put_back:
        yield f"I6: {name} shows {len(extra)} cases that are none"
    if open_still:
        yield f"I6: {len(open_still)} cases that were settled are open at {name}"
    if not is_put_back and (done := (closed & raised.keys()) - settled):
        yield f"I6: {len(done)} cases are settled at {name} that nobody saw all of"
    shown = {line.case.id for line in desk.use.cases.lines()}
    if hidden := (told.keys() - closed) - shown:
        yield f"I2: lost: {name} does not show {len(hidden)} cases that nobody has settled"
    if shown & closed:
        yield f"I2: {name} still shows cases that were settled"


def _settled(view: HubView | LedgerView, counts: dict[str, int]) -> set[str]:
    said = (
        'SELECT "case", max(seen) FROM case_settlings GROUP BY 1'
        if isinstance(view, HubView)
        # What the hub did not accept settles nothing.
        else "SELECT case_id, max(seen) FROM settling LEFT JOIN outbox USING (sequence)"
        " WHERE state IS NOT 'refused' GROUP BY 1"
    )
    rows = view.rows(said)
    return {name for name, seen in rows if name in counts and seen >= counts[name]}


def _id(*words: str) -> str:
    return hashlib.sha256(json.dumps(words, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()[
        :32
    ]
