"""What a test of a scanner tells: how a reading came, what stood around the code, and what should be set at the scanner.

Nothing is looked up and nothing is kept. Of the code itself there is the masked form alone, and of text around it only that there
is some: it may be anything. Which sentence says all that is the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from validator.domain.code import (
    CardRead,
    CodeFormat,
    Hint,
    Recognised,
    Source,
    Symbology,
    Unrecognised,
    interpret,
)
from validator.domain.layouts import Mismatch
from validator.domain.marks import around, mark_names, sign_name
from validator.scan.strokes import Rhythm, Stroke, StrokeKind, rhythm_of

_KEYS = {StrokeKind.ENTER: "Enter", StrokeKind.TAB: "Tab"}


class Check(StrEnum):
    """How the check character is."""

    RIGHT = "right"
    WRONG = "wrong"
    UNUSED = "unused"
    NO_CODE = "no_code"


class Advice(StrEnum):
    """What should be set at the scanner, or done."""

    LAYOUT = "layout"
    ENTER_FIRST = "enter_first"
    SLOW = "slow"
    AGAIN = "again"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Report:
    """What one reading tells of the scanner.

    Attributes:
        masked: the code's last signs; "" where there is no code of the network's.
        signs: how many signs came.
        before, after: what stood around the code, by name.
        layouts: which keyboards differ, where that can be told.
    """

    source: Source
    symbology: Symbology | None
    masked: str
    signs: int
    check: Check
    hint: Hint | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    rhythm: Rhythm | None
    repaired: bool
    layouts: Mismatch | None
    advice: Advice


def examine(read: CardRead, fmt: CodeFormat, strokes: Sequence[Stroke] = (), ending: str = "") -> Report:
    """Look at a reading.

    Args:
        read: the reading.
        fmt: what the network's codes look like.
        strokes: the keys that it came by, with those in front and behind.
        ending: what a serial scanner sent behind it.
    """
    found = interpret(read, fmt)
    code = found.code.reveal() if isinstance(found, Recognised) else ""
    hint = found.hint if isinstance(found, Unrecognised) else None
    head, tail = around(read.payload, code)
    before = (*_keys(_leading(strokes)), *mark_names(head))
    after = (*mark_names(tail), *_keys(_trailing(strokes)), *map(sign_name, ending))
    repaired = isinstance(found, Recognised) and found.repaired
    wrong = repaired or hint is Hint.LAYOUT
    return Report(
        source=read.source,
        symbology=found.symbology if isinstance(found, Recognised) else read.symbology,
        masked=found.code.masked if isinstance(found, Recognised) else "",
        signs=len(read.payload),
        check=_check(found, fmt),
        hint=hint,
        before=before,
        after=after,
        rhythm=rhythm_of(strokes),
        repaired=repaired,
        layouts=found.layouts if isinstance(found, Recognised) else None,
        advice=Advice.LAYOUT if wrong else _advice(read.source, before, is_code=bool(code)),
    )


def _advice(source: Source, before: tuple[str, ...], *, is_code: bool) -> Advice:
    """The one thing to be done first, where the keyboards are the same."""
    if before[:1] and before[0] in _KEYS.values():
        return Advice.ENTER_FIRST
    if source is Source.TYPED:
        return Advice.SLOW
    return Advice.FINE if is_code else Advice.AGAIN


def _check(found: Recognised | Unrecognised, fmt: CodeFormat) -> Check:
    if isinstance(found, Recognised):
        return Check.UNUSED if fmt.check is None else Check.RIGHT
    return Check.WRONG if found.hint in (Hint.CHECK_CHARACTER, Hint.LOOKALIKE) else Check.NO_CODE


def _keys(strokes: Sequence[Stroke]) -> Iterator[str]:
    for stroke in strokes:
        if stroke.kind in _KEYS:
            yield _KEYS[stroke.kind]
        elif stroke.text:
            yield sign_name(stroke.text)


def _leading(strokes: Sequence[Stroke]) -> Sequence[Stroke]:
    """The keys before the first sign."""
    first = next((at for at, each in enumerate(strokes) if each.kind is StrokeKind.SIGN), len(strokes))
    return strokes[:first]


def _trailing(strokes: Sequence[Stroke]) -> Sequence[Stroke]:
    """The Enters and Tabs behind the last sign; what else a key typed is in the reading itself."""
    last = max((at for at, each in enumerate(strokes) if each.kind is StrokeKind.SIGN), default=len(strokes))
    return [each for each in strokes[last + 1 :] if each.kind in _KEYS]
