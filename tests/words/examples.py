"""An example of every sentence, and the page of all of them: `sentences.txt`, to be read by people and held by a test.

``python -m tests.words.examples`` writes the page anew; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from validator.domain.network import HELSINKI, Names, Period
from validator.domain.refusal import Refusal
from validator.domain.verdict import Finding, Param, Reason
from validator.words import sentences

PAGE = Path(__file__).with_name("sentences.txt")

EVENING = datetime(2018, 10, 13, 17, 26, tzinfo=HELSINKI)
MIDNIGHT = datetime(2018, 10, 13, 21, tzinfo=UTC)
"""The end of the 13th in Helsinki."""
AUTUMN = date(2018, 9, 30)
YEAR_END = date(2018, 12, 31)
SAVONLINNA = Names("Savonlinna", "Nyslott")
FREE = Names("Vapaa pääsy.", "Fritt inträde.", "Free entry.")
R = Reason

EXAMPLES: tuple[tuple[Reason, dict[str, Param]], ...] = (
    (R.OK, {}),
    (R.OK_CHILDREN, {"n": 1}),
    (R.OK_CHILDREN, {"n": 2}),
    (R.OK_COURSE, {}),
    (R.OK_COMMUNITY, {"n": 1}),
    (R.OK_COMMUNITY, {"n": 4}),
    (R.OK_POPUP, {"benefit": FREE}),
    (R.OK_POPUP, {"benefit": None}),
    (R.OK_COLLECT, {"n": 1}),
    (R.OK_COLLECT, {"n": 3}),
    (R.OK_ASSISTANT, {}),
    (R.OK_RESERVED, {"time": EVENING}),
    (R.OK_RESERVED, {"time": MIDNIGHT}),
    (R.UNDONE, {}),
    (R.TRAINING, {}),
    (R.OFFLINE, {"time": EVENING}),
    (R.LIST_OLD, {"n": 1}),
    (R.LIST_OLD, {"n": 3}),
    (R.LIST_OLD, {"n": 1, "list": "quotas"}),
    (R.LIST_OLD, {"n": 3, "list": "quotas"}),
    (R.LIST_OLD, {"n": None, "list": "quotas"}),
    (R.LIST_OLD, {"n": 1, "list": "rules"}),
    (R.LIST_OLD, {"n": 3, "list": "rules"}),
    (R.ENDS_SOON, {"date": YEAR_END}),
    (R.ENDS_BEFORE_EVENT, {"date": YEAR_END}),
    (R.CHILD_COUNT, {"k": 1, "n": 2}),
    (R.CHILD_COUNT, {"k": 3, "n": 4}),
    (R.CHILD_COUNT, {"k": 1, "n": 1}),
    (R.CHILD_COUNT, {"k": 2, "n": 2}),
    (R.CHILD_COUNT, {"k": None, "n": 6}),
    (R.LAST_ONES, {"n": 1}),
    (R.LAST_ONES, {"n": 4}),
    (R.QUOTA_SHARED_OFFLINE, {}),
    (R.UNKNOWN_OLD_LIST, {}),
    (R.ID_HINT, {}),
    (R.SCANNED_JUST_NOW, {}),
    (R.UNREADABLE, {}),
    (R.BAD_FORMAT, {}),
    (R.OTHER_CARD, {}),
    (R.UNKNOWN, {}),
    (R.NOT_YET, {"date": date(2018, 11, 1)}),
    (R.EXPIRED, {"date": AUTUMN}),
    (R.CLOSED, {}),
    (R.REPLACED, {}),
    (R.AREA_ENDED, {"date": YEAR_END}),
    (R.AREA_NOT_STARTED, {"date": date(2018, 6, 25)}),
    (R.LOCAL_CARD, {"area": SAVONLINNA}),
    (R.LOCAL_OFFER, {"area": SAVONLINNA}),
    (R.VENUE_OUT, {}),
    (R.POPUP_ENDED, {"from": date(2018, 2, 1), "to": AUTUMN}),
    (R.POPUP_ENDED, {"from": None, "to": AUTUMN}),
    (R.POPUP_ENDED, {"from": date(2018, 11, 1), "to": None}),
    (R.POPUP_ENDED, {"from": None, "to": None}),
    (R.NOT_INCLUDED, {}),
    (R.NOT_OPEN, {"time": EVENING}),
    (R.NOT_OPEN, {"time": MIDNIGHT}),
    (R.ENDED, {}),
    (R.CANCELLED, {}),
    (R.NO_BOOKING, {}),
    (R.BOOKING_RELEASED, {"time": EVENING}),
    (R.QUOTA_FULL, {"n": 0, "suggestion": date(2018, 10, 14)}),
    (R.QUOTA_FULL, {"n": 0, "suggestion": None}),
    (R.QUOTA_FULL, {"n": 1, "suggestion": date(2018, 10, 14)}),
    (R.QUOTA_FULL, {"n": 2, "suggestion": date(2018, 10, 14)}),
    (R.QUOTA_FULL, {"n": 1, "suggestion": None}),
    (R.QUOTA_FULL, {"n": 2, "suggestion": None}),
    (R.SOLD_OUT, {}),
    (R.ALREADY, {"time": EVENING}),
    (R.ALREADY, {"time": None}),
    (R.CARD_LIMIT, {"n": 1, "period": Period.WEEK, "date": date(2018, 10, 15)}),
    (R.CARD_LIMIT, {"n": 2, "period": Period.MONTH, "date": date(2018, 11, 1)}),
    (R.CARD_LIMIT, {"n": 1, "period": Period.DAY, "date": None}),
    (R.CARD_LIMIT, {"n": 2, "period": Period.PERFORMANCE, "date": None}),
    (R.CHILD_LIMIT, {"n": 0}),
    (R.CHILD_LIMIT, {"n": 1}),
    (R.CHILD_LIMIT, {"n": 2}),
    (R.CHILD_COURSE, {}),
    (R.CHILD_ALONE, {}),
    (R.CHILD_AGE, {"age": 16}),
    (R.NO_RIGHTS_HERE, {}),
    (R.COURSE_LIMIT, {"n": 1, "period": Period.TERM, "date": date(2019, 1, 1)}),
    (R.COURSE_LIMIT, {"n": 2, "period": Period.YEAR, "date": date(2019, 1, 1)}),
    (R.COURSE_LIMIT, {"n": 1, "period": Period.PERFORMANCE, "date": None}),
    (R.COURSE_LIMIT, {"n": 2, "period": Period.PERFORMANCE, "date": None}),
    (R.COURSE_FULL, {}),
    (R.COURSE_CLOSED, {"time": EVENING}),
    (R.COMMUNITY_ALONE, {}),
    (R.COMMUNITY_COURSE, {}),
    (R.COMMUNITY_USED, {}),
    (R.MEMBER_INVALID, {"i": 2, "reason": R.EXPIRED, "reason_date": AUTUMN}),
    (R.MEMBER_INVALID, {"i": 3, "reason": R.ALREADY, "reason_time": None}),
    (R.MEMBER_INVALID, {"i": 4, "reason": None}),
    (R.COMMUNITY_CLOSED, {}),
    (R.CLOCK, {}),
    (R.NO_LIST, {}),
    (R.NO_RIGHT, {}),
    (R.NOT_SAVED, {}),
    (R.LIST_TOO_OLD, {"n": 1}),
    (R.LIST_TOO_OLD, {"n": 31}),
    (R.LIST_TOO_OLD, {"n": 1, "list": "quotas"}),
    (R.LIST_TOO_OLD, {"n": 31, "list": "quotas"}),
    (R.LIST_TOO_OLD, {"n": None, "list": "quotas"}),
    (R.LIST_TOO_OLD, {"n": 1, "list": "rules"}),
    (R.LIST_TOO_OLD, {"n": 31, "list": "rules"}),
    (R.UNDO_TOO_LATE, {}),
    (R.DUPLICATE, {}),
    (R.CARD_CLOSED, {}),
    (R.OVER_QUOTA, {"n": 1}),
    (R.OVER_QUOTA, {"n": 3}),
    (R.OVER_QUOTA, {}),
    (R.UNKNOWN_CARD, {}),
    (R.ALREADY_RECEIVED, {}),
    (R.REJECTED_DATA, {"reason": Refusal.GARBLED}),
    (R.REJECTED_DATA, {"reason": Refusal.SENSELESS}),
    (R.REJECTED_DATA, {"reason": Refusal.KIND}),
    (R.REJECTED_DATA, {"reason": Refusal.VENUE}),
    (R.REJECTED_DATA, {"reason": Refusal.FORKED}),
    (R.REJECTED_DATA, {"reason": Refusal.REVOKED}),
    (R.REJECTED_DATA, {"reason": Refusal.FAULT}),
    (R.REJECTED_DATA, {"reason": None}),
)


def page() -> str:
    """All examples in all languages."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for reason, params in EXAMPLES:
        shown = ", ".join(f"{name}={_plain(value)}" for name, value in params.items())
        yield f"{reason.value} {reason.name}" + (f" ({shown})" if shown else "")
        for language, text in sentences(Finding(reason, params)).items():
            yield f"  {language:<5} {text}"
        yield ""


def _plain(value: Param) -> str:
    if isinstance(value, Names):
        return value.fi
    return value.isoformat() if isinstance(value, date) else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
