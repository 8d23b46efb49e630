"""Cases to photograph, as a hub would tell them of what was given here and at another desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from validator.desk import CaseLine, GivenLine
from validator.domain.cases import Case, CaseSide

_TRACE = (
    {"rule": "card_known", "outcome": "passed", "as_of": "2018-10-13T14:30:00+03:00"},
    {"rule": "card_status", "outcome": "passed", "as_of": "2018-10-13T14:30:00+03:00"},
    {"rule": "already", "outcome": "passed", "used": {"n": 0}},
    {"rule": "rights", "outcome": "passed", "used": {"n": 4, "need": 1}},
    {
        "rule": "offline",
        "outcome": "noted",
        "code": "W01",
        "used": {"time": {"instant": "2018-10-13T17:02:00+03:00"}},
    },
)


def cases_of(given: Sequence[GivenLine]) -> tuple[CaseLine, ...]:
    """A card at two desks, tickets over a number, an entry that was not accepted, and an unknown card."""
    double, over = _of(given[0], "duplicate", 2), _of(given[1], "over_quota", 1)
    refused = _of(given[0], "refused", 1)
    (side,) = refused.case.sides
    side = replace(side, status="refused", reason="venue: it belongs to another venue")
    refused = replace(refused, case=replace(refused.case, id="r", sides=(side,)))
    return double, refused, over, _of(given[1], "unknown_card", 1)


def _of(given: GivenLine, kind: str, desks: int) -> CaseLine:
    decided = {
        "code": "A01",
        "tickets": {"adults": given.tickets.adults, "children": given.tickets.children},
        "trace": _TRACE,
    }
    names = ("Lippukassa", "Aulan kassa")
    sides = tuple(
        CaseSide(
            f"d-{place}",
            names[place],
            f"e-{place}",
            "redemption",
            given.at + timedelta(minutes=4 * place),
            given.at + timedelta(hours=1),
            "accepted",
            over=2,
            decided=decided,
        )
        for place in range(desks)
    )
    choice = given.choice
    case = Case(kind, kind, "theatre", choice.offer, choice.performance, choice.visit, given.at, desks, sides)
    return CaseLine(case, "d-0", {"e-0": given.masked}, (), settled=False)
