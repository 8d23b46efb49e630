"""What a manager should look at: what the hub said afterwards, in words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.test_manager import PIN, enter, page_of
from tests.ui.world import HOLDER, NOW, SECOND, THIRD, Theatre


@dataclass(frozen=True)
class Answer:
    """The hub's word on one event."""

    event: str
    status: str = "accepted"
    code: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    over: int = 0


@pytest.fixture
def theatre(theatre: Theatre) -> Theatre:
    """With a manager's PIN."""
    with theatre.open() as station:
        station.desk(lambda: False).door.set_pin(PIN)
    return theatre


def answered(theatre: Theatre, *words: Answer) -> None:
    """The hub answers everything that waits, in order; the last ones of it with these words."""
    with theatre.open() as station, station.ledger.write() as books:
        waiting = [entry.event for entry in books.entries()]
        plain = [Answer(event) for event in waiting[: -len(words)]]
        books.settle(
            [
                *plain,
                *(
                    Answer(event, *_said(word))
                    for event, word in zip(waiting[-len(words) :], words, strict=True)
                ),
            ],
            NOW,
        )


def _said(word: Answer) -> tuple[str, str, str, tuple[str, ...], int]:
    return word.status, word.code, word.reason, word.notes, word.over


def opened(clerk: Clerk) -> tuple[str, ...]:
    """The manager's page, turned to the list."""
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open)
    clerk.press(Qt.Key.Key_F7)
    assert page_of(clerk).settling
    return page_of(clerk).settle.lines


def test_nothing_to_look_at_is_said(clerk: Clerk) -> None:
    assert opened(clerk) == ()
    assert page_of(clerk).settle.count == 0


def test_refused_entries_and_remarks_stand_there_with_their_reasons(clerk: Clerk, theatre: Theatre) -> None:
    for code in (HOLDER, SECOND, THIRD):
        clerk.scan(code)
        clerk.give()
    answered(
        theatre,
        Answer("", notes=("S01", "S03"), over=2),
        Answer(""),
        Answer("", "refused", "S06", "senseless: a number is out of all bounds"),
    )
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: len(listed.lines) == 2)
    refused, remarked = listed.lines
    assert THIRD[-4:] in refused
    assert "Palvelin ei hyväksynyt kirjausta: kirjaus ei sovi yhteen palvelimen tietojen kanssa." in refused
    assert HOLDER[-4:] in remarked
    assert "Sama kortti kirjattiin myös toisella kassalla." in remarked
    assert "Kiintiö ylittyi 2 lipulla yhteyskatkon aikana." in remarked
    assert "Tukipalvelu auttaa korjaamisessa" in refused
    assert "Tukipalvelu" not in remarked
    clerk.press(Qt.Key.Key_F8)
    assert "Samma kort" in listed.lines[1]
    assert "registreringen stämmer inte överens med serverns uppgifter." in listed.lines[0]


def test_tickets_over_are_said_without_a_number_where_none_is_known(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    answered(theatre, Answer("", notes=("S03",)))
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: len(listed.lines) == 1)
    assert "Kiintiö ylittyi yhteyskatkon aikana." in listed.lines[0]


def test_a_number_that_was_not_accepted_is_named(clerk: Clerk, theatre: Theatre) -> None:
    enter(clerk)
    table = page_of(clerk).table
    clerk.until(lambda: page_of(clerk).is_open and table.currentIndex().isValid())
    clerk.keys.press(Qt.Key.Key_Delete)
    clerk.until(lambda: page_of(clerk).message.startswith("Tallennettu"))
    answered(theatre, Answer("", "refused", "S06", "tomorrow: a word that this desk does not know"))
    clerk.view.refresh()
    clerk.until(lambda: page_of(clerk).settle.count == 1)
    (line,) = page_of(clerk).settle.lines
    assert "Päivän lippumäärän muutos · Tuntematon sotilas · " in line
    assert "Palvelin ei hyväksynyt kirjausta. Korjaa" in line
    assert "Tukipalvelu auttaa korjaamisessa" in line


def test_an_undoing_that_was_not_accepted_is_one_line_with_its_giving(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True])
    answered(theatre, Answer("", "refused", "S06", "fault: one"), Answer("", "refused", "S06", "venue: two"))
    opened(clerk)
    clerk.until(lambda: page_of(clerk).settle.count == 1)
    (line,) = page_of(clerk).settle.lines
    assert HOLDER[-4:] in line
    assert "kirjaus koskee toista kohdetta" in line


def test_the_same_key_goes_back_to_the_table_and_the_next_visit_begins_there(clerk: Clerk) -> None:
    opened(clerk)
    clerk.press(Qt.Key.Key_F7)
    assert not page_of(clerk).settling
    assert page_of(clerk).table.hasFocus()
    clerk.press(Qt.Key.Key_F7)
    clerk.press(Qt.Key.Key_Escape)
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open)
    assert not page_of(clerk).settling


def test_the_key_opens_nothing_behind_the_door(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F10)
    clerk.press(Qt.Key.Key_F7)
    assert not page_of(clerk).is_open
    assert not page_of(clerk).settling
