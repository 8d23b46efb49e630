"""The page of all verdicts: `verdicts.txt`, what the desk says in every row of the table and why, held by a test.

``python -m tests.domain.verdicts`` writes the page anew; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tests.domain.rows import Row
from tests.domain.rows_bookings import CHOSEN_FOR_BOOKINGS, DECLINED_FOR_BOOKINGS, GIVEN_FROM_BOOKINGS
from tests.domain.rows_declines import DECLINES
from tests.domain.rows_gives import GIVES
from tests.domain.rows_groups import CHOICES
from validator.domain.decide import decide
from validator.domain.network import HELSINKI, Names
from validator.domain.verdict import Check, Choose, Finding, Give, Outcome, Param, Verdict

PAGE = Path(__file__).with_name("verdicts.txt")

ROWS = (*GIVES, *GIVEN_FROM_BOOKINGS, *DECLINES, *DECLINED_FOR_BOOKINGS, *CHOICES, *CHOSEN_FOR_BOOKINGS)

WHOLE = {
    "a valid card",
    "one child of two",
    "a course place",
    "a community card and two members",
    "a pop-up for this area",
    "collecting",
    "six left",
    "rights of its own",
    "nothing read",
    "no list",
}
"""Rows whose every check is shown; of the others, those that found something."""


def page() -> str:
    """All rows."""
    return "\n".join(line for row in ROWS for line in _lines(row)) + "\n"


def _lines(row: Row) -> Iterator[str]:
    verdict = decide(row.reading, row.party, row.facts, row.now)
    yield row.name
    yield f"  {' | '.join(_said(verdict))}"
    for check in verdict.trace:
        if row.name in WHOLE or check.outcome not in (Outcome.PASSED, Outcome.SKIPPED):
            yield f"    {_shown(check)}"
    yield ""


def _said(verdict: Verdict) -> Iterator[str]:
    yield _finding(verdict.main)
    if isinstance(verdict, Give):
        yield from (f"also {_finding(each)}" for each in verdict.also)
        who = verdict.tickets
        counts = {
            "adults": who.adults,
            "children": who.children,
            "assistants": who.assistants,
            "representatives": who.representatives,
        }
        yield "tickets " + _values({name: count for name, count in counts.items() if count})
        yield f"quota {verdict.quota_use}"
        yield from ["provisional"] if verdict.provisional else []
        yield from (f"lifted {reason.value}" for reason in verdict.overridden)
        yield from [f"collects {verdict.collects}"] if verdict.collects else []
    else:
        yield from (f"more {_finding(each)}" for each in verdict.more)
    if isinstance(verdict, Choose):
        yield f"without {', '.join(map(str, verdict.without))}"
    yield from (f"note {_finding(each)}" for each in verdict.notes)


def _shown(check: Check) -> str:
    parts = [f"{check.rule}: {check.outcome.value}"]
    parts += [] if check.finding is None else [_finding(check.finding)]
    parts += [_values(check.used)] if check.used else []
    parts += [] if check.as_of is None else [f"as of {_value(check.as_of)}"]
    parts += [] if check.remedy is None else [f"→ {check.remedy.value}"]
    return " | ".join(parts)


def _finding(finding: Finding) -> str:
    return " ".join(part for part in (finding.reason.value, _values(finding.params)) if part)


def _values(values: Mapping[str, Param]) -> str:
    return " ".join(f"{name}={_value(value)}" for name, value in values.items())


def _value(value: Param) -> str:
    match value:
        case Names():
            return "/".join(_languages(value))
        case StrEnum():
            return value.value
        case datetime():
            return value.astimezone(HELSINKI).isoformat(timespec="minutes")
        case _:
            return str(value)


def _languages(names: Names) -> Iterable[str]:
    return dict.fromkeys(names.spoken(language) for language in ("fi", "sv", "en"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
