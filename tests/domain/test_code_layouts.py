"""Scanners and computers with other pairs of keyboards, marks around a code, and what a scanner's own identifier tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_code_keyboard import CODE, SAMPLE, UNCHECKED, codes, garbled
from validator.domain.code import (
    CardCode,
    CardRead,
    Hint,
    Problem,
    Recognised,
    Source,
    Symbology,
    Unrecognised,
    check_character,
    interpret,
)
from validator.domain.layouts import US_ON_FINNISH, Layout, Mismatch

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)

FRENCH_DIGITS = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
FRENCH_LETTERS = dict(zip("AQZWM", "QAWZ?", strict=True))
"""What an American scanner's keys show on a French keyboard; capitals come with Shift."""
SHIFTED_DIGITS = {
    Layout.US: dict(zip("1234567890", "!@#$%^&*()", strict=True)),
    Layout.FINNISH: dict(zip("1234567890", '!"#¤%&/()=', strict=True)),
}
FRENCH_MEANT = {Layout.US: {**dict(zip("AQZW", "QAWZ", strict=True)), "M": ":"}, Layout.FINNISH: {}}
FRENCH_MEANT[Layout.FINNISH] = {**FRENCH_MEANT[Layout.US], "M": "Ö"}


def read(payload: str, source: Source = Source.HAND) -> Recognised | Unrecognised:
    return interpret(CardRead(payload, source, AT), SAMPLE)


def us_on_french(sent: str) -> str:
    return "".join(FRENCH_DIGITS.get(sign, FRENCH_LETTERS.get(sign, sign)) for sign in sent)


def french_on(computer: Layout, sent: str) -> str:
    shown = {**SHIFTED_DIGITS[computer], **FRENCH_MEANT[computer]}
    return "".join(shown.get(sign, sign) for sign in sent)


def found(payload: str) -> tuple[str, bool, Mismatch | None]:
    result = read(payload)
    assert isinstance(result, Recognised)
    return result.code.reveal(), result.repaired, result.layouts


PAIRS = [Mismatch(Layout.US, Layout.FRENCH)] + [Mismatch(Layout.FRENCH, each) for each in SHIFTED_DIGITS]


@settings(max_examples=30)
@given(codes.filter(lambda code: not code.isalpha()), st.sampled_from(PAIRS))
def test_letters_and_digits_through_a_french_keyboard_are_repaired_or_told_but_never_another_code(
    code: str, pair: Mismatch
) -> None:
    shown = us_on_french(code) if pair.scanner is Layout.US else french_on(pair.computer, code)
    result = read(shown)
    # About one code in twenty is another code between another two keyboards: then it is none.
    if isinstance(result, Recognised):
        assert (result.code.reveal(), result.repaired) == (code, True)
        assert result.layouts in (pair, None)
    else:
        assert result == Unrecognised(Problem.UNREADABLE, Hint.LAYOUT)


@pytest.mark.parametrize("pair", PAIRS)
def test_most_codes_through_a_french_keyboard_are_repaired(pair: Mismatch) -> None:
    some = [str(number) + "KAIQZWM" for number in range(10, 60)]
    some = [body + check_character(body) for body in some]
    shown = [
        us_on_french(code) if pair.scanner is Layout.US else french_on(pair.computer, code) for code in some
    ]
    read_right = [isinstance(read(text), Recognised) for text in shown]
    assert sum(read_right) >= 0.85 * len(some)


def test_where_two_pairs_of_keyboards_would_do_neither_is_told() -> None:
    ones = "111111111" + check_character("111111111")
    assert found(french_on(Layout.US, ones)) == (ones, True, None)
    assert found(french_on(Layout.US, CODE)) == (CODE, True, Mismatch(Layout.FRENCH, Layout.US))


def test_a_finnish_scanner_on_an_american_keyboard_is_repaired() -> None:
    shown = f"https>&&kaiku.example&k&{CODE}"
    assert found(shown) == (CODE, True, Mismatch(Layout.FINNISH, Layout.US))
    assert found(f"{CODE[:5]}/{CODE[5:]}") == (CODE, True, Mismatch(Layout.FINNISH, Layout.US))


def test_the_usual_pair_is_named() -> None:
    assert found(garbled(f"{CODE[:5]}-{CODE[5:]}")) == (CODE, True, US_ON_FINNISH)


def test_where_the_identifier_lost_its_key_the_keyboards_cannot_be_told() -> None:
    assert found("Q1" + CODE) == (CODE, True, None)


@given(st.text(max_size=40))
def test_whatever_comes_nothing_raises_and_nothing_wrong_is_vouched_for(text: str) -> None:
    for source in Source:
        result = read(text, source)
        assert not isinstance(result, Recognised) or len(result.code.reveal()) == 10


def test_other_keyboards_need_a_scanner_and_a_check_character() -> None:
    shown = us_on_french(CODE)
    for source in (Source.TYPED, Source.SERIAL, Source.CAMERA, Source.PICTURE):
        assert isinstance(read(shown, source), Unrecognised)
    assert isinstance(interpret(CardRead(shown, Source.HAND, AT), UNCHECKED), Unrecognised)
    wrong = us_on_french(CODE[:-1] + ("3" if CODE[-1] != "3" else "4"))
    assert isinstance(read(wrong), Unrecognised)


@pytest.mark.parametrize("mark", ["#{}", "~{}", "{}$", "#{}#", "!!{}", "\x02{}\x03", "$${}%%"])
@pytest.mark.parametrize("source", [Source.HAND, Source.SERIAL])
def test_marks_that_a_scanner_was_told_to_add_come_off(mark: str, source: Source) -> None:
    assert read(mark.format(CODE), source) == Recognised(CardCode(CODE), repaired=False)


@pytest.mark.parametrize("around", ["#####{}", "{}#####", "S{}", "{}1", "#S{}", "##", "é{}"])
def test_letters_and_long_marks_stay(around: str) -> None:
    assert isinstance(read(around.format(CODE), Source.SERIAL), Unrecognised)


def test_marks_need_a_scanner_and_a_right_check_character() -> None:
    assert isinstance(read(f"#{CODE}", Source.CAMERA), Unrecognised)
    wrong = CODE[:-1] + ("3" if CODE[-1] != "3" else "4")
    assert read(f"#{wrong}", Source.SERIAL) == Unrecognised(Problem.OTHER_CARD, None)
    assert isinstance(interpret(CardRead(f"#{CODE}", Source.SERIAL, AT), UNCHECKED), Unrecognised)


IDENTIFIERS = [
    ("]A0", Symbology.CODE39),
    ("]C1", Symbology.CODE128),
    ("]Q1", Symbology.QR),
    ("]E0", Symbology.EAN13),
    ("]E4", Symbology.EAN8),
    ("]d2", Symbology.DATAMATRIX),
    ("]z0", Symbology.AZTEC),
    ("]L0", Symbology.PDF417),
    ("]I0", Symbology.ITF),
    ("", None),
]


@pytest.mark.parametrize(("identifier", "kind"), IDENTIFIERS)
def test_the_scanners_identifier_comes_off_and_tells_the_kind(
    identifier: str, kind: Symbology | None
) -> None:
    for source in (Source.HAND, Source.SERIAL):
        result = read(f"\x02{identifier}{CODE}", source)
        assert isinstance(result, Recognised)
        assert (result.code, result.repaired, result.symbology) == (CardCode(CODE), False, kind)


@pytest.mark.parametrize(("identifier", "kind"), IDENTIFIERS[:-1])
def test_so_it_does_through_a_finnish_keyboard_and_without_its_bracket(
    identifier: str, kind: Symbology
) -> None:
    for shown in (garbled(identifier + CODE), identifier[1:] + CODE):
        result = read(shown)
        assert isinstance(result, Recognised)
        assert (result.code, result.repaired) == (CardCode(CODE), True)
        assert result.symbology is kind


def test_what_was_read_by_a_camera_is_what_the_camera_says() -> None:
    result = interpret(CardRead(CODE, Source.CAMERA, AT, Symbology.QR), SAMPLE)
    assert isinstance(result, Recognised)
    assert result.symbology is Symbology.QR


def test_a_layout_that_cannot_be_repaired_is_still_told() -> None:
    assert read("httpsÖ--museo.example-") == Unrecognised(Problem.OTHER_CARD, Hint.LAYOUT)
