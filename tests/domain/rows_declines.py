"""What is declined."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.domain.rows import DAY, OLD, R, Row, limited, unread, visited
from tests.domain.world import (
    BENEFIT,
    COMMUNITY,
    COURSE,
    EXHIBITION,
    FACTS,
    LESSON,
    NOW,
    OULU,
    PILOT_END,
    PLAY,
    POPUP,
    THEATRE,
    TODAY,
    TONIGHT,
    at,
    card,
    facts,
    group,
    member,
    quota,
    used,
)
from validator.domain.card import CardStatus
from validator.domain.code import Problem
from validator.domain.network import RULES_2018, CardLimit, Names, Period, Term, Window
from validator.domain.party import Party
from validator.domain.policy import Policy, Stamp
from validator.domain.quota import QuotaMode
from validator.domain.redemption import Tickets

DECLINES = [
    Row("nothing read", R.UNREADABLE, facts(card=None), reading=unread(Problem.UNREADABLE)),
    Row("mistyped", R.BAD_FORMAT, facts(card=None), reading=unread(Problem.BAD_FORMAT)),
    Row("another card", R.OTHER_CARD, facts(card=None), reading=unread(Problem.OTHER_CARD)),
    Row("unknown, fresh list", R.UNKNOWN, facts(card=None)),
    Row("unknown, a list of just a day", R.UNKNOWN, facts(card=None, stamp=Stamp(7, NOW - DAY))),
    Row(
        "unknown, old list, never provisional",
        R.UNKNOWN,
        facts(card=None, stamp=OLD, policy=Policy(provisional=False)),
        notes=(R.LIST_OLD,),
    ),
    Row("an area that the list lacks", R.UNKNOWN, facts(card=card(area="tornio"))),
    Row("not yet", R.NOT_YET, facts(card=card(valid_from=TODAY + DAY))),
    Row("expired yesterday", R.EXPIRED, facts(card=card(valid_to=TODAY - DAY))),
    Row("closed", R.CLOSED, facts(card=card(status=CardStatus.CLOSED))),
    Row("replaced", R.REPLACED, facts(card=card(status=CardStatus.REPLACED))),
    Row(
        "the area ended before the card",
        R.AREA_ENDED,
        facts(
            card=card(area="lappeenranta", valid_to=date(2018, 11, 30)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(None, date(2018, 9, 30)))),
        ),
    ),
    Row(
        "area and card ended, the area first",
        R.AREA_ENDED,
        facts(
            card=card(area="lappeenranta", valid_to=date(2018, 10, 5)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(None, date(2018, 9, 30)))),
        ),
        more=(R.EXPIRED,),
    ),
    Row(
        "area and card ended, the card first",
        R.EXPIRED,
        facts(
            card=card(area="lappeenranta", valid_to=date(2018, 9, 5)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(None, date(2018, 9, 30)))),
        ),
        more=(R.AREA_ENDED,),
    ),
    Row(
        "area and card not begun, the area first",
        R.AREA_NOT_STARTED,
        facts(
            card=card(area="lappeenranta", valid_from=date(2018, 12, 1)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(date(2018, 11, 1), None))),
        ),
        more=(R.NOT_YET,),
    ),
    Row(
        "area and card not begun, the card first",
        R.NOT_YET,
        facts(
            card=card(area="lappeenranta", valid_from=date(2018, 10, 20)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(date(2018, 11, 1), None))),
        ),
        more=(R.AREA_NOT_STARTED,),
    ),
    Row(
        "area and card begin on one day",
        R.NOT_YET,
        facts(
            card=card(area="lappeenranta", valid_from=date(2018, 11, 1)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(date(2018, 11, 1), None))),
        ),
        more=(R.AREA_NOT_STARTED,),
    ),
    Row(
        "area and card ended on one day",
        R.EXPIRED,
        facts(
            card=card(area="lappeenranta", valid_to=date(2018, 9, 30)),
            areas=(*FACTS.areas[:2], replace(FACTS.areas[2], window=Window(None, date(2018, 9, 30)))),
        ),
        more=(R.AREA_ENDED,),
    ),
    Row("a local-only card elsewhere", R.LOCAL_CARD, facts(card=card(area="savonlinna"))),
    Row(
        "a local-only card elsewhere, for a day after its area's end",
        R.LOCAL_CARD,
        at(EXHIBITION, visit=PILOT_END + DAY, card=card(area="savonlinna")),
    ),
    Row("a local-only offer", R.LOCAL_OFFER, facts(venue=replace(THEATRE, area="savonlinna"))),
    Row(
        "a pop-up for other areas",
        R.LOCAL_OFFER,
        at(BENEFIT, venue=replace(POPUP, areas=frozenset({"oulu"}))),
    ),
    Row(
        "a pop-up for two other areas",
        R.LOCAL_OFFER,
        at(
            BENEFIT,
            venue=replace(POPUP, areas=frozenset({"oulu", "espoo"})),
            areas=(*FACTS.areas[:-1], replace(OULU, names=Names("Oulu", "Uleåborg", "Oulu city"))),
        ),
    ),
    Row("the venue left", R.VENUE_OUT, facts(venue=replace(THEATRE, membership=Window(None, TODAY - DAY)))),
    Row("the venue's area is unheard of", R.VENUE_OUT, facts(venue=replace(THEATRE, area="tornio"))),
    Row(
        "the pop-up is over",
        R.POPUP_ENDED,
        at(BENEFIT, venue=replace(POPUP, membership=Window(None, TODAY - DAY))),
    ),
    Row(
        "the pop-up's offer is over",
        R.POPUP_ENDED,
        at(replace(BENEFIT, days=Window(None, TODAY - DAY)), venue=POPUP),
    ),
    Row(
        "the pop-up's offer has not begun",
        R.POPUP_ENDED,
        at(replace(BENEFIT, days=Window(TODAY + DAY)), venue=POPUP),
    ),
    Row("not covered", R.NOT_INCLUDED, facts(offer=replace(PLAY, included=False))),
    Row("no community cards here", R.NOT_INCLUDED, group(member(1), offer=replace(PLAY, community=False))),
    Row("not open yet", R.NOT_OPEN, facts(offer=replace(PLAY, opens_at=NOW + DAY))),
    Row("a day before the offer's first", R.NOT_OPEN, at(replace(EXHIBITION, days=Window(TODAY + DAY)))),
    Row("the show is over", R.ENDED, facts(performance=replace(TONIGHT, ends_at=NOW))),
    Row("giving has closed", R.ENDED, facts(offer=replace(PLAY, closes_at=NOW))),
    Row("a day after the offer's last", R.ENDED, at(replace(EXHIBITION, days=Window(None, TODAY - DAY)))),
    Row("yesterday's exhibition", R.ENDED, at(EXHIBITION, visit=TODAY - DAY)),
    Row("cancelled", R.CANCELLED, facts(offer=replace(PLAY, cancelled=True))),
    Row("the performance is cancelled", R.CANCELLED, facts(performance=replace(TONIGHT, cancelled=True))),
    Row("the quota is full", R.QUOTA_FULL, facts(quotas=(quota(5, 5),))),
    Row("a quota of nought", R.QUOTA_FULL, facts(quotas=(quota(0),))),
    Row("less room than the party", R.QUOTA_FULL, facts(quotas=(quota(5, 3),)), Party(2)),
    Row("the smallest remainder rules", R.QUOTA_FULL, facts(quotas=(quota(50), quota(9, 9)))),
    Row("lowered below what was given", R.QUOTA_FULL, facts(quotas=(quota(3, 7),))),
    Row(
        "an assistant inside the quota",
        R.QUOTA_FULL,
        facts(quotas=(quota(1),), offer=replace(PLAY, assistants_use_quota=True)),
        Party(0, 1),
    ),
    Row("a trusting quota with connection", R.QUOTA_FULL, facts(quotas=(quota(1, 1, QuotaMode.TRUSTING),))),
    Row(
        "a closed day closes a trusting quota too",
        R.QUOTA_FULL,
        facts(quotas=(quota(0, 0, QuotaMode.TRUSTING),), rights=0, online=False),
        notes=(R.OFFLINE,),
    ),
    Row(
        "a strict quota beside a trusting one asks for rights",
        R.NO_RIGHTS_HERE,
        facts(quotas=(quota(9), quota(9, 0, QuotaMode.TRUSTING)), rights=0, online=False),
        notes=(R.OFFLINE,),
    ),
    Row(
        "no rights, no connection, and all given as far as this desk knows",
        R.NO_RIGHTS_HERE,
        facts(quotas=(quota(9, 9),), rights=0, online=False),
        notes=(R.OFFLINE,),
        more=(R.QUOTA_FULL,),
    ),
    Row("no rights and the hub has none", R.QUOTA_FULL, facts(rights=0)),
    Row("no rights and no connection", R.NO_RIGHTS_HERE, facts(rights=0, online=False), notes=(R.OFFLINE,)),
    Row("switched to sold out", R.SOLD_OUT, facts(quotas=(quota(9, sold_out=True),))),
    Row("sold out", R.SOLD_OUT, facts(offer=replace(PLAY, sold_out=True))),
    Row("the performance is sold out", R.SOLD_OUT, facts(performance=replace(TONIGHT, sold_out=True))),
    Row("a ticket already", R.ALREADY, facts(history=(used(),))),
    Row(
        "two tickets already",
        R.ALREADY,
        facts(history=(used(given_at=NOW - timedelta(hours=2)), used(id="2"))),
    ),
    Row(
        "a ticket a moment ago",
        R.ALREADY,
        facts(history=(used(given_at=NOW - timedelta(seconds=9)),)),
        notes=(R.SCANNED_JUST_NOW,),
    ),
    Row("the exhibition today", R.ALREADY, at(EXHIBITION, history=(visited(TODAY),))),
    Row(
        "two of two a performance",
        R.CARD_LIMIT,
        facts(
            offer=replace(PLAY, limits=(CardLimit(2, Period.PERFORMANCE),)), history=(used(), used(id="2"))
        ),
    ),
    Row("two of two a day", R.CARD_LIMIT, limited(2, Period.DAY, visited(TODAY), visited(TODAY, id="2"))),
    Row(
        "one a day, and given for tonight",
        R.CARD_LIMIT,
        facts(offer=replace(PLAY, limits=(CardLimit(1, Period.DAY),)), history=(used(),)),
    ),
    Row(
        "one a day, and given for the afternoon",
        R.CARD_LIMIT,
        facts(
            offer=replace(PLAY, limits=(CardLimit(1, Period.DAY),)), history=(used(performance="matinee"),)
        ),
    ),
    Row("one a week, and given for today", R.CARD_LIMIT, limited(1, Period.WEEK, visited(TODAY))),
    Row("one a week", R.CARD_LIMIT, limited(1, Period.WEEK, visited(date(2018, 10, 8)))),
    Row("one a month", R.CARD_LIMIT, limited(1, Period.MONTH, visited(date(2018, 10, 1)))),
    Row("one a year", R.CARD_LIMIT, limited(1, Period.YEAR, visited(date(2018, 1, 1)))),
    Row("one a term", R.CARD_LIMIT, limited(1, Period.TERM, visited(date(2018, 8, 1)))),
    Row(
        "the first and the last day of a term",
        R.CARD_LIMIT,
        limited(1, Period.TERM, visited(date(2018, 8, 1)), visit=date(2018, 12, 31)),
    ),
    Row(
        "the next term is a year away",
        R.CARD_LIMIT,
        limited(
            1,
            Period.TERM,
            visited(date(2019, 3, 1)),
            visit=date(2019, 3, 2),
            card=card(valid_to=date(2019, 12, 31)),
            rule_sets=(replace(RULES_2018, terms=(Term("spring", (1, 1), (5, 31)),)),),
        ),
    ),
    Row(
        "the first day of a long year",
        R.CARD_LIMIT,
        limited(1, Period.YEAR, visited(date(2020, 6, 1)), visit=date(2020, 1, 1)),
    ),
    Row(
        "one a month in the whole house",
        R.CARD_LIMIT,
        limited(1, Period.MONTH, visited(TODAY - DAY, "other"), venue_wide=True),
    ),
    Row("more children than registered", R.CHILD_LIMIT, party=Party(3)),
    Row("no children registered", R.CHILD_LIMIT, facts(card=card(children=0)), Party(1)),
    Row("no count, far too many", R.CHILD_LIMIT, facts(card=card(children=None)), Party(11)),
    Row("an offer without children", R.CHILD_LIMIT, facts(offer=replace(PLAY, children=False)), Party(1)),
    Row("a child on a course", R.CHILD_COURSE, at(COURSE, LESSON, visit=LESSON.starts_at.date()), Party(1)),
    Row("children alone", R.CHILD_ALONE, party=Party(1, holder=False)),
    Row("nobody comes", R.CHILD_ALONE, party=Party(holder=False)),
    Row("a child too old", R.CHILD_AGE, party=Party(1, child_age=16)),
    Row(
        "one course a term",
        R.COURSE_LIMIT,
        at(
            replace(COURSE, limits=(CardLimit(1, Period.TERM, venue_wide=True),)),
            LESSON,
            visit=LESSON.starts_at.date(),
            history=(used("pottery", "p1", date(2018, 9, 3), kind="course"),),
        ),
    ),
    Row(
        "two courses a year",
        R.COURSE_LIMIT,
        at(
            replace(COURSE, limits=(CardLimit(2, Period.YEAR, venue_wide=True),)),
            LESSON,
            visit=LESSON.starts_at.date(),
            history=(
                used("a", "p1", date(2018, 2, 3), kind="course"),
                used("b", "p2", date(2018, 9, 3), kind="course"),
            ),
        ),
    ),
    Row(
        "the course is full",
        R.COURSE_FULL,
        at(COURSE, LESSON, visit=LESSON.starts_at.date(), quotas=(quota(8, 8),)),
    ),
    Row(
        "the course is switched to full",
        R.COURSE_FULL,
        at(replace(COURSE, sold_out=True), LESSON, visit=LESSON.starts_at.date()),
    ),
    Row(
        "enrolment is not open",
        R.COURSE_CLOSED,
        at(replace(COURSE, opens_at=NOW + DAY), LESSON, visit=LESSON.starts_at.date()),
    ),
    Row(
        "enrolment has closed",
        R.COURSE_CLOSED,
        at(replace(COURSE, closes_at=NOW - DAY), LESSON, visit=LESSON.starts_at.date()),
    ),
    Row(
        "the same course on another day",
        R.ALREADY,
        at(COURSE, history=(used("course", None, TODAY - DAY, kind="course"),)),
    ),
    Row("a community card alone", R.COMMUNITY_ALONE, group()),
    Row(
        "a community card alone, and no tickets left",
        R.QUOTA_FULL,
        group(quotas=(quota(5, 5),)),
        more=(R.COMMUNITY_ALONE,),
    ),
    Row("guests without cards under the 2018 rules", R.COMMUNITY_ALONE, group(member(1)), Party(1)),
    Row(
        "a community card on a course",
        R.COMMUNITY_COURSE,
        group(member(1), offer=COURSE, performance=LESSON, visit=LESSON.starts_at.date()),
    ),
    Row(
        "a community card on a course that takes none",
        R.COMMUNITY_COURSE,
        group(
            member(1),
            offer=replace(COURSE, community=False),
            performance=LESSON,
            visit=LESSON.starts_at.date(),
        ),
    ),
    Row(
        "a community card and children on a course",
        R.COMMUNITY_COURSE,
        group(member(1), offer=COURSE, performance=LESSON, visit=LESSON.starts_at.date()),
        Party(1),
    ),
    Row(
        "the representative has a ticket",
        R.COMMUNITY_USED,
        group(member(1), history=(used(card="community-1", tickets=Tickets(0, representatives=1)),)),
    ),
    Row(
        "one member fails, and no room for the other",
        R.QUOTA_FULL,
        group(member(1), member(2, status=CardStatus.CLOSED), quotas=(quota(1),)),
        more=(R.MEMBER_INVALID,),
    ),
    Row("every member fails", R.MEMBER_INVALID, group(member(1, status=CardStatus.CLOSED))),
    Row(
        "a closed community card",
        R.COMMUNITY_CLOSED,
        group(member(1), card=replace(COMMUNITY, status=CardStatus.CLOSED)),
    ),
    Row(
        "a community card that ended",
        R.COMMUNITY_CLOSED,
        group(member(1), card=replace(COMMUNITY, valid_to=TODAY - DAY)),
    ),
    Row("the clock is doubtful", R.CLOCK, facts(clock_trusted=False)),
    Row("no list", R.NO_LIST, facts(stamp=None, card=None)),
    Row("no list and no connection", R.NO_LIST, facts(stamp=None, card=None, online=False)),
    Row("a list of 31 days", R.LIST_TOO_OLD, facts(stamp=Stamp(7, NOW - timedelta(days=31)))),
    Row("too many assistants", R.NO_RIGHT, party=Party(0, 2)),
]
