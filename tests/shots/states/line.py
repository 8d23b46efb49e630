"""The clerk's page: several customers, and the same one again."""

from __future__ import annotations

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import EXPIRED, HOLDER, SECOND, THIRD
from validator.domain.code import Source


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
