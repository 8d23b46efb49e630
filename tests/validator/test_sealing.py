"""Sealed boxes: only the receiver opens them, and each part only in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.sealing import Box, Opener

HUB = Opener(b"\x05" * 32)


@given(st.binary(max_size=300), st.integers(0, 2**63), st.binary(max_size=40))
def test_the_receiver_opens_what_was_sealed(plain: bytes, number: int, bound: bytes) -> None:
    box = Box.to(HUB.public)
    sealed = box.seal(number, plain, bound)
    assert HUB.box(box.ephemeral).open(number, sealed, bound) == plain


def test_a_part_opens_in_its_own_place_only() -> None:
    box = Box.to(HUB.public)
    sealed = box.seal(1, b"cards", b"entry 1")
    mine = HUB.box(box.ephemeral)
    broken = bytes([sealed[0] ^ 1]) + sealed[1:]
    for number, part, bound in (
        (2, sealed, b"entry 1"),
        (1, sealed, b"entry 2"),
        (1, broken, b"entry 1"),
        (1, sealed[:-1], b"entry 1"),
        (1, b"", b"entry 1"),
    ):
        with pytest.raises(ValueError, match="does not open"):
            mine.open(number, part, bound)


def test_nobody_else_opens_it_and_no_two_are_alike() -> None:
    first, second = Box.to(HUB.public), Box.to(HUB.public)
    assert first.ephemeral != second.ephemeral
    assert first.seal(1, b"cards", b"") != second.seal(1, b"cards", b"")
    with pytest.raises(ValueError, match="does not open"):
        Opener(b"\x06" * 32).box(first.ephemeral).open(1, first.seal(1, b"cards", b""), b"")


@pytest.mark.parametrize("public", [b"", b"short", bytes(31), bytes(32), bytes(33)])
def test_what_is_no_key_is_sealed_to_by_nobody(public: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the library's own words
        Box.to(public)
    with pytest.raises(ValueError):  # noqa: PT011
        HUB.box(public)


def test_a_derived_key_is_always_the_same_and_not_what_it_follows_from() -> None:
    one = Opener.derived(b"\x05" * 32)
    assert one == Opener.derived(b"\x05" * 32) != Opener.derived(b"\x06" * 32)
    assert one.secret != b"\x05" * 32


def test_no_secret_is_shown() -> None:
    assert HUB.secret.hex() not in repr(HUB)
    assert "\\x05" not in repr(HUB)
    assert "key=" not in repr(Box.to(HUB.public))
