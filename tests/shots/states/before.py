"""The pages before there is a desk."""

from __future__ import annotations

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage, nothing
from ui.firstrun import Step
from ui.opening import Opening
from ui.window import Farewell
from validator.errors import HubUnreachable, StoreDamaged
from validator.scan.state import CameraState

DEAD = "https://127.0.0.1:9"
CODE = "KXTR-MHZB-WQFN"


@state(Page.BEFORE, begin=nothing)
def first_run(on: Stage) -> None:
    """A new desk asks for the hub's address and the one-time code."""
    on.until(lambda: on.first_run.hub.hasFocus() or on.first_run.isVisible())


@state(Page.BEFORE, begin=nothing)
def first_run_trouble(on: Stage) -> None:
    """Nobody answers at the address: everything typed stays."""
    page = on.first_run
    page.hub.setText(DEAD)
    page.code.setText(CODE)
    page.name.setText("Lippukassa")
    page.start()
    on.until(lambda: bool(page.trouble))


@state(Page.BEFORE, begin=nothing)
def first_run_camera_denied(on: Stage) -> None:
    """The camera may not be used: the code can be typed."""
    on.session.bridge.on_camera(CameraState.DENIED)
    on.until(lambda: bool(on.first_run.camera_says))


@state(Page.BEFORE, begin=nothing)
def first_run_list(on: Stage) -> None:
    """The first list is on its way."""
    from sync.snapshot import Stage as ListStage

    on.first_run.show_listing()
    on.first_run.show_progress(ListStage.FETCHING, 412_000, 1_000_000)


@state(Page.BEFORE, begin=nothing)
def first_run_stopped(on: Stage) -> None:
    """The list did not come; it can be fetched again."""
    on.first_run.hub.setText(DEAD)
    on.first_run.show_listing()
    on.first_run.fail(HubUnreachable())
    on.until(lambda: on.first_run.step is Step.STOPPED)


@state(Page.BEFORE, passphrase=True)
def passphrase(on: Stage) -> None:
    """The files ask for a passphrase."""


@state(Page.BEFORE, passphrase=True)
def opening_trouble(on: Stage) -> None:
    """The files cannot be opened."""
    page = on.window.page
    assert isinstance(page, Opening)
    page.fail(StoreDamaged())


@state(Page.BEFORE)
def farewell(on: Stage) -> None:
    """The window is closed while tickets wait to be sent: they are safe."""
    on.window.hold(Farewell(on.face, 3))
