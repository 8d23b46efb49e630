"""A scanner set to the US keyboard at a desk with a Finnish one, there and back.

The garbler is written from the two keyboards, key by key, and not from the table that undoes it.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.domain.code import (
    CardCode,
    CardRead,
    CodeFormat,
    Hint,
    Problem,
    Recognised,
    Source,
    Unrecognised,
    check_character,
    interpret,
)
from validator.domain.keyboard import looks_changed, meant

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SAMPLE = CodeFormat()
UNCHECKED = CodeFormat(check=None)
CODE = "K7WQ2M4X9" + check_character("K7WQ2M4X9")

US_KEYS = "`1234567890-=[];'\\,./"
US_SHIFT = '~!@#$%^&*()_+{}:"|<>?'
FINNISH_KEYS = "§1234567890+\u0301å\u0308öä',.-"
FINNISH_SHIFT = '½!"#¤%&/()=?\u0300Å\u0302ÖÄ*;:_'
SHOWN = dict(zip(US_KEYS + US_SHIFT, FINNISH_KEYS + FINNISH_SHIFT, strict=True))
ACCENTS = {"\u0301": "\u00b4", "\u0300": "`", "\u0308": "¨", "\u0302": "^"}

codes = st.text(SIGNS, min_size=9, max_size=9).map(lambda body: body + check_character(body))


class System(Enum):
    """What becomes of a dead key before a sign that does not take the accent."""

    SHOWS_ACCENT = "shows it alone"
    LOSES_ACCENT = "shows the sign only"
    LOSES_BOTH = "shows neither"


def garbled(sent: str, system: System = System.SHOWS_ACCENT, *, caps_lock: bool = False) -> str:
    """What a Finnish keyboard shows when a US-set scanner sends this."""
    shown = ""
    accent = ""
    for sign in sent:
        key = SHOWN.get(sign, sign)
        if caps_lock:
            key = key.swapcase()
        if key in ACCENTS:
            accent = key
            continue
        melted = unicodedata.normalize("NFC", key + accent)
        if len(melted) == 1:
            shown += melted
        elif system is System.SHOWS_ACCENT:
            shown += ACCENTS[accent] + key
        elif system is System.LOSES_ACCENT:
            shown += key
        accent = ""
    return shown


def by_hand(payload: str, fmt: CodeFormat = SAMPLE) -> Recognised | Unrecognised:
    return interpret(CardRead(payload, Source.HAND, AT), fmt)


def test_the_garbler_shows_what_finnish_desks_see() -> None:
    assert garbled("https://x.example/k?a=7&b=A") == "httpsÖ--x.example-k_a\u00b47/bÁ"
    assert garbled("]A0*AB-CD*") == "Ä0(AB+CD("
    assert garbled("]C1") == "¨C1"
    assert garbled("]Q1", System.LOSES_ACCENT) == "Q1"
    assert garbled("]Q1", System.LOSES_BOTH) == "1"
    assert garbled("]E0", System.LOSES_BOTH) == "Ë0"


@pytest.mark.parametrize("caps_lock", [False, True])
@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize(
    "sent",
    [
        f"https://kaiku.example/k/{CODE}",
        f"https://kaiku.example/k/{CODE}/?lang=fi",
        f"]Q1https://kaiku.example/k/{CODE}",
        f"KAIKU:{CODE}",
        f"{CODE[:5]}-{CODE[5:]}",
        f"*{CODE}*",
        f"]A0{CODE}",
        f"]A0*{CODE}*",
        f"]A0{CODE[:5]}-{CODE[5:]}",
        f"]C1{CODE}",
        f"]E0{CODE}",
        f"]Q1{CODE}",
        f"]d2{CODE}",
        f"]Q1{CODE[:5]}-{CODE[5:]}",
    ],
)
def test_a_scan_through_the_wrong_layout_is_repaired(sent: str, system: System, caps_lock: bool) -> None:
    shown = garbled(sent, system, caps_lock=caps_lock)
    if shown.upper().startswith(("1K", "2K")):
        # Both keys of the identifier are lost, and nothing tells its digit from a card's.
        assert by_hand(shown) == Unrecognised(Problem.OTHER_CARD, None)
    else:
        assert by_hand(shown) == Recognised(CardCode(CODE), repaired=True)


@given(codes)
def test_a_query_s_value_is_repaired_where_its_dead_key_can_be_seen(code: str) -> None:
    sent = f"https://kaiku.example/scan?lang=fi&card={code}"
    assert by_hand(garbled(sent)) == Recognised(CardCode(code), repaired=True)


wrappings = st.sampled_from(
    [
        "{}",
        "*{}*",
        "]A0{}",
        "]C1{}",
        "]Q1{}",
        "]z0{}",
        "KAIKU:{}",
        "KAIKU={}",
        "https://kaiku.example/k/{}",
        "https://kaiku.example/k/{}?x",
        "https://kaiku.example/?{}",
        "https://kaiku.example/?k={}",
        "https://kaiku.example/?k={}&l=fi",
        "https://kaiku.example/#k={}",
        "https://kaiku.example/k={}",
        "]Q1https://kaiku.example/?k={}",
    ]
)


@given(codes, wrappings, st.sampled_from(System), st.booleans(), st.integers(0, 9), st.sampled_from(Source))
def test_no_garbling_ever_makes_another_card_s_code(
    code: str, wrapping: str, system: System, caps_lock: bool, hyphen: int, source: Source
) -> None:
    sent = wrapping.format(code[:hyphen] + "-" + code[hyphen:])
    shown = garbled(sent, system, caps_lock=caps_lock)
    result = interpret(CardRead(shown, source, AT), SAMPLE)
    if isinstance(result, Recognised):
        assert result.code == CardCode(code)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_every_key_comes_back_where_no_dead_key_melts(sent: str) -> None:
    shown = garbled(sent)
    if set(sent) & set("=+]}"):
        sent = sent.translate(str.maketrans("", "", "=+]}"))
        shown = garbled(sent)
    if shown == sent:
        assert meant(shown) in ((), (sent,))
    else:
        assert sent in meant(shown)


def test_a_mac_has_the_euro_where_others_have_the_sign_for_any_currency() -> None:
    assert meant("€") == meant("¤") == ("$",)


def test_a_camera_knows_no_keyboard() -> None:
    shown = garbled(f"https://kaiku.example/k/{CODE}")
    for source in (Source.CAMERA, Source.PICTURE):
        assert interpret(CardRead(shown, source, AT), SAMPLE) == Unrecognised(Problem.OTHER_CARD, None)


def test_a_slow_scanner_taken_for_typing_is_repaired_by_its_check_character_only() -> None:
    shown = garbled(f"{CODE[:5]}-{CODE[5:]}")
    repaired = Recognised(CardCode(CODE), repaired=True)
    assert interpret(CardRead(shown, Source.TYPED, AT), SAMPLE) == repaired
    assert by_hand(shown, UNCHECKED) == repaired
    doubtful = Unrecognised(Problem.BAD_FORMAT, Hint.LAYOUT)
    assert interpret(CardRead(shown, Source.TYPED, AT), UNCHECKED) == doubtful


def test_what_is_left_of_an_identifier_needs_a_check_character_and_a_scanner() -> None:
    assert by_hand("Q1" + CODE) == Recognised(CardCode(CODE), repaired=True)
    assert by_hand("Q1" + CODE, UNCHECKED) == Unrecognised(Problem.OTHER_CARD, None)
    typed = interpret(CardRead("Q1" + CODE, Source.TYPED, AT), SAMPLE)
    assert typed == Unrecognised(Problem.BAD_FORMAT, Hint.TOO_LONG)
    for other in ("1" + CODE, "XX" + CODE, "12345678900", "Q1" + CODE[:-1] + "?", "Q10000000000"):
        assert by_hand(other) == Unrecognised(Problem.OTHER_CARD, None)


def test_a_repaired_reading_with_a_wrong_check_character_is_a_misreading() -> None:
    wrong = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
    shown = garbled(f"{wrong[:5]}-{wrong[5:]}")
    assert by_hand(shown) == Unrecognised(Problem.UNREADABLE, Hint.LAYOUT)


def test_a_foreign_card_through_the_wrong_layout_still_tells_of_the_layout() -> None:
    assert by_hand(garbled("https://museo.example/")) == Unrecognised(Problem.OTHER_CARD, Hint.LAYOUT)
    lost = garbled("https://kaiku.example/?k=7", System.LOSES_BOTH) + CODE[1:]
    assert by_hand(lost) == Unrecognised(Problem.OTHER_CARD, Hint.LAYOUT)


def test_two_repaired_codes_are_none() -> None:
    other = "000000001" + check_character("000000001")
    both = garbled(f"https://kaiku.example/k/{CODE}?card={other}")
    assert by_hand(both) == Unrecognised(Problem.UNREADABLE, Hint.LAYOUT)


def test_a_text_of_the_right_shape_is_never_repaired() -> None:
    letters = CodeFormat(pattern="[A-ZÅÄÖ0-9]{4,20}", check=None)
    assert by_hand("ÄÖ1234", letters) == Recognised(CardCode("ÄÖ1234"), repaired=False)


@pytest.mark.parametrize("text", ["ABC123", "https://kaiku.example/k/ABC", "A-B+C", "", "\ud800"])
def test_nothing_tells_of_a_wrong_layout(text: str) -> None:
    assert not looks_changed(text)


@pytest.mark.parametrize("text", ["httpsÖ--", "¨C1", "Ä0", "Ë0", "kÁ", "\u00b47", "§"])
def test_what_tells_of_a_wrong_layout(text: str) -> None:
    assert looks_changed(text)
