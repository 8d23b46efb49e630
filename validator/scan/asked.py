"""What the desk asks of the process that reads, and what that one answers.

1. A question is trusted: it travels as Python's own objects.
2. An answer is not: who reads hostile pictures may be taken over by one. It is JSON of a bounded length, and what has not the very
   form that is expected is none.
3. Pictures and answers lie in `validator.scan.shared`; through the pipes go questions, and for each answer its length, which
   is so short that it comes whole or not at all.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from validator.domain.code import CodeFormat, Symbology
from validator.scan.acceptance import Look
from validator.scan.decoder import Symbol
from validator.scan.outline import Corners
from validator.scan.picturefile import MAX_BYTES, PictureFault

LENGTH = struct.Struct("<Q")
ANSWER_BYTES = 1 << 20
"""Of answers, at the beginning of what is shared. Behind it lies what is asked about."""

SHARED_BYTES = ANSWER_BYTES + MAX_BYTES
"""Room for the largest picture file, or a frame of 40 million pixels. Memory is taken up only by what lies there."""

_PLAIN: Mapping[str, type[Any]] = {
    each.name: type(each.default) for each in fields(Look) if type(each.default) in (bool, int, str)
}
"""The fields of a look that travel as they are."""

_Kind = TypeVar("_Kind")


class Task(StrEnum):
    """What is to be done with what lies in the shared memory: a gray frame, or (FILE, UNPACK) a picture file's bytes."""

    LOOK = "look"
    GLANCE = "glance"
    STUDY = "study"
    FILE = "file"
    UNPACK = "unpack"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        size: bytes that lie there.
        shape: height and width of a frame.
        turn: number of a camera's frame.
        formats: the network's formats.
        code_format: what a code of the network looks like, or None where every text is taken for a card.
        seconds: within which the answer is waited for.
    """

    task: Task
    size: int
    shape: tuple[int, int]
    turn: int
    formats: tuple[Symbology, ...]
    code_format: CodeFormat | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: one of these; none of them where it failed.

    Attributes:
        look: what was seen.
        fault: why the picture cannot be used.
        shape: height and width of the frame that was unpacked.
        pixels: that frame; it does not travel in the answer itself.
        ready: the process can be asked.
        missing: it cannot, because it lacks these engines.
    """

    look: Look | None = None
    fault: PictureFault | None = None
    shape: tuple[int, int] | None = None
    pixels: bytes = field(default=b"", repr=False)
    ready: bool = False
    missing: str = ""


def written(answer: Answer) -> bytes:
    """An answer as it travels."""
    row = {
        "look": None if answer.look is None else _look_row(answer.look),
        "fault": answer.fault,
        "shape": answer.shape,
        "ready": answer.ready,
        "missing": answer.missing,
    }
    return json.dumps(row).encode()


def answer_of(data: bytes) -> Answer:
    """An answer that came.

    Raises:
        ValueError: it is none.
    """
    try:
        row = _is(json.loads(data), dict)
        look, fault, shape = row["look"], row["fault"], row["shape"]
        return Answer(
            None if look is None else _look_of(_is(look, dict)),
            None if fault is None else PictureFault(_is(fault, str)),
            None if shape is None else _shape_of(_is(shape, list)),
            ready=_is(row["ready"], bool),
            missing=_is(row["missing"], str),
        )
    except (ValueError, KeyError, RecursionError):
        # Without `from`: the original may quote what was read.
        raise ValueError("no answer") from None


def _look_row(look: Look) -> Mapping[str, object]:
    row = {name: getattr(look, name) for name in _PLAIN}
    symbol = look.symbol
    if symbol is not None:
        corners = [[float(x), float(y)] for x, y in symbol.corners]
        row["symbol"] = [symbol.text, symbol.symbology, symbol.engine, corners, symbol.sure]
    row["in_view"] = sorted(look.in_view)
    return row


def _look_of(row: Mapping[str, Any]) -> Look:
    symbol = row.get("symbol")
    return Look(
        symbol=None if symbol is None else _symbol_of(_is(symbol, list)),
        in_view=frozenset(_is(each, str) for each in _is(row["in_view"], list)),
        **{name: _is(row[name], kind) for name, kind in _PLAIN.items()},
    )


def _symbol_of(parts: list[Any]) -> Symbol:
    text, symbology, engine, corners, sure = parts
    return Symbol(
        _is(text, str),
        Symbology(_is(symbology, str)),
        _is(engine, str),
        _corners_of(_is(corners, list)),
        _is(sure, bool),
    )


def _corners_of(points: list[Any]) -> Corners:
    found = []
    for point in points:
        x, y = _is(point, list)
        found.append((_is(x, float), _is(y, float)))
    return tuple(found)


def _shape_of(sides: list[Any]) -> tuple[int, int]:
    height, width = (_is(side, int) for side in sides)
    if min(height, width) < 1 or height * width > MAX_BYTES:
        raise ValueError("no shape")
    return height, width


def _is(value: object, kind: type[_Kind]) -> _Kind:
    """The value, if it is of this very kind: a bool is no int here."""
    if type(value) is not kind:
        raise ValueError("another kind")
    return value
