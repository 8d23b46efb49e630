"""A hand scanner in every state of the window, whatever has the focus: what it reads arrives once, whole, and changes nothing else.

Each reading is caught where the counter takes it (`Flow.sets_aside`), so that a state can be scanned into again and again. What
must stay is written down before (`Kept`): what stands in every field, the customer and who comes with them, the chosen event and
day, the page, and how many entries the desk's journal has. A scanner that is too slow to be told from typing is typing: where an
input has the focus its signs stand there; everywhere else on the clerk's pages they are a typed code, whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QTableView, QWidget
from shiboken6 import isValid

from tests.shots.catalogue import State
from tests.shots.stage import NEVER, Files, Stage, staged
from tests.ui.conftest import FAST, Keyboard
from tests.ui.world import code
from ui.deskview import DeskView
from ui.face import Face
from ui.sheet import ROLE
from validator.domain.code import CardRead, Source

DRAGGING = 55.0
"""Milliseconds between two signs of a scanner that is too slow to be told from typing."""

CODES = tuple(
    code(stem)
    for stem in ("KAIKU0042", "42KAIKU00", "1AIKU0042", "AREGST0042", "RAGE00421", "4711471147", "SPT0042AB")
)
"""Of all first signs that mean something: digits settle a case or name a reason, letters are the party's or the table's."""

_COUNTER = ("clerk", "customer")
_FORMS = ("paper", "Opening")
"""Pages on which a reading is a field's own."""


class Way(StrEnum):
    """How a scanner sends a code."""

    ENTER = "enter"
    BARE = "bare"
    SLOW = "slow"


WAYS = tuple((text, way) for text in CODES for way in Way)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a scan must leave as it was."""

    inputs: dict[int, tuple[str, str]]
    page: str
    turn: object = None
    choice: object = None
    day: object = None
    manager: object = None
    entries: int | None = None


class Scanner:
    """Scans into one state of a window, at every place that can have the focus."""

    def __init__(self, on: Stage, keys: Keyboard) -> None:
        self.on = on
        self.read: list[str] = []
        self.taken: list[CardRead] = []
        self._keys = keys
        keys.window = self._window
        on.session.keys.scanned.connect(self.read.append)
        if isinstance(on.window.page, DeskView):
            on.window.page.clerk.flow.sets_aside = self._take

    def kept(self) -> Kept:
        """What stands now."""
        page, inputs = self.on.window.page, dict(self._inputs())
        if not isinstance(page, DeskView):
            return Kept(inputs, type(page).__name__)
        flow, turn, shown = page.clerk.flow, page.clerk.flow.turn, _page(page)
        manager = page.manager if shown == "manager" else None
        return Kept(
            inputs,
            shown,
            (turn.stage, turn.ask, turn.waiting, turn.asks_reason),
            flow.choice,
            page.clerk.today.day,
            None if manager is None else (manager.is_open, manager.settling, manager.message),
            self.entries(),
        )

    @property
    def half_typed(self) -> bool:
        """Whether somebody is at a code already: what is typed then takes its place."""
        page = self.on.window.page
        return isinstance(page, DeskView) and bool(page.clerk.scanbox.field.text())

    def scan(self, text: str, way: Way) -> None:
        """The scanner's keys, and all that comes of them."""
        self.read.clear()
        self.taken.clear()
        if way is Way.SLOW:
            self._keys.type(text, DRAGGING)
            self._keys.press(Qt.Key.Key_Return, DRAGGING)
        else:
            self._burst(text)
            if way is Way.ENTER:
                self._keys.press(Qt.Key.Key_Return, FAST)
            self.on.until(lambda: bool(self.read))
        self.rest()
        self._keys.at += 5_000  # nobody is still typing

    def focus(self, place: QWidget) -> bool:
        """Put the focus there; False where it is no more."""
        if not isValid(place) or not place.isVisible() or not place.isEnabled():
            return False
        if QApplication.activePopupWidget() is None:
            place.window().activateWindow()
            place.setFocus(Qt.FocusReason.TabFocusReason)
        self.on.let_settle()
        return True

    def _burst(self, text: str) -> None:
        """All keys at once: no timer runs out meanwhile, however busy the machine."""
        for sign in text:
            self._keys.at += FAST
            event = QKeyEvent(QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(self._window(), event)

    def rest(self) -> None:
        """Wait for everything that was asked for."""
        self.on.let_settle()
        done: list[None] = []
        self.on.session._work.submit(lambda: None, done.append)  # noqa: SLF001  behind all that was asked for
        self.on.until(lambda: bool(done))
        page = self.on.window.page
        if isinstance(page, DeskView):
            self.on.until(lambda: page.clerk.today.is_settled)
        self.on.let_settle()

    def _take(self, read: CardRead) -> bool:
        self.taken.append(read)
        return True

    def _inputs(self) -> Iterator[tuple[int, tuple[str, str]]]:
        for each in self.on.app.allWidgets():
            if isinstance(each, QLineEdit) and each.isVisible():
                yield id(each), (name(each), each.text())
            elif isinstance(each, QComboBox) and each.isVisible():
                yield id(each), (name(each), each.currentText())

    def _window(self) -> QWindow:
        popup: QWidget | None = QApplication.activePopupWidget()
        found: QWindow | None = QGuiApplication.focusWindow() if popup is None else popup.windowHandle()
        return self.on.window.windowHandle() if found is None else found

    def entries(self) -> int:
        """How many the desk's journal has."""
        with self.on.theatre.open() as station, station.ledger.read() as books:
            return books.head().sequence


def places(root: QWidget) -> list[QWidget]:
    """What has the focus now, and all else in its window that can have it."""
    now: QWidget | None = QApplication.focusWidget()
    can = [
        each
        for each in root.window().findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and each is not now
    ]
    return ([] if now is None else [now]) + can or [root]


def name(widget: QWidget) -> str:
    """For reports."""
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"


def scan_everywhere(
    app: QApplication,
    face: Face,
    files: Files,
    state: State,
    ways: Sequence[tuple[str, Way]],
    *,
    each: bool = False,
) -> Iterator[str]:
    """What is lost or changed in a state.

    Args:
        app: the program's application.
        face: its face.
        files: what desks begin with.
        state: the state.
        ways: codes, and how they are scanned; each place has the next of them in turn.
        each: each place has all of them.
    """
    keys = Keyboard()
    times = replace(NEVER, instant=keys.instant)
    with staged(app, face, files.of(state.begin), passphrase=state.passphrase, times=times) as on:
        root = state.reach(on) or on.window
        root.window().activateWindow()
        on.let_settle()
        scanner = Scanner(on, keys)
        scanner.rest()
        for at, place in enumerate(places(root)):
            for text, way in ways if each else [ways[at % len(ways)]]:
                if scanner.focus(place):
                    yield from scan_once(
                        scanner, f"{state.name}, {name(place)}, {text} {way}", place, text, way
                    )


def scan_once(scanner: Scanner, where: str, place: QWidget, text: str, way: Way) -> Iterator[str]:
    """One scan at one place: what is lost or changed by it."""
    typing, before = _types_itself(place) or scanner.half_typed, scanner.kept()
    scanner.scan(text, way)
    after = scanner.kept()
    on_counter = before.page in _COUNTER
    if way is Way.SLOW and (typing or not on_counter):
        is_sheet = before.page == "paper"  # there an Enter that is typed enters the row
        if not is_sheet and before.entries is not None and before.entries != after.entries:
            yield f"{where}: entries {before.entries} -> {after.entries}"
        return
    if scanner.read != ([] if way is Way.SLOW else [text]):
        yield f"{where}: read {scanner.read}"
    got = [(read.payload, read.source) for read in scanner.taken]
    if got != ([(text, Source.TYPED if way is Way.SLOW else Source.HAND)] if on_counter else []):
        yield f"{where}: the counter got {got}"
    yield from _changed(where, text, before, after)


def _types_itself(place: QWidget) -> bool:
    """Whether what is typed slowly belongs to what has the focus, and not to the code's field: an input, or an open menu."""
    is_code = isinstance(place, QLineEdit) and place.property(ROLE) == "code" and not place.text()
    return isinstance(place, QLineEdit | QComboBox | QTableView | QMenu) and not is_code


def _changed(where: str, text: str, before: Kept, after: Kept) -> Iterator[str]:
    for at, (whose, stood) in before.inputs.items():
        stands = after.inputs.get(at, ("", stood))[1]
        taken = before.page in _FORMS and stands.endswith(text)
        if stands != stood and not taken:
            yield f"{where}: {whose} {stood!r} -> {stands!r}"
    for part in fields(Kept)[1:]:
        was, now = getattr(before, part.name), getattr(after, part.name)
        if was != now:
            yield f"{where}: {part.name} {was} -> {now}"


def _page(page: DeskView) -> str:
    if page.on_test_page:
        return "test"
    if page.on_paper_page:
        return "paper"
    if page.customer.covers:
        return "customer"
    return "clerk" if page.on_clerk_page else "manager"
