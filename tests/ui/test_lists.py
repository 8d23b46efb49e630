"""The day's offers and what was given, as lists that are read, narrowed and read aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QStringListModel, Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, SECOND, TODAY
from ui.clerk.offer_words import state, when
from ui.clerk.turn import Stage
from ui.lines import Lines
from validator.desk import OfferLine
from validator.domain.network import Names
from validator.domain.verdict import Reason


def line(clerk: Clerk) -> OfferLine:
    found = clerk.page.today.offers.line
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (None, "20 jäljellä"),
        (Reason.SOLD_OUT, "loppuunmyyty"),
        (Reason.COURSE_FULL, "loppuunmyyty"),
        (Reason.QUOTA_FULL, "liput jaettu"),
        (Reason.CANCELLED, "peruttu"),
        (Reason.ENDED, "päättynyt"),
        (Reason.NOT_OPEN, "ei vielä avattu"),
        (Reason.VENUE_OUT, "ei saatavilla"),
    ],
)
def test_an_offers_state_in_words(clerk: Clerk, problem: Reason | None, said: str) -> None:
    assert state(clerk.session.face, replace(line(clerk), problem=problem)) == said


@pytest.mark.parametrize(
    ("left", "rights", "said"),
    [
        (20, 20, "20 jäljellä"),
        (20, 6, "20 jäljellä · tässä 6"),
        (20, 0, "20 jäljellä · tässä 0"),
        (4, 6, "4 jäljellä"),
        (None, None, "ei rajaa"),
    ],
)
def test_an_offer_says_how_much_of_it_is_here(
    clerk: Clerk, left: int | None, rights: int | None, said: str
) -> None:
    assert state(clerk.session.face, replace(line(clerk), left=left, rights=rights)) == said


def test_what_is_open_all_day_has_no_hour(clerk: Clerk) -> None:
    shown = line(clerk)
    assert when(clerk.session.face, shown) == "19.00"
    assert when(clerk.session.face, replace(shown, performance=None)) == "koko päivän"


def many(clerk: Clerk) -> None:
    """More events than one sees at once, one of them of another name; the desk's own come back with the next refresh."""
    shown = line(clerk)
    plays = tuple(
        replace(shown, choice=replace(shown.choice, performance=f"play-{number}")) for number in range(12)
    )
    other = replace(
        shown,
        choice=replace(shown.choice, offer="matinee"),
        offer=replace(shown.offer, names=Names("Muumit")),
    )
    clerk.page.today.put((shown, *plays, other), TODAY)
    assert clerk.page.today.narrowing


def test_many_offers_can_be_narrowed_and_the_choice_follows_what_was_typed(clerk: Clerk) -> None:
    many(clerk)
    before, today = clerk.flow.choice, clerk.page.today
    today.narrow("muumi")
    assert (today.offers.count, clerk.flow.choice) == (1, before)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.flow.choice is not None
    assert clerk.flow.choice.offer == "matinee"
    today.narrow("")
    assert today.offers.count > 1


def test_a_card_is_for_what_was_typed_before_it(clerk: Clerk) -> None:
    many(clerk)
    today = clerk.page.today
    today.filter.setFocus()
    clerk.keys.type("muumi")
    clerk.scan(SECOND)
    assert clerk.flow.choice is not None
    assert clerk.flow.choice.offer == "matinee"
    assert today.filter.text() == "muumi"


def test_a_scanner_in_the_filter_leaves_the_choice_and_enter_behind_a_text_gives_nothing(
    clerk: Clerk,
) -> None:
    clerk.scan(HOLDER)
    many(clerk)
    before, today = clerk.flow.choice, clerk.page.today
    today.filter.setFocus()
    assert clerk.scan(SECOND) == Reason.OK
    assert (clerk.flow.choice, today.filter.text()) == (before, "")
    clerk.keys.type("muumi")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.SHOWN
    assert clerk.voided == []


def test_nothing_fits_and_nothing_is_chosen(clerk: Clerk) -> None:
    clerk.page.today.narrow("jotain muuta")
    assert clerk.page.today.offers.count == 0
    clerk.until(lambda: clerk.flow.choice is None)


def test_a_card_is_asked_for_where_nothing_fits_what_was_typed(clerk: Clerk) -> None:
    many(clerk)
    today = clerk.page.today
    today.filter.setFocus()
    clerk.keys.type("zzz")
    clerk.keys.scan(HOLDER)
    clerk.until(lambda: today.offers.asking)
    assert today.filter.text() == ""
    assert clerk.page.verdict.sentence == "Kortti on luettu. Mihin tilaisuuteen?"
    clerk.view.refresh()
    clerk.refreshed()
    assert (clerk.flow.kept, clerk.flow.choice) == (1, None)
    clerk.press(Qt.Key.Key_Return)
    assert (clerk.flow.kept, clerk.reason) == (0, Reason.OK)


def test_lists_are_read_aloud_line_by_line(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    role = Qt.ItemDataRole.AccessibleTextRole
    offers = clerk.page.today.offers.model()
    clerk.until(lambda: offers.index(1, 0).data(role) == "19.00 Tuntematon sotilas, 19 jäljellä")
    given = clerk.page.given.model
    assert str(given.index(0, 0).data(role)).startswith("17.42 Tuntematon sotilas, …")


def test_letters_choose_nothing_in_a_list(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    before = clerk.flow.choice
    clerk.keys.type("y")
    assert clerk.flow.choice == before
    assert clerk.page.scanbox.field.text() == "y"


def test_a_list_that_becomes_lower_shows_that_there_is_more_and_its_bar_goes_again(qtbot: QtBot) -> None:
    lines = Lines()
    qtbot.addWidget(lines)
    lines.setModel(QStringListModel([f"line {number}" for number in range(5)], lines))
    lines.resize(300, 400)
    lines.show()
    qtbot.waitExposed(lines)
    bar = lines.verticalScrollBar()
    assert not bar.isVisible()
    lines.resize(300, 60)
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() > 0
    lines.resize(300, 400)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_of_many_events_the_chosen_one_is_in_sight_in_large_texts(clerk: Clerk) -> None:
    clerk.session.face.enlarge(2.0)
    clerk.session.window.resize(1024, 700)
    clerk.press(Qt.Key.Key_F3)
    many(clerk)
    offers = clerk.page.today.offers

    def whole() -> bool:
        row = offers.visualRect(offers.currentIndex())
        return not row.isEmpty() and offers.viewport().rect().contains(row)

    clerk.until(whole)
