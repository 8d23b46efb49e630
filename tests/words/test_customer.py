"""What the customer reads: a sentence for every verdict, in four languages, and never what is not for them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.words.examples import EXAMPLES
from tests.words.test_catalogue import ISSUERS, MONEY
from validator.domain.redemption import Tickets
from validator.domain.verdict import Decline, Finding, Give, Reason
from validator.words import LANGUAGES, NOT_FOR_THE_CUSTOMER, Wording
from validator.words.customer import customer_sentences

GIVE = Give(Finding(Reason.OK), Tickets(1), ())
CLERKS_OWN = {
    Reason.CHILD_COUNT,
    Reason.UNDONE,
    Reason.OK_RESERVED,
    Reason.UNKNOWN,
    Reason.ALREADY,
    Reason.COURSE_LIMIT,
    Reason.QUOTA_FULL,
    Reason.MEMBER_INVALID,
    Reason.CLOCK,
    Reason.NOT_SAVED,
}
"""Codes whose plain Finnish has a step, a day or a number that is the clerk's, while the customer reads less."""
EVERY = [(Finding(reason, params)) for reason, params in EXAMPLES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_a_plain_sentence(language: str) -> None:
    for finding in EVERY:
        (said, *more) = customer_sentences(Decline(finding, ()), language)
        assert said
        assert more == []
        assert "{" not in said
        assert "–" not in said
        assert len(said) <= 120
        assert not re.search(f"{MONEY}|{ISSUERS}", said, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_for_the_customer_is_never_said(language: str) -> None:
    notes = tuple(finding for finding in EVERY if finding.reason in NOT_FOR_THE_CUSTOMER)
    said = customer_sentences(replace(GIVE, notes=notes), language)
    assert said == customer_sentences(GIVE, language)
    for note in notes:
        assert Wording(language).sentence(note) not in said
        (wait,) = customer_sentences(Decline(note, ()), language)
        assert wait == Wording(language).phrase("customer", "wait")


def test_plain_finnish_is_what_the_clerk_reads_in_plain_finnish_but_where_the_clerk_needs_more() -> None:
    differ = set()
    for finding in EVERY:
        if finding.reason in NOT_FOR_THE_CUSTOMER:
            continue
        (said,) = customer_sentences(Decline(finding, ()), "selko")
        if said != Wording("selko").sentence(finding):
            differ.add(finding.reason)
    assert differ == CLERKS_OWN


def test_a_provisional_acceptance_never_says_that_the_card_is_valid() -> None:
    note = Finding(Reason.UNKNOWN_OLD_LIST)
    give = replace(GIVE, notes=(note,), provisional=True)
    assert customer_sentences(give, "fi") == ("Saat lipun. Tarkistamme kortin myöhemmin.",)


def test_in_training_the_answer_that_would_hold_is_shown() -> None:
    give = replace(GIVE, main=Finding(Reason.TRAINING), also=(Finding(Reason.OK),))
    assert customer_sentences(give, "fi") == ("Korttisi on voimassa. Saat lipun.",)


def test_notes_follow_the_sentence_once() -> None:
    give = replace(GIVE, also=(Finding(Reason.OK_ASSISTANT),), notes=(Finding(Reason.ID_HINT),))
    assert customer_sentences(give, "en") == (
        "Your card is valid. You get a ticket.",
        "Your assistant or interpreter gets a ticket, too.",
        "Could you show some ID? Nothing of it is stored.",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_booked_before_it_is_recorded(language: str) -> None:
    give = replace(
        GIVE, main=Finding(Reason.OK_RESERVED, {"time": datetime(2018, 10, 13, 15, 45, tzinfo=UTC)})
    )
    (can,), (done,) = (customer_sentences(give, language, done=recorded) for recorded in (False, True))
    assert can != done
    assert "18" in can
    assert "18" in done
