"""From values to sentences: which text says it, in which form, with which values written how.

1. Nothing here raises for a value that is missing or odd: the text's variant without it is taken, or "–" stands in its place.
2. The catalogue decides which variant; the text itself comes from a `Lookup`, so that the window (Qt's translation) and the
   headless commands (the catalogue) say the same.
3. A code within a code (R53's reason) is said in full, with the values whose names begin with ``reason_``.

What leads to a finding is decided in `validator.domain`; icons and tones are in `ui.words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from validator.domain.network import HELSINKI, Names, Period
from validator.domain.refusal import Refusal
from validator.domain.verdict import NOTHING, Check, Finding, Param, Reason, Remedy
from validator.errors import KnownError
from validator.words.catalogue import LANGUAGES, Catalogue, Lookup
from validator.words.formats import Formats

NOT_FOR_THE_CUSTOMER = frozenset(
    {
        Reason.TRAINING,
        Reason.OFFLINE,
        Reason.LIST_OLD,
        Reason.LAST_ONES,
        Reason.QUOTA_SHARED_OFFLINE,
        Reason.SCANNED_JUST_NOW,
        Reason.NO_RIGHT,
        Reason.DUPLICATE,
        Reason.CARD_CLOSED,
        Reason.OVER_QUOTA,
        Reason.UNKNOWN_CARD,
        Reason.ALREADY_RECEIVED,
        Reason.REJECTED_DATA,
    }
)
"""Codes that are the clerk's or the manager's matter: a view turned to the customer never shows them, in any language."""

NO_VALUE = "–"

Value = Param | time
"""What a text may be filled with: a verdict's values, and a time of day."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}(\.?)")

_INSTANTS: Mapping[str, Callable[[Formats, datetime], str]] = {
    Reason.OK_RESERVED.value: Formats.until,
    Reason.BOOKING_RELEASED.value: Formats.until,
    "booking.can": Formats.until,
    "booking.held": Formats.until,
    "booking.late": Formats.until,
    Reason.NOT_OPEN.value: Formats.since,
}
"""Texts whose instant is a limit: at midnight it is the day that counts."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One check of a trace in words; parts that it does not have are empty.

    Attributes:
        rule: what was checked.
        outcome: how it went.
        sentence: the finding's own sentence.
        values: what was looked at.
        age: when the data behind it was made, or of when the other desks' news is.
        remedy: what would make it valid.
    """

    rule: str
    outcome: str
    sentence: str
    values: str
    age: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are said in one language.

    Attributes:
        lookup: where the texts come from, the language's catalogue by default.
        zone: in which instants are shown.
    """

    language: str
    lookup: Lookup | None = None
    zone: ZoneInfo = HELSINKI

    @property
    def formats(self) -> Formats:
        """Days, times and numbers of this language."""
        return Formats(self.language, self.zone)

    def phrase(self, context: str, key: str, params: Mapping[str, Value] = NOTHING) -> str:
        """A text with its values; the variant and the form follow from what the values are."""
        base, key = key, _variant(context, key, params)
        names = _names(context, key)
        count = params.get("k" if "k" in names else "n")
        number = (_whole(count) or 0) if Catalogue.load("fi").counted(context, key) else None
        text = (self.lookup or Catalogue.load(self.language).text)(context, key, number)

        def fill(match: re.Match[str]) -> str:
            value = self._value(match[1], params, _INSTANTS.get(base, Formats.moment))
            return value if value.endswith(".") else value + match[2]

        return _PLACEHOLDER.sub(fill, text)

    def sentence(self, finding: Finding) -> str:
        """A code's sentence."""
        return self.phrase("verdict", finding.reason.value, finding.params)

    def remedy(self, remedy: Remedy) -> str:
        """What would make it valid."""
        return self.phrase("remedy", remedy.value)

    def problem(self, error: KnownError) -> str:
        """What is in the way, and what to do; never the error's own text, which is for logs."""
        details = error.details
        kinds = (f"{error.key}.{details.get(name)}" for name in ("reason", "fault", "error"))
        key = next((kind for kind in kinds if Catalogue.load("fi").holds("error", kind)), error.key)
        shown = {
            name: value for name, value in details.items() if isinstance(value, str | int | date | datetime)
        }
        return self.phrase("error", key, shown)

    def explain(self, check: Check) -> Explanation:
        """One check of a trace."""
        used = (
            f"{self._label(check.rule, name)}: {self._shown(name, check.used)}"
            for name, value in check.used.items()
            if value is not None
        )
        as_of = check.as_of
        return Explanation(
            rule=self.phrase("rule", check.rule),
            outcome=self.phrase("outcome", check.outcome.value),
            sentence="" if check.finding is None else self.sentence(check.finding),
            values=", ".join(used),
            age="" if as_of is None else f"{self._label(check.rule, 'as_of')}: {self.formats.moment(as_of)}",
            remedy="" if check.remedy is None else self.remedy(check.remedy),
        )

    def _label(self, rule: str, name: str) -> str:
        own = f"{rule}.{name}"
        return self.phrase("used", own if Catalogue.load("fi").holds("used", own) else name)

    def _shown(self, name: str, params: Mapping[str, Param]) -> str:
        value = params[name]
        if isinstance(value, str) and Catalogue.load("fi").holds("value", value):
            return self.phrase("value", value)
        return self._value(name, params, Formats.moment)

    def _value(
        self, name: str, params: Mapping[str, Value], instant: Callable[[Formats, datetime], str]
    ) -> str:
        value = params.get(name)
        match value:
            case None | "":
                return NO_VALUE
            case bool():
                return self.phrase("value", "yes" if value else "no")
            case datetime():
                return instant(self.formats, value)
            case int() | date() | time():
                return self.formats.plain(value)
            case Names():
                return value.spoken(self.language) or NO_VALUE
            case Period() | Refusal():
                return self.phrase("period" if isinstance(value, Period) else "refusal", value.value)
            case Reason():
                prefix = f"{name}_"
                inner = {
                    key.removeprefix(prefix): each for key, each in params.items() if key.startswith(prefix)
                }
                return self.phrase("verdict", value.value, inner)
            case _:
                return str(value)


def sentence(finding: Finding, language: str, lookup: Lookup | None = None, zone: ZoneInfo = HELSINKI) -> str:
    """A code's sentence in one language."""
    return Wording(language, lookup, zone).sentence(finding)


def sentences(finding: Finding, zone: ZoneInfo = HELSINKI) -> dict[str, str]:
    """A code's sentence in every language."""
    return {language: sentence(finding, language, zone=zone) for language in LANGUAGES}


def _variant(context: str, key: str, params: Mapping[str, Value]) -> str:
    """The key of the text that fits the values: of which list, then a special one, then the one without what is missing."""
    texts = Catalogue.load("fi")
    n, k = _whole(params.get("n")), _whole(params.get("k"))
    specials = {
        "at_limit": n is not None and n == k,
        "zero": n == 0,
        "some_left": n is not None and n > 0,
    }
    if texts.holds(context, f"{key}.of_{params.get('list')}"):
        key = f"{key}.of_{params['list']}"
    for suffix, fits in specials.items():
        if fits and texts.holds(context, f"{key}.{suffix}"):
            key = f"{key}.{suffix}"
            break
    missing = sorted(name for name in _names(context, key) if params.get(name) in (None, ""))
    without = f"{key}.without_{'_'.join(missing)}"
    return without if missing and texts.holds(context, without) else key


@lru_cache(maxsize=1024)
def _names(context: str, key: str) -> frozenset[str]:
    """The names of a text's values, in any language: one may leave out what another says."""
    return frozenset().union(*(Catalogue.load(language).names(context, key) for language in LANGUAGES))


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
