"""A trace as it stands in an event's body: short, and without anything of the card.

The header of an event is kept for good, while its card part is erased. So only values of a list of rules travel, none of which is
the card's own (its area, its dates, its children): of the rules about the card it is told how they went, and how old the data was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from validator.domain.journal import Json
from validator.domain.network import Period
from validator.domain.verdict import Check, Outcome, Param, Trace

MOST_CHECKS = 60
"""A group has a few checks for each member; what is more does not travel."""

_TOLD: Mapping[str, frozenset[str]] = {
    "card_status": frozenset({"status"}),
    "card_known": frozenset({"days"}),
    "already": frozenset({"n"}),
    "card_limit": frozenset({"n", "limit", "period"}),
    "quota": frozenset({"n", "need"}),
    "rights": frozenset({"n", "need"}),
    "list_age": frozenset({"grade", "n"}),
    "quotas_age": frozenset({"grade", "n"}),
    "rules_age": frozenset({"grade", "n"}),
    "list_present": frozenset({"version"}),
    "clock": frozenset({"now"}),
    "over": frozenset({"visit", "closes", "ends"}),
    "bookable": frozenset({"opens"}),
    "offline": frozenset({"time"}),
    "just_now": frozenset({"n"}),
}
"""By rule, the values that travel."""


def trace_json(trace: Trace) -> Sequence[Json]:
    """A trace for a body. Checks that had no meaning are left out, and those of the card's own say no value."""
    checks = [check for check in trace if check.outcome is not Outcome.SKIPPED]
    return [_check_json(check) for check in checks[:MOST_CHECKS]]


def _check_json(check: Check) -> Mapping[str, Json]:
    row: dict[str, Json] = {"rule": check.rule, "outcome": check.outcome.value}
    if check.finding is not None:
        row["code"] = check.finding.reason.value
    told = _TOLD.get(check.rule, frozenset())
    if used := {name: _value_json(value) for name, value in check.used.items() if name in told}:
        row["used"] = used
    if check.as_of is not None:
        row["as_of"] = check.as_of.isoformat(timespec="seconds")
    return row


def _value_json(value: Param) -> Json:
    match value:
        case datetime():
            return {"instant": value.isoformat(timespec="seconds")}
        case date():
            return {"day": value.isoformat()}
        case Period():
            return {"period": value.value}
        case bool() | int() | str() | None:
            return value
        case _:
            return None
