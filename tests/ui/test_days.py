"""Other days and other venues: a day that is typed, courses ahead of their start, and the list of a desk that serves several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, IDENTITY, THEATRE, TODAY, WORKSHOP, Theatre
from ui.clerk.days import typed_day
from ui.clerk.offer_paint import HEADING
from validator.domain.network import Names, Network, Offer, OfferKind, Window
from validator.domain.verdict import Reason

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.12.", date(2018, 12, 24)),
        ("24/12", date(2018, 12, 24)),
        ("24.12.2018", date(2018, 12, 24)),
        ("2018-12-24", date(2018, 12, 24)),
        ("13.10.", TODAY),
        ("12.10.", date(2019, 10, 12)),
        (" 1 1 ", date(2019, 1, 1)),
        ("12.10.2018", None),
        ("15.10.2019", None),
        ("31.2.", None),
        ("24", None),
        ("", None),
        ("99999.1.", None),
        ("1.1.10000", None),
        ("-1.-1.", None),
        ("1.1.2019.1", None),
        ("1,1", date(2019, 1, 1)),
        ("1. 1. 2019", date(2019, 1, 1)),
    ],
)
def test_a_day_as_it_is_typed(text: str, day: date | None) -> None:
    assert typed_day(text, TODAY) == day


def test_ctrl_d_goes_to_a_day_and_esc_comes_back(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_D, CONTROL)
    clerk.until(clerk.page.today.typed.hasFocus)
    clerk.keys.type("18.10.")
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "play-5")
    assert clerk.scan(HOLDER) == Reason.OK
    assert "to 18.10.2018" in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "play-0")


def test_what_is_no_day_is_said_and_gives_nothing(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_D, CONTROL)
    clerk.keys.type("31.2.")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.page.given.rows == ()
    assert clerk.page.today.day is None
    assert clerk.page.today.typed.isVisible()


def test_what_is_no_day_is_said_until_another_is_typed_or_the_customer_is_gone(clerk: Clerk) -> None:
    today, said = clerk.page.today, clerk.session.face.say("ui", "today.no_day")
    ends: tuple[Callable[[], None], ...] = (
        lambda: clerk.keys.type("1"),
        lambda: clerk.press(Qt.Key.Key_Escape),
    )
    for over in ends:
        clerk.press(Qt.Key.Key_D, CONTROL)
        clerk.keys.type("31.2.")
        clerk.press(Qt.Key.Key_Return)
        clerk.view.refresh()
        clerk.refreshed()
        assert today.says == said
        over()
        assert today.says == ""


SPRING = replace(
    WORKSHOP,
    id="spring",
    names=Names("Kevätkurssi"),
    days=Window(TODAY + timedelta(days=90), TODAY + timedelta(days=200)),
)
MUSEUM = replace(THEATRE, id="museum", names=Names("Taidemuseo", "Konstmuseet", "Art Museum"))
ROOMS = Offer("rooms", "museum", Names("Kokoelmat"), OfferKind.ADMISSION)


def with_museum(network: Network) -> Network:
    return replace(network, venues=(*network.venues, MUSEUM), offers=(*network.offers, ROOMS, SPRING))


@pytest.fixture
def theatre(tmp_path: Path) -> Theatre:
    """A desk that serves two venues, one of which has a course in spring."""
    made = Theatre(tmp_path).set_up(with_museum)
    with made.open() as station, station.ledger.write() as books:
        books.put_identity(replace(IDENTITY, venues=("theatre", "museum")))
    return made


def test_each_venue_stands_above_its_own_and_the_top_line_names_the_chosen_one(
    clerk: Clerk, theatre: Theatre
) -> None:
    offers = clerk.page.today.offers
    model = offers.model()
    headings = [model.index(row, 0).data(HEADING) for row in range(offers.count)]
    assert [text for text in headings if text] == ["Kajaanin kaupunginteatteri", "Taidemuseo"]
    assert clerk.view.header.place.startswith("Kajaanin kaupunginteatteri ·")
    clerk.press(Qt.Key.Key_F3)
    for _ in range(offers.count):
        clerk.keys.press(Qt.Key.Key_Down)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.offer == "rooms")
    assert clerk.view.header.place.startswith("Taidemuseo ·")
    assert clerk.scan(HOLDER) == Reason.OK
    assert clerk.look.ask.choice.offer == "rooms"
    clerk.give()
    with theatre.open() as station, station.ledger.read() as books:
        assert books.given(1)[0].venue == "museum"


def test_a_course_is_enrolled_for_ahead_of_its_start(clerk: Clerk) -> None:
    offers = clerk.page.today.offers
    spring = next(line for line in offers.lines if line.offer.id == "spring")
    assert (spring.ahead, spring.choice.visit) == (True, TODAY + timedelta(days=90))
    offers.choose(spring.choice)
    clerk.until(lambda: clerk.flow.choice == spring.choice)
    assert "alkaa 11.1.2019" in clerk.page.verdict.shown_text
    assert clerk.scan(HOLDER) == Reason.OK_COURSE
    assert not clerk.page.booking.isVisible()
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(HOLDER) == Reason.ALREADY


def test_whoever_types_a_day_goes_on_typing_when_texts_become_larger_and_smaller(clerk: Clerk) -> None:
    typed = clerk.page.today.typed
    clerk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    clerk.keys.type("24.")
    for factor in (2.0, 1.0):
        clerk.session.face.enlarge(factor)
        clerk.until(lambda: typed.isVisible() and typed.hasFocus())
    clerk.keys.type("12.")
    assert typed.text() == "24.12."
