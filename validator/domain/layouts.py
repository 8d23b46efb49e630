"""The keyboards that a hand scanner and a computer may take for the same one: American, Finnish, French.

A hand scanner sends keys, not letters. Where it is set to one country's keyboard and the computer to another's, each key shows
what stands on the computer's. `guesses` lists, for a text that was shown, what the scanner may have meant by it, and between
which two keyboards. The rows below are the keyboards themselves, key by key; everything else is read off them.

American and Finnish keyboards have letters and digits in the same places; on a French one A and Q, Z and W and M lie elsewhere,
and digits need Shift. What is written with a third key (AltGr) is lost on a keyboard without one.

These are guesses: `validator.domain.code` takes one only where a check character proves it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """A country's keyboard."""

    US = "us"
    FINNISH = "fi"
    FRENCH = "fr"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What the scanner is set to, and what the computer has."""

    scanner: Layout
    computer: Layout


_NONE = "\0"
_ROWS = {
    Layout.US: (
        "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
        '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?',
    ),
    Layout.FINNISH: (
        "§1234567890+\u00b4qwertyuiopå¨asdfghjklöä'zxcvbnm,.-",
        '½!"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÖÄ*ZXCVBNM;:_',
    ),
    Layout.FRENCH: (
        "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!",
        _NONE + "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§",
    ),
}
"""Each keyboard's keys from the top left to the bottom right: plain, and with Shift."""

_DEAD = {
    Layout.US: {},
    Layout.FINNISH: {"\u0301": "\u00b4", "\u0300": "`", "\u0308": "¨", "\u0302": "^"},
    Layout.FRENCH: {"\u0308": "¨", "\u0302": "^"},
}
"""Accents on keys of their own: before a letter that takes one they melt into it."""

_OWN = {layout: frozenset("".join(rows)) for layout, rows in _ROWS.items()}
_LETTER_AND_MARK = 2

US_ON_FINNISH = Mismatch(Layout.US, Layout.FINNISH)
_OTHERS = (
    Mismatch(Layout.FINNISH, Layout.US),
    Mismatch(Layout.US, Layout.FRENCH),
    Mismatch(Layout.FRENCH, Layout.FINNISH),
    Mismatch(Layout.FRENCH, Layout.US),
    Mismatch(Layout.FINNISH, Layout.FRENCH),
)
"""The likeliest first. An American scanner at a Finnish desk, by far the most usual, is `validator.domain.keyboard`'s."""

_TABLES = {
    each: str.maketrans(
        {
            shown: sent
            for shown, sent in zip("".join(_ROWS[each.computer]), "".join(_ROWS[each.scanner]), strict=True)
            if _NONE not in (shown, sent)
        }
    )
    for each in _OTHERS
}


def guesses(text: str) -> Iterator[tuple[str, Mismatch]]:
    """What a scanner may have meant by a text that it showed, where the two keyboards are not those of `US_ON_FINNISH`."""
    for pair, table in _TABLES.items():
        keys = "".join(_keys(sign, pair.computer) for sign in text)
        if (sent := keys.translate(table)) != text:
            yield sent, pair


def _keys(sign: str, computer: Layout) -> str:
    """The key, or the dead key and the letter, behind one character shown."""
    if sign not in _OWN[computer]:
        parts = unicodedata.normalize("NFD", sign)
        if len(parts) == _LETTER_AND_MARK and parts[1] in _DEAD[computer]:
            return _DEAD[computer][parts[1]] + parts[0]
    return sign
