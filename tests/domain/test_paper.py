"""Rows of a paper sheet: how days and times are read, what is wrong with a form, and what the rules say as of then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tests.domain.world import CARD, FACTS, NOW, READ, TODAY, UNREAD
from validator.domain.card import CardKind
from validator.domain.code import CardCode, Hint, Problem, Recognised, Unrecognised
from validator.domain.network import HELSINKI
from validator.domain.paper import (
    MOST_CHILDREN,
    OLDEST,
    Flaw,
    PaperRow,
    Wrong,
    as_of,
    declined_code,
    entered_before,
    flaw_of_cards,
    instant,
    is_declined,
    of_json,
    read_day,
    read_time,
    to_json,
    weigh,
)
from validator.domain.party import Party, Representative
from validator.domain.redemption import Redemption, Tickets
from validator.domain.rights import Slot
from validator.domain.verdict import Give, Reason

ROW = PaperRow("row-1", "13.10.", "17.05", Slot("play", "tonight", TODAY), "ABCDEFGHX7")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("13.10.2018", date(2018, 10, 13)),
        (" 12. 10. ", date(2018, 10, 12)),
        ("12.10", date(2018, 10, 12)),
        ("14.10.", date(2017, 10, 14)),
        ("29.2.", date(2016, 2, 29)),
        ("14.10.2018", date(2018, 10, 14)),
        ("31.9.", None),
        ("0.1.", None),
        ("", None),
        ("eilen", None),
    ],
)
def test_a_day_as_one_writes_it(text: str, read: date | None) -> None:
    assert read_day(text, TODAY) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("18.05", time(18, 5)),
        ("18:05", time(18, 5)),
        ("1805", time(18, 5)),
        ("9.30", time(9, 30)),
        ("18", time(18)),
        ("18.", None),
        ("24.00", None),
        ("18.5", None),
        ("kuusi", None),
        ("", None),
    ],
)
def test_a_time_as_one_writes_it(text: str, read: time | None) -> None:
    assert read_time(text) == read


def test_an_instant_is_the_venues_own_and_never_to_come() -> None:
    assert instant(ROW, HELSINKI, NOW) == datetime(2018, 10, 13, 17, 5, tzinfo=HELSINKI)
    assert instant(replace(ROW, time="17.30"), HELSINKI, NOW) == NOW
    assert instant(replace(ROW, time="17.31"), HELSINKI, NOW) == Wrong(Flaw.FUTURE)
    assert instant(replace(ROW, day="14.10.2018"), HELSINKI, NOW) == Wrong(Flaw.FUTURE)
    assert instant(replace(ROW, day="13"), HELSINKI, NOW) == Wrong(Flaw.DAY)
    assert instant(replace(ROW, time=""), HELSINKI, NOW) == Wrong(Flaw.TIME)
    old = NOW - OLDEST - timedelta(days=1)
    assert instant(replace(ROW, day=f"{old:%d.%m.%Y}"), HELSINKI, NOW) == Wrong(Flaw.OLD)


def test_a_row_is_kept_as_it_was_typed_and_read_again() -> None:
    whole = replace(
        ROW,
        members=("ABC", ""),
        children=2,
        assistants=1,
        representative=Representative.STUDENT,
    )
    for row in (whole, PaperRow("row-1"), replace(ROW, time="1", code="A")):
        assert of_json("row-1", to_json(row)) == row
    for kept in ({}, {**to_json(whole), "slot": [1]}, {**to_json(whole), "representative": "boss"}):
        with pytest.raises(ValueError):  # noqa: PT011  whatever it says
            of_json("row-1", kept)


def test_no_code_is_in_what_a_row_says_of_itself() -> None:
    assert "ABCDEFGHX7" not in repr(replace(ROW, members=("ABCDEFGHX7",)))


def test_what_is_wrong_with_the_cards_of_a_row() -> None:
    other = Recognised(CardCode("KAIKU00011"), repaired=False)
    bad = Unrecognised(Problem.BAD_FORMAT, Hint.TOO_SHORT)
    group, personal = CardKind.COMMUNITY, CardKind.PERSONAL
    assert flaw_of_cards(ROW, READ, personal, ()) is None
    assert flaw_of_cards(replace(ROW, code=" "), UNREAD, None, ()) == Wrong(Flaw.NO_CODE)
    assert flaw_of_cards(ROW, bad, None, ()) == Wrong(Flaw.CODE, 0, Hint.TOO_SHORT)
    assert flaw_of_cards(ROW, READ, group, (other, bad)) == Wrong(Flaw.MEMBER, 2, Hint.TOO_SHORT)
    assert flaw_of_cards(ROW, READ, group, (READ,)) == Wrong(Flaw.TWICE)
    assert flaw_of_cards(ROW, READ, personal, (other,)) == Wrong(Flaw.NO_GROUP)
    assert flaw_of_cards(ROW, READ, group, ()) == Wrong(Flaw.NO_MEMBERS)
    assert flaw_of_cards(ROW, READ, None, (other,)) is None
    many = replace(ROW, children=MOST_CHILDREN + 1)
    assert flaw_of_cards(many, READ, personal, ()) == Wrong(Flaw.MANY)


def test_a_row_is_judged_as_of_its_own_time() -> None:
    """The card ended yesterday: a ticket of the day before was right, and one of today is not."""
    ended = replace(FACTS, card=replace(CARD, valid_to=TODAY - timedelta(days=1)))
    verdict, give = weigh(READ, Party(2), ended, NOW - timedelta(days=1), 0)
    assert isinstance(verdict, Give)
    assert (give.main.reason, give.tickets, give.quota_use) == (Reason.OK_CHILDREN, Tickets(1, 2), 3)
    verdict, give = weigh(READ, Party(2), ended, NOW, 0)
    assert is_declined(verdict)
    assert (give.main.reason, give.tickets, give.quota_use) == (Reason.EXPIRED, Tickets(1, 2), 3)


def test_of_a_group_all_who_came_are_recorded() -> None:
    _, give = weigh(READ, Party(1, 1), replace(FACTS, card=None), NOW, 2)
    assert (give.tickets, give.quota_use) == (Tickets(2, 1, 1, 1), 4)


def test_of_a_visit_that_is_over_nobody_holds_rights_and_the_clock_is_not_asked() -> None:
    doubtful = replace(FACTS, rights=0, clock_trusted=False)
    assert as_of(doubtful, NOW).rights == 0
    assert as_of(doubtful, NOW + timedelta(days=1)).rights is None
    assert as_of(doubtful, NOW).clock_trusted


def test_tickets_of_the_card_for_the_very_event_are_told_first() -> None:
    given = Redemption("g/0", "g", CARD.id, "play", "tonight", TODAY, Tickets(1), NOW, "desk-1")
    for use, is_told in (
        (given, True),
        (replace(given, voided=True), False),
        (replace(given, performance="tomorrow"), False),
        (replace(given, tickets=Tickets(children=1)), False),
    ):
        assert bool(entered_before(READ, replace(FACTS, history=(use,)), NOW)) is is_told


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"entered_at": "2018-10-14T10:00:00+03:00", "code": "R12"}, "R12"),
        ({"entered_at": "2018-10-14T10:00:00+03:00", "code": "A01"}, ""),
        ({"code": "R12"}, ""),
        ({"entered_at": None, "code": "R12"}, ""),
        ({"entered_at": "x", "code": ["R12"]}, ""),
        ({"entered_at": "x", "code": "R99"}, ""),
        ({"entered_at": "x"}, ""),
    ],
)
def test_whether_an_event_is_a_row_that_the_rules_declined(body: dict[str, object], code: str) -> None:
    assert declined_code(body) == code
