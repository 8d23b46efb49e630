"""A trace as it stands in an event's body, and back: short, and without anything of the card.

The header of an event is kept for good, while its card part is erased. So only values of a list of rules travel, none of which is
the card's own (its area, its dates, its children): of the rules about the card it is told how they went, and how old the data was.
What a newer program says and this one does not know is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from validator.domain.journal import Json
from validator.domain.network import Period
from validator.domain.verdict import NOTHING, Check, Finding, Outcome, Param, Reason, Remedy, Trace

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
    """The checks of a body's trace that this program can read."""
    found = (_read_check(row) for row in rows[:MOST_CHECKS]) if isinstance(rows, list | tuple) else ()
    return tuple(check for check in found if check is not None)


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


def _read_check(row: Any) -> Check | None:  # noqa: ANN401  JSON
    try:
        used = {str(name): _read_value(value) for name, value in row.get("used", {}).items()}
        as_of, code = row.get("as_of"), row.get("code")
        made_at = None if as_of is None else datetime.fromisoformat(as_of)
        if made_at is not None and made_at.tzinfo is None:
            return None
        finding = None if code is None else Finding(Reason(code), used or NOTHING)
        remedy = row.get("remedy")
        return Check(
            str(row["rule"]),
            Outcome(row["outcome"]),
            finding,
            used or NOTHING,
            made_at,
            None if remedy is None else Remedy(remedy),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read_value(value: Any) -> Param:  # noqa: ANN401  JSON
    match value:
        case {"instant": str(text)}:
            instant = datetime.fromisoformat(text)
            return instant if instant.tzinfo else None
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"period": str(text)}:
            return Period(text)
        case bool() | int() | str():
            return value
    return None
