"""Keys that command something in a scan and behind one, and scans and typing mixed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scan.test_wedge import CODE, LATER, Desk
from validator.scan.wedge import ENTER_GUARD_MS, KEY_GAP_MS, PAUSE_MS, SCAN_KEYS_BEFORE_COMMAND

UNDO = "\x1a"


def test_a_control_character_in_a_scan_presses_no_key_and_is_in_the_read() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    assert desk.wedge.command(UNDO, last + 10)
    desk.key("x", last + 20)
    desk.enter(last + 30)
    assert (desk.reads, desk.enters) == ([CODE + UNDO + "x"], 0)


@pytest.mark.parametrize("keys", [SCAN_KEYS_BEFORE_COMMAND, 5])
def test_so_it_is_before_the_scan_is_certain(keys: int) -> None:
    desk = Desk()
    last = desk.keys(CODE[:keys], 10)
    assert desk.wedge.commands(last + 10)
    assert desk.wedge.command(UNDO, last + 10)
    desk.wedge.tick(LATER)
    assert desk.reads == [CODE[:keys] + UNDO]


def test_a_key_that_types_nothing_is_swallowed_and_alters_nothing() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    assert desk.wedge.command("", last + 10)
    desk.enter(last + 20)
    assert desk.reads == [CODE]


@pytest.mark.parametrize("keys", [0, 1, SCAN_KEYS_BEFORE_COMMAND - 1])
def test_a_clerks_shortcut_is_the_clerks(keys: int) -> None:
    desk = Desk()
    last = desk.keys(CODE[:keys], 10) if keys else 0.0
    assert not desk.wedge.commands(last + 10)
    assert not desk.wedge.command(UNDO, last + 10)
    assert (desk.reads, desk.typed) == ([], CODE[:keys])


def test_a_shortcut_behind_typing_is_the_clerks() -> None:
    desk = Desk()
    last = desk.keys(CODE, 150)
    assert not desk.wedge.command(UNDO, last + 150)
    assert desk.typed == CODE


def test_commands_right_behind_a_scan_are_the_scanners_and_later_ones_the_clerks() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    desk.enter(last + 10)
    for number in range(1, 30):
        assert desk.wedge.command(UNDO, last + 10 + 30 * number)
    assert not desk.wedge.command(UNDO, last + 10 + 30 * 29 + KEY_GAP_MS + 1)
    assert desk.reads == [CODE]


def test_no_number_of_enters_behind_a_scan_confirms_anything() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    for number in range(1, 100):
        desk.enter(last + 20 * number)
    assert (desk.reads, desk.enters) == ([CODE], 0)
    desk.enter(last + 20 * 99 + ENTER_GUARD_MS)
    assert desk.enters == 1


def test_asking_whose_a_key_is_changes_nothing() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    for at in (last, last + 10, last + 50, last + 500, 0.0):
        desk.wedge.commands(at)
    desk.enter(last + 10)
    assert desk.reads == [CODE]


@dataclass(frozen=True)
class Piece:
    """A scan, or somebody who types."""

    text: str
    gap: float
    enter: bool
    scan: bool


scans = st.builds(
    Piece,
    st.text("ABCDEF0123456789-", min_size=6, max_size=20).filter(lambda text: len(set(text[:6])) > 1),
    st.integers(1, 35),
    st.booleans(),
    st.just(value=True),
)
typings = st.builds(
    Piece,
    st.text(st.characters(), min_size=1, max_size=12),
    st.integers(61, 300),
    st.booleans(),
    st.just(value=False),
)


@settings(max_examples=20)
@given(st.lists(scans | typings, max_size=8), st.integers(int(ENTER_GUARD_MS) + 1, 900))
def test_scans_and_typing_mixed_are_each_what_they_are(pieces: list[Piece], pause: float) -> None:
    desk = Desk()
    at = 0.0
    for piece in pieces:
        at = desk.keys(piece.text, piece.gap, at + pause)
        if piece.enter:
            at += piece.gap
            desk.enter(at)
        elif piece.scan:
            desk.wedge.tick(at + PAUSE_MS + 1)
    desk.wedge.tick(at + LATER)
    assert desk.reads == [piece.text for piece in pieces if piece.scan]
    assert desk.typed == "".join(piece.text for piece in pieces if not piece.scan)
    assert desk.story == "".join(piece.text for piece in pieces)
    assert desk.enters == sum(piece.enter for piece in pieces if not piece.scan)
