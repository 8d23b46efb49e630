"""A hand scanner and a typing clerk, told apart by rhythm."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.scan.wedge import (
    ENTER_GUARD_MS,
    KEY_GAP_MS,
    MEAN_GAP_MS,
    PAUSE_MS,
    SCAN_KEYS,
    SCAN_KEYS_BEFORE_ENTER,
    STUTTER_MS,
    Wedge,
)

CODE = "K7WQ2M4X9A"
LATER = 10_000.0


class Desk:
    """A field with the focus, as a window would keep it: it takes back what a read had let through.

    Attributes:
        typed: what stands in the field.
        reads: whole scans.
        enters: Enters that reached the window.
        story: all signs in the order in which the desk got them.
    """

    def __init__(self) -> None:
        self.typed = ""
        self.reads: list[str] = []
        self.enters = 0
        self.story = ""
        self.wedge = Wedge(self.take)

    def take(self, read: str) -> None:
        head = self.wedge.let_through
        assert read.startswith(head)
        assert self.typed.endswith(head)
        self.typed = self.typed.removesuffix(head)
        self.story = self.story.removesuffix(head) + read
        self.reads.append(read)

    def key(self, text: str, at_ms: float) -> bool:
        swallowed = self.wedge.feed(text, at_ms)
        if not swallowed:
            self.typed += text
            self.story += text
        return swallowed

    def enter(self, at_ms: float) -> None:
        self.enters += not self.wedge.enter(at_ms)

    def keys(self, text: str, gap: float, start: float = 0.0) -> float:
        """Send one key after another; the instant of the last."""
        for place, sign in enumerate(text):
            self.key(sign, start + place * gap)
        return start + (len(text) - 1) * gap


texts = st.text(st.characters(), min_size=SCAN_KEYS, max_size=60).filter(lambda text: len(set(text[:6])) > 1)
scanner_gaps = st.integers(0, int(MEAN_GAP_MS))


@given(texts, st.data())
def test_a_scan_is_read_whole_with_and_without_enter(text: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(scanner_gaps, min_size=len(text) - 1, max_size=len(text) - 1))
    has_enter = data.draw(st.booleans())
    desk = Desk()
    instants = list(accumulate(gaps, initial=0.0))
    swallowed = [desk.key(sign, at) for sign, at in zip(text, instants, strict=True)]
    assert swallowed == [False] * (SCAN_KEYS - 1) + [True] * (len(text) - SCAN_KEYS + 1)
    assert desk.wedge.pending() == text
    if has_enter:
        desk.enter(instants[-1] + data.draw(scanner_gaps))
    else:
        desk.wedge.tick(instants[-1] + PAUSE_MS)
        assert desk.reads == []
        desk.wedge.tick(instants[-1] + PAUSE_MS + 1)
    assert (desk.reads, desk.typed, desk.enters, desk.wedge.pending()) == ([text], "", 0, "")


def assert_typing(desk: Desk, text: str, at_ms: float) -> None:
    """All the keys went to the field, and Enter to the window."""
    desk.enter(at_ms + MEAN_GAP_MS + 1)
    desk.wedge.tick(at_ms + LATER)
    assert (desk.reads, desk.typed, desk.enters) == ([], text, 1)


@given(st.lists(st.tuples(st.characters(), st.integers(int(MEAN_GAP_MS) + 1, 400)), min_size=1, max_size=80))
def test_steady_typing_is_no_scan_however_fast(presses: list[tuple[str, float]]) -> None:
    desk = Desk()
    at = 0.0
    for sign, gap in presses:
        at += gap
        assert not desk.key(sign, at)
        assert desk.wedge.pending() == ""
    assert_typing(desk, "".join(sign for sign, _ in presses), at)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(), min_size=1, max_size=3),
            st.integers(30, 60),
            st.integers(81, 300),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_keys_rolled_two_or_three_at_once_are_no_scan(rolls: list[tuple[str, float, float]]) -> None:
    desk = Desk()
    last = 0.0
    for text, roll, gap in rolls:
        last = desk.keys(text, roll, last + gap)
    assert_typing(desk, "".join(text for text, _, _ in rolls), last)


steps = st.one_of(
    st.tuples(
        st.just("key"), st.sampled_from("AB-") | st.characters(), st.sampled_from([0, 5, 20, 39, 41, 80, 150])
    ),
    st.tuples(st.just("enter"), st.just(""), st.sampled_from([0, 10, 50, 120, 300])),
    st.tuples(st.just("tick"), st.just(""), st.sampled_from([0, 50, 101])),
    st.tuples(st.just("key"), st.characters(), st.floats(-50, 500)),
)


@given(st.lists(steps, max_size=120))
def test_whatever_the_timing_no_key_is_lost_altered_or_moved(events: list[tuple[str, str, float]]) -> None:
    desk = Desk()
    at = 0.0
    sent = ""
    for kind, text, gap in events:
        at += gap
        if kind == "key":
            sent += text
            desk.key(text, at)
        elif kind == "enter":
            desk.enter(at)
        else:
            desk.wedge.tick(at)
    desk.wedge.tick(at + LATER)
    assert desk.story == sent
    assert all(desk.reads)


@given(texts, texts, st.integers(int(PAUSE_MS) + 1, 2_000), st.booleans(), scanner_gaps)
def test_two_scans_in_a_row_stay_two(
    first: str, second: str, pause: float, has_enter: bool, gap: float
) -> None:
    desk = Desk()
    last = desk.keys(first, gap)
    if has_enter:
        desk.enter(last + gap)
        last += gap
    last = desk.keys(second, gap, last + pause)
    desk.wedge.tick(last + LATER)
    assert (desk.reads, desk.typed) == ([first, second], "")


def test_two_scans_with_enter_need_no_pause() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    desk.enter(last + 10)
    last = desk.keys(CODE, 10, last + 20)
    desk.enter(last + 10)
    assert (desk.reads, desk.typed, desk.enters) == ([CODE, CODE], "", 0)


def test_nothing_but_the_scan_leaves_the_field() -> None:
    desk = Desk()
    last = desk.keys("note", 200)
    last = desk.keys(CODE, 10, last + 200)
    desk.enter(last + 10)
    assert (desk.reads, desk.typed) == ([CODE], "note")
    assert desk.wedge.let_through == CODE[: SCAN_KEYS - 1]


def test_a_stutter_does_not_split_a_scan() -> None:
    desk = Desk()
    last = desk.keys(CODE[:7], 10)
    last = desk.keys(CODE[7:], 10, last + PAUSE_MS)
    desk.enter(last + 10)
    assert desk.reads == [CODE]


@pytest.mark.parametrize("base", [8, 20, 35])
@pytest.mark.parametrize("gap", [60, 80, 100, STUTTER_MS])
@pytest.mark.parametrize("place", range(1, 10))
@pytest.mark.parametrize("has_enter", [True, False])
def test_one_stutter_splits_no_scan_wherever_it_is(
    base: int, gap: float, place: int, has_enter: bool
) -> None:
    desk = Desk()
    last = desk.keys(CODE[:place], base)
    last = desk.keys(CODE[place:], base, last + gap)
    if has_enter:
        desk.enter(last + base)
    desk.wedge.tick(LATER)
    if has_enter or base < 35:
        assert (desk.reads, desk.typed, desk.enters) == ([CODE], "", 0)
    else:
        assert (desk.reads, desk.typed) in ([([CODE], ""), ([], CODE)]), "typed whole, never in two"


def test_what_was_typed_before_a_scan_counts_for_nothing() -> None:
    desk = Desk()
    last = desk.keys("note", 130)
    desk.keys(CODE, 38, last + 130)
    desk.wedge.tick(LATER)
    assert (desk.reads, desk.typed) == ([CODE], "note")


@pytest.mark.parametrize("gap", [KEY_GAP_MS + 1, STUTTER_MS])
def test_a_shortcut_behind_rolled_keys_is_the_clerk_s_unless_it_comes_in_their_rhythm(gap: float) -> None:
    desk = Desk()
    last = desk.keys("abc", 0)
    assert not desk.wedge.command("\x1a", last + gap)
    assert desk.wedge.command("\x1a", last + KEY_GAP_MS)


@pytest.mark.parametrize("suffixes", [1, 2, 3])
def test_a_scanner_s_enters_never_confirm_anything(suffixes: int) -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    for number in range(suffixes):
        desk.enter(last + 10 * (number + 1))
    assert (desk.reads, desk.enters) == ([CODE], 0)


def test_a_late_enter_is_the_scanner_s_and_a_later_one_the_clerk_s() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    desk.wedge.tick(last + PAUSE_MS + 1)
    assert desk.reads == [CODE]
    desk.enter(last + ENTER_GUARD_MS)
    assert desk.enters == 0
    desk.enter(last + 2 * ENTER_GUARD_MS + 1)
    assert desk.enters == 1


def test_enter_long_after_a_scan_still_hands_it_over_and_is_the_clerk_s() -> None:
    desk = Desk()
    last = desk.keys(CODE, 10)
    desk.enter(last + 1_000)
    assert (desk.reads, desk.enters) == ([CODE], 1)


def test_a_short_code_is_told_by_its_enter() -> None:
    desk = Desk()
    short = CODE[:SCAN_KEYS_BEFORE_ENTER]
    last = desk.keys(short, 10)
    desk.enter(last + 10)
    assert (desk.reads, desk.typed, desk.enters) == ([short], "", 0)
    shorter = CODE[: SCAN_KEYS_BEFORE_ENTER - 1]
    last = desk.keys(shorter, 10, LATER)
    desk.enter(last + 10)
    assert (desk.reads, desk.typed, desk.enters) == ([short], shorter, 1)


def test_a_short_code_s_rhythm_counts_its_enter() -> None:
    desk = Desk()
    last = desk.keys(CODE[:SCAN_KEYS_BEFORE_ENTER], MEAN_GAP_MS)
    desk.enter(last + MEAN_GAP_MS)
    assert (desk.reads, desk.enters) == ([CODE[:SCAN_KEYS_BEFORE_ENTER]], 0)


def test_four_typed_signs_and_enter_are_typing() -> None:
    desk = Desk()
    last = desk.keys("AB12", 50)
    desk.enter(last + 50)
    assert (desk.reads, desk.typed, desk.enters) == ([], "AB12", 1)


def test_a_held_key_is_not_a_scan() -> None:
    desk = Desk()
    last = desk.keys("A" * 40, 30)
    desk.enter(last + 30)
    desk.wedge.tick(LATER)
    assert (desk.reads, desk.typed, desk.enters) == ([], "A" * 40, 1)


def test_a_code_that_begins_like_a_held_key_is_a_scan() -> None:
    desk = Desk()
    last = desk.keys("00000000AB", 10)
    desk.enter(last + 10)
    assert (desk.reads, desk.typed) == (["00000000AB"], "")


def test_a_modifier_alone_changes_nothing() -> None:
    desk = Desk()
    for place, sign in enumerate(CODE):
        assert not desk.wedge.feed("", place * 20)
        desk.key(sign, place * 20 + 10)
    desk.wedge.tick(LATER)
    assert desk.reads == [CODE]


def test_a_clock_that_went_back_ends_the_scan_and_begins_anew() -> None:
    desk = Desk()
    desk.keys(CODE, 10, LATER)
    desk.key("x", 0.0)
    assert (desk.reads, desk.typed) == ([CODE], "x")
    desk.enter(200.0)
    assert desk.enters == 1


def test_a_reader_that_fails_leaves_the_wedge_fit_for_the_next_scan() -> None:
    reads: list[str] = []

    def fail_once(read: str) -> None:
        reads.append(read)
        if len(reads) == 1:
            raise LookupError

    wedge = Wedge(fail_once)
    for start in (0.0, LATER):
        for place, sign in enumerate(CODE):
            wedge.feed(sign, start + place * 10)
        if start:
            wedge.enter(start + len(CODE) * 10)
        else:
            with pytest.raises(LookupError):
                wedge.tick(start + LATER / 2)
    assert reads == [CODE, CODE]


def test_the_wedge_shows_no_code() -> None:
    wedge = Wedge(lambda _: None)
    for place, sign in enumerate(CODE):
        wedge.feed(sign, place * 10)
    assert wedge.pending() == CODE
    assert CODE not in repr(wedge)
