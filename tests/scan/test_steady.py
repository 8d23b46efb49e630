"""From looks to readings: waiting, cooling down, two cards, and a clock that jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.domain.code import CardRead, Source, Symbology
from validator.scan.acceptance import Look, Sighting, settle
from validator.scan.decoder import LINES, ZBAR, ZXING, Symbol
from validator.scan.steady import COOL_DOWN, Steady

START = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
LEFT = ((0.0, 0.0), (9.0, 9.0))
RIGHT = ((500.0, 0.0), (509.0, 9.0))


def strong(text: str) -> Look:
    return settle([Sighting(Symbol(text, Symbology.QR, ZXING, LEFT), "whole")])


def weak(text: str) -> Look:
    return settle([Sighting(Symbol(text, Symbology.CODE39, ZXING, LEFT), "whole")])


BOTH = settle(
    [
        Sighting(Symbol(text, Symbology.QR, ZXING, at), "whole")
        for text, at in (("card A", LEFT), ("card B", RIGHT))
    ]
)
NOTHING = Look()


def play(*looks: tuple[float, Look]) -> list[tuple[float, str]]:
    """Seconds and texts of the readings that come of looks at given seconds."""
    steady = Steady()
    readings: list[tuple[float, str]] = []
    for seconds, look in looks:
        steady, reading = steady.after(look, START + timedelta(seconds=seconds))
        if reading is not None:
            readings.append(((reading.at - START).total_seconds(), reading.payload))
    return readings


A, B, WEAK_A, WEAK_B = strong("card A"), strong("card B"), weak("card A"), weak("card B")
COOL = COOL_DOWN.total_seconds()


@pytest.mark.parametrize(
    ("looks", "readings"),
    [
        pytest.param([(0, A)], [(0, "card A")], id="strong counts at once"),
        pytest.param([(0, WEAK_A)], [], id="weak does not"),
        pytest.param([(0, WEAK_A), (0.1, WEAK_A)], [(0.1, "card A")], id="weak twice does"),
        pytest.param([(0, WEAK_A), (0.5, NOTHING), (1, WEAK_A)], [(1, "card A")], id="with a blink between"),
        pytest.param([(0, WEAK_A), (1.1, WEAK_A)], [], id="but not too late"),
        pytest.param([(0, WEAK_A), (0.1, WEAK_B), (0.2, WEAK_A)], [], id="nor with another card between"),
        pytest.param([(0, WEAK_A), (0.1, BOTH), (0.2, WEAK_A)], [], id="nor with two cards between"),
        pytest.param([(0, WEAK_A), (0.1, A)], [(0.1, "card A")], id="the QR code of a half-seen card"),
        pytest.param([(t / 4, A) for t in range(100)], [(0, "card A")], id="once while it stays in view"),
        pytest.param(
            [(0, A), (1, WEAK_A), (3, WEAK_A), (5, A)], [(0, "card A")], id="whichever of its codes is seen"
        ),
        pytest.param([(0, A), (2, BOTH), (4, A)], [(0, "card A")], id="also beside another card"),
        pytest.param([(0, A), (COOL, A)], [(0, "card A")], id="not within the cool-down"),
        pytest.param([(0, A), (COOL + 0.1, A)], [(0, "card A"), (COOL + 0.1, "card A")], id="again after it"),
        pytest.param([(0, A), (0.1, B)], [(0, "card A"), (0.1, "card B")], id="another card at once"),
        pytest.param(
            [(t / 10, (A, B)[t % 2]) for t in range(60)],
            [(0, "card A"), (0.1, "card B")],
            id="two cards that are seen in turns are read once each",
        ),
        pytest.param([(0, BOTH), (0.1, BOTH)], [], id="two cards count as none"),
        pytest.param([(0, BOTH), (0.1, A)], [(0.1, "card A")], id="until one is taken away"),
        pytest.param(
            [(3600, A), (0, A)], [(3600, "card A"), (0, "card A")], id="a clock set back ends the cool-down"
        ),
        pytest.param([(3600, WEAK_A), (0, WEAK_A)], [], id="and confirms nothing"),
        pytest.param(
            [(3600, WEAK_A), (0, WEAK_A), (0.1, WEAK_A)], [(0.1, "card A")], id="but goes on from there"
        ),
    ],
)
def test_rules(looks: list[tuple[float, Look]], readings: list[tuple[float, str]]) -> None:
    assert play(*looks) == readings


def test_what_zbar_alone_sees_needs_two_looks() -> None:
    look = settle([Sighting(Symbol("card A", Symbology.QR, ZBAR, LEFT), "whole")])
    assert play((0, look)) == []
    assert play((0, look), (0.1, look)) == [(0.1, "card A")]


@pytest.mark.parametrize("second", [(Symbology.CODE39, ZBAR), (Symbology.QR, ZBAR)])
def test_what_two_engines_or_two_symbols_agree_on_counts_at_once(second: tuple[Symbology, str]) -> None:
    seen = [Symbol("card A", Symbology.CODE39, ZXING, LEFT), Symbol("card A", *second, LEFT)]
    look = settle([Sighting(symbol, "whole") for symbol in seen])
    assert play((0, look)) == [(0, "card A")]


def test_what_one_engine_reads_in_two_views_does_not() -> None:
    seen = Symbol("card A", Symbology.CODE39, ZXING, LEFT)
    assert play((0, settle([Sighting(seen, "whole"), Sighting(seen, "half")]))) == []


def test_a_reading_says_what_was_seen_and_how() -> None:
    _, reading = Steady().after(A, START)
    assert reading == CardRead("card A", Source.CAMERA, START, Symbology.QR)


def test_the_memory_shows_no_text_and_does_not_grow() -> None:
    steady = Steady()
    for second in range(100):
        steady, _ = steady.after(strong(f"card {second}"), START + timedelta(seconds=second))
    steady, _ = steady.after(weak("card B"), START + timedelta(seconds=100))
    assert len(steady.read) <= COOL + 1
    assert "card" not in repr(steady)


@given(
    st.lists(st.tuples(st.floats(0, 2), st.sampled_from([A, B, WEAK_A, WEAK_B, BOTH, NOTHING])), max_size=40)
)
def test_one_card_is_never_read_twice_within_the_cool_down(steps: list[tuple[float, Look]]) -> None:
    seconds = 0.0
    looks = []
    for wait, look in steps:
        seconds += wait
        looks.append((seconds, look))
    readings = play(*looks)
    for text in ("card A", "card B"):
        times = [at for at, read in readings if read == text]
        assert all(later - earlier > COOL for earlier, later in pairwise(times))


def test_what_an_engine_is_sure_of_still_has_to_come_twice() -> None:
    look = settle([Sighting(Symbol("card A", Symbology.CODE39, LINES, sure=True), "bars 0 signs")])
    assert look.firm
    steady, reading = Steady().after(look, START)
    assert reading is None
    _, reading = steady.after(look, START + timedelta(milliseconds=100))
    assert reading is not None


def test_a_card_that_lies_where_nothing_moves_is_still_in_view_whether_it_is_seen_or_not() -> None:
    steady, reading = Steady().after(A, START)
    assert reading is not None
    for seconds in range(2, 60, 2):
        at = START + timedelta(seconds=seconds)
        steady, again = steady.resting(at).after(NOTHING, at)
        assert again is None
    assert steady.after(A, START + timedelta(seconds=60))[1] is None
    assert Steady().resting(START) == Steady()


def test_it_says_whether_a_second_look_would_count() -> None:
    steady, _ = Steady().after(WEAK_A, START)
    assert steady.waits(START + timedelta(seconds=1))
    assert not steady.waits(START + timedelta(seconds=1.1))
    assert not steady.after(A, START)[0].waits(START)
