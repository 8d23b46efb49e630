"""Paired timing: two ways of doing a thing, in turn, so that a machine whose speed drifts slows both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the bench: our median beside the limit's, in milliseconds, and their ratio."""

    name: str
    limit: str
    ours_ms: float
    limit_ms: float
    p99_ms: float
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the limit we take."""
        return self.ours_ms / self.limit_ms


def paired(
    name: str,
    ours: Callable[[], object],
    limit_name: str,
    limit: Callable[[], object],
    runs: int,
    warm_up: int = 3,
) -> Figure:
    """Time both in turn, ``runs`` times each after a warm-up."""
    for _ in range(warm_up):
        ours()
        limit()
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(_took(ours))
        theirs.append(_took(limit))
    return figure(name, mine, limit_name, theirs)


def figure(name: str, mine: list[float], limit_name: str, theirs: list[float]) -> Figure:
    """The figure of what was timed, in milliseconds."""
    mine = sorted(mine)
    return Figure(
        name,
        limit_name,
        statistics.median(mine),
        statistics.median(theirs),
        mine[min(len(mine) - 1, int(len(mine) * 0.99))],
        len(mine),
    )


def _took(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000
