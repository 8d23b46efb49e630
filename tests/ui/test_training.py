"""Training in the window: all of it works, and nothing of it reaches the desk's own files or its hub."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from sync.demo import DEMO_PIN
from sync.enrol import Invitation
from sync.hub import sample
from sync.hub import schema as hub_schema
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.runner import Rhythm
from sync.station import Station
from tests.ui.conftest import Clerk, Keyboard
from tests.ui.test_window import controls, cut_off
from tests.ui.world import GROUP, HOLDER, LEDGER_KEY, NOW, SECOND, Theatre
from ui.clerk.turn import Stage
from ui.deskview import Times
from ui.face import Face
from ui.session import Session
from ui.theme import TARGET
from ui.training import Training
from ui.window import Window
from validator.clock import StillClock
from validator.desk.practice import PIN
from validator.domain.network import RULES_2018
from validator.domain.practice import BENEFIT, FULL, Lesson
from validator.domain.practice import cards as practice_cards
from validator.domain.verdict import Reason
from validator.store import engine, schema
from validator.store.engine import Care
from validator.store.keys import FileVault

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Trainee(Clerk):
    """Somebody who practises."""

    @property
    def training(self) -> Training:
        training = self.session.training
        assert training is not None
        return training

    def begin(self) -> None:
        """Ctrl+T, and the practice desk's page is there with its programme."""
        self.keys.press(Qt.Key.Key_T, modifier=CTRL)
        self.until(lambda: self.training.on and self.flow.choice is not None)

    def end(self) -> None:
        """Ctrl+T once more."""
        self.keys.press(Qt.Key.Key_T, modifier=CTRL)
        self.until(lambda: not self.training.on)

    def learn(self, lesson: Lesson) -> str:
        """The card's button in the list."""
        self.training.show_cards()
        cards = self.training.cards
        assert cards is not None
        cards.button(lesson).click()
        self.settled()
        return self.reason

    def choose(self, offer: str) -> None:
        """Another event of the day, by the arrows."""
        self.press(Qt.Key.Key_F3)
        for _ in range(self.page.today.offers.count):
            if self.flow.choice is not None and self.flow.choice.offer == offer:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(offer)


@pytest.fixture
def trainee(clerk: Clerk) -> Trainee:
    return Trainee(clerk.bot, clerk.session, clerk.keys)


def rows(folder: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a desk's ledger."""
    path = folder / "ledger.db"
    pool = engine.pool(path, key, Care.LEDGER)
    try:
        with engine.reading(pool, path) as connection:
            return {
                table.name: [tuple(row) for row in connection.execute(select(table))]
                for table in schema.metadata.sorted_tables
            }
    finally:
        pool.dispose()


def digests(folder: Path) -> dict[str, str]:
    """What each file of a desk's folder holds; SQLite's index into its log, which readers write, left out."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.endswith("-shm")
    }


def text_of(lesson: Lesson) -> str:
    """What is printed on a practice card."""
    return next(card.text for card in practice_cards(NOW.date(), RULES_2018) if card.lesson is lesson)


def practise(trainee: Trainee) -> None:
    """An evening's work: giving, undoing, a group, a booking, a customer in vain, a manager who allows and sets a number."""
    trainee.begin()
    assert trainee.learn(Lesson.CHILDREN) == Reason.OK
    trainee.press(Qt.Key.Key_Plus)
    trainee.give()
    trainee.press(Qt.Key.Key_Z, CTRL)
    trainee.until(lambda: trainee.voided[0])
    for lesson in (Lesson.COMMUNITY, Lesson.MEMBER, Lesson.CHILDREN):
        trainee.learn(lesson)
    trainee.give()
    assert trainee.learn(Lesson.BOOKED) == Reason.OK_COLLECT
    trainee.give()
    trainee.choose(FULL)
    assert trainee.learn(Lesson.PLAIN) == Reason.QUOTA_FULL
    trainee.press(Qt.Key.Key_Escape)  # gone in vain
    trainee.choose(BENEFIT)
    assert trainee.learn(Lesson.PLAIN) == Reason.OK_POPUP
    trainee.give()
    trainee.press(Qt.Key.Key_Escape)
    trainee.press(Qt.Key.Key_F10)
    trainee.view.manager.door.try_pin(PIN)
    table = trainee.view.manager.table
    trainee.until(lambda: table.currentIndex().isValid())
    before = table.currentIndex().siblingAtColumn(1)
    table.model().setData(before, "3")
    trainee.until(lambda: "3" in str(before.data()))
    trainee.view.manager.lock()


def test_nothing_of_training_reaches_the_desks_files(trainee: Trainee, theatre: Theatre) -> None:
    trainee.until(
        lambda: "Ei yhteyttä" in trainee.view.strip.text
    )  # the line's first try writes the clock down
    before, held = rows(theatre.folder, LEDGER_KEY), digests(theatre.folder)
    practise(trainee)
    assert len(trainee.page.given.rows) >= 4
    model = trainee.page.given.model
    assert all(model.detail(row).endswith(("harjoitus", "peruttu")) for row in model.lines), "nothing waits"
    trainee.end()
    assert rows(theatre.folder, LEDGER_KEY) == before
    assert digests(theatre.folder) == held
    trainee.until(lambda: trainee.flow.choice is not None)
    trainee.scan(HOLDER)
    trainee.give()  # and what is no training does reach them
    assert rows(theatre.folder, LEDGER_KEY) != before


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[tuple[Hub, Path]]:
    """The sample network's hub on a socket, and a desk of it that has its list."""
    clock = StillClock(sample.demo_instant())
    with Hub.create(tmp_path / "hub", clock=clock, demo_offset=clock.offset) as hub:
        sample.load(hub)
        with HubServer(hub, Listening(port=0)) as server:
            folder = tmp_path / "desk"
            with Station.open(folder, FileVault(folder), clock) as station:
                code = hub.enrol_code("Kassa", [sample.demo_desk_venue()]).text
                station.enrol(Invitation.of(server.url, code), "Kassa")
                station.courier().carry()
                station.desk(lambda: False).door.set_pin(DEMO_PIN)
            yield hub, folder


def told(hub: Hub) -> dict[str, int]:
    """How many rows each table of the hub has."""
    with hub.database.read() as tx:
        return {
            table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
            for table in hub_schema.metadata.sorted_tables
        }


def test_nothing_of_training_reaches_the_hub(
    qtbot: QtBot, qapp: QApplication, face: Face, hub: tuple[Hub, Path], times: Times, keyboard: Keyboard
) -> None:
    register, folder = hub
    clock = StillClock(sample.demo_instant())
    at_once = Rhythm(interval=3600.0, gap=0.0, first=0.0, longest=3600.0)
    session = Session(
        qapp, face, lambda _: Station.open(folder, FileVault(folder), clock), times=times, rhythm=at_once
    )
    keyboard.window = session.window.windowHandle
    session.start()
    try:
        trainee = Trainee(qtbot, session, keyboard)
        trainee.until(lambda: session.desk_view is not None)
        session.window.activateWindow()
        trainee.until(lambda: trainee.flow.choice is not None and trainee.page.scanbox.field.hasFocus())
        trainee.until(lambda: trainee.view.strip.text.startswith("Kaikki"))
        before = told(register)
        practise(trainee)
        trainee.end()
        assert told(register) == before
        trainee.until(lambda: trainee.flow.choice is not None)
        card = next(row["code"] for row in sample.listing()["cards"] if row["label"] == "kainuu-children-0")
        trainee.scan(card)
        trainee.give()  # what is no training wakes the line, and nothing else goes along with it
        trainee.until(lambda: trainee.page.given.rows[0].state == "confirmed")
        after = told(register)
        assert after["events"] == before["events"] + 1
    finally:
        session.stop()
        session.window.deleteLater()


def test_the_band_stands_above_every_page(trainee: Trainee) -> None:
    trainee.begin()
    band = trainee.training.band
    assert band is not None
    assert "Harjoitustila: mitään ei kirjata." in band.text
    for key in (Qt.Key.Key_F10, Qt.Key.Key_F12):
        trainee.keys.press(key)
        assert band.isVisible()
        trainee.keys.press(Qt.Key.Key_Escape)
    assert trainee.view.header.place.endswith("Harjoituskassa")
    trainee.press(Qt.Key.Key_F8)
    assert "Övningsläge: inget registreras." in band.text
    assert trainee.view.header.place.endswith("Övningskassa")
    assert "Övningskassa" in trainee.session.window.windowTitle()
    trainee.end()
    assert trainee.session.window.page is trainee.training.real
    assert trainee.training.band is None


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_title_and_what_is_printed_name_the_desk_that_is_shown(trainee: Trainee, tmp_path: Path) -> None:
    window, real = trainee.session.window, trainee.training.real
    earnest = window.windowTitle()
    trainee.begin()
    trainee.until(lambda: "Harjoituskassa" in window.windowTitle())
    real.refresh()
    trainee.refreshed()
    assert "Harjoituskassa" in window.windowTitle()
    trainee.session.printables._shown = lambda _path: None  # noqa: SLF001  the system's viewer is outside
    trainee.session.printables.save_sheet()
    assert window.dialog is not None
    window.dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    window.dialog.close()
    trainee.until((tmp_path / "sheet.pdf").exists)
    trainee.training.end()
    assert window.windowTitle() == earnest


def test_a_real_card_is_not_judged_and_one_enter_asks_for_it(trainee: Trainee) -> None:
    trainee.begin()
    trainee.learn(Lesson.PLAIN)
    trainee.keys.scan(HOLDER)
    band = trainee.training.band
    assert band is not None
    trainee.until(lambda: HOLDER[-4:] in band.text)
    assert HOLDER not in band.text
    assert trainee.turn.stage is Stage.READY
    trainee.until(band.end_button.hasFocus)
    trainee.keys.press(Qt.Key.Key_Return)
    trainee.until(lambda: not trainee.training.on and trainee.turn.stage is Stage.SHOWN)
    assert trainee.reason == Reason.OK
    trainee.give()


def test_a_customer_who_reads_the_window_reads_of_nobodys_card(trainee: Trainee) -> None:
    trainee.begin()
    band = trainee.training.band
    assert band is not None
    trainee.keys.scan(HOLDER)
    trainee.until(lambda: HOLDER[-4:] in band.text)
    trainee.keys.press(Qt.Key.Key_F9)
    trainee.until(lambda: trainee.view.customer.covers)
    assert HOLDER[-4:] not in band.text
    trainee.keys.scan(SECOND)
    trainee.refreshed()
    assert SECOND[-4:] not in band.text
    assert not band.end_button.hasFocus()
    trainee.keys.press(Qt.Key.Key_F9)
    assert SECOND[-4:] in band.text
    assert band.end_button.hasFocus()


def test_several_real_cards_are_all_asked_for(trainee: Trainee) -> None:
    trainee.begin()
    trainee.keys.scan(GROUP)
    trainee.keys.scan(SECOND)
    trainee.keys.scan(SECOND)
    band = trainee.training.band
    assert band is not None
    trainee.until(lambda: SECOND[-4:] in band.text and "2" in band.text)
    trainee.end()
    trainee.settled()
    assert trainee.look.card is not None


def test_esc_lets_a_real_card_be(trainee: Trainee) -> None:
    trainee.begin()
    trainee.keys.scan(HOLDER)
    band = trainee.training.band
    assert band is not None
    trainee.until(lambda: HOLDER[-4:] in band.text)
    trainee.press(Qt.Key.Key_Escape)
    assert HOLDER[-4:] not in band.text
    trainee.end()
    assert trainee.turn.stage is Stage.READY


def test_nobody_practises_while_a_customer_is_there(trainee: Trainee) -> None:
    trainee.scan(HOLDER)
    trainee.keys.press(Qt.Key.Key_T, modifier=CTRL)
    assert "Palvele ensin tämä asiakas." in trainee.page.verdict.shown_text
    assert not trainee.training.on
    assert trainee.reason == Reason.OK


def test_in_earnest_a_practice_card_says_what_it_is(trainee: Trainee) -> None:
    trainee.begin()
    code = text_of(Lesson.PLAIN)
    trainee.end()
    trainee.keys.scan(code)
    trainee.until(lambda: "Tämä on harjoituskortti." in trainee.page.verdict.shown_text)
    assert trainee.turn.stage is Stage.READY


def test_a_practice_card_may_be_scanned_or_typed(trainee: Trainee) -> None:
    trainee.begin()
    code = text_of(Lesson.PLAIN)
    assert trainee.scan(code) == Reason.OK
    trainee.press(Qt.Key.Key_Escape)
    trainee.keys.type(code)
    trainee.press(Qt.Key.Key_Return)
    trainee.until(lambda: trainee.turn.stage is Stage.SHOWN)
    assert trainee.reason == Reason.OK


def test_without_a_connection_practice_says_so_and_gives_provisionally(trainee: Trainee) -> None:
    trainee.begin()
    assert trainee.learn(Lesson.UNKNOWN) == Reason.UNKNOWN
    cards = trainee.training.cards
    assert cards is not None
    cards.offline.setChecked(True)
    trainee.until(lambda: "Ei yhteyttä" in trainee.view.header.state)
    trainee.settled()
    assert trainee.learn(Lesson.UNKNOWN) == Reason.OK
    assert "Korttia ei ole vanhassa luettelossa" in trainee.page.verdict.shown_text


def test_every_card_has_its_line_and_the_keys_reach_it(trainee: Trainee) -> None:
    trainee.begin()
    trainee.keys.press(Qt.Key.Key_K, modifier=CTRL)
    cards = trainee.training.cards
    assert cards is not None
    for lesson in Lesson:
        button = cards.button(lesson)
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.height() >= TARGET
    assert PIN in cards.text
    trainee.end()
    assert trainee.training.cards is None


def test_the_window_may_be_closed_while_somebody_practises(trainee: Trainee) -> None:
    trainee.begin()
    trainee.learn(Lesson.PLAIN)
    trainee.session.stop()
    assert not trainee.session.window.isVisible()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_in_the_band_is_cut_off(trainee: Trainee, factor: float) -> None:
    window: Window = trainee.session.window
    window.resize(1024, 700)
    trainee.session.face.enlarge(factor)
    trainee.begin()
    trainee.keys.scan(HOLDER)
    band = trainee.training.band
    assert band is not None
    trainee.until(lambda: HOLDER[-4:] in band.text)
    QApplication.processEvents()
    assert cut_off(band) == []
    for control in controls(band):
        assert control.height() >= TARGET
