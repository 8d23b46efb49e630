"""What the window says, in four languages, of answers that an ordinary evening seldom has: benefits, courses, the last tickets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clerk
from tests.ui.world import (
    CARDS,
    HOLDER,
    IDENTITY,
    NOW,
    SECOND,
    THEATRE,
    TODAY,
    WORKSHOP,
    Theatre,
    code,
)
from ui.clerk.turn import Stage, Turn
from ui.clerk.verdict import VerdictPanel
from ui.face import Face
from validator.desk import Ask, Choice, Look
from validator.domain.code import CardRead, Source
from validator.domain.effects import quota_body
from validator.domain.journal import Draft, EventKind, parse
from validator.domain.network import CardLimit, Names, Network, Offer, OfferKind, Period, VenueKind
from validator.domain.quota import Quota, QuotaKey, QuotaScope
from validator.domain.rules.case import declined
from validator.domain.verdict import Choose, Decline, Finding, Param, Reason, Remedy
from validator.words import LANGUAGES

ENDING = code("KAIKU0011")
"""Its card ends today."""

POPUP = replace(
    THEATRE,
    id="popup",
    names=Names("Taidemuseo", "Konstmuseet", "Art Museum"),
    kind=VenueKind.POPUP,
    area=None,
    benefit=Names("vapaa pääsy", "fritt inträde", "free entry"),
)
BENEFIT = Offer("benefit", "popup", Names("Etu", "Förmån", "Benefit"), OfferKind.POPUP)
ONCE = (CardLimit(1, Period.TERM, venue_wide=True),)
POTTERY = replace(WORKSHOP, id="pottery", names=Names("Keramiikka", "Keramik", "Pottery"), limits=ONCE)
CHOIR = replace(WORKSHOP, id="choir", names=Names("Kuoro", "Kör", "Choir"), limits=ONCE)
FULL = replace(WORKSHOP, id="full", names=Names("Maalaus", "Måleri", "Painting"), sold_out=True)
HELPED = Offer("helped", "theatre", Names("Tanssi", "Dans", "Dance"), OfferKind.ADMISSION, assistants=2)


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evening with a benefit, courses with a limit, one that is full, and an event to which two assistants may come."""

    def more(network: Network) -> Network:
        added = (BENEFIT, POTTERY, CHOIR, FULL, HELPED)
        return replace(network, venues=(*network.venues, POPUP), offers=(*network.offers, *added))

    cards = CARDS | {ENDING: replace(CARDS[SECOND], id="card-11", valid_to=TODAY)}
    made = Theatre(tmp_path_factory.mktemp("sentences")).set_up(more, cards)
    with made.open() as station, station.ledger.write() as books:
        books.put_identity(replace(IDENTITY, venues=("theatre", "popup")))
        body = quota_body(Quota(QuotaKey(QuotaScope.OFFER, "matinee", TODAY), 0), "theatre", "manager")
        books.append(Draft("quota-none", EventKind.QUOTA, NOW, "2018", body))
    return made.folder


def told(clerk: Clerk) -> dict[str, str]:
    """All that can be read on the panel, by language; the answer stays the same."""
    found = {}
    for language in LANGUAGES:
        clerk.session.face.speak(language)
        found[language] = clerk.page.verdict.shown_text
    clerk.session.face.speak("fi")
    return found


def says(clerk: Clerk, **wanted: str) -> None:
    found = told(clerk)
    assert {language for language, text in wanted.items() if text not in found[language]} == set(), found
    assert set(wanted) == set(LANGUAGES)


def seen_in(theatre: Theatre) -> list[object]:
    """Of each giving and booking in the journal, whether the card of a typed code was said to be seen."""
    with theatre.open() as station, station.ledger.read() as books:
        headers = [parse(entry.header) for entry in books.entries()]
    kinds = (EventKind.REDEMPTION, EventKind.RESERVATION)
    return [header.body.get("card_seen") for header in headers if header.kind in kinds]


def choose(clerk: Clerk, offer: str, performance: str | None = None, ahead: int = 0) -> None:
    """An event of the list, of today or some days later."""
    choice = Choice(offer, performance, TODAY + timedelta(days=ahead))
    for _ in range(ahead):
        clerk.press(Qt.Key.Key_F2)
    clerk.until(lambda: choice in [line.choice for line in clerk.page.today.offers.lines])
    clerk.page.today.offers.choose(choice)
    clerk.until(lambda: clerk.flow.choice == choice)
    clerk.settled()


def test_a_pop_ups_benefit_is_named_and_the_visit_recorded(clerk: Clerk) -> None:
    choose(clerk, "benefit")
    assert clerk.scan(HOLDER) == Reason.OK_POPUP
    says(
        clerk,
        fi="Pop-up-etu: vapaa pääsy. Kirjaa käynti.",
        sv="Pop up-förmån: fritt inträde. Registrera besöket.",
        en="Pop-up benefit: free entry. Record the visit.",
        selko="Saat tämän edun: vapaa pääsy.",
    )
    clerk.give()


def test_sold_out(clerk: Clerk) -> None:
    choose(clerk, "late", "late-0")
    assert clerk.scan(HOLDER) == Reason.SOLD_OUT
    says(
        clerk,
        fi="Tilaisuus on loppuunmyyty.",
        sv="Evenemanget är slutsålt.",
        en="The event is sold out.",
        selko="Kaikki liput ovat loppuneet.",
    )


def test_the_last_ones(clerk: Clerk, theatre: Theatre) -> None:
    with theatre.open() as station, station.ledger.write() as books:
        body = quota_body(Quota(QuotaKey(QuotaScope.OFFER, "play", TODAY), 2), "theatre", "manager")
        books.append(Draft("quota-few", EventKind.QUOTA, NOW, "2018", body))
    choose(clerk, "play", "play-0")
    clerk.scan(HOLDER)
    says(
        clerk,
        fi="Kiintiöstä on jäljellä 2.",
        sv="2 kvar av kvoten.",
        en="2 left in the quota.",
        selko="Lippuja on jäljellä 2.",
    )


def test_a_card_that_ends_before_the_event_is_given_now(clerk: Clerk) -> None:
    choose(clerk, "play", "play-4", ahead=4)
    assert clerk.scan(ENDING) == Reason.OK
    says(
        clerk,
        fi="Kortti päättyy ennen tilaisuutta (13.10.2018). Lipun voi antaa nyt.",
        sv="Kortet upphör före evenemanget (13.10.2018). Biljetten kan ges nu.",
        en="Card ends before the event (13 October 2018). The ticket can be given now.",
        selko="Saat lipun nyt. Korttisi loppuu ennen tapahtumaa: 13.10.2018. Pyydä uusi kortti.",
    )
    clerk.give()


def test_a_course_a_term_and_from_when_there_is_another(clerk: Clerk) -> None:
    choose(clerk, "pottery")
    assert clerk.scan(HOLDER) == Reason.OK_COURSE
    says(
        clerk,
        fi="Kortti on voimassa. Kurssipaikka voidaan antaa.",
        sv="Kortet är giltigt. Kursplatsen kan ges.",
        en="Card is valid. The course place can be given.",
        selko="Saat paikan kurssille. Kurssi ei maksa sinulle.",
    )
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    choose(clerk, "choir")
    assert clerk.scan(HOLDER) == Reason.COURSE_LIMIT
    says(
        clerk,
        fi="Kurssiraja täynnä: 1 / lukukausi.",
        sv="Kursgränsen är nådd: 1 / termin.",
        en="Course limit reached: 1 per term.",
        selko="Sinulla on jo 1 kurssi samalla lukukaudella. Voit ottaa uuden kurssin 1.1.2019 alkaen.",
    )
    says(
        clerk,
        fi="Seuraava kurssi 1.1.2019 alkaen.",
        sv="Nästa kurs från 1.1.2019.",
        en="Next course from 1 January 2019.",
        selko="Kerro päivä asiakkaalle.",
    )
    assert clerk.scan(SECOND) == Reason.OK_COURSE


def test_a_full_course_has_a_waiting_list(clerk: Clerk) -> None:
    choose(clerk, "full")
    assert clerk.scan(HOLDER) == Reason.COURSE_FULL
    says(
        clerk,
        fi="Kurssi on täynnä. Asiakas voi ilmoittautua jonoon.",
        sv="Kursen är full. Kunden kan ställa sig i kö.",
        en="The course is full. The customer can join the waiting list.",
        selko="Kurssi on täynnä. Voit jäädä jonoon.",
    )
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.READY
    assert clerk.page.given.rows == ()


def test_a_second_assistant_where_the_event_allows_two_and_none_again(clerk: Clerk) -> None:
    choose(clerk, "helped")
    clerk.scan(HOLDER)
    seen = []
    for _ in range(3):
        clerk.keys.press(Qt.Key.Key_A, 2_000)
        clerk.settled()
        seen.append(clerk.turn.party.assistants)
        if seen[-1] == 2:
            says(
                clerk,
                fi="Lisäksi 2 maksutonta lippua avustajille tai tulkeille.",
                sv="Dessutom 2 gratisbiljetter till assistenter eller tolkar.",
                en="Plus 2 free tickets for assistants or interpreters.",
                selko="Myös 2 avustajaa tai tulkkia saa lipun.",
            )
    assert seen == [1, 2, 0]


def test_elsewhere_a_second_assistant_is_not_offered(clerk: Clerk) -> None:
    choose(clerk, "play", "play-0")
    clerk.scan(HOLDER)
    for wanted in (1, 0):
        clerk.keys.press(Qt.Key.Key_A, 2_000)
        clerk.settled()
        assert clerk.turn.party.assistants == wanted


def test_of_a_typed_code_the_card_is_asked_for_and_the_entry_keeps_that_it_was_seen(
    clerk: Clerk, theatre: Theatre
) -> None:
    choose(clerk, "play", "play-0")
    clerk.show(HOLDER, Source.TYPED)
    says(
        clerk,
        fi="Katso, että asiakkaalla on kortti. Kirjaa painamalla Enter.",
        sv="Titta på kortet. Enter registrerar att du sett det.",
        en="Look at the card. Enter records that you saw it.",
        selko="Katso kortti. Paina Enter, kun olet nähnyt kortin.",
    )
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    clerk.show(SECOND, Source.CAMERA)
    assert "Kirjaa painamalla Enter." in clerk.page.verdict.shown_text
    clerk.give()
    assert seen_in(theatre) == [True, None]


def test_a_code_books_and_enrols_without_a_card(clerk: Clerk, theatre: Theatre) -> None:
    choose(clerk, "play", "play-0")
    clerk.show(HOLDER, Source.TYPED)
    clerk.keys.type("r")
    clerk.settled()
    assert "Kirjaa painamalla Enter." in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Escape)
    choose(clerk, "pottery")
    clerk.show(SECOND, Source.TYPED)
    assert "Kirjaa painamalla Enter." in clerk.page.verdict.shown_text
    clerk.give()
    assert seen_in(theatre) == [None, None]


def test_the_large_sentence_names_an_assistants_ticket_and_no_note_does_again(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("A")
    clerk.until(lambda: "avustajalle" in clerk.page.verdict.sentence)
    assert clerk.page.verdict.sentence.startswith("Kortti on voimassa. Anna lippu. ")
    assert clerk.page.verdict.shown_text.count("avustajalle") == 1
    clerk.give()
    assert "avustajalle" in clerk.page.verdict.sentence


def test_texts_so_large_leave_the_bottom_line_the_bare_facts(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    told = "1 lippu odottaa lähetystä"
    clerk.until(lambda: f"{told}, annettu" in clerk.view.strip.text)
    clerk.session.face.enlarge(2.0)
    clerk.until(lambda: f"{told}," not in clerk.view.strip.text)
    assert told in clerk.view.strip.text


STEPS: tuple[tuple[Reason, Remedy, dict[str, Param], tuple[str, str, str, str]], ...] = (
    (
        Reason.UNREADABLE,
        Remedy.SCAN_AGAIN,
        {},
        ("näppäile tunnus", "skriv in koden", "type it", "kirjoittaa numeron"),
    ),
    (Reason.NO_BOOKING, Remedy.TAKE_NOW, {}, ("Voit antaa", "Du kan ge", "You may give", "Anna lippu nyt")),
    (
        Reason.QUOTA_FULL,
        Remedy.OTHER_DAY,
        {"n": 0, "suggestion": TODAY},
        ("13.10.2018", "13.10.2018", "13 October", "13.10.2018"),
    ),
    (
        Reason.QUOTA_FULL,
        Remedy.OTHER_DAY,
        {"n": 2, "suggestion": TODAY},
        ("Vähennä lippuja", "Ge färre biljetter", "Give fewer", "Ota vähemmän lippuja"),
    ),
    (
        Reason.MEMBER_INVALID,
        Remedy.WITHOUT_MEMBER,
        {"i": 2},
        ("2. kortti", "kort nr 2", "card no. 2", "2. kortti"),
    ),
    (
        Reason.MEMBER_INVALID,
        Remedy.WITHOUT_MEMBER,
        {"i": 2},
        ("Jatka ilman", "Fortsätt utan", "Continue without", "Jatka ilman"),
    ),
    (Reason.CLOCK, Remedy.SET_CLOCK, {}, ("Korjaa kello", "Ställ klockan", "Fix it", "Aseta kello oikein")),
    (
        Reason.NO_LIST,
        Remedy.FETCH_LIST,
        {},
        ("Hae luettelo", "Hämta listan", "Fetch it", "Hae uusi luettelo"),
    ),
    (
        Reason.LIST_TOO_OLD,
        Remedy.FETCH_LIST,
        {"n": 31},
        ("Hae luettelo", "Hämta listan", "Fetch it", "Hae uusi luettelo"),
    ),
    (
        Reason.NOT_SAVED,
        Remedy.TRY_AGAIN,
        {},
        ("Älä anna lippua", "Ge inte biljetten", "Do not give", "Älä anna lippua"),
    ),
    (
        Reason.UNDO_TOO_LATE,
        Remedy.ASK_SUPPORT,
        {},
        ("Ota yhteyttä tukeen", "Kontakta stödet", "Contact support", "Pyydä apua tuesta"),
    ),
)
"""What the clerk is to do, or must know for it, after these answers, in the order of the languages."""


@pytest.mark.parametrize(("reason", "remedy", "params", "steps"), STEPS)
def test_in_every_language_the_clerk_reads_what_to_do_next_once(
    qtbot: QtBot,
    face: Face,
    reason: Reason,
    remedy: Remedy,
    params: dict[str, Param],
    steps: tuple[str, str, str, str],
) -> None:
    trace, finding = declined("any", reason, params, remedy=remedy), Finding(reason, params)
    chooses = reason is Reason.MEMBER_INVALID
    ask = Ask(CardRead(HOLDER, Source.CAMERA, NOW), Choice("play", "play-0", TODAY))
    look = Look(ask, Choose(finding, (2,), trace) if chooses else Decline(finding, trace), NOW)
    panel = VerdictPanel(face, QWidget())
    qtbot.addWidget(panel)
    panel.show_turn(Turn(Stage.SHOWN, ask, look), None)
    for language, step in zip(LANGUAGES, steps, strict=True):
        face.speak(language)
        assert panel.shown_text.count(step) == 1, (language, panel.shown_text)
