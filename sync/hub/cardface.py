"""What a printed card looks like: words, lines and symbols at their places, in millimetres from the lower left corner.

1. The card has the size of a bank card. It says what it is, its code, its last day and how many children come along; nothing of its
   holder, its issuer or why it was given.
2. The code stands in letters, as a QR symbol (error correction M) and as Code 39 with ``*`` at both ends and no check sign but the
   code's own. All three say the same.
3. One narrow bar is 1/75 inch and one QR module 1/25 inch, so that at 150, 300 or 600 dots an inch each is a whole number of dots.
   Wide bars are three narrow ones; around every symbol there is room: four modules, and ten narrow bars.
4. Everything is black on white, also on an office printer.

Sheets and pictures are made of it elsewhere (`printing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reportlab.graphics.barcode.code39 import Standard39
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from sync.hub.register import StoredCard
from validator.domain.card import CardKind

WIDTH, HEIGHT = 85.0, 54.0

NARROW_BAR = 25.4 / 75
WIDE = 3
BAR_QUIET = 10 * NARROW_BAR
QR_MODULE = 25.4 / 25
QR_QUIET_MODULES = 4

_MARGIN = 5.0
_BARS_BOTTOM, _BARS_HEIGHT = 3.5, 12.0
_QR_TOP = HEIGHT - 1.5
_CODE_POINTS, _NAME_POINTS, _LABEL_POINTS, _VALUE_POINTS = 15.0, 15.0, 6.5, 9.5
_CODE_39 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-. $/+%")


@dataclass(frozen=True, slots=True)
class Box:
    """A black rectangle."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text from its left end on, at its baseline; ``points`` is the height of the letters."""

    left: float
    bottom: float
    text: str
    points: float
    bold: bool = False


Mark = Box | Words


def face(stored: StoredCard) -> tuple[Mark, ...]:
    """Everything on a card."""
    code, card = stored.code.reveal(), stored.card
    is_community = card.kind is CardKind.COMMUNITY
    last = card.valid_to
    marks: list[Mark] = [
        Words(_MARGIN, 44.5, "Kaikukortti", _NAME_POINTS, bold=True),
        Words(
            _MARGIN,
            41.0,
            "Yhteisön kortti · Organisationens kort" if is_community else "Kaikukort",
            _LABEL_POINTS,
        ),
        Words(_MARGIN, 33.0, code, _fitting(code), bold=True),
        Words(_MARGIN, 27.5, "Viimeinen päivä · Sista dag", _LABEL_POINTS),
        Words(_MARGIN, 23.5, f"{last.day}.{last.month}.{last.year}", _VALUE_POINTS, bold=True),
    ]
    if card.children is not None and not is_community:
        marks.append(Words(_MARGIN, 18.5, "Lapsia · Barn", _LABEL_POINTS))
        marks.append(Words(_MARGIN + 17, 18.3, str(card.children), _VALUE_POINTS, bold=True))
    return (*marks, *qr_boxes(code), *bar_boxes(code))


def qr_boxes(code: str) -> Iterator[Box]:
    """The dark modules of the QR symbol in the upper right corner, joined along each row."""
    symbol = QRCode(None, QRErrorCorrectLevel.M)
    symbol.addData(code)
    symbol.make()
    size = len(symbol.modules)
    left = WIDTH - 1.5 - (size + QR_QUIET_MODULES) * QR_MODULE
    top = _QR_TOP - QR_QUIET_MODULES * QR_MODULE
    for row, modules in enumerate(symbol.modules):
        for place, length in _runs(modules):
            yield Box(left + place * QR_MODULE, top - (row + 1) * QR_MODULE, length * QR_MODULE, QR_MODULE)


def bar_boxes(code: str) -> Iterator[Box]:
    """The bars of the Code 39 symbol along the lower edge; none for a code that has signs beyond Code 39's."""
    if not set(code) <= _CODE_39:
        return
    widths = _bar_widths(code)
    # A long code gets finer bars rather than too little room around them.
    narrow = min(NARROW_BAR, (WIDTH - 2.0) / (sum(widths) + 2 * BAR_QUIET / NARROW_BAR))
    left = (WIDTH - sum(widths) * narrow) / 2
    for place, width in enumerate(widths):
        if place % 2 == 0:
            yield Box(left, _BARS_BOTTOM, width * narrow, _BARS_HEIGHT)
        left += width * narrow


def _bar_widths(code: str) -> list[int]:
    """Widths of bars and spaces by turns, in narrow bars, from the first bar to the last."""
    symbol = Standard39(code, checksum=0, quiet=0)
    symbol.validate()  # type: ignore[no-untyped-call]
    symbol.encode()  # type: ignore[no-untyped-call]
    # Lower case is narrow, capitals are wide; "i" is the narrow space between two signs.
    pattern: str = symbol.decompose()  # type: ignore[no-untyped-call]
    return [WIDE if sign.isupper() else 1 for sign in pattern]


def _runs(modules: list[bool | int | None]) -> Iterator[tuple[int, int]]:
    place = 0
    for dark, group in groupby(map(bool, modules)):
        length = len(list(group))
        if dark:
            yield place, length
        place += length


def _fitting(code: str) -> float:
    """Letters as large as the room beside the QR symbol allows."""
    room_points = 47.0 / 25.4 * 72
    return min(_CODE_POINTS, room_points / (0.78 * max(len(code), 1)))
