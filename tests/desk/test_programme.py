"""What naming an offer alone means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.world import COURSE, EXHIBITION, NOW, THEATRE, TODAY
from validator.desk.asking import Choice
from validator.desk.programme import choice_for
from validator.domain.network import Network, Offer, Window

NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("offer", "days", "visit"),
    [
        (COURSE, Window(), TODAY),
        (COURSE, Window(TODAY - timedelta(days=7)), TODAY),
        (COURSE, Window(NEXT_WEEK), NEXT_WEEK),
        (EXHIBITION, Window(NEXT_WEEK), TODAY),
    ],
)
def test_a_course_is_enrolled_for_before_it_begins(offer: Offer, days: Window, visit: date) -> None:
    offer = replace(offer, days=days)
    network = Network(venues=(THEATRE,), offers=(offer,))
    assert choice_for(network, offer, NOW) == Choice(offer.id, None, visit)
