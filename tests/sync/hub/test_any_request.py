"""Whatever a desk sends: an answer for each event or one clear no, and never a broken hub."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.hub.hub import Hub
from sync.hub.refusals import Refused
from tests.sync.hub.looking import in_order
from tests.sync.stage import TODAY, Till, statuses
from validator.domain.journal import CardRef, CardRole, EventKind

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
SCALAR = st.none() | st.booleans() | st.integers() | st.integers(-(2**80), 2**80) | TEXT
JSON = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=8
)
KINDS = st.sampled_from([*(kind.value for kind in EventKind), "tomorrows_kind"])

ID = st.sampled_from(["g1", "g2", "r1", "r2"])
COUNT = st.integers(0, 3)
GOOD: dict[str, st.SearchStrategy[Any]] = {
    "venue": st.just("theatre"),
    "giving": ID,
    "offer": st.sampled_from(["play", "open"]),
    "performance": st.sampled_from([None, "tonight"]),
    "visit": st.dates().map(str),
    "kind": st.just("performance"),
    "tickets": st.fixed_dictionaries(
        dict.fromkeys(("adults", "children", "assistants", "representatives"), COUNT)
    ),
    "quota_use": COUNT,
    "reservation": ID,
    "collects": ID | st.just(""),
    "collect_by": st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat()),
    "scope": st.just("venue"),
    "target": st.just("theatre"),
    "value": st.none() | COUNT,
    "mode": st.sampled_from(["strict", "trusting"]),
    "sold_out": st.booleans(),
    "author": st.just("manager"),
    "overridden": st.just(["R32"]),
    "code": st.just("A01"),
    "rights": st.none() | st.fixed_dictionaries({"epoch": st.integers(1, 3), "count": COUNT}),
}
WANT = {
    "offer": GOOD["offer"],
    "performance": GOOD["performance"],
    "visit": st.just(TODAY.isoformat()) | st.dates().map(str),
    **dict.fromkeys(("epoch", "granted", "left", "need"), COUNT),
}
ODD = (
    st.sampled_from(["museum", "nowhere", "entry", "offer", "performance", "g" * 201, "g\0", -1, 2**70])
    | JSON
)
BODIES = st.builds(
    lambda good, odd: good | odd,
    st.fixed_dictionaries(GOOD),
    st.dictionaries(st.sampled_from(sorted(GOOD)), ODD, max_size=1),
)
HOLDER = st.builds(CardRef, st.just(CardRole.HOLDER), st.sampled_from(["c1", "c2"]))
ANY_CARD = st.builds(
    CardRef,
    st.sampled_from(CardRole),
    TEXT,
    st.binary(max_size=20).map(bytes.hex) | TEXT,
    st.integers(-(2**70), 2**70),
)
CARDS = st.lists(HOLDER, min_size=1, max_size=1) | st.lists(ANY_CARD, max_size=3)
NAMES = st.uuids().map(lambda name: name.hex) | TEXT
ANYTHING = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ANYTHING
@given(st.lists(st.tuples(KINDS, BODIES, CARDS, NAMES), min_size=1, max_size=6))
def test_any_entry_of_a_journal_gets_its_answer_and_its_place(
    hub: Hub, entries: list[tuple[str, Any, Any, str]]
) -> None:
    till = Till.at(hub)
    batch = [till.event(kind, body, cards, name=name) for kind, body, cards, name in entries]
    answers, again = till.push(*batch), till.push(*batch)
    assert set(statuses(answers)) <= {"accepted", "refused"}
    assert [status.replace("duplicate", "accepted") for status in statuses(again)] == statuses(answers)
    assert in_order(answers)
    assert till.sync().head.hash == till.previous
    Till.at(hub, "theatre", "museum").sync()


@ANYTHING
@given(
    st.lists(
        st.fixed_dictionaries(WANT) | st.fixed_dictionaries(WANT | {"granted": ODD, "offer": TEXT}),
        max_size=6,
    )
)
def test_any_wants_are_answered_or_refused(hub: Hub, wants: list[Any]) -> None:
    till = Till.at(hub)
    till.push(till.quota(5))
    body = till.body(wants=wants)
    try:
        rows = hub.rights(till.known(), body).leases
    except Refused:
        return
    assert sum(row.granted for row in rows) <= 5
    asked = {(want["offer"], want["performance"], want["visit"]) for want in wants}
    assert {(row.offer, row.performance, row.visit.isoformat()) for row in rows} <= asked
    assert {row.offer for row in hub.sync(till.known(), body).leases} <= {"play", "open"}


@ANYTHING
@given(JSON)
def test_any_request_for_rights_is_answered_or_refused(hub: Hub, message: Any) -> None:
    till = Till.at(hub)
    try:
        assert hub.rights(till.known(), json.dumps(message).encode()).leases == ()
    except Refused:
        return


@ANYTHING
@given(JSON)
def test_any_request_is_answered_or_refused(hub: Hub, message: Any) -> None:
    till = Till.at(hub)
    try:
        answer = hub.sync(till.known(), json.dumps(message).encode())
    except Refused:
        return
    assert len(answer.answers) == len(message.get("events") or [])


@ANYTHING
@given(
    st.lists(
        JSON | st.fixed_dictionaries(dict.fromkeys(("header", "signature", "cards", "salt"), JSON)),
        max_size=8,
    )
)
def test_any_items_are_answered_one_by_one(hub: Hub, items: list[Any]) -> None:
    till = Till.at(hub)
    answers = till.push(*items, till.give(1, offer="open", performance=None))
    assert statuses(answers) == ["refused"] * len(items) + ["accepted"]
    assert in_order(answers)
