"""The cheat sheet, one page to lay beside the keyboard, and behind it the quick guide. Its keys are the keys that are bound."""

from __future__ import annotations

from pathlib import Path

from ui.guide import LINES
from ui.paper.leaf import Leaf
from validator.words import Wording

KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "key.enter"),
    ("Esc", "key.esc"),
    ("+ -", "key.children"),
    ("A", "key.assistant"),
    ("E G Backspace", "key.group"),
    ("F1", "key.why"),
    ("F2 Shift+F2 Ctrl+D", "key.days"),
    ("F3", "key.events"),
    ("R", "key.book"),
    ("Ctrl+R", "key.bookings"),
    ("Ctrl+N", "key.look_only"),
    ("F4", "key.code"),
    ("F5", "key.given"),
    ("F6", "key.allow"),
    ("Ctrl+Z Delete", "key.undo"),
    ("Ctrl+O", "key.picture"),
    ("Ctrl+E", "key.paper"),
    ("Ctrl+P", "key.print"),
    ("F9 Shift+F9", "key.customer"),
    ("Ctrl+T", "key.training"),
    ("Ctrl+K", "key.practice"),
    ("F8", "key.language"),
    ("Ctrl++ Ctrl+= Ctrl+- Ctrl+0", "key.size"),
    ("F11", "key.whole"),
    ("F12", "key.ready"),
    ("Up Down Left Right PageUp PageDown", "key.arrows"),
    ("Tab Space", "key.tab"),
    ("F10", "key.manager"),
    ("F7", "key.settle"),
    ("S", "key.sold_out"),
    ("T", "key.trusting"),
    ("P", "key.shows"),
    ("H", "key.at_once"),
    ("1", "key.digits"),
)
"""Keys as they are bound, apart from each other by spaces, and the key of what they do in the context ``help``."""

_SHOWN = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "PageUp": "PgUp", "PageDown": "PgDn", "1": "1–9"}
"""Keys that are shown otherwise than they are named."""

_LEFT, _WIDE = 16.0, 178.0
_COLUMN = 86.0
_KEY_WIDE = 29.0
_FOOT = 250.0


def write_guide(path: Path, wording: Wording, contact: str = "") -> None:
    """Write cheat sheet and quick guide.

    Args:
        path: of the PDF.
        wording: the language.
        contact: whom to ask; without it there is a line to write it on.

    Raises:
        StoreReadOnly: it cannot be written.
    """
    leaf = Leaf(path, wording.phrase("help", "cheat"))
    _cheat_sheet(leaf, wording, contact)
    leaf.next_page()
    _quick_guide(leaf, wording, contact)
    leaf.close()


def _cheat_sheet(leaf: Leaf, wording: Wording, contact: str) -> None:
    top = 14.0
    top += leaf.text(wording.phrase("help", "cheat"), _LEFT, top, _WIDE, points=22.0, bold=True) + 3.0
    for place, key in enumerate(("scan", "read", "give"), start=1):
        leaf.text(f"{place}", _LEFT, top, 10.0, points=20.0, bold=True)
        high = leaf.text(wording.phrase("help", key), _LEFT + 12.0, top + 1.4, _WIDE - 12.0, points=13.0)
        top += max(high, 9.0) + 2.0
    top += 2.0
    leaf.rule(_LEFT, top, _LEFT + _WIDE, top, strong=True)
    top += 4.0
    half = (len(KEYS) + 1) // 2
    for column, keys in enumerate((KEYS[:half], KEYS[half:])):
        left, at = _LEFT + column * (_COLUMN + 6.0), top
        for names, key in keys:
            shown = "  ".join(_SHOWN.get(name, name) for name in names.split())
            one = leaf.text(shown, left, at, _KEY_WIDE, points=10.5, bold=True)
            says, beside = wording.phrase("help", key), _KEY_WIDE + 2.0
            two = leaf.text(says, left + beside, at, _COLUMN - beside, points=10.5)
            at += max(one, two) + 2.8
            leaf.rule(left, at - 1.4, left + _COLUMN, at - 1.4)
    _ask(leaf, wording, contact)


def _quick_guide(leaf: Leaf, wording: Wording, contact: str) -> None:
    top = 14.0
    top += leaf.text(wording.phrase("help", "title"), _LEFT, top, _WIDE, points=22.0, bold=True) + 6.0
    for key in LINES:
        top += leaf.text(wording.phrase("help", key), _LEFT, top, _WIDE, points=13.0) + 5.0
    _ask(leaf, wording, contact)


def _ask(leaf: Leaf, wording: Wording, contact: str) -> None:
    """Whom to ask, at the foot."""
    leaf.rule(_LEFT, _FOOT + 18.0, _LEFT + _WIDE, _FOOT + 18.0, strong=True)
    label = wording.phrase("help", "whom")
    leaf.text(f"{label} {contact}".strip(), _LEFT, _FOOT + 21.0, _WIDE, points=11.0, bold=not contact)
