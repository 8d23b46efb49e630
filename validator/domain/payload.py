"""What a scanned or typed text may wrap around a card code, and how it comes off.

A code may arrive with spaces and hyphens for the eye, between the stars of Code 39, behind the symbology
identifier that a hand scanner can put in front (ISO/IEC 15424: ``]A0`` Code 39, ``]C1`` Code 128, ``]Q1``
QR), behind a prefix (``KAIKU:…``), or in a web address.

Only what carries no information is dropped: spaces, hyphens and invisible marks anywhere, control
characters and stars at the two ends. Any other foreign character stays, so that the text does not fit a
code's pattern. Whether a text is a code is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_INVISIBLE = (
    "\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # joiners and marks of direction
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # embeddings and isolates
)
_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]))

MOST_MARKS = 4
"""Signs at either end that a scanner may have put there."""

_DROPPED_ANYWHERE = str.maketrans("", "", _SPACES + _HYPHENS + _INVISIBLE)
_DROPPED_AT_ENDS = _CONTROLS + "*"
_BLANK = _SPACES + _INVISIBLE + _CONTROLS

_IDENTIFIER = re.compile(r"\]([A-Za-z][0-9A-Za-z])")
_IDENTIFIER_REST = re.compile(r"[ACEILQDZ][0-9]")
_SMALL = frozenset("DZ")
_PREFIX = re.compile(r"[A-Za-z][\w.:-]*", re.ASCII)
_SPLIT = re.compile(r"[/:]")


@dataclass(frozen=True, slots=True, repr=False)
class Payload:
    """A text taken apart. It has no repr: it may hold a card code.

    Attributes:
        whole: all of it, normalised.
        tokens: normalised last words of the web address or prefix it is made of; none if it is neither.
        identifier: letter and digit of the scanner's symbology identifier, or "".
    """

    whole: str
    tokens: tuple[str, ...]
    identifier: str


def normalise(text: str) -> str:
    """The text in capitals, without what carries no information (see the module's rule)."""
    kept = "".join(map(_capital, text.translate(_DROPPED_ANYWHERE)))
    return kept.strip(_DROPPED_AT_ENDS)


def take_apart(text: str) -> Payload:
    """Find the normalised text and the words in it that could be the code."""
    text = text.strip(_BLANK)
    identifier = ""
    if found := _IDENTIFIER.match(text):
        identifier = found.group(1)
        text = text[found.end() :]
    tokens = map(normalise, _last_words(text))
    return Payload(normalise(text), tuple(dict.fromkeys(token for token in tokens if token)), identifier)


def without_identifier_rest(whole: str) -> str | None:
    """The text without the rest of a symbology identifier that lost its ``]``; None if it starts otherwise.

    On a Finnish keyboard ``]`` is the dead key of the two dots. Before a letter that takes none, some systems
    show ``¨Q1`` and some lose the mark and show ``Q1``. Where both keys are lost, a digit in front of a code is
    too little to go by.
    """
    rest = _IDENTIFIER_REST.match(whole)
    return whole[rest.end() :] if rest else None


def identifier_rest(whole: str) -> str:
    """That rest, as an identifier's letter and digit: Data Matrix and Aztec have small letters."""
    rest = whole[:2]
    return rest.lower() if rest[:1] in _SMALL else rest


def without_marks(whole: str) -> str | None:
    """The text without the signs that a scanner was told to put around it; None if there are none, or more than a few.

    Only signs that are neither letter nor digit: those could as well be the code's own.
    """
    bare = whole.strip("".join({sign for sign in whole if not sign.isalnum()}))
    start = whole.find(bare)
    longest = max(start, len(whole) - len(bare) - start)
    return bare if bare and 0 < longest <= MOST_MARKS else None


def _capital(sign: str) -> str:
    """The capital of a letter, if its small letter is that letter: no dotless i for I, no ß for two S."""
    capital = sign.upper()
    return capital if capital.lower() == sign else sign


def _last_words(text: str) -> list[str]:
    """Where a code can stand: last in a path or in a named value; or behind a prefix.

    A query or fragment without ``name=`` is no place for a code: a scanner that loses its ``=`` on a dead key
    would join the name to it.
    """
    address, _, fragment = text.partition("#")
    address, _, query = address.partition("?")
    scheme, mark, place = address.partition("://")
    host, _, path = (place if mark else address).partition("/")
    is_web = scheme.lower().endswith(("http", "https")) if mark else "." in host and bool(path)
    if mark or is_web:
        values = [pair.partition("=")[2] for pair in (*query.split("&"), *fragment.split("&"))]
        return [_last_word(words) for words in (path if is_web else place, *values)]
    prefix, _, rest = text.rpartition(":")
    return [rest] if _PREFIX.fullmatch(prefix) else []


def _last_word(text: str) -> str:
    return _SPLIT.split(text.rstrip("/"))[-1]
