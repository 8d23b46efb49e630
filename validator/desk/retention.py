"""Retention: whose tickets the old ones were is forgotten once no limit needs it; counts, headers and signatures stay.

An entry is kept whole until the hub has answered it and 30 days more, so that a hub restored from a backup can be told again. Its
cards are kept until the longest period that a limit counts by is over, and two weeks in any case (ruling A31 in docs/rules.md).

Leases of days that are long past go too, settled cases a month after they were raised, the others after a year. All of it counts
from when the hub made the list, at the latest: a desk's clock that runs years ahead looks sound until the hub is heard, and what is
forgotten while its day is still to come would be given a second time.
"""

from __future__ import annotations

from datetime import timedelta

from validator.desk.means import Means
from validator.domain.network import HELSINKI, Offer, Period

AFTER_THE_ANSWER = timedelta(days=30)
AT_LEAST = timedelta(days=14)
_LONGEST = {
    Period.PERFORMANCE: timedelta(0),
    Period.DAY: timedelta(days=1),
    Period.WEEK: timedelta(days=7),
    Period.MONTH: timedelta(days=31),
    Period.TERM: timedelta(days=366),
    Period.YEAR: timedelta(days=366),
}


def forget_old(means: Means) -> int:
    """Erase the cards of what is old enough; how many of this desk's own entries were concerned.

    A doubtful clock forgets nothing, nor does a desk without a list.
    """
    if not means.time.trusted():
        return 0
    keep = max(AT_LEAST, *(_period(offer) for offer in means.registers.network().offers), timedelta(0))
    with means.ledger.write() as books:
        listed = means.stamp(books)
        if listed is None:
            return 0
        now = min(means.time.now(), listed.made_at)
        today = now.astimezone(HELSINKI).date()
        books.forget_leases(today - AT_LEAST)
        books.demand.forget(today - AT_LEAST)
        books.cases.forget(now - AFTER_THE_ANSWER, now - _LONGEST[Period.YEAR])
        return books.erase(today - keep, now - AFTER_THE_ANSWER)


def _period(offer: Offer) -> timedelta:
    return max((_LONGEST[limit.period] for limit in offer.limits), default=timedelta(0))
