"""Bookings: made, held, collected; what they count for, and how long they can be had."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.domain.rows import DAY, R, Row, limited, visited
from tests.domain.world import (
    COURSE,
    EXHIBITION,
    LESSON,
    NOW,
    PLAY,
    TODAY,
    TONIGHT,
    at,
    booked,
    card,
    facts,
    group,
    member,
    quota,
)
from validator.domain.card import CardStatus
from validator.domain.network import CardLimit, Period
from validator.domain.party import Party, Purpose
from validator.domain.quota import QuotaMode
from validator.domain.redemption import Booking, Tickets

COLLECT, RESERVE = Party(purpose=Purpose.COLLECT), Party(purpose=Purpose.RESERVE)
LATE_SHOW = replace(TONIGHT, ends_at=NOW + timedelta(hours=9))
LAST_CALL = TONIGHT.starts_at - timedelta(minutes=PLAY.hold_minutes)
GROUPS = booked(card="community-1", tickets=Tickets(2, 0, 1, 1), quota_use=3)
ON_SUNDAY: dict[str, Any] = {"offer": "exhibition", "performance": None, "visit": TODAY + DAY}

GIVEN_FROM_BOOKINGS = [
    Row("collecting", R.OK_COLLECT, facts(reservations=(booked(),)), COLLECT, tickets=Tickets(1, 2)),
    Row("a booked card is simply scanned", R.OK_COLLECT, facts(reservations=(booked(),))),
    Row(
        "collecting on the day with a card that ended",
        R.OK_COLLECT,
        facts(reservations=(booked(),), card=card(valid_to=TODAY - DAY)),
    ),
    Row(
        "collecting after midnight with a card that ended at midnight",
        R.OK_COLLECT,
        facts(reservations=(booked(),), performance=LATE_SHOW, card=card(valid_to=TODAY)),
        now=NOW + timedelta(hours=7),
    ),
    Row(
        "collecting when the quota is full and it is sold out",
        R.OK_COLLECT,
        facts(reservations=(booked(),), quotas=(quota(3, 3),), rights=0, offer=replace(PLAY, sold_out=True)),
    ),
    Row(
        "collecting after giving has closed",
        R.OK_COLLECT,
        facts(reservations=(booked(),), offer=replace(PLAY, closes_at=NOW)),
    ),
    Row(
        "collecting asks for no number of children or assistants",
        R.OK_COLLECT,
        facts(reservations=(booked(),)),
        Party(9, 9, purpose=Purpose.COLLECT),
        tickets=Tickets(1, 2),
    ),
    Row(
        "collecting without connection beside a trusting quota",
        R.OK_COLLECT,
        facts(reservations=(booked(),), quotas=(quota(9, 3, QuotaMode.TRUSTING),), online=False),
        notes=(R.OFFLINE,),
    ),
    Row(
        "collecting what the week's limit held",
        R.OK_COLLECT,
        limited(1, Period.WEEK, visited(TODAY - DAY), reservations=(booked(**ON_SUNDAY | {"visit": TODAY}),)),
    ),
    Row(
        "a group collects",
        R.OK_COLLECT,
        group(member(1), member(2), reservations=(GROUPS,)),
        COLLECT,
        tickets=Tickets(2, 0, 1, 1),
    ),
    Row(
        "a group of which one stayed at home",
        R.OK_COLLECT,
        group(member(1), reservations=(GROUPS,)),
        COLLECT,
        tickets=Tickets(1, 0, 1, 1),
    ),
    Row(
        "a booking of which one child stayed at home",
        R.OK_COLLECT,
        facts(reservations=(booked(tickets=Tickets(1, 2, 1), quota_use=3),)),
        Party(1, 1, counted=True),
        tickets=Tickets(1, 1, 1),
    ),
    Row(
        "a booking of which nobody but the holder came",
        R.OK_COLLECT,
        facts(reservations=(booked(tickets=Tickets(1, 2, 1), quota_use=3),)),
        Party(counted=True),
        tickets=Tickets(1),
    ),
    Row(
        "no more than was booked is collected",
        R.OK_COLLECT,
        facts(reservations=(booked(tickets=Tickets(1, 1), quota_use=2),)),
        Party(3, 1, counted=True),
        tickets=Tickets(1, 1),
    ),
    Row("a booking", R.OK_RESERVED, party=replace(RESERVE, children=1), tickets=Tickets(1, 1)),
    Row("a booking for an exhibition", R.OK_RESERVED, at(EXHIBITION), RESERVE),
    Row(
        "a booking with an assistant",
        R.OK_RESERVED,
        party=replace(RESERVE, assistants=1),
        tickets=Tickets(1, 0, 1),
        also=(R.OK_ASSISTANT,),
    ),
    Row("a booking in the last minute for it", R.OK_RESERVED, party=RESERVE, now=LAST_CALL - DAY / 1440),
    Row("a ticket instead, when it is too late to book", R.OK, now=LAST_CALL),
    Row("one booked of two a week", R.OK, limited(2, Period.WEEK, reservations=(booked(**ON_SUNDAY),))),
    Row(
        "a booking let go does not count",
        R.OK,
        limited(1, Period.WEEK, reservations=(booked(Booking.RELEASED, **ON_SUNDAY),)),
    ),
    Row(
        "a booking of another offer does not count",
        R.OK,
        limited(1, Period.WEEK, reservations=(booked(),), venue_wide=True),
    ),
    Row(
        "a booking of another night is not collected",
        R.OK,
        facts(reservations=(booked(performance="matinee"),)),
        tickets=Tickets(1),
    ),
]

DECLINED_FOR_BOOKINGS = [
    Row("nothing booked", R.NO_BOOKING, party=COLLECT),
    Row(
        "a booking for another night",
        R.NO_BOOKING,
        facts(reservations=(booked(performance="matinee"),)),
        COLLECT,
    ),
    Row(
        "nobody came in time for the booking",
        R.BOOKING_RELEASED,
        facts(reservations=(booked(Booking.RELEASED),)),
        COLLECT,
        now=LAST_CALL,
    ),
    Row(
        "the booking was let go before it was due",
        R.NO_BOOKING,
        facts(reservations=(booked(Booking.RELEASED),)),
        COLLECT,
        now=LAST_CALL - DAY / 1440,
    ),
    Row(
        "two bookings were let go",
        R.BOOKING_RELEASED,
        facts(
            reservations=(
                booked(Booking.RELEASED, collect_by=NOW - DAY),
                booked(Booking.RELEASED, id="2", collect_by=NOW),
            )
        ),
        COLLECT,
    ),
    Row("collected already", R.NO_BOOKING, facts(reservations=(booked(Booking.COLLECTED),)), COLLECT),
    Row("already booked", R.ALREADY, facts(reservations=(booked(),)), RESERVE),
    Row("too late to book", R.ENDED, party=RESERVE, now=LAST_CALL),
    Row(
        "too late to book a course place",
        R.COURSE_CLOSED,
        at(COURSE, replace(LESSON, starts_at=NOW), visit=TODAY),
        RESERVE,
    ),
    Row(
        "collecting the day before with a card that ended",
        R.EXPIRED,
        at(
            EXHIBITION,
            visit=TODAY + DAY,
            reservations=(booked(**ON_SUNDAY),),
            card=card(valid_to=TODAY - DAY),
        ),
        COLLECT,
    ),
    Row(
        "a booked card that was closed",
        R.CLOSED,
        facts(reservations=(booked(),), card=card(status=CardStatus.CLOSED)),
        COLLECT,
    ),
    Row(
        "the week's one is booked", R.CARD_LIMIT, limited(1, Period.WEEK, reservations=(booked(**ON_SUNDAY),))
    ),
    Row(
        "two booked a performance",
        R.ALREADY,
        facts(
            offer=replace(PLAY, limits=(CardLimit(2, Period.PERFORMANCE),)),
            reservations=(booked(), booked(id="2")),
        ),
        RESERVE,
        more=(R.CARD_LIMIT,),
    ),
    Row(
        "a community card's second booking",
        R.COMMUNITY_USED,
        group(member(1), reservations=(GROUPS,)),
        RESERVE,
    ),
    Row("a group's booking without its members", R.COMMUNITY_ALONE, group(reservations=(GROUPS,)), COLLECT),
]

CHOSEN_FOR_BOOKINGS = [
    Row(
        "the group's booking is for another than the one whose card does not hold",
        R.MEMBER_INVALID,
        group(
            member(1, status=CardStatus.CLOSED),
            member(2),
            reservations=(replace(GROUPS, tickets=Tickets(1, representatives=1)),),
        ),
        COLLECT,
        without=(1,),
    ),
    Row(
        "one more than the group's booking",
        R.MEMBER_INVALID,
        group(member(1), member(3), reservations=(replace(GROUPS, tickets=Tickets(1, representatives=1)),)),
        COLLECT,
    ),
]
