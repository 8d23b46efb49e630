"""Whether everything is ready: what works, until when, what to do; at the start, on F12 and in the strip with the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import cycle

import pytest
from PySide6.QtCore import Qt

from sync.runner import Connection
from tests.ui.conftest import Clerk
from tests.ui.world import HOLDER, MATINEE, NOW, PLAY, THEATRE, TODAY
from ui.face import Face
from ui.parts import Words
from ui.preflight import Preflight
from ui.readiness import LOW_ROOM, NO_ROOM, Known, Point, Standing, at_start, headline, points
from ui.scroller import Scroller
from ui.theme import Mode
from ui.window import SMALLEST
from validator.config import KeyStorage
from validator.desk import DeskStatus, OfferLine
from validator.domain.policy import Policy, Stamp, lists_of
from validator.domain.rights import Slot
from validator.errors import HubRevoked
from validator.scan.serialport import SerialState
from validator.scan.state import CameraState
from validator.words import LANGUAGES

GOOD, NOTE, ACT = Standing.GOOD, Standing.NOTE, Standing.ACT
ONLINE = Connection(online=True, since=NOW)
OFFLINE = Connection(since=NOW - timedelta(minutes=30))


def status(age: timedelta = timedelta(minutes=4), **other: object) -> DeskStatus:
    """A desk's state with lists of this age."""
    made = NOW - age
    plain = DeskStatus(
        desk="Kassa 2",
        venues=(THEATRE,),
        online=True,
        listed_at=made,
        cards=8,
        lists=lists_of(Stamp(7, made), made, Policy(), NOW),
        entries=0,
        waiting=0,
        oldest=None,
        refused=0,
        given=0,
        clock_trusted=True,
        now=NOW,
        room=20 * LOW_ROOM,
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def known(**other: object) -> Known:
    plain = Known(status=status(), connection=ONLINE, camera=CameraState.WATCHING, keys=KeyStorage.KEYRING)
    return replace(plain, **other)  # type: ignore[arg-type]


def of(face: Face, known: Known, about: str) -> Point:
    """The one point about a thing."""
    (found,) = [point for point in points(face, known) if point.about == about]
    return found


def offer(rights: int | None) -> OfferLine:
    return OfferLine(Slot("play", "play-0", TODAY), THEATRE, PLAY, None, 20, 0, None, rights)


def test_a_desk_in_order_is_all_ready(face: Face) -> None:
    found = points(face, known())
    assert {point.about for point in found if point.standing is not GOOD} == {"Lukija"}, (
        "it is still to be tried"
    )
    assert headline(face, found) == at_start(face, found) == "Kaikki on valmista."
    assert "12.11.2018 asti" in of(face, known(), "Luettelot").text


@pytest.mark.parametrize(
    ("other", "about", "standing", "said"),
    [
        ({"status": status(timedelta(days=2))}, "Luettelot", NOTE, "asti"),
        ({"connection": Connection()}, "Yhteys", GOOD, "Yhdistetään"),
        ({"connection": OFFLINE}, "Yhteys", NOTE, "klo 17.12"),
        ({"connection": replace(OFFLINE, reason=HubRevoked.key)}, "Yhteys", ACT, "ylläpidolta"),
        ({"status": status(entries=4, waiting=3, oldest=NOW)}, "Lähetys", GOOD, "vanhin annettu klo 17.42"),
        ({"status": status(entries=1, oldest=NOW)}, "Lähetys", GOOD, "1 kirjaus odottaa lähetystä"),
        (
            {"status": status(entries=3, waiting=3, oldest=NOW - timedelta(days=1)), "connection": OFFLINE},
            "Lähetys",
            NOTE,
            "12.10.2018 klo 17.42",
        ),
        ({"status": status(refused=1)}, "Lähetys", ACT, "F7"),
        ({"offers": (offer(14),)}, "Liput", GOOD, "Tuntematon sotilas: tässä kassassa 14 lippua"),
        ({"offers": (offer(0),)}, "Liput", GOOD, "palvelimelta"),
        ({"offers": (offer(0),), "connection": OFFLINE}, "Liput", NOTE, "Toisella kassalla"),
        ({"offers": (offer(None),)}, "Liput", GOOD, "ilman yhteyttä"),
        ({"scanner": SerialState.LOST}, "Lukija", ACT, "johto"),
        ({"scanner": SerialState.READY}, "Lukija", GOOD, "valmis"),
        ({"layout_differs": True}, "Lukija", NOTE, "näppäimistö"),
        ({"has_scanned": True}, "Lukija", GOOD, "on lukenut"),
        ({"camera": CameraState.BLACK}, "Kamera", ACT, "musta"),
        ({"camera": CameraState.MISSING}, "Kamera", NOTE, "ei löydy"),
        ({"status": status(clock_trusted=False)}, "Kello", ACT, "väärää aikaa"),
        ({"status": status(room=LOW_ROOM - 1)}, "Levy", ACT, "999 Mt"),
        ({"status": status(room=NO_ROOM - 1)}, "Levy", ACT, "täynnä"),
        ({"keys": KeyStorage.FILE}, "Salaus", NOTE, "vain vähän"),
        ({"keys": KeyStorage.PASSPHRASE}, "Salaus", GOOD, "tunnuslause"),
    ],
)
def test_each_point_says_how_it_stands(
    face: Face, other: dict[str, object], about: str, standing: Standing, said: str
) -> None:
    point = of(face, known(**other), about)
    assert (point.standing, said in point.text) == (standing, True), point.text
    assert (at_start(face, points(face, known(**other))) == "Kaikki on valmista.") is (standing is not ACT)


def test_lists_of_different_ages_are_told_one_by_one(face: Face) -> None:
    made = NOW - timedelta(minutes=4)
    lists = lists_of(Stamp(7, made, NOW - timedelta(days=8)), NOW - timedelta(days=40), Policy(), NOW)
    found = [p for p in points(face, known(status=status(lists=lists))) if p.about == "Luettelot"]
    assert [(p.standing, p.text.split()[0]) for p in found] == [(ACT, "Lippujen"), (ACT, "Ohjelma")]
    none = of(face, known(status=status(lists=())), "Luettelot")
    assert none.standing is ACT


def test_what_is_to_be_done_comes_first(face: Face) -> None:
    found = points(face, known(status=status(room=1), camera=CameraState.LOST))
    assert [point.standing for point in found].count(ACT) == 2
    assert [point.about for point in found[:3]] == ["Kamera", "Levy", "Luettelot"]
    assert headline(face, found) == "2 asiaa kannattaa hoitaa."


def test_what_nobody_knows_is_not_told(face: Face) -> None:
    assert points(face, Known()) == ()
    assert headline(face, ()) == ""
    told = {point.about for point in points(face, Known(status=status(room=None)))}
    assert told == {"Luettelot", "Yhteys", "Lähetys", "Lukija", "Kello"}


def test_many_offers_are_cut_and_those_that_are_over_left_out(face: Face) -> None:
    lines = tuple(replace(offer(3), offer=MATINEE) for _ in range(9))
    assert len([p for p in points(face, known(offers=lines)) if p.about == "Liput"]) == 5


def test_every_language_says_each_point_in_its_own_words(face: Face) -> None:
    worst = known(
        status=status(timedelta(days=2), entries=2, waiting=2, oldest=NOW, room=1, clock_trusted=False),
        connection=OFFLINE,
        offers=(offer(0), offer(2)),
        scanner=SerialState.BUSY,
    )
    said = {}
    for language in LANGUAGES:
        face.speak(language)
        found = points(face, worst)
        said[language] = {point.text for point in found}
        assert all(point.text and "{" not in point.text for point in found)
    assert not said["fi"] & said["sv"]
    assert not said["sv"] & said["en"]


@pytest.fixture
def page(clerk: Clerk) -> Preflight:
    clerk.until(lambda: bool(clerk.view.preflight.points))
    clerk.press(Qt.Key.Key_F12)
    clerk.until(lambda: clerk.view.preflight.knows_offers)
    return clerk.view.preflight


def test_the_start_says_one_calm_line_until_the_first_customer(clerk: Clerk) -> None:
    clerk.until(lambda: clerk.page.given.told == "Kaikki on valmista.")
    clerk.session.bridge.on_camera(CameraState.BLACK)
    clerk.until(lambda: "musta" in clerk.page.given.told)
    assert clerk.page.given.told.endswith("F12.")
    clerk.session.face.speak("en")
    assert "black" in clerk.page.given.told
    clerk.show(HOLDER)
    clerk.press(Qt.Key.Key_Escape)
    clerk.session.bridge.on_camera(CameraState.WATCHING)
    clerk.until(lambda: "ready" in clerk.view.preflight.text)
    assert clerk.page.given.told == ""


def test_f12_shows_every_point_beside_the_scanners_test(clerk: Clerk, page: Preflight) -> None:
    assert clerk.view.on_test_page
    assert page.isVisible()
    for about in ("Luettelot", "Yhteys", "Liput", "Lähetys", "Lukija", "Kello", "Levy"):
        assert about in page.text
    assert "Kokeile" in page.text
    clerk.keys.scan(HOLDER)
    clerk.until(lambda: "on lukenut" in page.text)
    assert HOLDER not in page.text


def test_the_strip_says_since_when_tickets_wait(clerk: Clerk) -> None:
    clerk.show(HOLDER)
    clerk.give()
    clerk.until(lambda: "1 lippu odottaa lähetystä, annettu klo 17.42" in clerk.view.strip.text)


@pytest.mark.long
def test_nothing_is_cut_at_twice_the_size_in_any_language(clerk: Clerk, page: Preflight) -> None:
    clerk.session.window.resize(SMALLEST)
    face = clerk.session.face
    face.enlarge(2.0)
    for language, mode in zip(LANGUAGES, cycle((Mode.LIGHT, Mode.DARK)), strict=False):
        face.wear(mode)
        face.speak(language)
        texts = [words for words in page.findChildren(Words) if words.text() and words.isVisible()]
        clerk.until(
            lambda texts=texts: all(  # type: ignore[misc]
                words.height() >= words.heightForWidth(words.width()) for words in texts
            )
        )
    area = clerk.view.test.findChild(Scroller)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    clerk.press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
