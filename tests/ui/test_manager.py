from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView

from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, PIN, PLAY, SECOND, TODAY, Theatre
from ui.clerk.turn import Stage
from ui.deskview import Times
from ui.manager.page import ManagerPage
from ui.manager.table import CELL, QuotaModel, Shown
from ui.operations import Operations, Quotas
from validator.domain.journal import parse
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Reason
from validator.errors import StoreFull
from validator.store.ledger import Ledger


@pytest.fixture(scope="module")
def enrolled(enrolled_with_pin: Path) -> Path:
    return enrolled_with_pin


def page_of(clerk: Clerk) -> ManagerPage:
    return clerk.view.manager


def table_of(clerk: Clerk) -> QTableView:
    return page_of(clerk).table


def enter(clerk: Clerk, pin: str = PIN) -> None:
    """F10 and the PIN."""
    clerk.press(Qt.Key.Key_F10)
    clerk.until(lambda: not clerk.view.manager.door.choosing)
    clerk.keys.type(pin)
    clerk.press(Qt.Key.Key_Return)


def enter_table(clerk: Clerk) -> None:
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open and table_of(clerk).currentIndex().isValid())


def shown(clerk: Clerk, row: int = 0, column: int = 1) -> Shown:
    """A cell; the first offer's today."""
    found = table_of(clerk).model().index(row, column).data(CELL)
    assert isinstance(found, Shown)
    return found


def type_number(clerk: Clerk, text: str) -> None:
    """Into the current cell, as a user does: the first key opens it."""
    table = table_of(clerk)
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.until(lambda: table.findChild(QLineEdit) is not None)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def saved(clerk: Clerk, value: int | None) -> None:
    clerk.until(lambda: shown(clerk).cell.value == value and not shown(clerk).saving)


def test_the_table_shows_fourteen_days_with_numbers_given_and_left(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    enter_table(clerk)
    model = table_of(clerk).model()
    assert (model.rowCount(), model.columnCount()) == (14, 6)
    cell = shown(clerk).cell
    assert (cell.value, cell.given, cell.left) == (20, 1, 19)
    assert "annettu 1 · 19 jäljellä" in str(model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_that_there_are_no_offers_is_said_only_once_the_numbers_are_read(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Callable[[Quotas], None]] = []
    monkeypatch.setattr(Operations, "quotas", lambda _, done: asked.append(done))
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open and bool(asked))

    def told() -> list[str]:
        return [words.text() for words in page_of(clerk).board.findChildren(QLabel) if words.text()]

    none = clerk.session.face.say("ui", "manager.no_offers")
    assert none not in told()
    asked[-1](Quotas((), (), (), {}, frozenset()))
    assert none in told()


def test_a_typed_number_is_booked_and_obeyed_at_once(clerk: Clerk) -> None:
    enter_table(clerk)
    type_number(clerk, "0")
    saved(clerk, 0)
    clerk.until(lambda: page_of(clerk).message == "Tallennettu. Raja on heti voimassa tässä kassassa.")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    assert clerk.scan(HOLDER) == Reason.QUOTA_FULL


def test_lowering_below_what_was_given_says_by_how_many(clerk: Clerk) -> None:
    for code in (HOLDER, SECOND):
        clerk.scan(code)
        clerk.give()
    enter_table(clerk)
    type_number(clerk, "1")
    saved(clerk, 1)
    assert shown(clerk).cell.over == 1
    text = str(table_of(clerk).model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "ylitys 1" in text


def test_an_empty_cell_means_no_number(clerk: Clerk) -> None:
    enter_table(clerk)
    clerk.keys.press(Qt.Key.Key_Delete)
    saved(clerk, None)
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: (line := clerk.page.today.offers.line) is not None and line.left is None)


def test_enter_and_arrows_keep_what_was_typed_and_go_on_as_in_a_spreadsheet(clerk: Clerk) -> None:
    enter_table(clerk)
    table = table_of(clerk)
    clerk.keys.type("5")
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.until(lambda: table.currentIndex().row() == 1)
    clerk.keys.type("6")
    clerk.keys.press(Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2
    clerk.keys.type("7")
    clerk.keys.press(Qt.Key.Key_Up)
    assert table.currentIndex().row() == 1
    clerk.until(lambda: [shown(clerk, row).cell.value for row in range(3)] == [5, 6, 7])


def test_news_of_the_table_takes_nothing_away_from_who_is_typing(clerk: Clerk) -> None:
    enter_table(clerk)
    table = table_of(clerk)
    clerk.keys.type("5")
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.until(lambda: table.currentIndex().row() == 1)
    clerk.keys.type("6")
    saved(clerk, 5)
    clerk.keys.press(Qt.Key.Key_Down)
    clerk.until(lambda: shown(clerk, 1).cell.value == 6)


def test_what_was_not_entered_is_not_booked_when_the_program_ends(clerk: Clerk, theatre: Theatre) -> None:
    enter_table(clerk)
    clerk.keys.type("5")
    clerk.session.stop()
    with theatre.open() as station:
        assert dict(station.desk(lambda: False).quotas.rows())[PLAY][0].value == 20


def test_what_begins_next_stands_first(clerk: Clerk) -> None:
    enter_table(clerk)
    model = table_of(clerk).model()
    across = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert across[0] == "Koko kohde"
    assert across[1:] == ["Tuntematon sotilas", "Yöklubi", "Näyttely: sata vuotta kulisseja"]


@pytest.mark.parametrize("text", ["-1", "1,5", "kaksi", "10001", "999999999", "٣"])
def test_what_is_no_number_is_told_and_the_old_one_stays(clerk: Clerk, text: str) -> None:
    enter_table(clerk)
    type_number(clerk, text)
    told = "Kirjoita kokonaisluku, enintään 10\N{NO-BREAK SPACE}000, tai jätä ruutu tyhjäksi."
    clerk.until(lambda: page_of(clerk).message == told)
    assert shown(clerk).cell.value == 20


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_what_is_refused_stays_in_its_cell_until_it_is_mended(clerk: Clerk, key: Qt.Key) -> None:
    enter_table(clerk)
    table = table_of(clerk)
    type_number(clerk, "5")  # its "saved" comes later than the next one's refusal
    clerk.until(lambda: table.currentIndex().row() == 1)
    clerk.keys.type("1")
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "O")
    QTest.keyClick(editor, key)
    clerk.until(lambda: page_of(clerk).message.startswith("Kirjoita kokonaisluku"))
    saved(clerk, 5)
    assert page_of(clerk).message.startswith("Kirjoita kokonaisluku")
    assert (table.currentIndex().row(), editor.text(), editor.hasFocus()) == (1, "1O", True)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    clerk.until(lambda: shown(clerk, 1).cell.value == 1 and table.currentIndex().row() == 2)
    clerk.until(lambda: page_of(clerk).message.startswith("Tallennettu"))


def test_a_number_that_is_not_saved_says_nothing_of_a_ticket(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_table(clerk)

    def broken_disk(_: object) -> None:
        raise StoreFull

    monkeypatch.setattr(Ledger, "write", broken_disk)
    type_number(clerk, "5")
    clerk.until(lambda: page_of(clerk).message.startswith("Muutosta ei tallennettu"))
    saved(clerk, 20)
    clerk.press(Qt.Key.Key_F8)
    assert page_of(clerk).message.startswith("Ändringen sparades inte")
    page_of(clerk)._send_anew("case")  # noqa: SLF001  as the button of a case does
    beside = page_of(clerk).settle.findChildren(QLabel)
    clerk.until(lambda: any(words.text().startswith("Ändringen sparades inte") for words in beside))


def test_a_wrong_pin_opens_nothing_and_the_third_locks(clerk: Clerk) -> None:
    enter(clerk, "0000")
    clerk.until(lambda: "ei ole oikein" in clerk.view.manager.door.trouble)
    for _ in range(2):
        clerk.keys.type("0000")
        clerk.press(Qt.Key.Key_Return)
    # Half a minute from 17.42 on, said to the minute: never so that one would come too early.
    clerk.until(lambda: "klo 17.43" in clerk.view.manager.door.trouble)
    clerk.keys.type(PIN)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: "klo 17.43" in clerk.view.manager.door.trouble)
    assert not page_of(clerk).is_open


def ask_why(clerk: Clerk) -> None:
    """F6 and the PIN, beside a decline."""
    clerk.press(Qt.Key.Key_F6)
    clerk.keys.type(PIN)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.page.lift.asking)
    assert clerk.page.lift.reasons.buttons[0].hasFocus()


def last_reason(theatre: Theatre) -> tuple[object, object]:
    """What the journal's newest entry says was lifted, and why."""
    with theatre.open() as station, station.ledger.read() as books:
        *_, newest = books.entries()
        body = parse(newest.header).body
        return body["overridden"], body["override_reason"]


def test_a_decline_is_lifted_by_the_pin_beside_it_and_a_reason(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(HOLDER) == Reason.ALREADY
    ask_why(clerk)
    assert not clerk.turn.can_give
    clerk.keys.type("3")
    clerk.until(lambda: clerk.turn.can_give)
    clerk.give()
    assert clerk.voided == [False, False]
    assert last_reason(theatre) == (["R32"], "fault")


class TestReasons:
    @pytest.fixture
    def asked(self, clerk: Clerk) -> Clerk:
        """The PIN was right; now the manager is asked why."""
        clerk.show(HOLDER)
        clerk.give()
        clerk.press(Qt.Key.Key_Escape)
        assert clerk.show(HOLDER) == Reason.ALREADY
        ask_why(clerk)
        return clerk

    def test_what_is_lifted_and_the_reasons_are_said(self, asked: Clerk) -> None:
        reasons = asked.page.lift.reasons
        assert "toinen lippu samaan tilaisuuteen" in reasons.heading
        assert [button.accessibleName() for button in reasons.buttons] == [
            "Paikkoja on sittenkin",
            "Sovittu tukipalvelun kanssa",
            "Vika järjestelmässä tai luettelossa",
            "Muu syy",
        ]
        assert [button.accessibleDescription() for button in reasons.buttons] == ["1", "2", "3", "4"]
        assert reasons.accessibleName() == reasons.heading
        assert not asked.page.party.isVisible()
        asked.press(Qt.Key.Key_F8)
        assert "en andra biljett till samma evenemang" in reasons.heading
        assert asked.page.lift.asking

    @pytest.mark.parametrize(
        ("arrows", "reason"),
        [
            ([], OverrideReason.ROOM),
            ([Qt.Key.Key_Right], OverrideReason.AGREED),
            ([Qt.Key.Key_Left], OverrideReason.OTHER),
            ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down], OverrideReason.FAULT),
        ],
    )
    def test_arrows_and_enter_choose(
        self, asked: Clerk, arrows: list[Qt.Key], reason: OverrideReason
    ) -> None:
        for arrow in arrows:
            asked.press(arrow)
        asked.press(Qt.Key.Key_Return)
        asked.until(lambda: asked.turn.can_give)
        assert asked.turn.ask is not None
        assert asked.turn.ask.override_reason is reason

    def test_escape_leaves_everything_as_it_was(self, asked: Clerk) -> None:
        asked.press(Qt.Key.Key_Escape)
        assert asked.turn.stage is Stage.READY
        assert not asked.page.lift.asking
        assert asked.scan(HOLDER) == Reason.ALREADY
        assert not asked.page.lift.asking

    def test_the_next_card_is_nobodys_exception(self, asked: Clerk) -> None:
        assert asked.scan(SECOND) == Reason.OK
        assert not asked.page.lift.asking
        assert asked.scan(HOLDER) == Reason.ALREADY
        asked.keys.type("1")
        assert not asked.turn.can_give

    def test_another_party_needs_the_pin_again(self, asked: Clerk) -> None:
        asked.keys.type("+")
        asked.settled()
        assert not asked.page.lift.asking
        assert asked.page.party.isVisible()

    def test_the_same_key_goes_back_to_the_reasons(self, asked: Clerk) -> None:
        asked.press(Qt.Key.Key_F4)
        assert asked.page.scanbox.field.hasFocus()
        asked.press(Qt.Key.Key_F6)
        assert asked.page.lift.reasons.buttons[0].hasFocus()


def test_a_wrong_pin_lifts_nothing_and_says_so(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_F6)
    clerk.keys.type("1111")
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: "ei ole oikein" in clerk.page.lift.told)
    assert clerk.reason == Reason.ALREADY


class TestIdle:
    @pytest.fixture
    def times(self, times: Times) -> Times:
        return Times(idle=100, instant=times.instant)

    def test_the_page_locks_itself(self, clerk: Clerk) -> None:
        enter(clerk)
        clerk.until(lambda: "lukittiin" in clerk.view.manager.door.trouble)
        assert not page_of(clerk).is_open
        assert not clerk.view.on_clerk_page


def test_those_who_asked_in_vain_stand_beside_the_days_number(clerk: Clerk, theatre: Theatre) -> None:
    with theatre.open() as station:
        station.desk(lambda: False).quotas.put(PLAY, TODAY, 0, Role.MANAGER)

    def asked() -> int:
        with theatre.open() as station, station.ledger.read() as books:
            return books.demand.sums()[("play", TODAY)]

    clerk.scan(HOLDER)
    assert asked() == 0  # still standing there
    clerk.scan(HOLDER)
    assert asked() == 0  # the same card again
    clerk.scan(SECOND)
    clerk.until(lambda: asked() == 1)
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: asked() == 2)
    with theatre.open() as station:
        rows = station.desk(lambda: False).quotas.rows()
    cell = dict(rows)[PLAY][0]
    model = QuotaModel(clerk.session.face)
    assert model.detail(Shown(cell, held=True, saving=False)).endswith("2 kysyi eikä saanut · matkalla")
