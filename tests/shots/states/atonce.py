"""A house that gives at once: how it waits, how it gives, what F12 and the manager's page say of it."""

from __future__ import annotations

from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, evening
from tests.ui.world import HOLDER, SECOND, THIRD, Theatre
from ui.clerk.turn import Stage as Standing
from ui.manager.board import AT_ONCE
from validator.desk.atonce import keep_at_once
from validator.domain.code import Source


def eager(folder: Path) -> Theatre:
    """The usual evening, in a house that gives at once."""
    theatre = evening(folder)
    with theatre.open() as station, station.ledger.write() as books:
        keep_at_once(books, frozenset({"theatre"}))
    return theatre


def _given(on: Stage, count: int) -> None:
    on.until(lambda: on.clerk.flow.turn.stage is Standing.GIVEN and len(on.clerk.given.rows) == count)


@state(Page.CLERK, begin=eager)
def at_once_waiting(_on: Stage) -> None:
    """Nobody is there; a card that is read now is a ticket given, and a line says so."""


@state(Page.CLERK, begin=eager)
def at_once_given(on: Stage) -> None:
    """A card was read, and the ticket is recorded without a key."""
    on.clerk.flow.scan(SECOND, Source.HAND)
    _given(on, 1)


@state(Page.CLERK, begin=eager)
def at_once_next(on: Stage) -> None:
    """The next card has children on the register: it waits for Enter, and a line says what the one before got."""
    at_once_given(on)
    on.show(HOLDER)


@state(Page.CLERK, begin=eager)
def at_once_burst(on: Stage) -> None:
    """Two cards in a burst: each has its ticket."""
    for code in (SECOND, THIRD):
        on.clerk.flow.scan(code, Source.HAND)
    _given(on, 2)


@state(Page.TEST, begin=eager)
def at_once_check_up(on: Stage) -> None:
    """The check-up says that the desk gives at once."""
    on.view.show_test()
    on.until(lambda: on.view.preflight.knows_offers)


@state(Page.MANAGER)
def at_once_switched(on: Stage) -> None:
    """A manager has let the house give at once."""
    on.enter_manager()
    on.view.manager.board.press(AT_ONCE)
    on.until(lambda: bool(on.view.manager.message))
