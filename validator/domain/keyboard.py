"""The scanner that believes it is an American keyboard, at a desk with a Finnish one.

A hand scanner sends keys, not letters. Set to the US layout and plugged into a computer with the Finnish
one, letters and digits come through and most other signs change. The table is that of the standard Finnish
PC keyboard, key by key: what is shown -> what the scanner meant.

``=``, ``+``, ``]`` and ``}`` sit on dead keys (acute, grave, two dots, circumflex). Before a letter that
takes the accent they melt into one character (``]A`` -> ``Ä``); before another sign the accent is shown
alone (``¨C``), or is lost.

Readings made here are guesses: `validator.domain.code` takes one only when it turns out to be a code.
"""

from __future__ import annotations

import unicodedata

_ACUTE = "\u00b4"
_MEANT = str.maketrans(
    {
        "§": "`",
        "½": "~",
        '"': "@",
        "¤": "$",
        "€": "$",
        "&": "^",
        "/": "&",
        "(": "*",
        ")": "(",
        "=": ")",
        "+": "-",
        "?": "_",
        "å": "[",
        "Å": "{",
        "ö": ";",
        "Ö": ":",
        "ä": "'",
        "Ä": '"',
        "'": "\\",
        "*": "|",
        ";": "<",
        ":": ">",
        "-": "/",
        "_": "?",
        _ACUTE: "=",
        "`": "+",
        "¨": "]",
        "^": "}",
    }
)
_DEAD = {"\u0301": "=", "\u0300": "+", "\u0308": "]", "\u0302": "}"}
_LETTER_AND_MARK = 2
_TELLING = frozenset("§½¤åÅäÄöÖ`¨" + _ACUTE)
_OWN_KEYS = frozenset("åÅäÄöÖ")


def meant(text: str) -> tuple[str, ...]:
    """What a US-set scanner may have sent when a Finnish keyboard showed this text; empty if just that.

    Two doubts make more than one answer: caps lock turns the scanner's capitals round, and a leading ``Ä``
    is either the key of ``"`` or the ``]A`` of a Code 39 identifier.
    """
    readings = []
    for shown in (text, text.swapcase()):
        readings.append("".join(map(_key, shown)))
        if shown.startswith("Ä"):
            readings.append("]A" + "".join(map(_key, shown[1:])))
    return tuple(dict.fromkeys(reading for reading in readings if reading not in (text, text.swapcase())))


def looks_changed(text: str) -> bool:
    """Whether a text has signs that a wrong layout leaves behind and cards do not carry."""
    return any(sign in _TELLING or _key(sign) != sign.translate(_MEANT) for sign in text)


def _key(sign: str) -> str:
    """The key, or the dead key and the letter, behind one character shown."""
    if sign not in _OWN_KEYS:
        parts = unicodedata.normalize("NFD", sign)
        if len(parts) == _LETTER_AND_MARK and parts[1] in _DEAD:
            return _DEAD[parts[1]] + parts[0]
    return sign.translate(_MEANT)
