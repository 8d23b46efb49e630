"""Groups that must choose: some of their cards do not hold."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.rows import DAY, OLD, R, Row, unread
from tests.domain.world import (
    AREAS,
    COMMUNITY,
    KARKKILA,
    PLAY,
    SAVONLINNA,
    THEATRE,
    TODAY,
    booked,
    group,
    member,
    quota,
    used,
)
from validator.domain.card import CardStatus
from validator.domain.code import Problem
from validator.domain.network import CardLimit, Period

LOCAL_KARKKILA = replace(KARKKILA, local=SAVONLINNA.local)
TWO_LOCAL = (*(area for area in AREAS if area.id != "karkkila"), LOCAL_KARKKILA)
LIMITED = replace(PLAY, limits=(*PLAY.limits, CardLimit(1, Period.WEEK)))
HAS_ONE = replace(member(2), history=(used(card="member-2"),))

CHOICES = [
    Row("one of two members fails", R.MEMBER_INVALID, group(member(1), member(2, valid_to=TODAY - DAY))),
    Row(
        "two of three members fail",
        R.MEMBER_INVALID,
        group(member(1, status=CardStatus.CLOSED), member(2), member(3, valid_to=TODAY - DAY)),
        without=(1, 3),
    ),
    Row(
        "a member with a booking of their own",
        R.MEMBER_INVALID,
        group(member(1), replace(member(2), reservations=(booked(card="member-2"),))),
        without=(2,),
    ),
    Row(
        "a member with a booking of their own whose card is closed",
        R.MEMBER_INVALID,
        group(
            member(1),
            replace(member(2, status=CardStatus.CLOSED), reservations=(booked(card="member-2"),)),
        ),
        without=(2,),
    ),
    Row("the same member twice", R.MEMBER_INVALID, group(member(1), member(1))),
    Row(
        "room for those whose cards hold",
        R.MEMBER_INVALID,
        group(member(1, status=CardStatus.CLOSED), member(2), quotas=(quota(2),)),
        without=(1,),
    ),
    Row(
        "the same unknown card twice",
        R.MEMBER_INVALID,
        group(replace(member(1), card=None), replace(member(2), card=None), stamp=OLD),
    ),
    Row(
        "a community card as a member",
        R.MEMBER_INVALID,
        group(member(1), replace(member(2), card=replace(COMMUNITY, id="c2"))),
    ),
    Row(
        "a member's code was misread",
        R.MEMBER_INVALID,
        group(member(1), replace(member(2), reading=unread(Problem.BAD_FORMAT), card=None)),
    ),
    Row(
        "two misread codes are not one card",
        R.MEMBER_INVALID,
        group(
            member(1),
            *(replace(member(2), reading=unread(Problem.BAD_FORMAT), card=None) for _ in range(2)),
        ),
        without=(2, 3),
    ),
    Row(
        "a member whom the list lacks",
        R.MEMBER_INVALID,
        group(member(1), replace(member(2), card=None)),
    ),
    Row(
        "a member's card closed and ended",
        R.MEMBER_INVALID,
        group(member(1), member(2, status=CardStatus.CLOSED, valid_to=TODAY - DAY)),
    ),
    Row(
        "a member's card ended, and of a local-only area",
        R.MEMBER_INVALID,
        group(member(1), member(2, area="savonlinna", valid_to=TODAY - DAY)),
    ),
    Row(
        "a member of a local-only area at another's",
        R.MEMBER_INVALID,
        group(
            member(1, area="karkkila"),
            member(2, area="savonlinna"),
            venue=replace(THEATRE, area="karkkila"),
            card=replace(COMMUNITY, area="karkkila"),
            areas=TWO_LOCAL,
        ),
    ),
    Row(
        "a member from elsewhere with a ticket at a local-only area's",
        R.MEMBER_INVALID,
        group(
            member(1, area="savonlinna"),
            HAS_ONE,
            venue=replace(THEATRE, area="savonlinna"),
            card=replace(COMMUNITY, area="savonlinna"),
        ),
    ),
    Row(
        "a member with a ticket, beyond the week's limit too",
        R.MEMBER_INVALID,
        group(member(1), HAS_ONE, offer=LIMITED),
    ),
    Row(
        "a member beyond the week's limit",
        R.MEMBER_INVALID,
        group(
            member(1),
            replace(member(2), history=(used(card="member-2", performance="matinee"),)),
            offer=LIMITED,
        ),
    ),
]
