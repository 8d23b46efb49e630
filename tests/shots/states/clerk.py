"""The clerk's page: one customer after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, evening
from tests.ui.world import (
    CLOSED,
    EXPIRED,
    GROUP,
    HOLDER,
    LOCAL,
    PIN,
    SECOND,
    THIRD,
    UNKNOWN,
    Theatre,
)
from ui.clerk.arrangement import Below
from validator.domain.code import Source
from validator.domain.network import Network
from validator.errors import StoreDamaged, StoreFull
from validator.scan.state import CameraState


def day_off(folder: Path) -> Theatre:
    """An evening on which the venue has nothing."""

    def emptied(network: Network) -> Network:
        return replace(network, offers=(), performances=())

    return Theatre(folder).set_up(emptied)


@state(Page.CLERK)
def ready(on: Stage) -> None:
    """Nobody is there yet, and nothing was given today."""


@state(Page.CLERK)
def ready_online(on: Stage) -> None:
    """Nobody is there, and the hub answers."""
    on.online()


@state(Page.CLERK)
def ready_offline(on: Stage) -> None:
    """The line is down: tickets can be given all the same."""
    on.offline()


@state(Page.CLERK, begin=day_off)
def nothing_today(on: Stage) -> None:
    """The venue has nothing today."""


@state(Page.CLERK)
def other_day(on: Stage) -> None:
    """Tomorrow's programme."""
    on.clerk.today.go(1)
    on.until(lambda: on.clerk.flow.choice is not None and on.clerk.flow.choice.visit == on.clerk.today.day)
    on.settled()


@state(Page.CLERK)
def typing(on: Stage) -> None:
    """A code is being typed; a sign does not fit."""
    on.clerk.scanbox.field.setText("KAIKU0!")


@state(Page.CLERK)
def give(on: Stage) -> None:
    """A card that is valid."""
    on.show(HOLDER)


@state(Page.CLERK)
def give_children(on: Stage) -> None:
    """A card that is valid, two children with it."""
    on.show(HOLDER)
    on.clerk.flow.set_children(2)
    on.settled()


@state(Page.CLERK)
def give_why(on: Stage) -> None:
    """A card that is valid, and all that was looked at."""
    on.show(HOLDER)
    on.clerk.toggle_why()


@state(Page.CLERK)
def given(on: Stage) -> None:
    """Tickets were given."""
    on.show(HOLDER)
    on.give()


@state(Page.CLERK)
def ready_with_list(on: Stage) -> None:
    """Nobody is there; four cards got tickets, one of them was undone."""
    for code in (HOLDER, SECOND, THIRD):
        on.show(code)
        on.give()
        on.clerk.cancel()
    on.clerk.given.undo_latest()
    on.until(lambda: any(line.voided for line in on.clerk.given.rows))
    on.clerk.cancel()


@state(Page.CLERK)
def given_list(on: Stage) -> None:
    """The list of what was given has the keys."""
    for code in (HOLDER, SECOND):
        on.show(code)
        on.give()
    on.clerk.cancel()
    on.clerk.places.show_below(Below.GIVEN)
    on.clerk.given.take_focus()


@state(Page.CLERK)
def again(on: Stage) -> None:
    """A card that has its ticket already."""
    on.show(HOLDER)
    on.give()
    on.clerk.cancel()
    on.show(HOLDER)


@state(Page.CLERK)
def decline(on: Stage) -> None:
    """A card whose time is over."""
    on.show(EXPIRED)


@state(Page.CLERK)
def decline_closed(on: Stage) -> None:
    """A card that was closed."""
    on.show(CLOSED)


@state(Page.CLERK)
def decline_area(on: Stage) -> None:
    """A card of an area whose cards hold only at home."""
    on.show(LOCAL)


@state(Page.CLERK)
def decline_unknown(on: Stage) -> None:
    """A card that the list does not know."""
    on.show(UNKNOWN)


@state(Page.CLERK)
def decline_foreign(on: Stage) -> None:
    """Another scheme's card."""
    on.show("https://example.org/4711")


@state(Page.CLERK)
def decline_why(on: Stage) -> None:
    """A card whose time is over, and all that was looked at."""
    on.show(EXPIRED)
    on.clerk.toggle_why()


@state(Page.CLERK)
def decline_manager(on: Stage) -> None:
    """A manager may allow it: the PIN is asked for."""
    again(on)
    on.clerk.lift.open()


@state(Page.CLERK)
def decline_reasons(on: Stage) -> None:
    """A manager may allow it: the reason is asked for."""
    decline_manager(on)
    on.clerk.flow.allow(PIN)
    on.until(lambda: on.clerk.lift.asking)


@state(Page.CLERK)
def group(on: Stage) -> None:
    """A community card, and one member."""
    on.show(GROUP, SECOND)


@state(Page.CLERK)
def group_many(on: Stage) -> None:
    """A community card, and three members."""
    on.show(GROUP, HOLDER, SECOND, THIRD)


@state(Page.CLERK)
def group_choose(on: Stage) -> None:
    """A member's card does not hold."""
    on.show(GROUP, SECOND, CLOSED)


@state(Page.CLERK)
def offers(on: Stage) -> None:
    """The day's list has the keys, while a customer waits."""
    on.show(THIRD)
    on.clerk.places.show_below(Below.TODAY)
    on.clerk.today.take_focus()


def with_support(folder: Path) -> Theatre:
    """The house has named whom to ask."""
    theatre = evening(folder)
    with theatre.open() as station, station.ledger.write() as books:
        facts = books.network()
        assert facts is not None
        books.put_network(replace(facts, support="Kaikukortin tukipalvelu, 010 000 0000"))
    return theatre


@state(Page.CLERK, begin=with_support)
def trouble(on: Stage) -> None:
    """The desk's file is damaged, and the house has named whom to ask."""
    _ask_in_vain(on, StoreDamaged())


@state(Page.CLERK, begin=with_support)
def not_saved(on: Stage) -> None:
    """The disk is full: the ticket is not to be given yet."""
    _ask_in_vain(on, StoreFull())


def _ask_in_vain(on: Stage, error: Exception) -> None:
    """A card is looked for and the desk cannot answer, as its thread would tell."""
    flow = on.clerk.flow
    flow.scan(HOLDER, Source.CAMERA)
    ask = flow.turn.ask
    assert ask is not None
    flow.tell_failed(ask, error)
    on.settled()


@state(Page.CLERK)
def camera_black(on: Stage) -> None:
    """The camera's picture is black."""
    _tell_camera(on, CameraState.BLACK)


@state(Page.CLERK)
def camera_denied(on: Stage) -> None:
    """The camera may not be used."""
    _tell_camera(on, CameraState.DENIED)


@state(Page.CLERK)
def camera_watching(on: Stage) -> None:
    """The camera watches."""
    _tell_camera(on, CameraState.WATCHING)


def _tell_camera(on: Stage, camera: CameraState) -> None:
    on.session.bridge.on_camera(camera)
    on.until(lambda: on.clerk.scanbox.camera is camera)


__all__ = ["evening"]
