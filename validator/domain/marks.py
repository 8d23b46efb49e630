"""What stands around a code in a reading, by name: a scanner's identifier, the signs that it was told to put there, and text.

Of the code itself and of text there is nothing here but that it is there: text may be anything. What comes off is `payload`'s and
`code`'s to decide; here it is only named, so that it can be told: nothing is taken off a reading in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT = "…"
"""Stands for text of any kind."""

_NAMES = {
    "\0": "NUL",
    "\x02": "STX",
    "\x03": "ETX",
    "\t": "Tab",
    "\n": "LF",
    "\r": "CR",
    "\x1d": "GS",
    " ": "␣",
}
_ENDS = frozenset({"Tab", "LF", "CR", TEXT})
"""A line's end is every scanner's, and text is the card's own: a web address, a prefix."""

_IDENTIFIER = re.compile(r"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a scanner put before a code and behind it, by name."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def scanners_marks(payload: str, code: str) -> Marks | None:
    """The marks around a code that are a scanner's setting; None where there are none."""
    before, after = (
        tuple(name for name in mark_names(text) if name not in _ENDS) for text in around(payload, code)
    )
    return Marks(before, after) if before or after else None


def around(payload: str, code: str) -> tuple[str, str]:
    """What stands before the code and behind it; where it does not stand there as it is, what begins and ends the text."""
    at = payload.upper().find(code) if code else -1
    if at >= 0:
        return payload[:at], payload[at + len(code) :]
    head = _IDENTIFIER.match(payload)
    controls = "".join(_NAMES)
    return head.group() if head else "", payload[len(payload.rstrip(controls)) :]


def mark_names(text: str) -> Iterator[str]:
    """The identifier, the signs, and that there is text."""
    while text:
        if identifier := _IDENTIFIER.match(text):
            yield identifier.group()
            text = text[identifier.end() :]
        elif text[0].isalnum():
            yield TEXT
            return
        else:
            yield sign_name(text[0])
            text = text[1:]


def sign_name(sign: str) -> str:
    """What to call a sign that may not be seen."""
    if sign in _NAMES or sign.isprintable():
        return _NAMES.get(sign, sign)
    return f"0x{ord(sign):02X}"
