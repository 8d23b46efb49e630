"""From a reading to a card's code, or to the reason why it is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from validator.domain.code import (
    CardCode,
    CardRead,
    CodeFormat,
    Hint,
    OtherScheme,
    Problem,
    Recognised,
    Source,
    Symbology,
    Unrecognised,
    check_character,
    feedback,
    interpret,
)

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SAMPLE = CodeFormat()
UNCHECKED = CodeFormat(check=None)
CODE = "K7WQ2M4X9" + check_character("K7WQ2M4X9")
WRONG = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
SCANNED = [Source.CAMERA, Source.PICTURE, Source.HAND]

bodies = st.text(SIGNS, min_size=9, max_size=9)
codes = bodies.map(lambda body: body + check_character(body))
sources = st.sampled_from(Source)
symbologies = st.none() | st.sampled_from(Symbology)
formats = st.sampled_from(
    [
        SAMPLE,
        UNCHECKED,
        CodeFormat(pattern="[A-ZÅÄÖ0-9]{4,20}", check=None),
        CodeFormat(pattern="[A-Z0-9]{4,20}", max_length=100),
        CodeFormat(other_schemes=(OtherScheme("museum", r"\d{8,12}"),)),
        CodeFormat(check=None, other_schemes=(OtherScheme("museum", r"\d{8,12}"),)),
    ]
)


def found(
    payload: str,
    source: Source = Source.CAMERA,
    symbology: Symbology | None = Symbology.QR,
    fmt: CodeFormat = SAMPLE,
) -> Recognised | Unrecognised:
    return interpret(CardRead(payload, source, AT, symbology), fmt)


def typed(payload: str, fmt: CodeFormat = SAMPLE) -> Recognised | Unrecognised:
    return found(payload, Source.TYPED, None, fmt)


def code_in(payload: str, source: Source = Source.CAMERA, fmt: CodeFormat = SAMPLE) -> str | None:
    result = found(payload, source, fmt=fmt)
    return result.code.reveal() if isinstance(result, Recognised) else None


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize(
    "payload",
    [
        CODE,
        CODE.lower(),
        f"  {CODE}\r\n",
        f"{CODE[:5]}-{CODE[5:]}",
        f"{CODE[:3]} {CODE[3:6]} \u2013{CODE[6:]}",
        f"*{CODE}*",
        f"\ufeff{CODE[:4]}\u200b{CODE[4:]}\u200f",
        f"]A0*{CODE}*",
        f"]C1{CODE}",
        f"]Q1{CODE}",
        f"KAIKU:{CODE}",
        f"urn:kaiku:{CODE}",
        f"kaiku://{CODE}",
        f"kaiku://card/{CODE}",
        f"https://kaiku.example/k/{CODE}",
        f"https://kaiku.example/k/{CODE}/?lang=fi#top",
        f"https://kaiku.example/k/{CODE}?x",
        f"HTTPS://KAIKU.EXAMPLE/K/{CODE}",
        f"https://kaiku.example/scan?lang=fi&card={CODE}",
        f"https://kaiku.example/?card=KAIKU:{CODE}",
        f"https://kaiku.example/?from=https://other.example/k/{CODE}",
        f"https://kaiku.example/#card={CODE}",
        f"kaiku.example/k/{CODE[:5]}-{CODE[5:]}",
        f"]Q1https://kaiku.example/k/{CODE}",
    ],
)
def test_the_code_is_found_in_whatever_it_is_wrapped_in(payload: str, source: Source) -> None:
    assert found(payload, source) == Recognised(CardCode(CODE), repaired=False)


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize(
    "payload",
    [
        f"https://{CODE}",
        f"https://{CODE}/",
        f"https://kaiku.example/?{CODE}",
        f"https://kaiku.example/#{CODE}",
        f"{CODE[:5]}.{CODE[5:]}",
        f"{CODE[:5]}*{CODE[5:]}",
        f"{CODE[:5]}\n{CODE[5:]}",
        f"{CODE[:5]}\x1d{CODE[5:]}",
        f"{CODE}\n{CODE}",
        f"KAIKU {CODE}",
        f"5:{CODE}",
        f"KAIKU/{CODE}",
        f"{CODE[:5]}\u00e9{CODE[5:]}",
        f"{CODE}X",
        CODE[1:],
    ],
)
def test_anything_else_in_the_text_makes_it_no_code(payload: str, source: Source) -> None:
    assert isinstance(found(payload, source), Unrecognised)


def test_two_different_codes_in_one_reading_are_none() -> None:
    other = "000000001" + check_character("000000001")
    both = f"https://kaiku.example/k/{CODE}?card={other}"
    assert found(both) == Unrecognised(Problem.UNREADABLE, None)
    assert typed(both) == Unrecognised(Problem.BAD_FORMAT, Hint.WRONG_CHARACTER)
    assert code_in(f"https://kaiku.example/k/{CODE}?card={CODE}") == CODE
    assert code_in(f"https://kaiku.example/k/{CODE}?card={WRONG}") == CODE


@pytest.mark.parametrize(
    ("payload", "source", "symbology", "problem", "hint"),
    [
        ("", Source.TYPED, None, Problem.BAD_FORMAT, Hint.EMPTY),
        (" - * ", Source.TYPED, None, Problem.BAD_FORMAT, Hint.EMPTY),
        ("", Source.HAND, None, Problem.UNREADABLE, Hint.EMPTY),
        ("**", Source.CAMERA, Symbology.CODE39, Problem.UNREADABLE, Hint.EMPTY),
        ("\0", Source.PICTURE, Symbology.QR, Problem.UNREADABLE, Hint.EMPTY),
        (CODE[:4], Source.TYPED, None, Problem.BAD_FORMAT, Hint.TOO_SHORT),
        (CODE + "A", Source.TYPED, None, Problem.BAD_FORMAT, Hint.TOO_LONG),
        (CODE[:4] + "?", Source.TYPED, None, Problem.BAD_FORMAT, Hint.WRONG_CHARACTER),
        (CODE[:-1] + "Ä", Source.TYPED, None, Problem.BAD_FORMAT, Hint.WRONG_CHARACTER),
        (WRONG, Source.TYPED, None, Problem.BAD_FORMAT, Hint.CHECK_CHARACTER),
        (f"KAIKU:{WRONG}", Source.TYPED, None, Problem.BAD_FORMAT, Hint.CHECK_CHARACTER),
        (WRONG, Source.CAMERA, Symbology.CODE39, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        (WRONG, Source.PICTURE, Symbology.ITF, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        (WRONG, Source.HAND, None, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        ("]A0" + WRONG, Source.HAND, None, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        ("]X0" + WRONG, Source.HAND, None, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        ("]Q1" + WRONG, Source.HAND, Symbology.CODE39, Problem.UNREADABLE, Hint.CHECK_CHARACTER),
        ("6417700050787", Source.CAMERA, Symbology.EAN13, Problem.OTHER_CARD, None),
        ("6417700050787", Source.HAND, None, Problem.OTHER_CARD, None),
        ("https://museo.example/", Source.CAMERA, Symbology.QR, Problem.OTHER_CARD, None),
        (CODE[1:], Source.CAMERA, Symbology.CODE39, Problem.OTHER_CARD, None),
    ],
)
def test_why_a_reading_is_no_code(
    payload: str, source: Source, symbology: Symbology | None, problem: Problem, hint: Hint | None
) -> None:
    assert found(payload, source, symbology) == Unrecognised(problem, hint)


@pytest.mark.parametrize("symbology", sorted(set(Symbology) - {Symbology.CODE39, Symbology.ITF}))
def test_a_symbol_that_checks_itself_was_read_right_and_is_another_card(symbology: Symbology) -> None:
    for source in SCANNED:
        result = found(WRONG, source, symbology)
        assert isinstance(result, Unrecognised)
        assert result.problem is Problem.OTHER_CARD


@pytest.mark.parametrize("identifier", ["]C1", "]E0", "]L0", "]Q1", "]d2", "]z0"])
def test_a_scanner_may_say_that_the_symbol_checks_itself(identifier: str) -> None:
    result = found(identifier + WRONG, Source.HAND, None)
    assert result == Unrecognised(Problem.OTHER_CARD, Hint.CHECK_CHARACTER)


def test_another_scheme_is_told_from_a_slip_of_the_finger() -> None:
    schemes = (OtherScheme("museum", r"\d{12}"), OtherScheme("library", r"[A-Z]\d{9}"))
    fmt = CodeFormat(other_schemes=schemes)
    assert typed("1234 5678 9012", fmt) == Unrecognised(Problem.OTHER_CARD, Hint.TOO_LONG)
    assert typed("1234 5678 901", fmt) == Unrecognised(Problem.BAD_FORMAT, Hint.TOO_LONG)
    assert typed("L123456789", fmt) == Unrecognised(Problem.BAD_FORMAT, Hint.CHECK_CHARACTER)
    library = found("L123456789", Source.HAND, None, fmt)
    assert isinstance(library, Unrecognised)
    assert library.problem is Problem.OTHER_CARD


def test_a_code_of_ours_that_looks_like_another_scheme_s_too() -> None:
    body = "123456789"
    ours = body + check_character(body)
    overlapping = (OtherScheme("library", r"[A-Z0-9]{10}"),)
    for source in Source:
        assert code_in(ours, source, CodeFormat(other_schemes=overlapping)) == ours
    unchecked = CodeFormat(check=None, other_schemes=overlapping)
    assert code_in(ours, Source.TYPED, unchecked) == ours
    for source in SCANNED:
        assert found(ours, source, fmt=unchecked) == Unrecognised(Problem.OTHER_CARD, None)


def test_a_network_without_check_characters_takes_any_text_of_the_right_shape() -> None:
    for source in Source:
        assert code_in(WRONG, source, UNCHECKED) == WRONG
    assert typed(WRONG[:-1], UNCHECKED) == Unrecognised(Problem.BAD_FORMAT, Hint.TOO_SHORT)
    letters = CodeFormat(pattern="[A-ZÅÄÖ0-9]{4,20}", check=None)
    assert code_in("äö12", Source.TYPED, letters) == "ÄÖ12"
    assert code_in("ä123", Source.TYPED, letters) == "Ä123"


def test_a_lookalike_is_suggested_and_never_put_right() -> None:
    body = "OI0123456"
    code = body + check_character(body)
    for slip in ("0I0123456", "O10123456", "OIO123456", "OI0I23456"):
        mistyped = slip + code[-1]
        assert typed(mistyped) == Unrecognised(Problem.BAD_FORMAT, Hint.LOOKALIKE)
        assert found(mistyped, Source.HAND, None) == Unrecognised(Problem.UNREADABLE, Hint.LOOKALIKE)
    zeros = "003004005" + check_character("003004005")
    assert typed(zeros.replace("0", "O")) == Unrecognised(Problem.BAD_FORMAT, Hint.LOOKALIKE)
    shaped = CodeFormat(pattern="[A-Z]{3}[0-9]{4}", check=None)
    assert feedback("ABC12O4", shaped) is Hint.LOOKALIKE
    assert feedback("ABC1234", shaped) is None


def test_of_two_wrong_words_the_first_is_spoken_of() -> None:
    body = "OI0123456"
    slip = "0" + body[1:] + check_character(body)
    first = f"https://kaiku.example/k/{slip}?card={WRONG}"
    assert found(first, Source.CAMERA) == Unrecognised(Problem.OTHER_CARD, Hint.LOOKALIKE)
    second = f"https://kaiku.example/k/{WRONG}?card={slip}"
    assert found(second, Source.CAMERA) == Unrecognised(Problem.OTHER_CARD, Hint.CHECK_CHARACTER)


def test_the_field_s_help_follows_the_typing() -> None:
    helped = [feedback(CODE[:count], SAMPLE) for count in range(len(CODE) + 1)]
    assert helped == [Hint.EMPTY] + [Hint.TOO_SHORT] * 9 + [None]


@given(st.text() | st.text(SIGNS + "-/:?=*]#. \x00\u202e\ud800", max_size=40), formats)
def test_the_field_s_help_ends_exactly_where_a_code_is_found(text: str, fmt: CodeFormat) -> None:
    assert (feedback(text, fmt) is None) == isinstance(typed(text, fmt), Recognised)


hostile = st.one_of(
    st.text(),
    st.text(st.characters()),
    st.text(SIGNS + "-/:?=&*]#.+åÄö´¨( \x00\x1d\u200f\u202e\ud800\udfff", max_size=60),
    st.builds(lambda code, head, tail: head + code + tail, codes, st.text(), st.text()),
)


@given(hostile, sources, symbologies, formats)
@example("]", Source.HAND, None, SAMPLE)
@example("\ud800", Source.HAND, None, UNCHECKED)
@example("://", Source.TYPED, None, SAMPLE)
@settings(max_examples=500)
def test_every_text_has_one_answer(
    payload: str, source: Source, symbology: Symbology | None, fmt: CodeFormat
) -> None:
    read = CardRead(payload, source, AT, symbology)
    result = interpret(read, fmt)
    assert result == interpret(read, fmt)
    if isinstance(result, Recognised):
        again = interpret(CardRead(result.code.reveal(), source, AT, symbology), fmt)
        assert again == Recognised(result.code, repaired=False)


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize(
    "payload",
    [
        "A" * 10_000_000,
        "\0" * 10_000_000,
        "https://kaiku.example/?" + "a=b&" * 2_500_000,
        bytes(range(256)).decode("latin-1") * 4_000,
        "\ud800" * 100_000,
    ],
    ids=["letters", "NULs", "address", "binary", "surrogates"],
)
def test_an_oversized_payload_is_not_even_looked_at(payload: str, source: Source) -> None:
    problem = Problem.BAD_FORMAT if source is Source.TYPED else Problem.OTHER_CARD
    assert found(payload, source) == Unrecognised(problem, Hint.TOO_LONG)


@pytest.mark.parametrize("payload", ["A" * 4096, "*" * 4096, "a=b&" * 1024, "Ä" * 4096, "O0" * 2048])
def test_the_longest_payload_that_is_looked_at(payload: str) -> None:
    slow = CodeFormat(pattern="[A-Z]+[0-9]+", max_length=4096)
    for source in Source:
        assert isinstance(found(payload, source, fmt=slow), Unrecognised)
    assert code_in(" " * 4086 + CODE) == CODE
    assert code_in(" " * 4087 + CODE) is None


@pytest.mark.parametrize(
    ("payload", "fmt"),
    [
        ("ABCD:FGHIJKLMN", CodeFormat(pattern="[A-Z0-9]{4,20}", check=None)),
        ("KK:12345678", CodeFormat(pattern="KK[0-9]{9}|[0-9]{8}", check=None)),
        ("]A0123456", CodeFormat(pattern="[A-Z0-9]{4,20}", check=None)),
    ],
)
def test_typed_one_sign_off_the_shape_is_a_slip_and_not_a_prefix(payload: str, fmt: CodeFormat) -> None:
    assert typed(payload, fmt) == Unrecognised(Problem.BAD_FORMAT, Hint.WRONG_CHARACTER)
    assert isinstance(found(payload, Source.CAMERA, fmt=fmt), Recognised)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (CODE, "…" + CODE[-4:]),
        ("ABCDEFGH", "…EFGH"),
        ("ABCDEFG", "…EFG"),
        ("ABCD", "…CD"),
        ("AB", "…B"),
        ("A", "…"),
        ("", "…"),
    ],
)
def test_a_code_shows_at_most_half_of_itself(code: str, shown: str) -> None:
    card = CardCode(code)
    assert card.masked == str(card) == f"{card}" == shown
    assert repr(card) == f"CardCode({shown})"
    assert card.reveal() == card.text == code


def test_codes_are_equal_however_they_were_written() -> None:
    assert CardCode(f"*{CODE[:5].lower()}-{CODE[5:]}*") == CardCode(CODE)
    assert len({CardCode(CODE), CardCode(CODE.lower())}) == 1


def test_a_reading_and_what_became_of_it_show_no_code() -> None:
    read = CardRead(CODE, Source.HAND, AT)
    assert CODE not in repr(read)
    assert CODE not in repr(interpret(read, SAMPLE))
    assert CODE[:-4] not in repr(interpret(read, SAMPLE))


def test_a_reading_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        CardRead(CODE, Source.CAMERA, AT.replace(tzinfo=None))


@pytest.mark.parametrize("pattern", ["[A-Z", "(A+)+B", "*"])
def test_a_pattern_that_cannot_be_used_is_refused_when_it_arrives(pattern: str) -> None:
    with pytest.raises(ValueError, match="code pattern"):
        CodeFormat(pattern=pattern)
    with pytest.raises(ValueError, match="code pattern"):
        OtherScheme("museum", pattern)


def test_a_length_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        CodeFormat(max_length=0)
    assert CodeFormat(max_length=1).max_length == 1
