"""Which reading counts: the rules of `validator.scan.acceptance`, one by one and on anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scan.printed import CODE, OTHER_CODE
from validator.domain.code import CodeFormat, Symbology
from validator.scan.acceptance import Look, Sighting, cards_of, settle
from validator.scan.decoder import LINES, ZBAR, ZXING, Symbol
from validator.scan.outline import Corners

HERE: Corners = ((0, 0), (100, 0), (100, 100), (0, 100))
BELOW: Corners = ((0, 150), (100, 150), (100, 180), (0, 180))
THERE: Corners = ((500, 0), (600, 0), (600, 100), (500, 100))
ASKEW: Corners = ((40, 200), (200, 40), (210, 50), (50, 210))
CARDS = cards_of(CodeFormat())
ADDRESS = "https://kaiku.example/k/" + CODE
MISREAD = CODE[:4] + ("Z" if CODE[4] != "Z" else "Y") + CODE[5:]


def seen(
    text: str,
    symbology: Symbology = Symbology.QR,
    corners: Corners = HERE,
    engine: str = ZXING,
    view: str = "whole",
) -> Sighting:
    return Sighting(Symbol(text, symbology, engine, corners), view)


def told(look: Look) -> tuple[str | None, bool, bool]:
    return (None if look.symbol is None else look.symbol.text, look.firm, look.two_cards)


QR, BARS, EAN = Symbology.QR, Symbology.CODE39, Symbology.EAN13


@pytest.mark.parametrize(
    ("sightings", "without_network", "with_network"),
    [
        pytest.param([], (None, False, False), (None, False, False), id="nothing"),
        pytest.param([seen(CODE)], (CODE, True, False), (CODE, True, False), id="a strong symbol alone"),
        pytest.param(
            [seen(CODE, BARS)], (CODE, False, False), (CODE, False, False), id="a weak symbol is not firm"
        ),
        pytest.param(
            [seen(CODE, QR, engine=ZBAR)], (CODE, False, False), (CODE, False, False), id="ZBar is weak on QR"
        ),
        pytest.param(
            [seen(CODE, BARS, BELOW), seen(CODE)],
            (CODE, True, False),
            (CODE, True, False),
            id="QR and Code 39 of one card agree",
        ),
        pytest.param(
            [seen(ADDRESS), seen(CODE, BARS, BELOW)],
            (ADDRESS, True, False),
            (ADDRESS, True, False),
            id="an address and the bare code are one card to the network",
        ),
        pytest.param(
            [seen(CODE, BARS), seen(CODE, BARS, engine=ZBAR)],
            (CODE, True, False),
            (CODE, True, False),
            id="two engines make a weak symbol firm",
        ),
        pytest.param(
            [seen(CODE, BARS), seen(CODE, BARS, view="half")],
            (CODE, True, False),
            (CODE, True, False),
            id="two views make a weak symbol firm",
        ),
        pytest.param(
            [seen(CODE, BARS), seen(CODE, BARS, THERE)],
            (CODE, False, False),
            (CODE, False, False),
            id="the same view twice does not",
        ),
        pytest.param(
            [seen(CODE), seen(MISREAD, BARS, BELOW)],
            (CODE, True, False),
            (CODE, True, False),
            id="a weak misreading is dropped",
        ),
        pytest.param(
            [seen(CODE), seen(OTHER_CODE, BARS, THERE)],
            (CODE, True, False),
            (None, False, True),
            id="a weak reading elsewhere that the network knows as a card is a second card",
        ),
        pytest.param(
            [seen(CODE), seen(OTHER_CODE, BARS, HERE)],
            (CODE, True, False),
            (CODE, True, False),
            id="on the same place it is a misreading",
        ),
        pytest.param(
            [seen(CODE), seen(OTHER_CODE, BARS, ASKEW)],
            (CODE, True, False),
            (None, False, True),
            id="bars that lie askew are elsewhere, though a box around them is not",
        ),
        pytest.param(
            [seen(CODE), seen(OTHER_CODE, QR, THERE)],
            (None, False, True),
            (None, False, True),
            id="two strong cards",
        ),
        pytest.param(
            [seen(CODE, BARS), seen(OTHER_CODE, BARS, THERE)],
            (None, False, True),
            (None, False, True),
            id="two weak cards apart",
        ),
        pytest.param(
            [seen(CODE, BARS), seen(OTHER_CODE, BARS, engine=ZBAR)],
            (None, False, False),
            (None, False, False),
            id="two weak readings of one place cancel each other",
        ),
        pytest.param(
            [seen("9780306406157", EAN, THERE), seen(CODE, BARS)],
            (None, False, True),
            (CODE, False, False),
            id="a book beside a card",
        ),
        pytest.param(
            [seen("https://poster.example"), seen(CODE, BARS, THERE)],
            ("https://poster.example", True, False),
            (CODE, False, False),
            id="a poster beside a card",
        ),
        pytest.param(
            [seen("https://poster.example"), seen("other poster", QR, THERE)],
            (None, False, True),
            ("https://poster.example", True, False),
            id="two posters are no cards: either is told",
        ),
        pytest.param([seen(" \n")], (None, False, False), (None, False, False), id="a blank text"),
        pytest.param(
            [seen("T", BARS), seen("T", BARS, engine=ZBAR)],
            (None, False, False),
            (None, False, False),
            id="a short weak text is noise",
        ),
        pytest.param([seen("T")], ("T", True, False), ("T", True, False), id="a short QR code is a QR code"),
        pytest.param(
            [seen(CODE, BARS, ()), seen(OTHER_CODE, BARS, THERE)],
            (None, False, False),
            (None, False, False),
            id="without an outline it may be the same place",
        ),
    ],
)
def test_rules(
    sightings: list[Sighting],
    without_network: tuple[str | None, bool, bool],
    with_network: tuple[str | None, bool, bool],
) -> None:
    assert told(settle(sightings)) == without_network
    assert told(settle(sightings, CARDS)) == with_network
    assert told(settle(sightings[::-1], CARDS))[1:] == with_network[1:]


def test_the_strong_symbol_speaks_for_the_card() -> None:
    look = settle([seen(CODE, BARS, BELOW), seen(CODE)])
    assert look.symbol is not None
    assert look.symbol.symbology is Symbology.QR


def test_what_was_dropped_is_still_in_view() -> None:
    assert settle([seen(CODE), seen(MISREAD, BARS, BELOW)]).in_view == {CODE, MISREAD}
    assert settle([seen(ADDRESS)], CARDS).in_view == {CODE}


def test_a_look_shows_no_text() -> None:
    assert CODE not in repr(settle([seen(CODE)]))


points = st.tuples(*[st.floats(-1e6, 1e6)] * 2)
sightings = st.builds(
    Sighting,
    st.builds(
        Symbol,
        st.sampled_from([CODE, OTHER_CODE, ADDRESS, "", "T", "\0"]) | st.text(max_size=12),
        st.sampled_from(Symbology),
        st.sampled_from([ZXING, ZBAR]),
        st.lists(points, max_size=4).map(tuple),
    ),
    st.sampled_from(["whole", "half"]),
)


@given(st.lists(sightings, max_size=6), st.booleans())
def test_any_sightings_give_one_card_or_none(given_: list[Sighting], network: bool) -> None:
    look = settle(given_, CARDS if network else None)
    assert (look.symbol is None) == (look.key == "")
    assert not (look.symbol is not None and look.two_cards)
    if look.symbol is not None:
        assert look.symbol in [one.symbol for one in given_]
        assert look.key in look.in_view
        strong = {
            CARDS(one.symbol.text) if network else one.symbol.text.strip()
            for one in given_
            if one.symbol.strong
        } - {None, ""}
        assert strong <= {look.key}


def sure(text: str, corners: Corners = HERE, symbology: Symbology = EAN) -> Sighting:
    return Sighting(Symbol(text, symbology, LINES, corners, sure=True), "bars 0")


ARTICLE, MISREAD_ARTICLE = "0023942431015", "3024832431075"


@pytest.mark.parametrize(
    ("sightings", "expected"),
    [
        pytest.param([sure(ARTICLE)], (ARTICLE, True, False), id="an engine that is sure"),
        pytest.param(
            [seen(MISREAD_ARTICLE, EAN), seen(MISREAD_ARTICLE, EAN, view="half"), sure(ARTICLE)],
            (ARTICLE, True, False),
            id="is worth more than two views of another",
        ),
        pytest.param(
            [seen(MISREAD_ARTICLE, EAN, view=str(at)) for at in range(3)] + [sure(ARTICLE)],
            (None, False, False),
            id="but not more than three",
        ),
        pytest.param(
            [seen(CODE[:6], BARS), seen(CODE[:6], BARS, view="half"), seen(CODE, BARS)],
            (CODE, False, False),
            id="half of a bar code is none, however often it was seen",
        ),
        pytest.param(
            [seen(CODE[:6], BARS, THERE), seen(CODE[:6], BARS, THERE, view="half"), seen(CODE, BARS)],
            (CODE[:6], True, False),
            id="elsewhere it is a code of its own",
        ),
        pytest.param(
            [seen("036000291452", Symbology.UPCA), seen("0036000291452", EAN, engine=ZBAR)],
            ("036000291452", True, False),
            id="UPC-A and EAN-13 of one symbol agree",
        ),
        pytest.param([seen("1920081045006", EAN)], (None, False, False), id="a book's second line"),
        pytest.param(
            [seen("SMALL1", BARS, THERE), seen("LARGE1", BARS, ((0, 0), (300, 0), (300, 200), (0, 200)))],
            ("LARGE1", False, False),
            id="the larger of two codes",
        ),
    ],
)
def test_what_stands_behind_a_reading(
    sightings: list[Sighting], expected: tuple[str | None, bool, bool]
) -> None:
    assert told(settle(sightings, lambda _: None)) == expected


def test_a_card_may_have_a_number_that_no_article_has() -> None:
    assert told(settle([seen("1920081045006", EAN)], lambda text: text)) == ("1920081045006", False, False)


def test_what_one_look_alone_may_say() -> None:
    assert settle([seen(CODE, BARS)]).told_alone is not None
    assert settle([seen(CODE, BARS, engine=ZBAR)]).told_alone is None
    assert (
        settle([seen(CODE, BARS, engine=ZBAR), seen(CODE, BARS, engine=ZBAR, view="half")]).told_alone
        is not None
    )
    assert settle([]).told_alone is None
