"""Several events are on at once: a card is kept, the clerk is asked, and the card goes on. Which they are is one pure function."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PATIENCE, SELDOM, Clerk, Keyboard
from tests.ui.world import (
    HOLDER,
    MATINEE,
    NETWORK,
    NOW,
    PLAY,
    SECOND,
    SHOWS,
    THEATRE,
    TODAY,
    WORKSHOP,
    Theatre,
)
from ui.clerk.flow import Patience
from ui.clerk.meant import meant
from ui.clerk.turn import Stage
from ui.deskview import Times
from ui.face import Face
from ui.session import Session
from validator.desk import Choice, OfferLine
from validator.domain.code import Source
from validator.domain.network import Network, Offer, OfferKind, Performance
from validator.domain.verdict import Reason

TONIGHT = next(show for show in SHOWS if show.id == "play-0")
SECOND_STAGE = replace(
    TONIGHT, id="matinee-tonight", offer="matinee", starts_at=TONIGHT.starts_at + timedelta(minutes=15)
)
HALL = Offer("hall", "theatre", PLAY.names, OfferKind.ADMISSION)


def two_tonight(network: Network) -> Network:
    return replace(network, performances=(*network.performances, SECOND_STAGE))


def of(offer: Offer, show: Performance | None = None, problem: Reason | None = None) -> OfferLine:
    choice = Choice(offer.id, None if show is None else show.id, TODAY)
    return OfferLine(choice, THEATRE, offer, show, None, 0, problem)


def test_tonights_performance_stands_before_what_is_open_all_day() -> None:
    lines = (of(PLAY, TONIGHT), of(HALL), of(WORKSHOP))
    assert meant(lines, NOW) == lines[:1]


def test_two_performances_at_once_are_a_question() -> None:
    lines = (of(PLAY, TONIGHT), of(MATINEE, SECOND_STAGE), of(HALL))
    assert meant(lines, NOW) == lines[:2]


def test_what_cannot_be_given_is_not_meant() -> None:
    lines = (of(PLAY, TONIGHT, Reason.SOLD_OUT), of(MATINEE, SECOND_STAGE), of(HALL))
    assert meant(lines, NOW) == lines[1:2]


def test_two_exhibitions_are_a_question_and_a_course_is_not_meant() -> None:
    lines = (of(HALL), of(replace(HALL, id="other")), of(WORKSHOP))
    assert meant(lines, NOW) == lines[:2]
    assert meant((lines[0], lines[2]), NOW) == lines[:1]


def test_in_the_morning_the_first_performance_is_meant_unless_something_else_is_open() -> None:
    morning = NOW.replace(hour=9)
    late = replace(TONIGHT, id="late", starts_at=TONIGHT.starts_at + timedelta(hours=3))
    lines = (of(PLAY, TONIGHT), of(MATINEE, late))
    assert meant(lines, morning) == lines[:1]
    assert meant((*lines, of(HALL)), morning) == (*lines, of(HALL))


def test_what_is_alone_is_meant_whatever_is_the_matter_with_it() -> None:
    lines = (of(PLAY, TONIGHT, Reason.SOLD_OUT),)
    assert meant(lines, NOW) == lines
    assert meant((*lines, of(MATINEE, SECOND_STAGE, Reason.CANCELLED)), NOW) == lines
    assert meant((), NOW) == ()


@pytest.fixture
def theatre(tmp_path: Path) -> Theatre:
    """Two performances on the same evening."""
    return Theatre(tmp_path).set_up(two_tonight)


@pytest.fixture
def asked(qtbot: QtBot, session: Session, keyboard: Keyboard) -> Clerk:
    """A clerk who has chosen nothing yet."""
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)
    clerk = Clerk(qtbot, session, keyboard)
    session.window.activateWindow()
    clerk.until(session.window.isActiveWindow)
    clerk.until(lambda: clerk.page.scanbox.helps and clerk.page.today.offers.count > 2)
    return clerk


def test_nothing_is_chosen_in_silence(asked: Clerk) -> None:
    assert NETWORK.performances
    assert asked.flow.choice is None
    assert asked.page.verdict.sentence == "Valitse ensin tilaisuus."


def test_a_scan_is_kept_and_goes_on_with_what_is_chosen(asked: Clerk) -> None:
    asked.keys.scan(HOLDER)
    asked.until(lambda: asked.page.today.offers.asking)
    assert asked.page.verdict.sentence == "Kortti on luettu. Mihin tilaisuuteen?"
    asked.until(asked.page.today.offers.hasFocus)
    asked.keys.press(Qt.Key.Key_Down)
    assert asked.flow.choice is None
    asked.press(Qt.Key.Key_Return)
    assert asked.look.ask.choice.performance == "matinee-tonight"
    assert asked.reason == Reason.OK
    asked.give()
    asked.press(Qt.Key.Key_Escape)
    assert asked.scan(SECOND) == Reason.OK
    assert asked.look.ask.choice.performance == "matinee-tonight"


def test_two_scans_are_both_kept_in_their_order(asked: Clerk) -> None:
    asked.flow.scan(HOLDER, Source.CAMERA)
    asked.flow.scan(SECOND, Source.CAMERA)
    assert asked.flow.kept == 2
    asked.keys.press(Qt.Key.Key_Return)
    asked.until(lambda: asked.turn.stage is Stage.SHOWN or bool(asked.turn.waiting))
    read = None if asked.turn.ask is None else asked.turn.ask.read
    assert asked.flow.kept == 0
    assert read is not None
    assert {read.payload, *(each.payload for each in asked.turn.waiting)} & {HOLDER, SECOND}


def test_esc_lets_the_card_go(asked: Clerk) -> None:
    asked.flow.scan(HOLDER, Source.CAMERA)
    asked.press(Qt.Key.Key_Escape)
    assert asked.flow.kept == 0
    assert not asked.page.today.offers.asking
    assert asked.page.verdict.sentence == "Valitse ensin tilaisuus."
    asked.keys.press(Qt.Key.Key_F3)
    asked.keys.press(Qt.Key.Key_Down)
    asked.until(lambda: asked.flow.choice is not None)
    assert asked.turn.stage is Stage.READY


def test_a_kept_card_clears_itself(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, keyboard: Keyboard
) -> None:
    session = Session(
        qapp, face, theatre.open, times=Times(Patience(single=50), instant=keyboard.instant), rhythm=SELDOM
    )
    session.start()
    qtbot.waitUntil(
        lambda: session.desk_view is not None and session.desk_view.clerk.today.offers.count > 2,
        timeout=PATIENCE,
    )
    assert session.desk_view is not None
    flow = session.desk_view.clerk.flow
    flow.scan(HOLDER, Source.CAMERA)
    assert flow.kept == 1
    qtbot.waitUntil(lambda: flow.kept == 0, timeout=PATIENCE)
    session.stop()
    session.window.deleteLater()
