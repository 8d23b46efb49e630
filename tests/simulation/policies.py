"""Ways of sharing a quota out, over the same seeds: rights that nobody used, customers declined while a ticket was free."""

from __future__ import annotations

from collections.abc import Sequence

from tests.simulation.chance import OUTAGES
from tests.simulation.crowd import Totals, all_of, say, scratch
from tests.simulation.run import Plan
from validator.domain.sharing import ByChunks, ByDemand, Equally, Sharing

POLICIES: dict[str, Sharing] = {"demand": ByDemand(), "equally": Equally(), "chunks": ByChunks()}


def compare(seeds: Sequence[int], days: int, jobs: int = 0) -> dict[str, dict[str, object]]:
    """A table, printed as it comes and handed back."""
    table: dict[str, dict[str, object]] = {}
    say(
        f"{'sharing':10} {'tickets':>8} {'granted':>8} {'stranded':>9} {'wrongly declined':>17} {'R30':>6} {'R38':>6}"
    )
    for name, sharing in POLICIES.items():
        totals = Totals()
        with scratch() as place:
            for outcome in all_of(
                (Plan(seed, days, OUTAGES, sharing=sharing) for seed in seeds), place, jobs
            ):
                totals.add(outcome)
        row = {
            "tickets": totals.tickets,
            "granted": totals.granted,
            "stranded": totals.stranded,
            "wrongly_declined": totals.wrongly_declined,
            "R30": totals.said["R30"],
            "R38": totals.said["R38"],
            "found": totals.found,
        }
        say(
            f"{name:10} {row['tickets']:8} {row['granted']:8} {row['stranded']:9} {row['wrongly_declined']:17}"
            f" {row['R30']:6} {row['R38']:6}" + ("" if not totals.found else f"  {totals.found[:2]}")
        )
        table[name] = row
    return table
