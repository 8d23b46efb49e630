"""Retention: whose tickets the old ones were is forgotten once no limit needs it; counts, headers and signatures stay.

An entry is kept whole until the hub has answered it and 30 days more, so that a hub restored from a backup can be told again. Its
cards are kept until the longest period that a limit counts by is over, and two weeks in any case (ruling A31 in docs/rules.md).

Leases of days that are long past go too, counted from when the hub made the list: forgotten while its day is still to come, a
lease would be heard anew as if nothing of it had been spent.
"""

from __future__ import annotations

from datetime import timedelta

from validator.desk.means import Means
from validator.domain.network import Offer, Period

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

    A doubtful clock forgets nothing.
    """
    if not means.time.trusted():
        return 0
    keep = max(AT_LEAST, *(_period(offer) for offer in means.registers.network().offers), timedelta(0))
    with means.ledger.write() as books:
        listed = means.stamp(books)
        if listed is not None:
            books.forget_leases(min(means.local_today(), listed.made_at.date()) - AT_LEAST)
        return books.erase(means.local_today() - keep, means.time.now() - AFTER_THE_ANSWER)


def _period(offer: Offer) -> timedelta:
    return max((_LONGEST[limit.period] for limit in offer.limits), default=timedelta(0))
