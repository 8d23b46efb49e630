"""What the desk said, as one JSON object: the contract of the headless commands.

    {"code": "A02", "also": [], "notes": ["W01"], "more": [], "verdict": "give", "sentence": {"fi", "sv", "en", "selko"},
     "tickets": 3, "state": "confirmed", "trace": [{"rule", "outcome", "code", "used", "as_of", "remedy"}], "card": "…X7K2",
     "venue", "offer", "performance", "visit", "at"}

``code`` is the A or R code that leads, ``also`` are A codes beside it, ``more`` R codes behind it, ``notes`` W codes. ``state`` is
null where nothing was given. Nothing in it is a card's code or token. Fields may be added, never taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from validator.desk import Look
from validator.domain.network import HELSINKI, Names, Venue
from validator.domain.verdict import Check, Choose, Finding, Give, Param
from validator.words import sentences

GIVE, DECLINE = "give", "decline"


def told(look: Look, venue: Venue | None = None, state: str | None = None) -> dict[str, Any]:
    """A look in JSON's own values.

    Args:
        look: the desk's answer.
        venue: where, for its time zone.
        state: how far a giving has come: "recorded", "confirmed" or "refused".
    """
    verdict, choice = look.verdict, look.ask.choice
    zone = HELSINKI if venue is None else ZoneInfo(venue.zone)
    answer = {
        "code": verdict.main.reason.value,
        "also": _codes(verdict.also) if isinstance(verdict, Give) else [],
        "notes": _codes(verdict.notes),
        "more": [] if isinstance(verdict, Give) else _codes(verdict.more),
        "verdict": GIVE if isinstance(verdict, Give) else DECLINE,
        "sentence": sentences(verdict.main, zone),
        "tickets": verdict.tickets.total if isinstance(verdict, Give) else 0,
        "state": state,
        "trace": [_check(check) for check in verdict.trace],
        "card": None if look.card is None else look.card.masked,
        "venue": None if venue is None else venue.id,
        "offer": choice.offer,
        "performance": choice.performance,
        "visit": choice.visit.isoformat(),
        "at": look.at.astimezone(zone).isoformat(timespec="seconds"),
    }
    return answer | {"without": list(verdict.without)} if isinstance(verdict, Choose) else answer


def _codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.reason.value for finding in findings]


def _check(check: Check) -> dict[str, Any]:
    return {
        "rule": check.rule,
        "outcome": check.outcome.value,
        "code": None if check.finding is None else check.finding.reason.value,
        "used": _values(check.used),
        "as_of": None if check.as_of is None else check.as_of.isoformat(),
        "remedy": None if check.remedy is None else check.remedy.value,
    }


def _values(params: Mapping[str, Param]) -> dict[str, Any]:
    return {name: _value(value) for name, value in params.items()}


def _value(value: Param) -> Any:  # noqa: ANN401  JSON
    match value:
        case date() | datetime():
            return value.isoformat()
        case Names():
            return asdict(value)
        case _:
            return value
