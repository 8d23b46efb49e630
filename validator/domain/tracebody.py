"""A trace as it stands in an event's body: short, and without anything of the card.

The header of an event is kept for good, while its card part is erased. So only values of a list of rules travel, none of which is
the card's own (its area, its dates, its children): of the rules about the card it is told how they went, and how old the data was.
What another program wrote is read as far as it is known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from validator.domain.journal import Json
from validator.domain.network import Period
from validator.domain.verdict import Check, Finding, Outcome, Param, Reason, Trace

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


def read_trace(rows: object) -> Trace:
    """The checks of a body; what is no check, or of a newer program, is passed over."""
    found = [_read(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []
    return tuple(check for check in found if check is not None)


def _read(row: Mapping[str, Any]) -> Check | None:
    rule, code, used, as_of = row.get("rule"), row.get("code"), row.get("used"), row.get("as_of")
    try:
        values = {str(name): _read_value(value) for name, value in dict(used or {}).items()}
        finding = None if code is None else Finding(Reason(code), values)
        at = None if as_of is None else datetime.fromisoformat(as_of)
        return Check(str(rule), Outcome(str(row.get("outcome"))), finding, values, at)
    except (TypeError, ValueError):
        return None


def _read_value(value: object) -> Param:
    match value:
        case {"instant": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"period": str(text)}:
            return Period(text)
        case bool() | int() | str() | None:
            return value
    msg = "a value of a trace is of no known kind"
    raise ValueError(msg)


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
