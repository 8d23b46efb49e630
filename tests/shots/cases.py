"""Cases to look at, as a hub tells them of what was given here and at another desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.ui.world import Theatre
from validator.desk import GivenLine
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


def told(theatre: Theatre, given: Sequence[GivenLine]) -> None:
    """The hub tells of a card at two desks, an entry that was not accepted, tickets over a number, and an unknown card."""
    double, over = _of(given[0], "duplicate", 2), _of(given[1], "over_quota", 1)
    refused = _of(given[0], "refused", 1)
    (side,) = refused.sides
    refused = replace(
        refused, sides=(replace(side, status="refused", reason="venue: it belongs to another venue"),)
    )
    unknown = _of(given[1], "unknown_card", 1)
    with theatre.open() as station, station.ledger.write() as books:
        named = (double, given[0]), (refused, given[0]), (over, given[1]), (unknown, given[1])
        books.cases.hear([(case, [line.event]) for case, line in named], 1)


def _of(given: GivenLine, kind: str, desks: int) -> Case:
    decided = {
        "code": "A01",
        "tickets": {"adults": given.tickets.adults, "children": given.tickets.children},
        "trace": _TRACE,
    }
    places = (("desk-2", "Kassa 2", given.event), ("desk-1", "Aulan kassa", f"e-{kind}"))
    sides = tuple(
        CaseSide(
            desk,
            name,
            event,
            "redemption",
            given.at + timedelta(minutes=4 * place),
            given.at + timedelta(hours=1),
            "accepted",
            over=2,
            decided=decided,
        )
        for place, (desk, name, event) in enumerate(places[:desks])
    )
    choice = given.choice
    return Case(kind, kind, "theatre", choice.offer, choice.performance, choice.visit, given.at, desks, sides)
