"""What is beside the clerk's page: the scanner's test, and the boxes of the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import THIRD


@state(Page.TEST)
def preflight(on: Stage) -> None:
    """Whether everything is ready, and what to do where it is not."""
    on.view.show_test()
    on.until(lambda: on.view.preflight.knows_offers)


@state(Page.TEST)
def scanner_test(on: Stage) -> None:
    """The scanner's test, after a code with a sign of another keyboard."""
    preflight(on)
    on.view.test.take_scan(f"{THIRD[:5]}+{THIRD[5:]}")


@state(Page.BESIDE)
def menu(on: Stage) -> QWidget:
    """The menu, open."""
    button = on.session.menu
    assert button is not None
    button.open()
    opened = on.app.activePopupWidget()
    assert opened is not None
    return opened


@state(Page.BESIDE)
def about(on: Stage) -> QWidget:
    """About the program."""
    on.session.show_about()
    box = on.session.about
    assert box is not None
    return box


@state(Page.BESIDE)
def guide(on: Stage) -> QWidget:
    """The quick guide."""
    on.session.show_guide()
    box = on.session.guide
    assert box is not None
    return box
