"""Giving at once in the real window: a card alone is a ticket without a key, and whatever else there is waits for Enter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk, copied
from tests.ui.test_manager import enter_table, page_of
from tests.ui.test_training import Trainee
from tests.ui.world import (
    CLOSED,
    EXPIRED,
    GROUP,
    HOLDER,
    NOW,
    SECOND,
    TODAY,
    UNKNOWN,
    Theatre,
)
from tests.ui.world import THIRD as UNCOUNTED
from ui.clerk.turn import Stage
from validator.desk import Choice
from validator.desk.atonce import keep_at_once
from validator.domain.code import Source
from validator.domain.effects import quota_body
from validator.domain.journal import Draft, EventKind
from validator.domain.practice import Lesson
from validator.domain.quota import Quota, QuotaKey, QuotaScope
from validator.domain.redemption import Tickets
from validator.domain.verdict import Give, Reason

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier
WAITS = "Yksi lippu kirjataan heti, kun kortti luetaan. Enteriä ei tarvita."
DONE = "Kirjattiin heti, ilman Enteriä."
ALONE = SECOND
"""The register has no children for this card; for `UNCOUNTED` it has no number, for `HOLDER` two."""


@pytest.fixture(scope="module")
def enrolled(enrolled_with_pin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house that gives at once."""
    theatre = copied(enrolled_with_pin, tmp_path_factory.mktemp("at_once"))
    with theatre.open() as station, station.ledger.write() as books:
        keep_at_once(books, frozenset({"theatre"}))
    return theatre.folder


def given(clerk: Clerk, count: int) -> None:
    """So many lines are in the list, and the last customer has their ticket."""
    clerk.until(lambda: clerk.turn.stage is Stage.GIVEN and len(clerk.page.given.rows) == count)


def waits(clerk: Clerk, count: int = 0) -> None:
    """The customer on the screen has nothing yet, and Enter gives."""
    assert clerk.turn.stage is Stage.SHOWN
    assert DONE not in clerk.page.verdict.shown_text
    assert len(clerk.page.given.rows) == count
    clerk.give()
    assert DONE not in clerk.page.verdict.shown_text


@pytest.mark.parametrize(
    ("language", "waiting", "done"),
    [
        ("fi", WAITS, DONE),
        ("sv", "En enda biljett registreras genast", "Registrerades genast, utan Enter."),
        ("en", "A single ticket is recorded as soon as the card is read", "Recorded at once, without Enter."),
        ("selko", "Ohjelma kirjaa yhden lipun heti", "Ohjelma kirjasi lipun heti."),
    ],
)
def test_a_card_alone_is_a_ticket_without_a_key(clerk: Clerk, language: str, waiting: str, done: str) -> None:
    clerk.session.face.speak(language)
    assert waiting in clerk.page.verdict.shown_text
    clerk.keys.scan(ALONE)
    given(clerk, 1)
    assert done in clerk.page.verdict.shown_text
    assert "Ctrl+Z" in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Z, CTRL)
    clerk.until(lambda: clerk.voided == [True])


@pytest.mark.parametrize("source", [Source.HAND, Source.SERIAL, Source.CAMERA])
def test_however_the_card_itself_was_read(clerk: Clerk, source: Source) -> None:
    clerk.flow.scan(UNCOUNTED, source)
    given(clerk, 1)


def test_enter_from_habit_only_goes_on(clerk: Clerk) -> None:
    clerk.keys.scan(ALONE)
    given(clerk, 1)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.READY
    assert WAITS in clerk.page.verdict.shown_text
    assert clerk.voided == [False]


def test_the_same_card_again_is_not_recorded_twice(clerk: Clerk) -> None:
    clerk.keys.scan(ALONE)
    given(clerk, 1)
    clerk.keys.scan(ALONE)
    assert clerk.turn.aside is not None
    assert clerk.turn.aside.reason is Reason.SCANNED_JUST_NOW
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(ALONE) == Reason.ALREADY
    assert clerk.voided == [False]


@pytest.mark.parametrize("waits", [False, True])
def test_two_cards_in_a_burst_get_one_each_and_it_is_said_of_the_first(clerk: Clerk, waits: bool) -> None:
    for code in (ALONE, UNCOUNTED):
        if waits:
            clerk.flow.scan(code, Source.HAND)  # the second comes before the first is answered
        else:
            clerk.keys.scan(code)
    given(clerk, 2)
    assert clerk.card == UNCOUNTED[-4:]
    assert ALONE[-4:] in clerk.page.queue.text()
    assert clerk.voided == [False, False]


def test_a_no_in_a_burst_is_shown_until_the_clerk_goes_on(clerk: Clerk) -> None:
    for code in (CLOSED, ALONE):
        clerk.flow.scan(code, Source.HAND)
    clerk.settled()
    assert clerk.reason == Reason.CLOSED
    assert clerk.page.given.rows == ()
    clerk.press(Qt.Key.Key_Return)
    given(clerk, 1)


def test_children_on_the_register_are_asked_for(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    waits(clerk)


def test_of_a_typed_code_or_a_picture_the_card_was_not_seen(clerk: Clerk) -> None:
    clerk.show(ALONE, Source.TYPED)
    waits(clerk)
    clerk.show(UNCOUNTED, Source.PICTURE)
    waits(clerk, 1)


def test_a_no_gives_nothing(clerk: Clerk) -> None:
    for code in (CLOSED, EXPIRED, UNKNOWN):
        clerk.scan(code)
        assert clerk.turn.stage is Stage.SHOWN
    assert clerk.page.given.rows == ()


def test_a_community_card_and_its_members_wait_for_one_enter(clerk: Clerk) -> None:
    for code in (GROUP, ALONE, UNCOUNTED):
        clerk.scan(code)
        assert clerk.turn.stage is Stage.SHOWN
    waits(clerk)
    verdict = clerk.look.verdict
    assert isinstance(verdict, Give)
    assert verdict.tickets == Tickets(2, representatives=1)


def test_a_booking_is_handed_over_with_enter(clerk: Clerk) -> None:
    clerk.show(ALONE, Source.TYPED)
    clerk.keys.type("r")
    clerk.settled()
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.OK_RESERVED
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(ALONE) == Reason.OK_COLLECT
    waits(clerk)


def test_the_last_ones_are_read_first(clerk: Clerk, theatre: Theatre) -> None:
    with theatre.open() as station, station.ledger.write() as books:
        body = quota_body(Quota(QuotaKey(QuotaScope.OFFER, "play", TODAY), 2), "theatre", "manager")
        books.append(Draft("quota-few", EventKind.QUOTA, NOW, "2018", body))
    clerk.scan(ALONE)
    assert Reason.LAST_ONES in [note.reason for note in clerk.look.verdict.notes]
    waits(clerk)


def test_another_event_for_who_is_on_the_screen_is_given_with_enter(clerk: Clerk) -> None:
    """Else walking through the list would give tickets."""
    clerk.scan(HOLDER)
    clerk.scan(CLOSED)
    clerk.keys.scan(ALONE)
    given(clerk, 1)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(ALONE) == Reason.ALREADY
    clerk.flow.choose(Choice("exhibition", None, TODAY))
    clerk.settled()
    assert clerk.reason == Reason.OK
    waits(clerk, 1)


def test_what_was_changed_before_the_answer_came_waits_for_enter(clerk: Clerk) -> None:
    clerk.flow.scan(ALONE, Source.HAND)
    clerk.flow.choose(Choice("exhibition", None, TODAY))
    clerk.settled()
    waits(clerk)


def test_after_an_undoing_the_card_is_not_given_by_itself(clerk: Clerk) -> None:
    clerk.keys.scan(ALONE)
    given(clerk, 1)
    clerk.press(Qt.Key.Key_Z, CTRL)
    clerk.until(lambda: clerk.voided == [True])
    assert clerk.show(ALONE, Source.CAMERA) == Reason.OK
    waits(clerk, 1)


def test_looking_only_gives_nothing_and_does_not_say_it_would(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_N, CTRL)
    assert WAITS not in clerk.page.verdict.shown_text
    clerk.scan(ALONE)
    assert clerk.turn.stage is Stage.SHOWN
    clerk.press(Qt.Key.Key_N, CTRL)
    waits(clerk)


def test_nothing_is_given_behind_the_customers_view(clerk: Clerk) -> None:
    clerk.keys.press(Qt.Key.Key_F9)
    clerk.until(lambda: clerk.view.customer.covers)
    clerk.show(ALONE, Source.CAMERA)
    assert clerk.turn.stage is Stage.SHOWN
    clerk.keys.press(Qt.Key.Key_F9)
    waits(clerk)


def test_the_check_up_says_it(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F12)
    clerk.until(lambda: clerk.view.preflight.knows_offers)
    assert "Kajaanin kaupunginteatteri: yksi lippu kirjataan heti" in clerk.view.preflight.text


def test_a_manager_switches_it_off_and_on_with_h(clerk: Clerk) -> None:
    enter_table(clerk)
    clerk.keys.press(Qt.Key.Key_H)
    told = "Tallennettu. Tämä kassa antaa taas Enterillä."
    clerk.until(lambda: page_of(clerk).message == told)
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: WAITS not in clerk.page.verdict.shown_text)
    clerk.scan(ALONE)
    waits(clerk)
    clerk.press(Qt.Key.Key_Escape)
    enter_table(clerk)
    clerk.keys.press(Qt.Key.Key_H)
    told = "Tallennettu. Tämä kassa antaa nyt heti."
    clerk.until(lambda: page_of(clerk).message == told)
    clerk.press(Qt.Key.Key_Escape)
    clerk.keys.scan(UNCOUNTED)
    given(clerk, 2)


def test_training_is_as_in_earnest(clerk: Clerk) -> None:
    trainee = Trainee(clerk.bot, clerk.session, clerk.keys)
    trainee.begin()
    assert WAITS in trainee.page.verdict.shown_text
    assert trainee.learn(Lesson.PLAIN) == Reason.OK
    waits(trainee, 2)
    trainee.training.show_cards()
    cards = trainee.training.cards
    assert cards is not None
    cards.button(Lesson.NO_CHILDREN).click()
    given(trainee, 4)
