"""`decide` never raises and always says the same, for any facts that can be constructed at all."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.verdicts import ROWS
from tests.domain.world import EXHIBITION, NOW, READ, at, used
from validator.domain.card import Card
from validator.domain.code import CardCode, Problem, Recognised, Unrecognised
from validator.domain.decide import decide, offer_problem
from validator.domain.facts import Facts, Member
from validator.domain.network import (
    Area,
    CardLimit,
    Names,
    Offer,
    OfferKind,
    Performance,
    Period,
    RuleSet,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.party import Party, Purpose
from validator.domain.policy import LONGEST, Policy, Stamp
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaState
from validator.domain.redemption import Booking, Redemption, Reservation, Tickets
from validator.domain.verdict import OVERRIDABLE, Choose, Decline, Give, Outcome, Reason, Remedy

ids = st.sampled_from(["a", "b", "c"])
instants = st.datetimes(timezones=st.just(UTC) | st.timezones() | st.just(UTC))
counts = st.integers(0, 12)
spans = st.timedeltas(timedelta(0), LONGEST)
days = st.none() | st.dates()
windows = st.builds(Window, days, days)
flags = st.booleans()
codes = st.builds(CardCode, st.sampled_from(["ABCDEFGHX7", "A1"]))
readings = st.builds(Recognised, codes, st.booleans()) | st.builds(
    Unrecognised, st.sampled_from(Problem), st.none()
)
names = st.builds(Names, st.just("x"))
tickets = st.builds(Tickets, counts, counts, counts, counts)
cards = st.builds(Card, id=ids, area=ids, children=st.none() | st.integers(-2, 5))
areas = st.lists(
    st.builds(Area, id=ids, names=names, window=windows, local=st.none() | windows), max_size=3
).map(tuple)
limits = st.lists(st.builds(CardLimit, count=st.integers(1, 3), venue_wide=flags), max_size=2).map(tuple)
offers = st.builds(
    Offer,
    id=ids,
    venue=ids,
    names=names,
    kind=st.sampled_from(OfferKind),
    included=flags,
    days=windows,
    children=flags,
    children_use_quota=flags,
    assistants_use_quota=flags,
    community=flags,
    sold_out=flags,
    cancelled=flags,
    limits=limits,
    opens_at=st.none() | instants,
    closes_at=st.none() | instants,
    assistants=counts,
    hold_minutes=st.integers(0, 10**6),
)
shows = st.builds(Performance, id=ids, offer=ids, starts_at=instants, ends_at=instants)
venues = st.builds(
    Venue,
    id=ids,
    names=names,
    kind=st.sampled_from(VenueKind),
    area=st.none() | ids,
    membership=windows,
    zone=st.sampled_from(["Europe/Helsinki", "UTC", "Asia/Tokyo"]),
    day_ends=st.times(),
    areas=st.frozensets(ids),
    benefit=st.none() | names,
)
uses = st.builds(
    Redemption,
    id=ids,
    giving=ids,
    card=ids,
    offer=ids,
    performance=st.none() | ids,
    tickets=tickets,
    given_at=instants,
    voided=flags,
)
holds = st.builds(
    Reservation,
    id=ids,
    card=ids,
    offer=ids,
    performance=st.none() | ids,
    tickets=tickets,
    made_at=instants,
    collect_by=instants,
    quota_use=counts,
    state=st.sampled_from(Booking),
)
quotas = st.builds(
    QuotaState,
    st.builds(
        Quota,
        st.builds(QuotaKey, target=ids),
        st.none() | st.integers(-3, 30),
        st.sampled_from(QuotaMode),
        sold_out=flags,
    ),
    st.integers(-3, 40),
)
in_order = st.lists(st.timedeltas(timedelta(0), LONGEST), min_size=3, max_size=3).map(sorted)
policies = st.builds(
    lambda cards, quotas, rules, ends_soon, again_within: Policy(
        notice_after=cards[0],
        banner_after=cards[1],
        stop_after=cards[2],
        ends_soon=ends_soon,
        again_within=again_within,
        quotas_notice_after=quotas[0],
        quotas_banner_after=quotas[1],
        quotas_stop_after=quotas[2],
        rules_notice_after=rules[0],
        rules_banner_after=rules[1],
        rules_stop_after=rules[2],
    ),
    in_order,
    in_order,
    in_order,
    spans,
    spans,
)
facts = st.builds(
    Facts,
    venue=venues,
    offer=offers,
    performance=st.none() | shows,
    visit=st.dates(),
    areas=areas,
    card=st.none() | cards,
    history=st.lists(uses, max_size=3).map(tuple),
    reservations=st.lists(holds, max_size=3).map(tuple),
    members=st.lists(
        st.builds(Member, readings, st.none() | cards, st.lists(uses, max_size=3).map(tuple)), max_size=3
    ).map(tuple),
    quotas=st.lists(quotas, max_size=3).map(tuple),
    rights=st.none() | st.integers(-2, 5),
    rule_sets=st.lists(
        st.builds(RuleSet, id=ids, window=windows, local_only=flags, community_guests=flags), max_size=2
    ).map(tuple),
    stamp=st.none() | st.builds(Stamp, st.integers(), instants, st.none() | instants),
    quotas_at=st.none() | instants,
    policy=policies,
    online=flags,
    clock_trusted=flags,
    training=flags,
    overrides=st.frozensets(st.sampled_from(Reason)),
    next_day=st.none() | st.dates(),
)
parties = st.builds(
    Party,
    children=counts,
    assistants=counts,
    holder=flags,
    child_age=st.none() | st.integers(0, 99),
    purpose=st.sampled_from(Purpose),
)


crossed = st.builds(
    lambda rows, genes: Facts(
        **{
            each.name: getattr(rows[gene % len(rows)].facts, each.name)
            for each, gene in zip(fields(Facts), genes, strict=True)
        }
    ),
    st.lists(st.sampled_from(ROWS), min_size=1, max_size=3),
    st.lists(st.integers(0, 2), min_size=len(fields(Facts)), max_size=len(fields(Facts))),
)
"""Each fact from one of a few rows of the table: sane facts in combinations that nobody thought of."""


@settings(max_examples=100)
@given(readings, parties, facts, instants)
def test_any_facts_at_all(
    reading: Recognised | Unrecognised, party: Party, known: Facts, now: datetime
) -> None:
    make_sure(reading, party, known, now)


@settings(max_examples=150)
@given(
    crossed,
    st.builds(Party, st.integers(0, 3), st.integers(0, 2), purpose=st.sampled_from(Purpose)),
    st.sampled_from([NOW, NOW - timedelta(days=1), NOW + timedelta(hours=3), NOW + timedelta(days=3)]),
    st.frozensets(st.sampled_from(sorted(OVERRIDABLE)), max_size=3),
)
def test_facts_of_several_rows(known: Facts, party: Party, now: datetime, lifted: frozenset[Reason]) -> None:
    make_sure(READ, party, replace(known, overrides=lifted), now)


def make_sure(reading: Recognised | Unrecognised, party: Party, known: Facts, now: datetime) -> None:
    """What holds for every verdict."""
    first = decide(reading, party, known, now)
    assert first == decide(reading, party, known, now)
    declines = [check for check in first.trace if check.outcome is Outcome.DECLINED]
    match first:
        case Give():
            assert declines == []
            assert first.tickets.total >= 1 or first.collects
            assert isinstance(reading, Recognised)
            assert set(first.overridden) <= OVERRIDABLE & known.overrides
            assert first.main.reason.value[0] == "A"
            make_sure_of_room(first, known)
        case Choose():
            assert declines[0].finding == first.main
            assert 0 < len(first.without) < len(known.members)
            stay = tuple(each for place, each in enumerate(known.members, 1) if place not in first.without)
            assert isinstance(decide(reading, party, replace(known, members=stay), now), Give)
        case Decline():
            assert declines[0].finding == first.main
    for check in declines:
        assert check.remedy is not None
        assert check.finding is not None
        assert check.finding.reason.declines
        # Whoever is sent to a manager finds one who may lift it.
        assert check.remedy is not Remedy.ASK_MANAGER or check.finding.reason in OVERRIDABLE
    assert all(note.reason.value[0] == "W" for note in first.notes)
    assert {check.rule for check in first.trace} | {"members"} == RULE_NAMES


def make_sure_of_room(give: Give, known: Facts) -> None:
    """Nothing is given beyond a quota, but a booking's, a manager's, or a trusting quota's without connection."""
    if give.collects or give.overridden:
        return
    for state in known.quotas:
        trusted = state.quota.mode is QuotaMode.TRUSTING and not known.online and state.quota.value != 0
        assert trusted or state.left is None or give.quota_use <= state.left


@settings(max_examples=50)
@given(facts, instants)
def test_an_offers_own_problem_is_total(known: Facts, now: datetime) -> None:
    problem = offer_problem(known, now)
    assert problem is None or problem.reason.declines


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("period", Period)
def test_the_very_ends_of_time(purpose: Purpose, period: Period) -> None:
    for instant in (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)):
        visit = instant.date()
        offer = replace(EXHIBITION, limits=(CardLimit(2, period),), hold_minutes=10**6)
        show = Performance("x", "exhibition", datetime.min.replace(tzinfo=UTC), instant)
        uses = (used("exhibition", None, visit, instant), used("exhibition", None, visit, instant))
        known = at(offer, visit=visit, history=uses, stamp=Stamp(1, instant))
        for performance in (None, show):
            verdict = decide(READ, Party(purpose=purpose), replace(known, performance=performance), instant)
            assert verdict.main.reason in Reason
            assert replace(known, performance=performance).collect_by.tzinfo is not None


RULE_NAMES = {
    "reading", "list_present", "clock", "list_age", "quotas_age", "rules_age",
    "card_known", "card_status", "area_dates", "card_dates",
    "local_card", "local_offer", "venue_member", "popup", "included", "cancelled", "over", "bookable",
    "sold_out", "booking", "already", "card_limit", "party", "children_count", "assistants", "group", "members",
    "quota", "shared_quota", "rights", "ends", "offline", "id_hint", "just_now",
}  # fmt: skip
