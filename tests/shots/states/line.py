"""The clerk's page: several customers, and the same one again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, evening
from tests.ui.world import EXPIRED, HOLDER, NOW, SECOND, THIRD, UNKNOWN, Theatre
from ui.copies import Copies
from validator.domain.code import Source
from validator.domain.policy import Stamp


@state(Page.CLERK)
def waiting(on: Stage) -> None:
    """Cards were read faster than anybody decides: two wait."""
    for code in (SECOND, THIRD, EXPIRED):
        on.clerk.flow.scan(code, Source.CAMERA)
    on.settled()


@state(Page.CLERK)
def waiting_given(on: Stage) -> None:
    """The one before got a ticket, and the next one has come up."""
    waiting(on)
    on.give()
    on.settled()


@state(Page.CLERK)
def replaced(on: Stage) -> None:
    """Another card took an undecided customer's place."""
    on.show(THIRD, SECOND)


@state(Page.CLERK)
def given_again(on: Stage) -> None:
    """Tickets were given, and the card was read once more."""
    on.show(HOLDER)
    on.give()
    on.show(HOLDER)


@state(Page.CLERK)
def change(on: Stage) -> None:
    """A card that has its ticket: one child comes along after all."""
    on.show(HOLDER)
    on.give()
    on.clerk.flow.set_children(1)
    on.settled()


@state(Page.CLERK)
def change_given(on: Stage) -> None:
    """The change is recorded."""
    change(on)
    on.give()


@state(Page.CLERK)
def change_none(on: Stage) -> None:
    """The children are as many as before: there is nothing to record."""
    change(on)
    on.clerk.flow.set_children(0)
    on.settled()


def old_list(folder: Path) -> Theatre:
    """The list is older than a day."""
    theatre = evening(folder)
    with theatre.open() as station, station.ledger.write() as books:
        name = books.register_in_use()
        if name is not None:
            books.use_register(name, Stamp(7, NOW - timedelta(hours=25)))
    return theatre


@state(Page.CLERK, begin=old_list)
def provisional(on: Stage) -> None:
    """A card that an old list does not know: given on a condition."""
    on.show(UNKNOWN)


@state(Page.CLERK)
def look_only(on: Stage) -> None:
    """Looking only: a valid card, and nothing is given."""
    on.clerk.toggle_look_only()
    on.show(HOLDER)


@state(Page.CLERK)
def two_windows(on: Stage) -> None:
    """The program is open a second time on this desk: both windows are told."""
    other = Copies()
    other.enter(on.theatre.folder)
    on.view.refresh()
    on.until(lambda: on.view.strip.others == 1)
    on.window.destroyed.connect(lambda _window: other.leave())
