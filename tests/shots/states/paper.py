"""Entering from paper: an empty row, one that is wrong, one that may have been entered before, and what was entered."""

from __future__ import annotations

from dataclasses import replace

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import CLOSED, GROUP, HOLDER, SECOND, THIRD
from ui.paper.page import PaperPage


def _opened(on: Stage) -> PaperPage:
    on.view.show_paper()
    page = on.view.paper
    on.until(lambda: page.form.events.count() > 2)
    page.form.events.setCurrentIndex(2)
    return page


def _typed(on: Stage, code: str, time: str, *members: str, children: int = 0) -> PaperPage:
    page = on.view.paper
    row = replace(page.form.row, time=time, code=code, members=members, children=children)
    page.form.show_row(row)
    page.form.code.setFocus()
    return page


@state(Page.PAPER)
def paper_form(on: Stage) -> None:
    """The sheet is at hand: a row is begun, its code not whole yet."""
    _opened(on)
    _typed(on, HOLDER[:6], "17.05")


@state(Page.PAPER)
def paper_wrong(on: Stage) -> None:
    """A row's time has not come yet: it stays and says so."""
    _opened(on)
    page = _typed(on, HOLDER, "23.50", children=2)
    page.record()
    on.until(lambda: bool(page.trouble))


@state(Page.PAPER)
def paper_before(on: Stage) -> None:
    """The card has a ticket for the event: the clerk says whether it is this one."""
    page = _opened(on)
    for time in ("17.05", "17.06"):
        _typed(on, HOLDER, time)
        page.record()
        on.until(lambda: bool(page.lines))
    on.until(lambda: bool(page.trouble))


@state(Page.PAPER)
def paper_entered(on: Stage) -> None:
    """A holder with children, a group, a card that was closed, and a row left for later."""
    page = _opened(on)
    rows = ((HOLDER, "17.05", (), 2), (GROUP, "17.10", (SECOND, THIRD), 0), (CLOSED, "17.12", (), 0))
    for place, (code, time, members, children) in enumerate(rows, start=1):
        _typed(on, code, time, *members, children=children)
        page.record()
        on.until(lambda: len(page.lines) == place)  # noqa: B023  waited for here
    _typed(on, "KAIKU00", "17.20")
    page.put_off()
    on.settled()
