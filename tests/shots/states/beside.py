"""What is beside the clerk's page: the scanner's test, and the boxes of the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import EXPIRED, NOW, THIRD
from ui.training import Training
from validator.domain.code import Source
from validator.domain.network import RULES_2018
from validator.domain.practice import Lesson
from validator.domain.practice import cards as practice_cards_of


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
    on.session.boxes.show_about()
    box = on.session.boxes.about
    assert box is not None
    return box


@state(Page.BESIDE)
def guide(on: Stage) -> QWidget:
    """The quick guide."""
    on.session.boxes.show_guide()
    box = on.session.boxes.guide
    assert box is not None
    return box


@state(Page.BESIDE)
def practice_cards(on: Stage) -> QWidget:
    """The cards that a new clerk practises with."""
    training = _practise(on)
    training.show_cards()
    assert training.cards is not None
    return training.cards


@state(Page.CLERK)
def training(on: Stage) -> None:
    """Somebody practises: a practice card is on the screen."""
    practising = _practise(on)
    on.show(
        next(
            card.text for card in practice_cards_of(NOW.date(), RULES_2018) if card.lesson is Lesson.CHILDREN
        )
    )
    assert practising.on


@state(Page.CLERK)
def training_real_card(on: Stage) -> None:
    """Somebody practises, and a real card is read."""
    _practise(on)
    on.view.clerk.flow.scan(THIRD, Source.CAMERA)


@state(Page.CLERK)
def customer(on: Stage) -> None:
    """The customer's view of a ticket."""
    on.show(THIRD)
    on.view.customer.toggle()


@state(Page.CLERK)
def customer_decline(on: Stage) -> None:
    """The customer's view of a card that has expired."""
    on.show(EXPIRED)
    on.view.customer.toggle()


def _practise(on: Stage) -> Training:
    practising = on.session.training
    assert practising is not None
    practising.begin()
    on.until(lambda: practising.on and on.view.clerk.flow.choice is not None)
    return practising
