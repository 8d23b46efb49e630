"""The soak in short, and that its eyes are open: a loss, a double and a ticket too many, planted in a copy, are found."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.soak.checks import DeskRows, Rows, look
from tests.soak.run import Outcome, Plan, soak

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds its processes in /proc"),
]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return soak(Plan(seconds=12.0, seed=3, desks=3, workers=2), print)


def test_nothing_is_lost_or_doubled_and_numbers_are_kept(outcome: Outcome) -> None:
    figures = outcome.figures
    assert outcome.found.sentences == []
    assert (figures["lost"], figures["doubled"], figures["over_quota"]) == (0, 0, 0)
    assert sum(line.kind == "redemption" for desk in outcome.desks for line in desk.entries) > 3


def _lose_an_event(desks: list[DeskRows], hub: dict[str, Rows]) -> None:
    entry = next(line for line in desks[0].entries if line.kind == "redemption")
    at = (desks[0].desk, entry.sequence)
    hub["events"] = [row for row in hub["events"] if (row["desk"], row["sequence"]) != at]


def _lose_an_effect(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    hub["redemptions"] = [
        row for row in hub["redemptions"] if row["giving"] != hub["redemptions"][0]["giving"]
    ]


def _lose_an_entry(desks: list[DeskRows], _: dict[str, Rows]) -> None:
    """A desk's ledger lost the last ticket that it handed out."""
    last = max(line.sequence for line in desks[0].entries if line.kind in {"redemption", "reservation"})
    desks[0] = replace(desks[0], entries=[line for line in desks[0].entries if line.sequence != last])


def _lose_news(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    hub["feed"].pop(len(hub["feed"]) // 2)


def _book_twice(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    hub["redemptions"].append(dict(hub["redemptions"][0]))


def _invent_a_redemption(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    hub["redemptions"].append(hub["redemptions"][0] | {"giving": "nobody's"})


def _tell_twice(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    last = hub["feed"][-1]
    hub["feed"].append(last | {"cursor": last["cursor"] + 1})


def _grant_beyond(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    hub["leases"][0]["granted"] += 100_000


def _give_beyond(_: list[DeskRows], hub: dict[str, Rows]) -> None:
    for row in hub["quotas"]:
        row["value"] = 0


@pytest.mark.parametrize(
    ("plant", "figure"),
    [
        (_lose_an_event, "lost"),
        (_lose_an_effect, "lost"),
        (_lose_an_entry, "lost"),
        (_lose_news, "lost"),
        (_book_twice, "doubled"),
        (_invent_a_redemption, "doubled"),
        (_tell_twice, "doubled"),
        (_grant_beyond, "over_quota"),
        (_give_beyond, "over_quota"),
    ],
)
def test_what_is_planted_is_found(
    outcome: Outcome, plant: Callable[[list[DeskRows], dict[str, Rows]], None], figure: str
) -> None:
    desks, hub = list(outcome.desks), copy.deepcopy(outcome.hub)
    plant(desks, hub)
    assert getattr(look(desks, hub), figure) > 0
