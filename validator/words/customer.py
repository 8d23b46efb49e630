"""What the customer reads when the screen is turned to them: a verdict in their words, in their language.

1. Sentences speak to the customer; the clerk's speak of them. Each language has its own, in the context ``customer``.
2. What is the clerk's or a manager's matter is not shown (`NOT_FOR_THE_CUSTOMER`); nor is a card, who gave it, or why it is closed.
3. A provisional acceptance says just that: never that the card is valid.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from validator.domain.network import HELSINKI
from validator.domain.verdict import Finding, Give, Reason, Verdict
from validator.words.wording import NOT_FOR_THE_CUSTOMER, Wording


def customer_sentences(
    verdict: Verdict, language: str, zone: ZoneInfo = HELSINKI, *, done: bool = True
) -> tuple[str, ...]:
    """The sentences of a verdict, the most important first; of a decline there is one.

    Args:
        verdict: what the desk says.
        language: the customer's.
        zone: in which instants are shown.
        done: whether it is recorded; until then nothing is booked.
    """
    wording = Wording(language, zone=zone)
    found = [
        wording.phrase("customer", _key(finding, done=done), finding.params)
        for finding in _shown(verdict)
        if finding.reason not in NOT_FOR_THE_CUSTOMER
    ]
    return tuple(dict.fromkeys(found)) or (wording.phrase("customer", "wait"),)


def customer_words(key: str, language: str) -> str:
    """What stands there while there is no verdict: ``ready``, ``looking``, ``wait``, or ``given`` above one."""
    return Wording(language).phrase("customer", key)


def _key(finding: Finding, *, done: bool) -> str:
    return "can_book" if finding.reason is Reason.OK_RESERVED and not done else finding.reason.value


def _shown(verdict: Verdict) -> Iterator[Finding]:
    if not isinstance(verdict, Give):
        yield verdict.main
        return
    if not verdict.provisional:
        yield verdict.main
        yield from verdict.also
    yield from (note for note in verdict.notes if note.reason is Reason.UNKNOWN_OLD_LIST)
    yield from verdict.notes
