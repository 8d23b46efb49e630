"""Whom to ask: in the boxes, among the points, and where an undoing comes too late; nowhere where nobody is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, Theatre
from validator.domain.network import Network

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SUPPORT = "Tukipalvelu (koe): tuki@kaikuportti.example"
AREA = "Kainuu (koe): kainuu@kaikuportti.example"


def with_contact(network: Network) -> Network:
    first, *others = network.areas
    return replace(network, areas=(replace(first, contact=AREA), *others))


@pytest.fixture
def theatre(tmp_path: Path, request: pytest.FixtureRequest) -> Theatre:
    """With contacts, or without."""
    made = Theatre(tmp_path)
    if getattr(request, "param", "") == "nobody":
        return made.set_up()
    made.set_up(with_contact)
    with made.open() as station, station.ledger.write() as books:
        facts = books.network()
        assert facts is not None
        books.put_network(replace(facts, support=SUPPORT))
    return made


def test_the_boxes_and_the_check_up_name_both(clerk: Clerk) -> None:
    session = clerk.session
    clerk.until(lambda: session.boxes.contacts.support == SUPPORT)
    session.boxes.show_about()
    session.boxes.show_guide()
    assert session.boxes.about is not None
    assert session.boxes.guide is not None
    wanted = f"Tuki: {SUPPORT}\nAlueen yhteystieto (Kainuu): {AREA}"
    assert session.boxes.about.whom_to_ask == session.boxes.guide.whom_to_ask == wanted
    assert wanted in clerk.view.preflight.text
    session.face.speak("sv")
    assert session.boxes.about.whom_to_ask.startswith("Stödtjänst: ")
    assert "Kajanaland" in session.boxes.guide.whom_to_ask
    session.boxes.about.close()
    session.boxes.guide.close()


def undo_on_the_next_day(clerk: Clerk, theatre: Theatre) -> None:
    """The button of a line that is from yesterday; the list may lose that line at any time, so it is not looked for."""
    giving = clerk.page.given.rows[0].giving
    theatre.clock.advance(days=1)
    clerk.page.given.undone.emit(giving)
    clerk.settled()


def test_an_undoing_that_comes_too_late_says_whom_to_ask(clerk: Clerk, theatre: Theatre) -> None:
    clerk.show(HOLDER)
    clerk.give()
    undo_on_the_next_day(clerk, theatre)
    clerk.until(lambda: SUPPORT in clerk.page.given.told)
    assert clerk.page.given.told.startswith("Kirjausta ei voi enää perua")
    clerk.session.face.speak("en")
    assert f"Support: {SUPPORT}" in clerk.page.given.told


@pytest.mark.parametrize("theatre", ["nobody"], indirect=True)
def test_where_nobody_is_named_there_is_no_line(clerk: Clerk, theatre: Theatre) -> None:
    session = clerk.session
    session.boxes.show_about()
    assert session.boxes.about is not None
    assert session.boxes.about.whom_to_ask == ""
    session.boxes.about.close()
    session.window.activateWindow()
    clerk.until(session.window.isActiveWindow)
    clerk.until(lambda: "Levy" in clerk.view.preflight.text)
    assert "Apua:" not in clerk.view.preflight.text
    clerk.show(HOLDER)
    clerk.give()
    undo_on_the_next_day(clerk, theatre)
    clerk.until(lambda: clerk.page.given.told.startswith("Kirjausta ei voi enää perua"))
    assert "Tuki:" not in clerk.page.given.told
