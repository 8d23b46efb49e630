"""Giving at once: for which answers a reading alone may be a ticket. Each row changes one thing of the plainest answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.domain.world import (
    BENEFIT,
    CARD,
    COMMUNITY,
    COURSE,
    EXHIBITION,
    LESSON,
    POPUP,
    THEATRE,
    TODAY,
    facts,
    used,
)
from validator.domain.atonce import may_be_at_once, needs_nobody
from validator.domain.code import Source
from validator.domain.party import Party, Purpose
from validator.domain.redemption import Tickets
from validator.domain.verdict import Decline, Finding, Give, Reason, Verdict

ALONE = replace(CARD, children=0)
PLAIN = Give(Finding(Reason.OK), Tickets(1), ())


def note(reason: Reason) -> Give:
    return replace(PLAIN, notes=(Finding(reason),))


def asked(
    verdict: Verdict = PLAIN,
    source: Source = Source.HAND,
    party: Party | None = None,
    **changes: Any,
) -> bool:
    """The answer to a card without children, with some of it changed."""
    return needs_nobody(source, party or Party(), facts(**({"card": ALONE} | changes)), verdict)


@pytest.mark.parametrize("source", Source)
def test_the_card_itself_must_be_there(source: Source) -> None:
    assert asked(source=source) is (source in (Source.HAND, Source.SERIAL, Source.CAMERA))


@pytest.mark.parametrize("reason", [each for each in Reason if each.value.startswith("W")])
def test_every_note_is_read_first_but_that_there_is_no_connection(reason: Reason) -> None:
    assert asked(note(reason)) is (reason is Reason.OFFLINE)


@pytest.mark.parametrize(
    "verdict",
    [
        Decline(Finding(Reason.EXPIRED), ()),
        replace(PLAIN, main=Finding(Reason.OK_POPUP)),
        replace(PLAIN, main=Finding(Reason.OK_COURSE)),
        replace(PLAIN, main=Finding(Reason.OK_COLLECT)),
        replace(PLAIN, tickets=Tickets(1, 1)),
        replace(PLAIN, tickets=Tickets(2)),
        replace(PLAIN, also=(Finding(Reason.OK_ASSISTANT),)),
        replace(PLAIN, overridden=(Reason.QUOTA_FULL,)),
        replace(PLAIN, provisional=True),
        replace(PLAIN, collects="booking-1"),
    ],
)
def test_what_says_more_than_one_ticket_waits(verdict: Verdict) -> None:
    assert not asked(verdict)


@pytest.mark.parametrize("party", [Party(children=1), Party(assistants=1), Party(purpose=Purpose.COLLECT)])
def test_whom_somebody_spoke_of_waits(party: Party) -> None:
    assert not asked(party=party)


@pytest.mark.parametrize(
    ("changes", "at_once"),
    [
        ({}, True),
        ({"card": replace(CARD, children=None)}, True),
        ({"card": CARD}, False),
        ({"card": None}, False),
        ({"card": replace(COMMUNITY, children=0)}, False),
        ({"venue": replace(THEATRE, id_hint=True)}, False),
        ({"offer": COURSE, "performance": LESSON}, False),
        ({"venue": POPUP, "offer": BENEFIT, "performance": None}, False),
        ({"offer": EXHIBITION, "performance": None}, True),
        ({"offer": EXHIBITION, "performance": None, "history": (used("exhibition", None),)}, False),
        ({"history": (used(voided=True),)}, False),
        ({"history": (used(performance="yesterday"), used("exhibition", None, TODAY))}, True),
    ],
)
def test_the_card_and_what_is_given(changes: Mapping[str, Any], at_once: bool) -> None:
    assert asked(**changes) is at_once


def test_which_offers_are_ever_given_at_once() -> None:
    assert may_be_at_once(THEATRE, EXHIBITION)
    assert not may_be_at_once(replace(THEATRE, id_hint=True), EXHIBITION)
    assert not may_be_at_once(THEATRE, COURSE)
    assert not may_be_at_once(POPUP, BENEFIT)
