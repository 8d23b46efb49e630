from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.ui.conftest import Clerk
from tests.ui.world import GROUP, HOLDER, NOW, SECOND, Theatre
from ui.theme import TARGET
from ui.window import Farewell
from ui.wrapping import WrappingRow
from validator.domain.code import CardRead, Source


def controls(root: QWidget) -> list[QWidget]:
    """Everything that can be used and is seen."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QCheckBox)
    return [each for kind in kinds for each in root.findChildren(kind) if each.isVisible() and own(each)]


def own(widget: QObject) -> bool:
    """Whether it is ours, not a part of one of Qt's widgets."""
    return type(widget).__module__.startswith("ui.") or isinstance(widget, QLineEdit | QCheckBox)


def cut_off(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    labels = [
        each for each in root.findChildren(QLabel) if each.isVisible() and each.text() and not spared(each)
    ]
    buttons = [each for each in root.findChildren(QAbstractButton) if each.isVisible() and own(each)]
    low = [label.text() for label in labels if label.height() < needed_height(label)]
    wide = [label for label in labels if not label.wordWrap() and label.width() < label.sizeHint().width()]
    narrow = [button.text() for button in buttons if button.width() < button.sizeHint().width()]
    return low + [label.text() for label in wide] + narrow


def spared(label: QLabel) -> bool:
    """Whether its row leaves it out altogether, as it does with nothing but what it was told to."""
    row = label.parentWidget()
    return row is not None and isinstance(row.layout(), WrappingRow) and label.size().isEmpty()


def needed_height(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()


def test_the_title_names_venue_and_desk(clerk: Clerk) -> None:
    assert clerk.session.window.windowTitle().startswith("Kajaanin kaupunginteatteri · Kassa 2")


def test_closing_with_tickets_that_wait_says_that_they_are_safe(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.until(lambda: clerk.view.waiting == 1)
    window = clerk.session.window
    window.close()
    farewell = window.findChild(Farewell)
    assert farewell is not None
    (words,) = farewell.findChildren(QLabel)
    assert words.text().startswith("1 lippu")
    clerk.press(Qt.Key.Key_F8)
    assert words.text().startswith("1 biljett")
    window.close()
    assert not window.isVisible()


def test_closing_without_any_closes(clerk: Clerk) -> None:
    clerk.session.window.close()
    assert not clerk.session.window.isVisible()


def questions(clerk: Clerk) -> list[QFileDialog]:
    """The file dialogs beside the window."""
    return [each for each in clerk.session.window.findChildren(QFileDialog) if each.isVisible()]


@pytest.mark.qt_log_ignore("This plugin does not support|propagateSizeHints")
@pytest.mark.parametrize("key", [Qt.Key.Key_O, Qt.Key.Key_P])
def test_one_file_is_asked_for_at_a_time_and_a_card_puts_the_question_away(clerk: Clerk, key: Qt.Key) -> None:
    for wanted in (Qt.Key.Key_P, key, key):
        clerk.session.window.activateWindow()
        clerk.until(clerk.session.window.isActiveWindow)
        clerk.keys.press(wanted, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(questions(clerk)) == 1
    clerk.scan(HOLDER)
    assert questions(clerk) == []
    clerk.until(clerk.session.window.isActiveWindow)
    clerk.session.window.open_picture()
    clerk.session.bridge.on_read(CardRead(SECOND, Source.CAMERA, NOW))
    clerk.until(lambda: not questions(clerk))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_about_names_version_licence_rules_and_whose_scheme_it_is(clerk: Clerk) -> None:
    clerk.until(lambda: bool(clerk.session.boxes.rules))
    clerk.session.boxes.show_about()
    about = clerk.session.boxes.about
    assert about is not None
    assert not about.isModal()
    for said in ("0.1.0", "MIT", "2018", "2025", "Kulttuuria kaikille"):
        assert said in about.text
    about.close()


def test_every_control_has_a_name_a_role_and_a_size(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    found = controls(clerk.view)
    assert len(found) > 10
    for control in found:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control
        assert interface.role() is not QAccessible.Role.NoRole
        if not isinstance(control, QAbstractItemView):
            assert control.height() >= TARGET, control


def test_keys_alone_reach_every_control(clerk: Clerk) -> None:
    clerk.scan(SECOND)
    clerk.give()
    clerk.scan(HOLDER)
    usable = [each for each in controls(clerk.page) if each.isEnabled()]
    wanted = {each for each in usable if each.focusPolicy() is not Qt.FocusPolicy.NoFocus}
    reached: set[QWidget] = set()
    for _ in range(60):
        clerk.keys.press(Qt.Key.Key_Tab)
        focus = clerk.page.focusWidget()
        if focus is not None:
            reached.add(focus)
    missed = [each for each in wanted - reached if not any(each.isAncestorOf(one) for one in reached)]
    assert missed == []


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_the_smallest_size(clerk: Clerk, factor: float, theatre: Theatre) -> None:
    window = clerk.session.window
    window.resize(window.minimumSize())
    clerk.session.face.enlarge(factor)
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    clerk.until(lambda: clerk.page.places.tight == (factor > 1.2))
    assert window.size() == window.minimumSize()
    clerk.until(lambda: cut_off(window) == [])
