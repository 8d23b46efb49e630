"""What a screen reader finds: the tree of names, roles and states below a widget, as it is at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_LONGEST = 60
"""Children that are looked at: a table's cells go on for ever."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that a screen reader can stop at.

    Attributes:
        depth: how far below the widget that was asked for.
        role: by Qt's name of it, such as "Button".
    """

    depth: int
    role: str
    name: str
    description: str
    value: str
    focused: bool
    disabled: bool

    def __str__(self) -> str:
        parts = [f"{'  ' * self.depth}{self.role}", f"“{self.name}”" if self.name else ""]
        parts += [
            f"= {self.value}" if self.value else "",
            f"({self.description})" if self.description else "",
        ]
        parts += ["[focus]" if self.focused else "", "[off]" if self.disabled else ""]
        return " ".join(part for part in parts if part)


def spoken(widget: QWidget) -> Iterator[Spoken]:
    """All that is shown, from the outside inwards; what only groups others and has no name is passed over."""
    found = QAccessible.queryAccessibleInterface(widget)
    if found is not None:
        yield from _below(found, 0)


def tree(widget: QWidget) -> str:
    """The same as text, a line each."""
    return "\n".join(str(each) for each in spoken(widget))


def _below(found: QAccessibleInterface, depth: int) -> Iterator[Spoken]:
    state = found.state()
    if not found.isValid() or state.invisible:
        return
    one = Spoken(
        depth,
        found.role().name,
        found.text(QAccessible.Text.Name).strip(),
        found.text(QAccessible.Text.Description).strip(),
        found.text(QAccessible.Text.Value).strip(),
        bool(state.focused),
        bool(state.disabled),
    )
    groups = one.role in {"Client", "NoRole", "Pane", "Border", "LayeredPane"} and not one.name
    if not groups:
        yield one
    for at in range(min(found.childCount(), _LONGEST)):
        inner = found.child(at)
        if inner is not None:
            yield from _below(inner, depth if groups else depth + 1)
