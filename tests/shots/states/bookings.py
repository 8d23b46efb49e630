"""Bookings: by a call, at the door, and what nobody came for."""

from __future__ import annotations

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import SECOND, THIRD
from ui.clerk.turn import Stage as Turned
from validator.domain.party import Purpose


@state(Page.CLERK)
def booking(on: Stage) -> None:
    """A customer calls: three tickets can be booked."""
    on.show(THIRD)
    on.clerk.flow.set_children(2)
    on.settled()
    on.clerk.flow.set_purpose(Purpose.RESERVE)
    on.settled()


@state(Page.CLERK)
def booked(on: Stage) -> None:
    """They are booked."""
    booking(on)
    on.clerk.flow.confirm()
    on.until(lambda: on.clerk.flow.turn.stage is Turned.GIVEN)


@state(Page.CLERK)
def bookings(on: Stage) -> None:
    """The door's list of them."""
    booked(on)
    on.clerk.cancel()
    on.clerk.toggle_bookings()
    on.until(lambda: bool(on.clerk.bookings.rows))


@state(Page.CLERK)
def bookings_collect(on: Stage) -> None:
    """One comes to collect."""
    bookings(on)
    on.show(THIRD)


@state(Page.CLERK)
def bookings_none(on: Stage) -> None:
    """One comes to collect, and nothing is booked."""
    bookings(on)
    on.show(SECOND)
