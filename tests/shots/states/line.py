"""The clerk's page: several customers, and the same one again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, evening
from tests.ui.world import EXPIRED, HOLDER, NOW, PIN, SECOND, THIRD, UNKNOWN, Theatre, give_the_day_before
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


def of_yesterday(folder: Path) -> Theatre:
    """A card got its ticket for tonight yesterday."""
    return give_the_day_before(evening(folder), HOLDER)


@state(Page.CLERK, begin=of_yesterday)
def again_late(on: Stage) -> None:
    """A card that has a ticket of an earlier day: a manager may take it back."""
    on.show(HOLDER)


@state(Page.CLERK, begin=of_yesterday)
def take_back(on: Stage) -> None:
    """The PIN was right: a reason for a second ticket, or the first one is taken back."""
    on.show(HOLDER)
    on.clerk.lift.open()
    on.clerk.flow.allow(PIN)
    on.until(lambda: on.clerk.lift.asking)


@state(Page.CLERK, begin=of_yesterday)
def taken_back(on: Stage) -> None:
    """A manager took the ticket back."""
    take_back(on)
    on.clerk.lift.reasons.buttons[-1].click()
    on.until(lambda: on.clerk.flow.turn.look is None)
    on.let_settle()


@state(Page.CLERK, begin=of_yesterday)
def change_late(on: Stage) -> None:
    """A child more than on an earlier day: a manager may record it."""
    on.show(HOLDER)
    on.clerk.flow.set_children(1)
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
