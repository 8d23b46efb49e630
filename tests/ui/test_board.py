"""The manager's table with the keyboard alone: whole houses, performances, the switches, and what they come to at the counter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit

from sync.wire import Answer
from tests.ui.conftest import Clerk
from tests.ui.test_manager import enrolled, enter_table, page_of, shown, table_of, type_number
from tests.ui.world import HOLDER, NOW, PLAY, SECOND, THEATRE, TODAY, Theatre
from ui.deskview import Times
from ui.manager.alone import Alone
from ui.manager.table import CELL, QuotaModel
from ui.parts import Button
from validator.desk import quota_key
from validator.domain.elsewhere import Lent, Reach
from validator.domain.quota import QuotaMode
from validator.domain.rights import Slot
from validator.domain.verdict import Reason

__all__ = ["enrolled"]

RIGHT, LEFT, UP, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down
S, T, P = Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_P


def here(clerk: Clerk) -> QModelIndex:
    """The current cell."""
    return table_of(clerk).currentIndex()


def spoken(clerk: Clerk) -> str:
    """What a screen reader says of the current cell."""
    return str(here(clerk).data(Qt.ItemDataRole.AccessibleTextRole))


def down(clerk: Clerk) -> list[str]:
    """The names of the rows of today and tomorrow."""
    model = table_of(clerk).model()
    names = [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]
    return names[: next(at for at, name in enumerate(names) if name.endswith("15.10.2018"))]


def letter(clerk: Clerk, key: Qt.Key) -> None:
    """A letter that comes alone: behind the moment in which it would belong to the signs before it."""
    timers = [timer for alone in table_of(clerk).findChildren(Alone) for timer in alone.findChildren(QTimer)]
    clerk.until(lambda: not any(timer.isActive() for timer in timers))
    clerk.keys.press(key)


def settled(clerk: Clerk) -> None:
    """What was typed or switched is booked."""
    clerk.until(
        lambda: not here(clerk).data(CELL).saving and page_of(clerk).message.startswith("Tallennettu")
    )


def back_at_the_counter(clerk: Clerk, code: str) -> str:
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    return clerk.scan(code)


def test_the_houses_number_is_the_first_column_and_is_obeyed_at_once(clerk: Clerk) -> None:
    enter_table(clerk)
    clerk.keys.press(LEFT)
    assert spoken(clerk).startswith("Koko kohde: Kajaanin kaupunginteatteri, 13.10.2018: –")
    type_number(clerk, "1")
    clerk.until(lambda: shown(clerk, column=0).cell.value == 1 and not shown(clerk, column=0).saving)
    assert back_at_the_counter(clerk, HOLDER) == Reason.OK
    assert [note.reason for note in clerk.look.verdict.notes] == [Reason.LAST_ONES, Reason.OFFLINE]
    clerk.give()
    assert clerk.scan(SECOND) == Reason.QUOTA_FULL


def test_performances_are_shown_below_their_day_and_each_has_a_number(clerk: Clerk) -> None:
    enter_table(clerk)
    assert down(clerk) == ["▸ la 13.10.2018", "▸ su 14.10.2018"]
    letter(clerk, P)
    clerk.until(lambda: len(down(clerk)) == 5)
    assert down(clerk) == [
        "▾ la 13.10.2018",
        "13.00 Muumipappa merellä",
        "19.00 Tuntematon sotilas",
        "22.00 Yöklubi",
        "▸ su 14.10.2018",
    ]
    clerk.keys.press(DOWN)  # over the matinee, which has no cell in this column
    assert spoken(clerk).startswith("19.00 Tuntematon sotilas, 13.10.2018: –")
    clerk.keys.type("1")
    clerk.keys.press(UP)
    assert here(clerk).row() == 0
    clerk.until(lambda: shown(clerk, 2).cell.value == 1 and not shown(clerk, 2).saving)
    letter(clerk, P)
    clerk.until(lambda: down(clerk)[1:] == ["19.00 Tuntematon sotilas", "▸ su 14.10.2018"])
    assert back_at_the_counter(clerk, HOLDER) == Reason.OK
    clerk.give()
    assert clerk.scan(SECOND) == Reason.QUOTA_FULL


def test_a_number_that_is_taken_away_takes_its_row_along_and_leaves_the_manager_at_the_day(
    clerk: Clerk,
) -> None:
    enter_table(clerk)
    letter(clerk, P)
    clerk.until(lambda: len(down(clerk)) == 5)
    clerk.keys.press(DOWN)
    clerk.keys.type("3")
    clerk.keys.press(DOWN)
    clerk.keys.press(UP)
    letter(clerk, P)
    clerk.until(lambda: len(down(clerk)) == 3)
    assert here(clerk).data(CELL).cell.value == 3
    clerk.keys.press(Qt.Key.Key_Delete)
    clerk.until(lambda: len(down(clerk)) == 2)
    assert (here(clerk).row(), here(clerk).column()) == (0, 1)


def test_where_there_is_no_cell_nobody_gets_and_nothing_is_said(clerk: Clerk) -> None:
    enter_table(clerk)
    letter(clerk, P)
    clerk.until(lambda: len(down(clerk)) == 5)
    clerk.keys.press(DOWN)
    before, model = here(clerk), table_of(clerk).model()
    for key in (RIGHT, LEFT):
        clerk.keys.press(key)
        assert here(clerk) == before
    others = [at for at in range(model.columnCount()) if at != before.column()]
    for column in others:
        blank = before.siblingAtColumn(column)
        assert blank.flags() == Qt.ItemFlag.NoItemFlags
        assert all(blank.data(role) is None for role in Qt.ItemDataRole)
    reader = QAccessible.queryAccessibleInterface(table_of(clerk))
    across = model.columnCount() + 1
    heard = [
        reader.child((before.row() + 1) * across + at).text(QAccessible.Text.Name) for at in range(across)
    ]
    assert heard[0] == "19.00 Tuntematon sotilas"
    assert heard[before.column() + 1] == spoken(clerk)
    assert [heard[at + 1] for at in others] == ["" for _ in others]


def test_sold_out_is_switched_on_and_off_also_without_a_number(clerk: Clerk) -> None:
    enter_table(clerk)
    clerk.keys.press(Qt.Key.Key_Delete)
    settled(clerk)
    letter(clerk, S)
    clerk.until(lambda: "loppuunmyyty" in spoken(clerk))
    settled(clerk)
    assert back_at_the_counter(clerk, HOLDER) == Reason.SOLD_OUT
    assert clerk.look.verdict.main.reason is Reason.SOLD_OUT
    clerk.press(Qt.Key.Key_Escape)
    enter_table(clerk)
    letter(clerk, S)
    clerk.until(lambda: "loppuunmyyty" not in spoken(clerk))
    settled(clerk)
    assert back_at_the_counter(clerk, HOLDER) == Reason.OK


def test_a_trusting_number_may_be_exceeded_at_a_desk_that_is_cut_off(clerk: Clerk) -> None:
    enter_table(clerk)
    type_number(clerk, "1")
    clerk.until(lambda: here(clerk).row() == 1)
    clerk.keys.press(UP)
    letter(clerk, T)
    clerk.until(lambda: "saa ylittää" in spoken(clerk))
    settled(clerk)
    assert shown(clerk).cell.mode is QuotaMode.TRUSTING
    assert back_at_the_counter(clerk, HOLDER) == Reason.OK
    clerk.give()
    assert clerk.scan(SECOND) == Reason.OK
    assert Reason.QUOTA_SHARED_OFFLINE in {note.reason for note in clerk.look.verdict.notes}
    clerk.press(Qt.Key.Key_Escape)
    enter_table(clerk)
    letter(clerk, T)
    clerk.until(lambda: "saa ylittää" not in spoken(clerk))
    settled(clerk)
    assert back_at_the_counter(clerk, SECOND) == Reason.QUOTA_FULL


def test_the_buttons_say_what_they_would_do_and_do_it(clerk: Clerk) -> None:
    enter_table(clerk)

    def names() -> list[str]:
        return [button.accessibleName() for button in page_of(clerk).board.findChildren(Button)]

    assert names() == ["Loppuunmyyty", "Saa ylittää", "Esitykset", "Anna heti"]
    for button, key in zip(page_of(clerk).board.findChildren(Button), "STPH", strict=True):
        assert button.accessibleDescription().startswith(key)
        button.setFocus()
        clerk.keys.press(Qt.Key.Key_Space)
        clerk.until(lambda: table_of(clerk).hasFocus())
    clerk.until(lambda: names() == ["Taas jaossa", "Ei saa ylittää", "Vain päivät", "Anna Enterillä"])
    clerk.press(Qt.Key.Key_F8)
    assert names() == ["Inte slutsålt", "Får inte överskridas", "Bara dagar", "Ge med Enter"]
    assert "slutsålt" in spoken(clerk)


def lent_elsewhere(theatre: Theatre, out: int) -> None:
    """The hub has said that others hold rights for tonight's play, and that its number is not in force everywhere yet."""
    key = quota_key(PLAY, TODAY)
    with theatre.open() as station, station.ledger.write() as books:
        lent = Lent(THEATRE.id, Slot(PLAY.id, "play-0", TODAY), out)
        books.settle([Answer(event="quota-play", sequence=1, status="accepted")], NOW)
        books.elsewhere.put(NOW, [lent], {key: Reach(2, 3)})


def test_a_lower_number_is_over_at_once_by_what_other_desks_may_still_give(
    clerk: Clerk, theatre: Theatre
) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    lent_elsewhere(theatre, 5)
    enter_table(clerk)
    assert (shown(clerk).cell.lent, shown(clerk).cell.over) == (5, 0)
    told = (
        "20, annettu 1 · 19 jäljellä · voimassa 2/3 kassassa, muilla kassoilla 5 (tieto 13.10.2018 klo 17.42)"
    )
    assert spoken(clerk).endswith(told)
    assert here(clerk).data(Qt.ItemDataRole.ToolTipRole) == spoken(clerk)
    painted = QuotaModel(clerk.session.face).counted(shown(clerk))
    assert "muilla" not in painted  # there is room for all: it is said to who asks
    table = table_of(clerk).model()
    seen: list[str] = []
    table.dataChanged.connect(lambda first, _last: seen.append(first.data(Qt.ItemDataRole.ToolTipRole)))
    type_number(clerk, "4")
    over = "4, annettu 1 · muilla kassoilla 5 · ylitys 2"
    clerk.until(lambda: bool(seen))
    assert over in seen[0]  # before it is booked
    clerk.until(lambda: shown(clerk).cell.value == 4 and not shown(clerk).saving)
    clerk.keys.press(UP)
    assert over in spoken(clerk)
    house = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert house.endswith("–, annettu 1, muilla kassoilla 5 (tieto 13.10.2018 klo 17.42)")


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_four_days_and_the_word_below_them_are_seen_at_any_size_of_text(clerk: Clerk, factor: float) -> None:
    window, table = clerk.session.window, table_of(clerk)
    window.resize(window.minimumSize())
    clerk.session.face.enlarge(factor)
    enter_table(clerk)

    def seen() -> int:
        """Rows of which nothing is hidden, neither by the table nor by the page."""
        region, model = table.viewport().visibleRegion().boundingRect(), table.model()
        places = [table.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
        return sum(region.top() <= at.top() and at.bottom() <= region.bottom() for at in places)

    clerk.until(lambda: seen() >= 4)
    type_number(clerk, "4")
    settled(clerk)
    foot, header = page_of(clerk).board.foot, table.horizontalHeader()
    clerk.until(lambda: foot.visibleRegion().boundingRect() == foot.rect())
    clerk.keys.press(UP)
    below = [words.text() for words in foot.findChildren(QLabel) if words.isVisible()]
    assert ("annettu 0 · 4 jäljellä · matkalla" in below) is (factor > 1), "where a cell has no room for it"
    assert header.visibleRegion().boundingRect().height() == header.height()
    clerk.until(lambda: clerk.view.strip.text.startswith("Ei yhteyttä"))  # its lines take room too
    clerk.until(lambda: seen() >= 4)
    page_of(clerk).toggle_settle()
    clerk.until(lambda: page_of(clerk).settle.visibleRegion().boundingRect().height() > 0)


class TestScans:
    @pytest.fixture
    def times(self, times: Times) -> Times:
        """However long the machine takes over a key, a scanner's next one comes before a letter acts."""
        return Times(alone=1500, instant=times.instant)

    def test_a_card_that_is_scanned_here_moves_no_switch_and_leaves_no_open_cell(
        self, clerk: Clerk, theatre: Theatre
    ) -> None:
        enter_table(clerk)
        rows = down(clerk)
        for code in ("SPT1234567", "T123456789", "1234567890"):
            clerk.keys.scan(code)
            clerk.until(lambda: table_of(clerk).viewport().findChild(QLineEdit) is None)
        letter(clerk, T)  # a letter alone still acts: no earlier one is to come
        settled(clerk)
        cell = shown(clerk).cell
        assert (cell.value, cell.sold_out, cell.mode) == (20, False, QuotaMode.TRUSTING)
        assert down(clerk) == rows
        with theatre.open() as station, station.ledger.read() as books:
            assert sum(entry.header.find(b'"quota"') >= 0 for entry in books.entries()) == 3


def test_a_letter_in_an_open_cell_is_a_letter_and_a_day_without_performances_says_so(clerk: Clerk) -> None:
    enter_table(clerk)
    clerk.keys.press(DOWN)
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.until(lambda: table_of(clerk).viewport().findChild(QLineEdit) is not None)
    clerk.keys.type("s")
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.until(lambda: page_of(clerk).message.startswith("Kirjoita kokonaisluku"))
    assert not shown(clerk, 1).cell.sold_out
    clerk.keys.press(Qt.Key.Key_Escape)
    clerk.until(lambda: table_of(clerk).viewport().findChild(QLineEdit) is None)
    clerk.keys.press(DOWN)
    letter(clerk, P)
    clerk.until(lambda: page_of(clerk).message == "Tälle päivälle ei ole esityksiä.")
