"""Cards on paper and as pictures: a PDF of A4 sheets to be cut, and one PNG a card for trying a desk out.

Both say codes, so they are readable by their owner alone, and neither a file's name nor its properties say one. What a card
looks like is `cardface`'s.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sync.hub.cardface import HEIGHT, WIDTH, Box, Words, face
from sync.hub.hub import Hub
from sync.hub.register import StoredCard
from validator.domain.code import CardCode
from validator.errors import StoreError, StoreReadOnly

COLUMNS, ROWS = 2, 5
DOTS_PER_INCH = 300
EVERY_CARD = "all"

_PLAIN, _BOLD = "Vera", "VeraBd"
"""reportlab's own fonts: they are put into the file, so that it looks the same everywhere."""
_CUT_GREY = 0.75
_CUT_WIDTH = 0.25
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4


def chosen_cards(hub: Hub, wanted: Sequence[str]) -> tuple[StoredCard, ...]:
    """The cards to print.

    Args:
        hub: whose cards they are.
        wanted: codes, in their order; or "all": every card, by area, kind and days.

    Raises:
        RegisterRefused: no card has one of the codes.
    """
    with hub.read() as register:
        if EVERY_CARD in wanted:
            return tuple(sorted(register.cards(), key=_order))
        return tuple(register.card(CardCode(text)) for text in wanted)


def sheet(cards: Iterable[StoredCard]) -> bytes:
    """A PDF of A4 sheets with ten cards each; grey lines to cut along lie between them.

    Raises:
        ValueError: there is no card.
    """
    _load_fonts()
    rest, content = list(cards), BytesIO()
    if not rest:
        raise ValueError("a sheet needs a card")
    canvas = Canvas(content, pagesize=A4, invariant=1)
    canvas.setTitle("Kaikukortti")
    while rest:
        page, rest = rest[: COLUMNS * ROWS], rest[COLUMNS * ROWS :]
        for place, card in enumerate(page):
            _draw(canvas, card, place % COLUMNS, place // COLUMNS)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def picture(card: StoredCard) -> bytes:
    """One card as a PNG, at 300 dots an inch."""
    size = (_dots(WIDTH), _dots(HEIGHT))
    image = Image.new("L", size, "white")
    pen = ImageDraw.Draw(image)
    for mark in face(card):
        if isinstance(mark, Box):
            left, right = _dots(mark.left), _dots(mark.left + mark.width)
            top, bottom = size[1] - _dots(mark.bottom + mark.height), size[1] - _dots(mark.bottom)
            pen.rectangle((left, top, right - 1, bottom - 1), fill="black")
        else:
            place = (_dots(mark.left), size[1] - _dots(mark.bottom))
            pen.text(place, mark.text, fill="black", font=_letters(mark), anchor="ls")
    content = BytesIO()
    image.save(content, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return content.getvalue()


def write_sheet(cards: Iterable[StoredCard], out: Path) -> None:
    """Write `sheet` to a file.

    Raises:
        StoreError: the file cannot be written.
    """
    _write(out, sheet(cards))


def write_pictures(cards: Sequence[StoredCard], folder: Path) -> None:
    """Write a `picture` of each card into a folder, numbered in their order.

    Raises:
        StoreError: the folder cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly("the folder for the pictures cannot be made") from error
    digits = len(str(len(cards)))
    for number, card in enumerate(cards, start=1):
        _write(folder / f"card-{number:0{digits}}.png", picture(card))


def _order(stored: StoredCard) -> tuple[str, ...]:
    card = stored.card
    return (
        card.area,
        card.kind,
        card.valid_from.isoformat(),
        card.valid_to.isoformat(),
        stored.code.reveal(),
    )


def _draw(canvas: Canvas, card: StoredCard, column: int, row: int) -> None:
    page_width, page_height = A4
    canvas.saveState()
    canvas.translate(
        (page_width - COLUMNS * WIDTH * mm) / 2 + column * WIDTH * mm,
        (page_height + ROWS * HEIGHT * mm) / 2 - (row + 1) * HEIGHT * mm,
    )
    canvas.setLineWidth(_CUT_WIDTH)
    canvas.setStrokeGray(_CUT_GREY)
    canvas.rect(0, 0, WIDTH * mm, HEIGHT * mm)
    canvas.setFillGray(0)
    for mark in face(card):
        if isinstance(mark, Box):
            canvas.rect(mark.left * mm, mark.bottom * mm, mark.width * mm, mark.height * mm, stroke=0, fill=1)
        else:
            canvas.setFont(_BOLD if mark.bold else _PLAIN, mark.points)
            canvas.drawString(mark.left * mm, mark.bottom * mm, mark.text)
    canvas.restoreState()


def _dots(millimetres: float) -> int:
    return round(millimetres / _MM_PER_INCH * DOTS_PER_INCH)


@cache
def _load_fonts() -> None:
    for name in (_PLAIN, _BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _letters(words: Words) -> ImageFont.FreeTypeFont:
    folder = Path(reportlab.__file__).parent / "fonts"
    name = f"{_BOLD if words.bold else _PLAIN}.ttf"
    return ImageFont.truetype(folder / name, words.points / _POINTS_PER_INCH * DOTS_PER_INCH)


def _write(path: Path, content: bytes) -> None:
    path = path.resolve()  # a link stays one
    if path.exists() and not path.is_file():
        raise StoreError(f"{path.name} is a folder or a device, and no file")
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        # Made with its mode, so that it is never readable to others, not even for a moment.
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # Only a whole file takes the place of an older one.
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(f"{path.name} cannot be written") from error
