"""What is given, and what is noted beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.domain.rows import DAY, OLD, R, Row, limited, visited
from tests.domain.world import (
    BENEFIT,
    COURSE,
    EXHIBITION,
    KAINUU,
    LESSON,
    NOW,
    PILOT_END,
    PLAY,
    POPUP,
    SAVONLINNA,
    THEATRE,
    TODAY,
    at,
    card,
    facts,
    group,
    member,
    quota,
    used,
)
from validator.domain.code import CardCode, Recognised
from validator.domain.network import RULES_2018, CardLimit, Period, Term, Window
from validator.domain.party import Party
from validator.domain.policy import Stamp
from validator.domain.quota import QuotaMode
from validator.domain.redemption import Tickets

GROWN_SAVONLINNA = replace(SAVONLINNA, window=Window(SAVONLINNA.window.start, None))
SPRING = (Term("spring", (1, 1), (5, 31)),)

GIVES = [
    Row("a valid card", R.OK, tickets=Tickets(1)),
    Row("first day of the card", R.OK, facts(card=card(valid_from=TODAY))),
    Row(
        "last day of the card",
        R.OK,
        facts(card=card(valid_to=TODAY)),
        notes=(R.ENDS_SOON,),
    ),
    Row("one child of two", R.OK_CHILDREN, party=Party(1), tickets=Tickets(1, 1)),
    Row("as many children as registered", R.OK_CHILDREN, party=Party(2), notes=(R.CHILD_COUNT,)),
    Row("a child one year under the limit", R.OK_CHILDREN, party=Party(1, child_age=15)),
    Row("no count in the register", R.OK_CHILDREN, facts(card=card(children=None)), Party(5)),
    Row(
        "no count, many children",
        R.OK_CHILDREN,
        facts(card=card(children=None)),
        Party(6),
        notes=(R.CHILD_COUNT,),
    ),
    Row(
        "many children, all registered but a few",
        R.OK_CHILDREN,
        facts(card=card(children=8)),
        Party(6),
        tickets=Tickets(1, 6),
    ),
    Row("an age without a child", R.OK, party=Party(child_age=17)),
    Row("with an assistant", R.OK, party=Party(0, 1), tickets=Tickets(1, 0, 1), also=(R.OK_ASSISTANT,)),
    Row("a course place", R.OK_COURSE, at(COURSE, LESSON, visit=LESSON.starts_at.date())),
    Row(
        "a community card and two members",
        R.OK_COMMUNITY,
        group(member(1), member(2)),
        tickets=Tickets(2, representatives=1),
    ),
    Row(
        "a personal card has no group",
        R.OK,
        facts(members=(member(1),), quotas=(quota(1),)),
        tickets=Tickets(1),
        notes=(R.LAST_ONES,),
    ),
    Row("a pair visit", R.OK_COMMUNITY, group(member(1)), tickets=Tickets(1, representatives=1)),
    Row(
        "later rules count under-age guests",
        R.OK_COMMUNITY,
        group(member(1), rule_sets=(replace(RULES_2018, community_guests=True),)),
        Party(2),
        tickets=Tickets(1, 2, representatives=1),
    ),
    Row(
        "a group at a pop-up",
        R.OK_COMMUNITY,
        group(member(1), venue=POPUP, offer=BENEFIT, performance=None),
        also=(R.OK_POPUP,),
    ),
    Row(
        "no number stops guests",
        R.OK_COMMUNITY,
        group(member(1), rule_sets=(replace(RULES_2018, community_guests=True),)),
        Party(12),
    ),
    Row("a pop-up's benefit", R.OK_POPUP, at(BENEFIT, venue=POPUP)),
    Row("a pop-up with children", R.OK_POPUP, at(BENEFIT, venue=POPUP), Party(1), also=(R.OK_CHILDREN,)),
    Row(
        "a pop-up takes a local-only card", R.OK_POPUP, at(BENEFIT, venue=POPUP, card=card(area="savonlinna"))
    ),
    Row(
        "a pop-up for this area",
        R.OK_POPUP,
        at(BENEFIT, venue=replace(POPUP, areas=frozenset({"kainuu"}))),
    ),
    Row(
        "a card of an area that was local-only under earlier rules",
        R.OK,
        facts(card=card(area="savonlinna"), rule_sets=(replace(RULES_2018, local_only=False),)),
    ),
    Row(
        "an offer of an area that was local-only under earlier rules",
        R.OK,
        facts(venue=replace(THEATRE, area="savonlinna"), rule_sets=(replace(RULES_2018, local_only=False),)),
    ),
    Row(
        "a card of an area that will be local-only no more on the date of visit",
        R.OK,
        at(EXHIBITION, visit=PILOT_END + DAY, card=card(area="savonlinna"), areas=(KAINUU, GROWN_SAVONLINNA)),
    ),
    Row("training", R.TRAINING, facts(training=True), also=(R.OK,)),
    Row(
        "training with an assistant",
        R.TRAINING,
        facts(training=True),
        Party(0, 1),
        also=(R.OK, R.OK_ASSISTANT),
    ),
    Row("no connection", R.OK, facts(online=False), notes=(R.OFFLINE,)),
    Row("a list of two days", R.OK, facts(stamp=OLD), notes=(R.LIST_OLD,)),
    Row("a list of eight days", R.OK, facts(stamp=Stamp(7, NOW - timedelta(days=8))), notes=(R.LIST_OLD,)),
    Row("the card ends in 30 days", R.OK, facts(card=card(valid_to=TODAY + 30 * DAY)), notes=(R.ENDS_SOON,)),
    Row("the card ends in 31 days", R.OK, facts(card=card(valid_to=TODAY + 31 * DAY))),
    Row(
        "the card ends soon, and its area before it",
        R.OK,
        facts(
            card=card(valid_to=TODAY + 2 * DAY), areas=(replace(KAINUU, window=Window(None, TODAY + DAY)),)
        ),
    ),
    Row(
        "the card ends soon, and its area on the same day",
        R.OK,
        facts(card=card(valid_to=TODAY + DAY), areas=(replace(KAINUU, window=Window(None, TODAY + DAY)),)),
        notes=(R.ENDS_SOON,),
    ),
    Row(
        "the card ends before the event",
        R.OK,
        at(EXHIBITION, visit=TODAY + 40 * DAY, card=card(valid_to=TODAY + 39 * DAY)),
        notes=(R.ENDS_BEFORE_EVENT,),
    ),
    Row(
        "the card's area ends before the event",
        R.OK,
        at(EXHIBITION, visit=date(2019, 1, 2), card=card(area="lappeenranta")),
        notes=(R.ENDS_BEFORE_EVENT,),
    ),
    Row(
        "the card's last day, and the event tomorrow",
        R.OK,
        at(EXHIBITION, visit=TODAY + DAY, card=card(valid_to=TODAY)),
        notes=(R.ENDS_BEFORE_EVENT,),
    ),
    Row("giving closes later", R.OK, facts(offer=replace(PLAY, closes_at=NOW + DAY))),
    Row("giving opens now", R.OK, facts(offer=replace(PLAY, opens_at=NOW))),
    Row("giving opened before", R.OK, facts(offer=replace(PLAY, opens_at=NOW - DAY))),
    Row("the offer's first and last day", R.OK, at(replace(EXHIBITION, days=Window(TODAY, TODAY)))),
    Row(
        "a personal card where community cards are not taken",
        R.OK,
        facts(offer=replace(PLAY, community=False)),
    ),
    Row("five left", R.OK, facts(quotas=(quota(20, 15),)), notes=(R.LAST_ONES,)),
    Row("six left", R.OK, facts(quotas=(quota(20, 14),))),
    Row("no number set", R.OK, facts(quotas=(quota(None, 50),))),
    Row("the very last one", R.OK, facts(quotas=(quota(20, 19),)), notes=(R.LAST_ONES,)),
    Row(
        "an assistant needs no room",
        R.OK,
        facts(quotas=(quota(1),)),
        Party(0, 1),
        also=(R.OK_ASSISTANT,),
        notes=(R.LAST_ONES,),
    ),
    Row(
        "children outside the quota",
        R.OK_CHILDREN,
        facts(quotas=(quota(1),), offer=replace(PLAY, children_use_quota=False)),
        Party(1),
        notes=(R.LAST_ONES,),
    ),
    Row(
        "a trusting quota without connection",
        R.OK,
        facts(quotas=(quota(1, 1, QuotaMode.TRUSTING),), online=False),
        notes=(R.QUOTA_SHARED_OFFLINE, R.OFFLINE),
    ),
    Row(
        "a trusting quota asks for no rights without connection",
        R.OK,
        facts(quotas=(quota(1, 1, QuotaMode.TRUSTING), quota(None)), rights=0, online=False),
        notes=(R.QUOTA_SHARED_OFFLINE, R.OFFLINE),
    ),
    Row("rights of its own", R.OK, facts(rights=1, online=False), notes=(R.OFFLINE,)),
    Row(
        "an unknown card and an old list",
        R.OK,
        facts(card=None, stamp=OLD),
        notes=(R.LIST_OLD, R.UNKNOWN_OLD_LIST),
    ),
    Row(
        "an unknown card with children, and an old list",
        R.OK_CHILDREN,
        facts(card=None, stamp=OLD),
        Party(1),
        notes=(R.LIST_OLD, R.UNKNOWN_OLD_LIST),
    ),
    Row(
        "an unknown member and an old list",
        R.OK_COMMUNITY,
        group(member(1), replace(member(2), card=None), stamp=OLD),
        notes=(R.LIST_OLD, R.UNKNOWN_OLD_LIST),
        tickets=Tickets(2, representatives=1),
    ),
    Row(
        "two unknown members and an old list",
        R.OK_COMMUNITY,
        group(
            replace(member(1), card=None),
            replace(member(2), card=None, reading=Recognised(CardCode("OTHERCODE9"), repaired=False)),
            stamp=OLD,
        ),
        notes=(R.LIST_OLD, R.UNKNOWN_OLD_LIST),
        tickets=Tickets(2, representatives=1),
    ),
    Row("the venue likes a hint", R.OK, facts(venue=replace(THEATRE, id_hint=True)), notes=(R.ID_HINT,)),
    Row(
        "given a moment ago, no limit",
        R.OK,
        facts(offer=replace(PLAY, limits=()), history=(used(given_at=NOW - timedelta(seconds=4)),)),
        notes=(R.SCANNED_JUST_NOW,),
    ),
    Row(
        "this year's course, after last year's",
        R.OK_COURSE,
        at(
            replace(COURSE, days=Window(date(2018, 9, 1), date(2018, 12, 14))),
            history=(used("course", None, date(2017, 11, 1), kind="course"),),
        ),
    ),
    Row(
        "a second place on another course",
        R.OK_COURSE,
        at(COURSE, history=(used("pottery", None, TODAY, kind="course"),)),
    ),
    Row(
        "given ten seconds ago, no limit",
        R.OK,
        facts(offer=replace(PLAY, limits=()), history=(used(given_at=NOW - timedelta(seconds=10)),)),
        notes=(R.SCANNED_JUST_NOW,),
    ),
    Row(
        "given eleven seconds ago, no limit",
        R.OK,
        facts(offer=replace(PLAY, limits=()), history=(used(given_at=NOW - timedelta(seconds=11)),)),
    ),
    Row("undone a moment ago", R.OK, facts(history=(used(given_at=NOW, voided=True),))),
    Row(
        "given a moment ago for the matinee",
        R.OK,
        facts(history=(used(performance="matinee", given_at=NOW),)),
    ),
    Row("undone before", R.OK, facts(history=(used(voided=True),))),
    Row(
        "one of two tonight, and one in the afternoon",
        R.OK,
        facts(
            offer=replace(PLAY, limits=(CardLimit(2, Period.PERFORMANCE),)),
            history=(used(), used(performance="matinee")),
        ),
    ),
    Row("another performance of the play", R.OK, facts(history=(used(performance="matinee"),))),
    Row("the exhibition yesterday", R.OK, at(EXHIBITION, history=(visited(TODAY - DAY),))),
    Row("one of two this week", R.OK, limited(2, Period.WEEK, visited(TODAY - DAY))),
    Row("two last week", R.OK, limited(2, Period.WEEK, visited(TODAY - 6 * DAY), visited(TODAY - 7 * DAY))),
    Row("another offer this month", R.OK, limited(1, Period.MONTH, visited(TODAY - DAY, "other"))),
    Row("a term that is over", R.OK, limited(1, Period.TERM, visited(date(2018, 7, 31)))),
    *(
        Row(f"the same {period.value} a year ago", R.OK, limited(1, period, visited(date(2017, 10, 11))))
        for period in (Period.WEEK, Period.MONTH, Period.TERM)
    ),
    Row(
        "another kind of offer this month",
        R.OK,
        limited(1, Period.MONTH, used("talk", None, TODAY - DAY, kind="course"), venue_wide=True),
    ),
    Row(
        "outside every term",
        R.OK,
        limited(1, Period.TERM, visited(TODAY - DAY), rule_sets=(replace(RULES_2018, terms=SPRING),)),
    ),
    Row(
        "the first day of summer, after the last of spring",
        R.OK,
        limited(
            1,
            Period.TERM,
            visited(date(2019, 5, 31)),
            visit=date(2019, 6, 1),
            card=card(valid_to=date(2019, 12, 31)),
        ),
    ),
    Row("last year", R.OK, limited(1, Period.YEAR, visited(date(2017, 12, 31)))),
    Row("a manager lifts the limit", R.OK_CHILDREN, facts(overrides=frozenset({R.CHILD_LIMIT})), Party(3)),
    Row(
        "a manager lifts a member's earlier ticket",
        R.OK_COMMUNITY,
        group(
            member(1), replace(member(2), history=(used(card="member-2"),)), overrides=frozenset({R.ALREADY})
        ),
    ),
    Row(
        "a manager lets a second assistant in",
        R.OK,
        facts(overrides=frozenset({R.NO_RIGHT})),
        Party(0, 2),
        tickets=Tickets(1, 0, 2),
        also=(R.OK_ASSISTANT,),
    ),
]
