"""One row or more for every code: what is asked, and what the desk says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.rows import ALONE, DAY, R, Row
from tests.domain.rows_bookings import CHOSEN_FOR_BOOKINGS, DECLINED_FOR_BOOKINGS, GIVEN_FROM_BOOKINGS
from tests.domain.rows_declines import DECLINES as DECLINES_OF_CARDS
from tests.domain.rows_gives import GIVES as GIVES_TO_CARDS
from tests.domain.rows_groups import CHOICES as CHOICES_OF_GROUPS
from tests.domain.verdicts import PAGE, ROWS, WHOLE, page
from tests.domain.world import (
    BENEFIT,
    CARD,
    EXHIBITION,
    FACTS,
    NOW,
    PLAY,
    POPUP,
    READ,
    THEATRE,
    TODAY,
    at,
    facts,
    group,
    member,
    quota,
)
from validator.domain.decide import decide, offer_problem
from validator.domain.facts import Facts
from validator.domain.network import Window
from validator.domain.quota import QuotaMode
from validator.domain.verdict import Choose, Decline, Give, Outcome, Reason

GIVES = [*GIVES_TO_CARDS, *GIVEN_FROM_BOOKINGS]
DECLINES = [*DECLINES_OF_CARDS, *DECLINED_FOR_BOOKINGS]
CHOICES = [*CHOICES_OF_GROUPS, *CHOSEN_FOR_BOOKINGS]


@pytest.mark.parametrize("row", GIVES, ids=lambda row: row.name)
def test_gives(row: Row) -> None:
    verdict = decide(row.reading, row.party, row.facts, row.now)
    assert isinstance(verdict, Give), verdict.main
    assert verdict.main.reason == row.says
    assert tuple(note.reason for note in verdict.notes) == row.notes
    assert tuple(finding.reason for finding in verdict.also) == row.also
    if row.tickets is not None:
        assert verdict.tickets == row.tickets


@pytest.mark.parametrize("row", DECLINES, ids=lambda row: row.name)
def test_declines(row: Row) -> None:
    verdict = decide(row.reading, row.party, row.facts, row.now)
    assert isinstance(verdict, Decline), verdict.main
    assert verdict.main.reason == row.says
    assert tuple(note.reason for note in verdict.notes) == row.notes
    if row.more:
        assert tuple(finding.reason for finding in verdict.more) == row.more


@pytest.mark.parametrize("row", CHOICES, ids=lambda row: row.name)
def test_chooses(row: Row) -> None:
    verdict = decide(row.reading, row.party, row.facts, row.now)
    assert isinstance(verdict, Choose), verdict.main
    assert verdict.main.reason == row.says
    assert verdict.without == row.without
    assert tuple(finding.params["i"] for finding in (verdict.main, *verdict.more)) == row.without


def test_every_code_of_the_decision_has_a_row() -> None:
    elsewhere = {
        R.UNDONE,  # undoing
        R.UNDO_TOO_LATE,
        R.NOT_SAVED,  # the desk's store
        *(reason for reason in Reason if reason.value.startswith("S")),  # the hub's, after the upload
        R.AREA_ENDED,
        R.AREA_NOT_STARTED,
    }
    told = {row.says for row in (*GIVES, *DECLINES, *CHOICES)}
    told |= {note for row in (*GIVES, *DECLINES) for note in (*row.notes, *row.also)}
    assert set(Reason) - told - elsewhere == set()


@pytest.mark.parametrize("row", [*GIVES, *DECLINES, *CHOICES], ids=lambda row: row.name)
def test_the_trace_names_the_rule_that_decided(row: Row) -> None:
    verdict = decide(row.reading, row.party, row.facts, row.now)
    declines = [check for check in verdict.trace if check.outcome is Outcome.DECLINED]
    if isinstance(verdict, Give):
        assert declines == []
    else:
        assert declines[0].finding == verdict.main
        assert declines[0].remedy is not None


CLOSED, OPEN = NOW - DAY, NOW + DAY


@pytest.mark.parametrize(
    ("known", "says"),
    [
        (at(BENEFIT, venue=POPUP), None),
        (at(EXHIBITION, quotas=(quota(1),)), None),
        (facts(venue=replace(THEATRE, area="tornio"), offer=replace(PLAY, included=False)), R.VENUE_OUT),
        (
            at(
                replace(BENEFIT, included=False),
                venue=replace(POPUP, membership=Window(None, TODAY - DAY)),
            ),
            R.POPUP_ENDED,
        ),
        (facts(offer=replace(PLAY, included=False, cancelled=True)), R.NOT_INCLUDED),
        (facts(offer=replace(PLAY, cancelled=True, closes_at=CLOSED)), R.CANCELLED),
        (facts(offer=replace(PLAY, closes_at=CLOSED, opens_at=OPEN)), R.ENDED),
        (facts(offer=replace(PLAY, opens_at=OPEN, sold_out=True)), R.NOT_OPEN),
        (facts(offer=replace(PLAY, sold_out=True), quotas=(quota(0),)), R.SOLD_OUT),
        (facts(quotas=(quota(4, 4),)), R.QUOTA_FULL),
        (facts(quotas=(quota(4, 4, QuotaMode.TRUSTING),), online=False), None),
    ],
)
def test_an_offers_own_problem(known: Facts, says: Reason | None) -> None:
    problem = offer_problem(replace(known, card=None, stamp=None), NOW)
    assert (problem and problem.reason) is says


def test_the_page_of_all_verdicts() -> None:
    """Every row with its values, what each check looked at, how old that was, and what would help."""
    assert PAGE.read_text(encoding="utf-8").split("\n\n") == page().split("\n\n")


def test_rows_have_names_of_their_own() -> None:
    names = [row.name for row in ROWS]
    assert sorted(set(names)) == sorted(names)
    assert set(names) >= WHOLE


def test_a_group_goes_on_without_its_failing_member() -> None:
    everyone = group(member(1), member(2, valid_to=TODAY - DAY), member(3))
    first = decide(READ, ALONE, everyone, NOW)
    assert isinstance(first, Choose)
    rest = tuple(m for place, m in enumerate(everyone.members, start=1) if place not in first.without)
    assert decide(READ, ALONE, replace(everyone, members=rest), NOW).main.reason is R.OK_COMMUNITY


def test_what_no_manager_may_lift() -> None:
    everything = frozenset(Reason)
    for row in DECLINES:
        if row.says in (R.CLOSED, R.LOCAL_CARD, R.LOCAL_OFFER, R.NO_LIST, R.UNKNOWN, R.EXPIRED):
            verdict = decide(row.reading, row.party, replace(row.facts, overrides=everything), NOW)
            assert isinstance(verdict, Decline), row.name


def test_the_card_is_never_named_in_the_trace() -> None:
    verdict = decide(READ, ALONE, FACTS, NOW)
    assert READ.code.reveal() not in repr(verdict)
    assert CARD.id not in repr(verdict)
