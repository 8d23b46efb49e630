"""What the test of a scanner tells of a reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from tests.domain.test_code_keyboard import CODE, SAMPLE, UNCHECKED, garbled
from validator.domain.code import CardRead, Source, Symbology
from validator.domain.layouts import US_ON_FINNISH
from validator.domain.marks import TEXT
from validator.scan.strokes import BURST_MS, Burst, Rhythm, Stroke, StrokeKind, rhythm_of
from validator.scan.tested import Advice, Check, Report, examine

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)


def look(
    payload: str,
    source: Source = Source.SERIAL,
    strokes: Sequence[Stroke] = (),
    ending: str = "",
    kind: Symbology | None = None,
) -> Report:
    return examine(CardRead(payload, source, AT, kind), SAMPLE, strokes, ending)


def typed(text: str, gap: float = 10.0) -> list[Stroke]:
    """Signs one after the other; a line's end is Enter, another control character a command."""
    kinds = {"\r": StrokeKind.ENTER, "\t": StrokeKind.TAB}
    return [
        Stroke(
            kinds.get(sign, StrokeKind.SIGN if sign.isprintable() else StrokeKind.COMMAND),
            "" if sign in kinds else sign,
            place * gap,
        )
        for place, sign in enumerate(text)
    ]


def test_a_card_is_told_by_its_last_signs_and_its_check_character() -> None:
    told = look(CODE, ending="\r")
    assert (told.masked, told.signs, told.check) == ("…" + CODE[-4:], 10, Check.RIGHT)
    assert (told.before, told.after, told.advice) == ((), ("CR",), Advice.FINE)
    assert CODE not in repr(told)


@pytest.mark.parametrize(
    ("payload", "before", "after"),
    [
        (f"]C1{CODE}", ("]C1",), ()),
        (f"\x02]Q1{CODE}\x03", ("STX", "]Q1"), ("ETX",)),
        (f"#{CODE}$", ("#",), ("$",)),
        (f"*{CODE}*", ("*",), ("*",)),
        (f"https://x.example/{CODE}?a", (TEXT,), ("?", TEXT)),
        (f"{CODE}\x1d\x01", (), ("GS", "0x01")),
        ("]E0123456", ("]E0",), ()),
        ("museo\r\n", (), ("CR", "LF")),
    ],
)
def test_what_stands_around_it_is_named(
    payload: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    told = look(payload)
    assert (told.before, told.after) == (before, after)


def test_keys_around_it_are_named_and_their_rhythm_is_measured() -> None:
    told = look(CODE, Source.HAND, typed(f"\x02{CODE}\r\t"))
    assert (told.before, told.after) == (("STX",), ("Enter", "Tab"))
    assert told.rhythm == Rhythm(10, 10)


def test_an_enter_in_front_is_to_be_taken_away() -> None:
    assert look(CODE, Source.HAND, typed(f"\r{CODE}")).advice is Advice.ENTER_FIRST


def test_slow_signs_are_told() -> None:
    told = look(CODE, Source.TYPED, typed(CODE, 90.0))
    assert (told.advice, told.rhythm) == (Advice.SLOW, Rhythm(90, 90))


def test_a_wrong_layout_comes_first_and_names_the_keyboards() -> None:
    told = look(garbled(f"{CODE[:5]}-{CODE[5:]}"), Source.HAND)
    assert (told.advice, told.layouts, told.repaired, told.check) == (
        Advice.LAYOUT,
        US_ON_FINNISH,
        True,
        Check.RIGHT,
    )
    told = look("httpsÖ--museo.example-", Source.HAND)
    assert (told.advice, told.layouts, told.repaired) == (Advice.LAYOUT, None, False)


def test_the_kind_is_the_scanners_or_the_cameras() -> None:
    assert look(f"]A0{CODE}").symbology is Symbology.CODE39
    assert look(CODE, Source.CAMERA, kind=Symbology.QR).symbology is Symbology.QR
    assert look("museo", Source.CAMERA, kind=Symbology.EAN13).symbology is Symbology.EAN13
    assert look(CODE).symbology is None


def test_a_check_character_that_is_wrong_or_not_there() -> None:
    wrong = CODE[:-1] + ("3" if CODE[-1] != "3" else "4")
    told = look(wrong)
    assert (told.check, told.masked) == (Check.WRONG, "")
    assert told.advice is Advice.AGAIN
    assert (look("museo").check, look("museo").advice) == (Check.NO_CODE, Advice.AGAIN)
    assert examine(CardRead(CODE, Source.HAND, AT), UNCHECKED).check is Check.UNUSED


def test_a_burst_ends_with_a_pause() -> None:
    burst = Burst()
    assert [burst.take(stroke) for stroke in typed("ab\r")] == [True, False, False]
    assert burst.text == "ab"
    assert burst.take(Stroke(StrokeKind.SIGN, "c", 20 + BURST_MS + 1))
    assert burst.text == "c"
    assert burst.take(Stroke(StrokeKind.SIGN, "d", 0.0)), "a clock that went back"
    burst.clear()
    assert burst.strokes == ()


def test_one_sign_has_no_rhythm_and_no_stroke_shows_its_text() -> None:
    assert rhythm_of(typed("a")) is None
    assert CODE[0] not in repr(Stroke(StrokeKind.SIGN, CODE[0], 0.0)).partition("at=")[0].partition("kind")[0]
    assert "text" not in repr(Stroke(StrokeKind.SIGN, "Q", 0.0))
