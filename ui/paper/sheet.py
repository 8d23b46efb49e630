"""The paper sheet for the hour in which the PC fails: what the form asks for afterwards, in its order, and no name of anybody.

A code has one box for each sign. A group's members stand in the rows below their community card's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ui.paper.leaf import Leaf
from validator.words import Wording

ROWS = 14
SIGNS = 10
_LEFT, _TOP, _HIGH = 12.0, 52.0, 9.6
_BOX = 7.6
_COLUMNS = (12.0, 36.0, 118.0, 146.0, 176.0, 222.0, 285.0)
"""Where the columns begin, and where the last one ends."""


def write_sheet(path: Path, wording: Wording, venue: str = "", signs: int = SIGNS) -> None:
    """Write the sheet.

    Args:
        path: of the PDF.
        wording: the language.
        venue: the house, where it is known; else there is a line to write it on.
        signs: how many a code of the network has.

    Raises:
        StoreReadOnly: it cannot be written.
    """

    def say(key: str) -> str:
        return wording.phrase("ui", key)

    leaf = Leaf(path, say("sheet.title"), lying=True)
    leaf.text(say("sheet.title"), _LEFT, 10.0, 180.0, points=18.0, bold=True)
    leaf.text(say("sheet.how"), _LEFT, 20.0, 273.0, points=9.5, soft=True)
    _line_to_write_on(leaf, say("sheet.venue"), venue, 12.0, 108.0)
    _line_to_write_on(leaf, say("paper.event"), "", 114.0, 216.0)
    _line_to_write_on(leaf, say("paper.day"), "", 222.0, 285.0)
    heads = ("paper.time", "paper.code", "paper.children", "paper.assistants", "sheet.group", "paper.who")
    for left, key in zip(_COLUMNS, heads, strict=False):
        leaf.text(say(key), left + 1.5, _TOP - 5.6, 44.0, points=9.0, bold=True)
    box = min(_BOX, (_COLUMNS[2] - _COLUMNS[1] - 3.0) / signs)
    bottom = _TOP + ROWS * _HIGH
    for place in range(ROWS + 1):
        top = _TOP + place * _HIGH
        leaf.rule(_LEFT, top, _COLUMNS[-1], top, strong=place in (0, ROWS))
        if place < ROWS:
            for sign in range(signs):
                leaf.box(_COLUMNS[1] + 2.0 + sign * box, top + 1.0, box, _HIGH - 2.0)
            leaf.box(_COLUMNS[4] + 2.0, top + 2.6, 4.4, 4.4)
            leaf.text(say("sheet.member"), _COLUMNS[4] + 8.0, top + 2.4, 38.0, points=8.5, soft=True)
            _choose(leaf, say, top)
    for left in _COLUMNS:
        leaf.rule(left, _TOP, left, bottom)
    leaf.text(say("sheet.after"), _LEFT, bottom + 3.0, 273.0, points=9.5)
    leaf.close()


def _choose(leaf: Leaf, say: Callable[[str], str], top: float) -> None:
    """Who comes with a community card: one of three is ringed."""
    words = (say("paper.worker"), say("paper.student"), say("paper.volunteer"))
    leaf.text("   ".join(words), _COLUMNS[5] + 2.0, top + 2.6, 62.0, points=7.5, soft=True)


def _line_to_write_on(leaf: Leaf, label: str, text: str, left: float, right: float) -> None:
    leaf.text(label, left, 33.0, right - left, points=9.0, bold=True)
    if text:
        leaf.text(text, left, 37.6, right - left, points=11.0)
    leaf.rule(left, 43.5, right, 43.5)
