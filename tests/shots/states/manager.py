"""The manager's page: its door, the table, what is to be looked at."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.shots.cases import told
from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, evening
from tests.ui.world import HOLDER, LATE, NOW, SECOND, THEATRE, TODAY, Theatre
from ui.manager.board import SHOWS, SOLD_OUT, TRUSTING
from ui.manager.table import CELL
from validator.desk import quota_key
from validator.desk.door import keep_reset
from validator.domain.elsewhere import Lent, Reach
from validator.domain.reset import Reset, code_digest
from validator.domain.rights import Slot

ANEW = "KXTR-MHZB-WQFN"


def shared(folder: Path) -> Theatre:
    """The usual evening, with rights at another desk."""
    theatre = evening(folder)
    with theatre.open() as station, station.ledger.write() as books:
        lent = [
            Lent(THEATRE.id, Slot(offer, show, TODAY), 5)
            for offer, show in (("play", "play-0"), ("matinee", "matinee-0"))
        ]
        books.elsewhere.put(NOW, lent, {quota_key(LATE, TODAY): Reach(2, 3)})
    return theatre


@state(Page.MANAGER)
def manager_door(on: Stage) -> None:
    """The PIN is asked for."""
    on.view.show_manager()
    on.until(on.view.manager.door.isVisible)


@state(Page.MANAGER)
def manager_door_wrong(on: Stage) -> None:
    """The PIN was wrong three times: the page waits."""
    on.view.show_manager()
    door = on.view.manager.door
    for place in range(3):
        door.try_pin(f"{place}999")
        on.until(lambda: bool(door.trouble))


def forgotten(folder: Path) -> Theatre:
    """The usual evening; the PIN was forgotten, and the house has made a one-time code."""
    theatre = evening(folder)
    with theatre.open() as station, station.ledger.write() as books:
        keep_reset(books, Reset("w", code_digest("w", ANEW), NOW + timedelta(hours=1)))
    return theatre


@state(Page.MANAGER, begin=forgotten)
def manager_door_reset(on: Stage) -> None:
    """The PIN may be set anew: the door takes the house's code too."""
    on.view.show_manager()
    door = on.view.manager.door
    on.until(lambda: not door.choosing and bool(door.intro))


@state(Page.MANAGER, begin=forgotten)
def manager_door_anew(on: Stage) -> None:
    """The house's code was right: a new PIN is chosen."""
    manager_door_reset(on)
    door = on.view.manager.door
    door.try_pin(ANEW)
    on.until(lambda: door.choosing)


@state(Page.MANAGER, begin=shared)
def manager_table(on: Stage) -> None:
    """The numbers of tickets by day."""
    on.enter_manager()


@state(Page.MANAGER, begin=shared)
def manager_performances(on: Stage) -> None:
    """A day's performances, one of them sold out and lent freely."""
    on.enter_manager()
    for letter in (SHOWS, SOLD_OUT, TRUSTING):
        on.view.manager.board.press(letter)
    _saved(on)


@state(Page.MANAGER, begin=shared)
def manager_over(on: Stage) -> None:
    """A number below what may still be given elsewhere."""
    manager_performances(on)
    cell = on.view.manager.table.currentIndex()
    on.view.manager.table.model().setData(cell.siblingAtColumn(1), "3")
    on.until(lambda: not cell.siblingAtColumn(1).data(CELL).saving)


@state(Page.MANAGER)
def manager_nothing_to_settle(on: Stage) -> None:
    """Nothing is to be looked at."""
    on.enter_manager()
    on.view.manager.toggle_settle()


@state(Page.MANAGER)
def manager_settle(on: Stage) -> None:
    """Four cases, as the hub told them."""
    for code in (HOLDER, SECOND):
        on.show(code)
        on.give()
    on.clerk.cancel()
    told(on.theatre, on.clerk.given.rows)
    on.enter_manager()
    on.view.manager.toggle_settle()
    on.until(lambda: on.view.manager.settle.count == 4)


def _saved(on: Stage) -> None:
    table = on.view.manager.table
    on.until(lambda: bool(on.view.manager.message) and not table.currentIndex().data(CELL).saving)
