"""The command that reads pictures as one frame each and says what it read, so that any set of pictures can be measured.

Each picture is one JSON object on a line of its own: ``{"path", "text", "format", "ms", "step"}``. Where nothing was read, text,
format and step are null; why a file is no picture is said on standard error. The milliseconds are those of looking, without
unpacking the file.

No network's word on cards plays a part here: what is told is what was read, whatever it is. Two things are told
as other readers tell them, so that sets made with them can be measured, where a desk takes the signs as they are printed: Code
39 that spells small letters and marks by pairs of signs, and an Italian medicine's number, which is six signs of Code 39 with a
check digit of its own (Code 32).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sync.asking import BadInput
from validator.domain.code import Symbology
from validator.errors import PictureBad

if TYPE_CHECKING:
    from validator.scan.decoder import Symbol
    from validator.scan.reader import Reader

_BASE32 = "0123456789BCDFGHJKLMNPQRSTUVWXYZ"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHIFTED = {
    "+": _LETTERS.lower(),
    "/": "!\"#$%&'()*+,-./0123456789:",
    "%": "\x1b\x1c\x1d\x1e\x1f;<=>?[\\]^_{|}~\x7f\0@`\x7f\x7f\x7f",
    "$": "".join(chr(at) for at in range(1, 27)),
}
_MEDICINE_SIGNS, _MEDICINE_DIGITS = 6, 9

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Picture files.", show_default=False)]
Formats = Annotated[
    str,
    typer.Option(
        help=f"What to look for, with commas between: {','.join(Symbology)}. Without it the cards' own."
    ),
]


def decode(paths: Paths, *, formats: Formats = "") -> None:
    """What can be read in pictures, each as one frame of a camera: a line of JSON for each."""
    from validator.scan.engines import available_decoders  # noqa: PLC0415  (other commands need no picture library)
    from validator.scan.reader import Reader  # noqa: PLC0415

    wanted = _wanted(formats)
    decoders = available_decoders(wanted) if wanted else available_decoders()
    reader = Reader(decoders, lambda _: None)  # with two codes in view, one of them is told
    reader.warm_up()
    for row in _rows(paths, reader):
        typer.echo(json.dumps(row, ensure_ascii=sys.stdout.encoding.lower() != "utf-8"))


def _rows(paths: Iterable[Path], reader: Reader) -> Iterator[dict[str, Any]]:
    from validator.scan.picture import load_picture  # noqa: PLC0415

    for path in paths:
        row: dict[str, Any] = {"path": str(path), "text": None, "format": None, "ms": 0.0, "step": None}
        try:
            gray = load_picture(path)
        except PictureBad as error:
            typer.echo(f"{path}: {error}", err=True)
            yield row
            continue
        begun = time.perf_counter()
        look = reader.glance(gray)
        row["ms"] = round((time.perf_counter() - begun) * 1000, 2)
        told = look.told_alone
        if told is not None:
            row |= {"text": text_of(told), "format": told.symbology.value, "step": look.step}
        yield row


def text_of(symbol: Symbol) -> str:
    """What the symbol says, as other readers tell it."""
    if symbol.symbology is not Symbology.CODE39:
        return symbol.text
    return _medicine(symbol.text) or _spelt(symbol.text) or symbol.text


def _medicine(text: str) -> str | None:
    """A medicine's nine digits behind an A."""
    if len(text) != _MEDICINE_SIGNS or not set(text) <= set(_BASE32):
        return None
    number = f"{sum(_BASE32.index(sign) * 32**place for place, sign in enumerate(reversed(text))):09d}"
    ones, twos = (int(digit) for digit in number[0:8:2]), (2 * int(digit) for digit in number[1:8:2])
    check = (sum(ones) + sum(twice // 10 + twice % 10 for twice in twos)) % 10
    return f"A{number}" if len(number) == _MEDICINE_DIGITS and check == int(number[-1]) else None


def _spelt(text: str) -> str | None:
    """A text in which each of the four shifting signs stands before a letter that it changes; None if one does not."""
    spelt, at = "", 0
    while at < len(text):
        table = _SHIFTED.get(text[at])
        if table is None:
            spelt, at = spelt + text[at], at + 1
            continue
        place = _LETTERS.find(text[at + 1]) if at + 1 < len(text) else -1
        if not 0 <= place < len(table):
            return None
        spelt, at = spelt + table[place], at + 2
    return spelt


def _wanted(formats: str) -> tuple[Symbology, ...]:
    by_name = {symbology.value.casefold(): symbology for symbology in Symbology}
    names = [name.strip().casefold() for name in formats.split(",") if name.strip()]
    for name in names:
        if name not in by_name:
            raise BadInput(f"there is no format {name!r}; there are {', '.join(Symbology)}", what="formats")
    return tuple(by_name[name] for name in names)
