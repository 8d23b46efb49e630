"""What a text may wrap around a code, and what normalising drops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.domain.payload import normalise, take_apart, without_identifier_rest


@given(st.text() | st.text("aAöÖ09*- \x00\u200b\u2013ıßſ\ufb01\u212a"))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_no_letter_or_digit_is_lost_or_moved(text: str) -> None:
    before = [sign for sign in text if sign.isalnum()]
    after = [sign for sign in normalise(text) if sign.isalnum()]
    assert len(before) == len(after)
    assert [sign.casefold() for sign in before] == [sign.casefold() for sign in after]


@pytest.mark.parametrize("letter", ["ı", "ſ", "ß", "\ufb01", "\u212a", "Ａ", "٣"])
def test_foreign_letters_do_not_become_those_of_a_card(letter: str) -> None:
    assert normalise(letter) == letter


def test_letters_of_cards_become_capitals() -> None:
    assert normalise("abcxyzåäö019") == "ABCXYZÅÄÖ019"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("\r\n*A-B C*\t", "ABC"), ("A*B", "A*B"), ("A\nB", "A\nB"), ("\0A\0B\0", "A\0B"), ("- *", "")],
)
def test_controls_and_stars_go_at_the_ends_only(text: str, kept: str) -> None:
    assert normalise(text) == kept


@pytest.mark.parametrize(
    ("text", "whole", "tokens", "identifier"),
    [
        ("]C1abc", "ABC", (), "C1"),
        (" ]d2abc", "ABC", (), "d2"),
        ("]C", "]C", (), ""),
        ("A]C1", "A]C1", (), ""),
        ("x:a:b", "X:A:B", ("B",), ""),
        ("x:", "X:", (), ""),
        ("https://h/a?b=c&b=c&d#e=f", "HTTPS://H/A?B=C&B=C&D#E=F", ("A", "C", "F"), ""),
        ("h/a", "H/A", (), ""),
        ("h.i", "H.I", (), ""),
        ("h.i/a/", "H.I/A/", ("A",), ""),
    ],
)
def test_a_text_is_taken_apart(text: str, whole: str, tokens: tuple[str, ...], identifier: str) -> None:
    payload = take_apart(text)
    assert (payload.whole, payload.tokens, payload.identifier) == (whole, tokens, identifier)


def test_a_payload_shows_nothing_of_itself() -> None:
    assert "SECRET" not in repr(take_apart("k:SECRET"))


@pytest.mark.parametrize(("whole", "rest"), [("Q1ABC", "ABC"), ("1ABC", None), ("ABC", None), ("", None)])
def test_the_rest_of_an_identifier(whole: str, rest: str | None) -> None:
    assert without_identifier_rest(whole) == rest
