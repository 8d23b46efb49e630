"""Patterns of codes arrive by sync: checked on arrival, and never slow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.domain.pattern import LONGEST_CODE, shape


@pytest.mark.parametrize(
    ("pattern", "shortest", "longest"),
    [
        ("[A-Z0-9]{10}", 10, 10),
        ("^[A-ZÅÄÖ0-9]{4,20}$", 4, 20),
        (r"\A\d{8}\Z", 8, 8),
        ("(?:KAIKU|KK)?[0-9]{8}", 8, 13),
        ("([A-Z]{2}[0-9]{3}){2}", 10, 10),
        ("[A-Z]+[0-9]+", 2, 64),
        ("[A-Z]*", 0, 64),
        ("[A-Z]{,3}[0-9]{5,}", 5, 64),
        ("[A-Z]{3}?[0-9]{2,4}?", 5, 7),
        ("A|BCD|", 0, 3),
        (r"[]A][^]A]\.\-[\]]", 5, 5),
        ("A{B}", 4, 4),
        ("", 0, 0),
        ("A{64}", 64, 64),
        ("A{1}" * 50, 50, 50),  # 200 signs
    ],
)
def test_patterns_that_networks_use(pattern: str, shortest: int, longest: int) -> None:
    found = shape(pattern)
    assert (found.shortest, found.longest) == (shortest, longest)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("[A-Z", "no regular expression"),
        ("*A", "no regular expression"),
        ("A{99999999999}", "no regular expression"),
        ("(A", "no regular expression"),
        ("(A+)+B", "choices"),
        ("(A|A){30}B", "choices"),
        ("(A?){64}A{64}", "choices"),
        ("A?" * 30 + "A{30}", "choices"),
        ("[A-Z]*" * 4 + "!", "choices"),
        ("((((A?){9}){9}){9}){9}", "choices"),
        ("((){9999}){9999}", "choices"),
        ("(A|B){4294967294}", "choices"),
        ("(?=A)B", r"uses '\(\?'"),
        ("(?i)a", r"uses '\(\?'"),
        ("(?P<x>A)", r"uses '\(\?'"),
        (r"(A)\1", "uses"),
        (r"\bA", "uses"),
        (r"\x41", "uses"),
        ("[[A]]", "uses"),
        ("[A--B]", "uses"),
        ("A{65}", "more than 64"),
        ("A" * 201, "201 signs"),
    ],
)
def test_patterns_that_are_refused(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        shape(pattern)


def test_a_shape_fits_whole_texts_on_plain_digits() -> None:
    digits = shape(r"\d{3}")
    assert digits.fits("123")
    assert not digits.fits("1234")
    assert not digits.fits("123\n")
    assert not digits.fits("٣٣٣")
    anything = shape(".+")
    assert anything.fits("A" * LONGEST_CODE)
    assert not anything.fits("A" * (LONGEST_CODE + 1))


pieces = st.recursive(
    st.sampled_from(["A", "B", "[AB]", r"\w"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,3}", "{2,}", "*?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda ways: f"({'|'.join(ways)})"),
    ),
    max_leaves=8,
)


@given(pieces, st.text("AB", max_size=LONGEST_CODE))
@settings(max_examples=300)
def test_whatever_is_accepted_answers_on_the_worst_text_and_within_its_bounds(
    pattern: str, text: str
) -> None:
    """That the worst text comes back at all is the point: what is refused here would keep this test for years."""
    try:
        found = shape(pattern)
    except ValueError:
        return
    assert not found.fits("A" * (LONGEST_CODE - 1) + "!")
    if found.fits(text):
        assert found.shortest <= len(text) <= found.longest


@given(st.text() | st.text("AB[](){}|?*+-^$\\d,19", max_size=20))
@settings(max_examples=300)
def test_any_text_is_a_shape_or_clearly_refused(pattern: str) -> None:
    try:
        found = shape(pattern)
    except ValueError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert 0 <= found.shortest <= found.longest <= LONGEST_CODE
    assert refusal == "" or refusal.startswith("code pattern")
