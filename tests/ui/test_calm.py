"""The screen never waits: not for a disk, not for another program that holds the file, not at the end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, SECOND, Theatre
from ui.bridge import Bridge
from ui.clerk.turn import Stage
from ui.work import DeskWork, When
from validator.domain.verdict import Reason
from validator.errors import BugError, StoreFull
from validator.scan.source import PreviewFrame


def test_a_held_file_keeps_the_ticket_waiting_and_the_screen_alive(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    ticks: list[Stage] = []
    pulse = QTimer(clerk.page)
    pulse.timeout.connect(lambda: ticks.append(clerk.turn.stage))
    pulse.start(0)
    with theatre.open() as other, other.ledger.write():
        clerk.flow.confirm()
        clerk.until(lambda: ticks.count(Stage.GIVING) > 50)
        clerk.keys.type("KAI")
        assert clerk.page.scanbox.field.text() == "KAI"
        assert clerk.page.given.rows == ()
    clerk.until(lambda: clerk.turn.stage is Stage.GIVEN)
    pulse.stop()


def test_what_was_asked_for_is_booked_before_the_end(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.flow.confirm()
    clerk.session.stop()
    with theatre.open() as station:
        assert len(station.desk(lambda: False).counter.given()) == 1


def test_no_window_flashes_up_beside_ours(clerk: Clerk) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for code in (HOLDER, SECOND, "https://example.org/"):
        clerk.show(code)
        clerk.page.toggle_why()
    app.removeEventFilter(watch)
    assert shown == []


def test_a_reading_waits_for_its_turn_behind_a_giving(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    with theatre.open() as other, other.ledger.write():
        clerk.flow.confirm()
        clerk.keys.scan(SECOND)
        assert clerk.turn.stage == Stage.GIVING
    clerk.settled()
    assert clerk.reason == Reason.OK
    assert clerk.look.card is not None
    assert clerk.look.card.masked.endswith(SECOND[-4:])
    clerk.until(lambda: len(clerk.page.given.rows) == 1)


class TestWork:
    @pytest.fixture
    def landed(self) -> list[object]:
        return []

    def test_work_is_done_in_order_and_answers_come_back(self, landed: list[object]) -> None:
        work = DeskWork(lambda closure: closure(), landed.append)
        work.start()
        for number in range(20):
            work.submit(lambda number=number: number, landed.append)  # type: ignore[misc]
        work.stop()
        assert work.join(10.0)
        assert landed == list(range(20))

    def test_what_keeps_the_screen_fresh_waits_behind_a_customer_and_is_done_before_the_end(
        self, landed: list[object]
    ) -> None:
        work = DeskWork(lambda closure: closure(), landed.append)
        work.submit(lambda: "list", landed.append, when=When.IDLE)
        work.submit(lambda: "strip", landed.append, when=When.IDLE)
        work.submit(lambda: "card", landed.append)
        work.stop()
        work.start()
        assert work.join(10.0)
        assert landed == ["card", "list", "strip"]

    def test_the_worlds_error_comes_back_and_the_thread_goes_on(self, landed: list[object]) -> None:
        def fail() -> None:
            raise StoreFull

        work = DeskWork(lambda closure: closure(), lambda error: landed.append(type(error)))
        work.start()
        work.submit(fail, landed.append)
        work.submit(threading.get_ident, lambda ident: landed.append(ident != threading.get_ident() or ident))
        work.stop()
        assert work.join(10.0)
        assert landed[0] is StoreFull
        assert len(landed) == 2

    def test_nothing_is_taken_after_the_end(self) -> None:
        work = DeskWork(lambda closure: closure(), lambda _error: None)
        work.start()
        work.stop()
        assert work.join(10.0)
        with pytest.raises(BugError):
            work.submit(lambda: None, lambda _none: None)


def test_only_the_newest_preview_is_kept(qapp: QApplication) -> None:
    bridge = Bridge()
    came: list[int] = []
    bridge.preview_came.connect(lambda: came.append(1))
    for width in (1, 2, 3):
        bridge.on_preview(PreviewFrame(width, 1, bytes(3 * width)))
    newest = bridge.newest_preview()
    assert newest is not None
    assert newest.width == 3
    assert bridge.newest_preview() is None
    assert came == [1]
