"""What no state of the window may say or show: a word that tells why somebody has a card, who issued it, a code, or red."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QWidget

from tests.shots.spoken import spoken
from tests.ui.world import CARDS
from tests.walk.pixels import of_image, reds

FORBIDDEN = re.compile(
    r"köyhä|vähävarai|pienitulo|\btulot(on|tom)|avustuks|toimeentulo|sosiaalito|sosiaalihuol|asiakkuu|myöntäj|jakaja|"
    r"fattig|låginkomst|mindre bemedlad|utkomststöd|socialbidrag|\bbidrag|socialtjänst|utfärdare|"
    r"\bpoor\b|low.income|\bincome|\bon benefits?\b|welfare|\bneedy|disadvantag|tight financ|\bissuer",
    re.IGNORECASE,
)
"""In whatever language: Finnish, Swedish and English words that say of somebody's money, or of who handed the card out."""

TAIL = 5
"""Signs of a code that may never stand together; four are what tells cards apart."""

TYPED = "EditableText"

FEW = 12
"""Red pixels that smoothed letters may come to beside a warm colour."""


def shames(root: QWidget) -> Iterator[str]:
    """Words and codes in any text that is seen, heard or a title."""
    for text in set(texts(root)):
        found = FORBIDDEN.search(text)
        if found is not None:
            yield f"word: “{found.group()}” in “{text}”"
        for code in CARDS:
            if code in text or code[-TAIL:] in text:
                yield f"code: more of a card's code than its last four signs in “{text.replace(code, '…')[:60]}”"


def is_red(root: QWidget) -> Iterator[str]:
    """Red anywhere in what was painted."""
    count = reds(of_image(root.grab().toImage()))
    if count > FEW:
        yield f"red: {count} pixels"


def texts(root: QWidget) -> Iterable[str]:
    """All texts of a window."""
    yield root.window().windowTitle()
    for one in spoken(root):
        # Who enters a code from paper compares it with the sheet, sign by sign.
        yield from (one.name, one.description, "" if one.role == TYPED else one.value)
    for widget in (root, *root.findChildren(QWidget)):
        yield from (
            widget.toolTip(),
            widget.statusTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        )
        if isinstance(widget, QLabel):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _listed(widget)
    for action in root.findChildren(QAction):
        yield action.text()


def _listed(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.ToolTipRole,
            ):
                yield str(model.index(row, column).data(role) or "")
