"""Card codes: from one reading to a code, or to the reason why it is none.

Rules
1. A code is an opaque series of letters and digits. It is normalised, then has to fit the network's pattern
   as a whole and, where the network uses check characters, carry the right one (ISO 7064 MOD 37,36 in last
   place).
2. A text that has the pattern's shape as it came is judged as it stands: nothing is taken out of it or
   repaired. Otherwise the code may be the last word of a web address or stand behind a prefix; failing
   that, a text that came by keys may be what a scanner with the wrong keyboard layout left; failing that
   too, a scanner may have put marks of its own in front of it or behind it.
3. A repaired reading counts only with a right check character, or, in a network without them, for a hand
   scanner that is American at a Finnish keyboard, where letters and digits are the same. Marks around a
   code come off only with a right check character. Two different codes in one reading are none. O for 0 or
   I for 1 is only ever a hint.
4. Where a typed text is one sign away from the pattern's shape, the odd sign is a slip of the finger, not
   the end of a prefix.
5. What does not fit: typed, it has the wrong form (R02); scanned, it is another card (R03), also where it
   fits another scheme's pattern. The right shape with a wrong check character, scanned, is a misreading
   (R01) where the symbol can be misread: Code 39 and ITF have no check of their own, and a hand scanner
   often does not say what it read.
6. A text that fits both us and another scheme is ours if a check character vouches for it, or if it was
   typed.

Nothing here raises on any text. How a text is taken apart is in `payload`, the keyboards' tables in
`keyboard` and `layouts`, patterns in `pattern`. Whether the network knows the code is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from string import ascii_uppercase, digits

from stdnum.iso7064 import mod_37_36

from validator.domain.keyboard import looks_changed, meant
from validator.domain.layouts import US_ON_FINNISH, Mismatch, guesses
from validator.domain.pattern import shape
from validator.domain.payload import (
    Payload,
    identifier_rest,
    normalise,
    take_apart,
    without_identifier_rest,
    without_marks,
)

_SHOWN_SIGNS = 4
_CARD_SIGNS = ascii_uppercase + digits
_LOOKALIKES = {"O": "0", "0": "O", "I": "1", "1": "I"}


class Source(StrEnum):
    """How a reading came in. A hand scanner is a keyboard, or a serial port, which knows no keyboard."""

    CAMERA = "camera"
    PICTURE = "picture"
    HAND = "hand"
    SERIAL = "serial"
    TYPED = "typed"


class Symbology(StrEnum):
    """The kind of symbol that was read."""

    QR = "QR"
    CODE39 = "Code39"
    CODE128 = "Code128"
    EAN13 = "EAN13"
    EAN8 = "EAN8"
    UPCA = "UPCA"
    ITF = "ITF"
    DATAMATRIX = "DataMatrix"
    AZTEC = "Aztec"
    PDF417 = "PDF417"


_MISREADABLE = frozenset({Symbology.CODE39, Symbology.ITF, None})
_BY_KEYS = frozenset({Source.HAND, Source.TYPED})
_SCANNERS = frozenset({Source.HAND, Source.SERIAL})
_IDENTIFIED = {
    "A": Symbology.CODE39,
    "C": Symbology.CODE128,
    "E": Symbology.EAN13,
    "I": Symbology.ITF,
    "L": Symbology.PDF417,
    "Q": Symbology.QR,
    "d": Symbology.DATAMATRIX,
    "z": Symbology.AZTEC,
}


@dataclass(frozen=True, slots=True)
class CardRead:
    """One steady reading.

    Attributes:
        payload: the text exactly as it came; hidden from repr.
        source: how it came.
        at: when, with a time zone.
        symbology: the kind of symbol, where it is known.
    """

    payload: str = field(repr=False)
    source: Source
    at: datetime
    symbology: Symbology | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the instant of a reading needs a time zone")


@dataclass(frozen=True, slots=True, repr=False)
class CardCode:
    """A card's code, normalised. Printing it in any way shows the masked form; `reveal` gives the text."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", normalise(self.text))

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"CardCode({self.masked})"

    @property
    def masked(self) -> str:
        """The last four signs behind "…"; of a short code fewer, so that half of it stays hidden."""
        shown = min(_SHOWN_SIGNS, len(self.text) // 2)
        return "…" + self.text[len(self.text) - shown :]

    def reveal(self) -> str:
        """The code in clear: for keyed hashing and for printing cards, never for a log or a file name."""
        return self.text


class CheckScheme(StrEnum):
    """How a network's codes check themselves."""

    MOD37_36 = "mod37_36"


@dataclass(frozen=True)
class OtherScheme:
    """Another kind of card that turns up at the same desk.

    Raises:
        ValueError: the pattern cannot be used.
    """

    name: str
    pattern: str

    def __post_init__(self) -> None:
        shape(self.pattern)


@dataclass(frozen=True)
class CodeFormat:
    """What the codes of a network look like. Arrives by sync.

    Attributes:
        pattern: regular expression that the whole normalised code fits.
        check: the check characters, or None in a network without.
        other_schemes: cards that are told to be none of ours.
        max_length: signs of payload past which nothing is looked at.

    Raises:
        ValueError: a pattern or the length cannot be used; the text says why.
    """

    pattern: str = r"[A-Z0-9]{10}"
    check: CheckScheme | None = CheckScheme.MOD37_36
    other_schemes: tuple[OtherScheme, ...] = ()
    max_length: int = 4096

    def __post_init__(self) -> None:
        shape(self.pattern)
        if self.max_length < 1:
            raise ValueError(f"a payload of at most {self.max_length} signs leaves no room for a code")


class Problem(StrEnum):
    """Why a reading is no code, as a verdict's code."""

    UNREADABLE = "R01"
    BAD_FORMAT = "R02"
    OTHER_CARD = "R03"


class Hint(StrEnum):
    """What the clerk may look at; never a code."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_CHARACTER = "wrong_character"
    CHECK_CHARACTER = "check_character"
    LOOKALIKE = "lookalike"
    LAYOUT = "layout"


@dataclass(frozen=True)
class Recognised:
    """A code of the network's form.

    Attributes:
        code: the code.
        repaired: a scanner's keyboard layout is set wrong; the user is to be told.
        layouts: which keyboards the scanner and the computer have, where a repair tells.
        symbology: the kind of symbol, from whoever read it or from the scanner's own identifier.
    """

    code: CardCode
    repaired: bool
    layouts: Mismatch | None = field(default=None, compare=False)
    symbology: Symbology | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Unrecognised:
    """No code, why, and what may help."""

    problem: Problem
    hint: Hint | None


@dataclass(frozen=True, slots=True, repr=False)
class _Shaped:
    """Texts of the pattern's shape. It has no repr: they may be codes.

    Attributes:
        texts: they.
        layouts: of repaired ones, the keyboards; None where these cannot be told.
        identified: the letter and digit of the identifiers in front of them.
    """

    texts: tuple[str, ...] = ()
    layouts: Mapping[str, Mismatch | None] = field(default_factory=dict)
    identified: Mapping[str, str] = field(default_factory=dict)

    @property
    def repaired(self) -> bool:
        return bool(self.layouts)


def interpret(read: CardRead, fmt: CodeFormat) -> Recognised | Unrecognised:
    """Find the card's code in a reading. Total and deterministic, whatever the payload."""
    return _interpret(read.payload, read.source, read.symbology, fmt)


def feedback(typed: str, fmt: CodeFormat) -> Hint | None:
    """Help for the field while a code is being typed; None when it fits."""
    found = _interpret(typed, Source.TYPED, None, fmt)
    return found.hint if isinstance(found, Unrecognised) else None


def check_character(body: str) -> str:
    """The ISO 7064 MOD 37,36 check character that goes behind a body of A-Z and 0-9.

    Raises:
        ValueError: the body has another sign.
    """
    return mod_37_36.calc_check_digit(body)


def identified(identifier: str) -> Symbology | None:
    """The kind of symbol that a scanner's identifier, a letter and a digit, tells of."""
    return Symbology.EAN8 if identifier == "E4" else _IDENTIFIED.get(identifier[:1])


def _interpret(
    payload: str, source: Source, symbology: Symbology | None, fmt: CodeFormat
) -> Recognised | Unrecognised:
    typed = source is Source.TYPED
    if len(payload) > fmt.max_length:
        return Unrecognised(Problem.BAD_FORMAT if typed else Problem.OTHER_CARD, Hint.TOO_LONG)
    plain = take_apart(payload)
    if not plain.whole:
        return Unrecognised(Problem.BAD_FORMAT if typed else Problem.UNREADABLE, Hint.EMPTY)

    shaped = _shaped(payload, plain, source, fmt)
    texts, repaired = shaped.texts, shaped.repaired
    codes = [text for text in texts if _vouched(text, fmt)]
    other = _fits_other_scheme(plain, fmt)
    trusted = fmt.check is not None or source is Source.HAND or not repaired
    if len(codes) == 1 and trusted and (fmt.check is not None or typed or not other):
        (code,) = codes
        kind = symbology or identified(shaped.identified.get(code, plain.identifier))
        return Recognised(CardCode(code), repaired, shaped.layouts.get(code), kind)

    read_as = symbology or identified(plain.identifier)
    if typed:
        problem = Problem.OTHER_CARD if other and not texts else Problem.BAD_FORMAT
    elif len(codes) > 1 or (texts and not other and read_as in _MISREADABLE):
        problem = Problem.UNREADABLE
    else:
        problem = Problem.OTHER_CARD
    if (repaired and texts) or (source is Source.HAND and looks_changed(payload)):
        return Unrecognised(problem, Hint.LAYOUT)
    wrong = () if codes else texts
    return Unrecognised(problem, _hint(normalise(payload), wrong, fmt) if typed or wrong else None)


def _shaped(payload: str, plain: Payload, source: Source, fmt: CodeFormat) -> _Shaped:
    """The texts in a reading that have the pattern's shape, and how they were found (rules 2 to 4)."""
    fits = shape(fmt.pattern).fits
    as_it_came = normalise(payload)
    if source is Source.TYPED and not fits(as_it_came) and _is_one_sign_off(as_it_came, fits):
        return _Shaped()
    if fits(plain.whole):
        return _Shaped((plain.whole,))
    if texts := tuple(filter(fits, plain.tokens)):
        return _Shaped(texts)
    found = _repaired(payload, plain, source, fmt) if source in _BY_KEYS else _Shaped()
    if not found.texts and source in _SCANNERS and fmt.check is not None:
        bare = without_marks(plain.whole)
        if bare is not None and fits(bare) and _vouched(bare, fmt):
            return _Shaped((bare,))
    return found


def _repaired(payload: str, plain: Payload, source: Source, fmt: CodeFormat) -> _Shaped:
    """What a scanner with the wrong keyboard may have meant."""
    layouts: dict[str, Mismatch | None] = {}
    identified: dict[str, str] = {}
    for text, pair, identifier in _meant(payload, plain, source, fmt):
        before = layouts.setdefault(text, pair)
        if before is not None and (pair is None or pair.computer is not before.computer):
            layouts[text] = None  # which keyboard to choose cannot be told
        identified.setdefault(text, identifier)
    return _Shaped(tuple(layouts), layouts, identified)


def _meant(
    payload: str, plain: Payload, source: Source, fmt: CodeFormat
) -> Iterator[tuple[str, Mismatch | None, str]]:
    """Each such text of the pattern's shape, the keyboards, and the identifier in front of it."""
    fits = shape(fmt.pattern).fits
    readings = [take_apart(text) for text in meant(payload)]
    for reading in readings:
        for text in filter(fits, (reading.whole, *reading.tokens)):
            yield text, US_ON_FINNISH, reading.identifier
    if source is not Source.HAND or fmt.check is None:
        return
    for reading in (plain, *readings):
        rest = without_identifier_rest(reading.whole)
        if rest is not None and fits(rest) and _vouched(rest, fmt):
            yield rest, None, identifier_rest(reading.whole)
    for guess, pair in guesses(payload):
        reading = take_apart(guess)
        for text in (reading.whole, *reading.tokens):
            if fits(text) and _vouched(text, fmt):
                yield text, pair, reading.identifier


def _is_one_sign_off(text: str, fits: Callable[[str], bool]) -> bool:
    odd = [sign for sign in text if sign not in _CARD_SIGNS]
    return len(odd) == 1 and any(fits(text.replace(odd[0], sign)) for sign in _CARD_SIGNS)


def _vouched(text: str, fmt: CodeFormat) -> bool:
    return fmt.check is None or mod_37_36.is_valid(text)


def _fits_other_scheme(plain: Payload, fmt: CodeFormat) -> bool:
    texts = (plain.whole, *plain.tokens)
    return any(shape(other.pattern).fits(text) for other in fmt.other_schemes for text in texts)


def _hint(text: str, wrong: tuple[str, ...], fmt: CodeFormat) -> Hint:
    """What may be amiss in a text, or in the words of the right shape whose check character is wrong."""
    size = shape(fmt.pattern)
    text = wrong[0] if wrong else text
    if any(size.fits(swapped) and _vouched(swapped, fmt) for swapped in _swapped(text)):
        return Hint.LOOKALIKE
    if wrong:
        return Hint.CHECK_CHARACTER
    if not text.isalnum():
        return Hint.WRONG_CHARACTER
    if len(text) < size.shortest:
        return Hint.TOO_SHORT
    return Hint.TOO_LONG if len(text) > size.longest else Hint.WRONG_CHARACTER


def _swapped(text: str) -> Iterator[str]:
    """The text with one lookalike taken for the other, in one place or in every place."""
    for place, sign in enumerate(text):
        if sign in _LOOKALIKES:
            yield text[:place] + _LOOKALIKES[sign] + text[place + 1 :]
    for sign, other in _LOOKALIKES.items():
        yield text.replace(sign, other)
    yield text.replace("O", "0").replace("I", "1")
