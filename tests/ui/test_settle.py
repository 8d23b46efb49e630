"""What a manager should look at: what the hub said afterwards, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sync.wire import FeedItem
from tests.ui.conftest import Clerk
from tests.ui.test_manager import enter, page_of
from tests.ui.world import HOLDER, NOW, PLAY, SECOND, THIRD, TODAY, Theatre
from ui.manager.caserow import CaseRow
from ui.parts import Button, Words
from ui.window import SMALLEST
from validator.domain.cases import Case, CaseKind, CaseSide
from validator.domain.effects import quota_body
from validator.domain.numbers import Basis, Number
from validator.domain.quota import Quota, QuotaKey, QuotaScope


@dataclass(frozen=True)
class Answer:
    """The hub's word on one event."""

    event: str
    status: str = "accepted"
    code: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    over: int = 0


@pytest.fixture(scope="module")
def enrolled(enrolled_with_pin: Path) -> Path:
    return enrolled_with_pin


def answered(theatre: Theatre, *words: Answer) -> None:
    """The hub answers everything that waits, in order; the last ones of it with these words."""
    with theatre.open() as station, station.ledger.write() as books:
        waiting = [entry.event for entry in books.entries()]
        plain = [Answer(event) for event in waiting[: -len(words)]]
        books.settle(
            [
                *plain,
                *(
                    Answer(event, *_said(word))
                    for event, word in zip(waiting[-len(words) :], words, strict=True)
                ),
            ],
            NOW,
        )


def _said(word: Answer) -> tuple[str, str, str, tuple[str, ...], int]:
    return word.status, word.code, word.reason, word.notes, word.over


def opened(clerk: Clerk) -> tuple[str, ...]:
    """The manager's page, turned to the list."""
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open)
    clerk.press(Qt.Key.Key_F7)
    assert page_of(clerk).settling
    return page_of(clerk).settle.lines


def test_nothing_to_look_at_is_said(clerk: Clerk) -> None:
    assert opened(clerk) == ()
    assert page_of(clerk).settle.count == 0


def test_refused_entries_and_remarks_stand_there_with_their_reasons(clerk: Clerk, theatre: Theatre) -> None:
    for code in (HOLDER, SECOND, THIRD):
        clerk.scan(code)
        clerk.give()
    answered(
        theatre,
        Answer("", notes=("S01", "S03"), over=2),
        Answer(""),
        Answer("", "refused", "S06", "senseless: a number is out of all bounds"),
    )
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: len(listed.lines) == 2)
    remarked, refused = listed.lines
    assert THIRD[-4:] in refused
    assert "Palvelin ei hyväksynyt kirjausta: kirjaus ei sovi yhteen palvelimen tietojen kanssa." in refused
    assert HOLDER[-4:] in remarked
    assert "Sama kortti kirjattiin myös toisella kassalla." in remarked
    assert "Kiintiö ylittyi 2 lipulla yhteyskatkon aikana." in remarked
    assert "Tukipalvelu auttaa korjaamisessa" in refused
    assert "Tukipalvelu" not in remarked
    clerk.press(Qt.Key.Key_F8)
    assert "Samma kort" in listed.lines[0]
    assert "registreringen stämmer inte överens med serverns uppgifter." in listed.lines[1]


def test_tickets_over_are_said_without_a_number_where_none_is_known(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    answered(theatre, Answer("", notes=("S03",)))
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: len(listed.lines) == 1)
    assert "Kiintiö ylittyi yhteyskatkon aikana." in listed.lines[0]


def test_a_number_that_was_not_accepted_is_named(clerk: Clerk, theatre: Theatre) -> None:
    enter(clerk)
    table = page_of(clerk).table
    clerk.until(lambda: page_of(clerk).is_open and table.currentIndex().isValid())
    clerk.keys.press(Qt.Key.Key_Delete)
    clerk.until(lambda: page_of(clerk).message.startswith("Tallennettu"))
    answered(theatre, Answer("", "refused", "S06", "tomorrow: a word that this desk does not know"))
    clerk.view.refresh()
    clerk.until(lambda: page_of(clerk).settle.count == 1)
    (line,) = page_of(clerk).settle.lines
    assert "Päivän lippumäärän muutos · Tuntematon sotilas · " in line
    assert "Palvelin ei hyväksynyt kirjausta. Korjaa" in line
    assert "Tukipalvelu auttaa korjaamisessa" in line


def test_an_undoing_that_was_not_accepted_is_a_line_of_its_own(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True])
    answered(theatre, Answer("", "refused", "S06", "fault: one"), Answer("", "refused", "S06", "venue: two"))
    opened(clerk)
    clerk.until(lambda: page_of(clerk).settle.count == 2)
    undoing = next(line for line in page_of(clerk).settle.lines if "Lippujen peruminen" in line)
    assert "kirjaus koskee toista kohdetta" in undoing


def test_the_same_key_goes_back_to_the_table_and_the_next_visit_begins_there(clerk: Clerk) -> None:
    opened(clerk)
    clerk.press(Qt.Key.Key_F7)
    assert not page_of(clerk).settling
    assert page_of(clerk).table.hasFocus()
    clerk.press(Qt.Key.Key_F7)
    clerk.press(Qt.Key.Key_Escape)
    enter(clerk)
    clerk.until(lambda: page_of(clerk).is_open)
    assert not page_of(clerk).settling


def test_the_key_opens_nothing_behind_the_door(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F10)
    clerk.press(Qt.Key.Key_F7)
    assert not page_of(clerk).is_open
    assert not page_of(clerk).settling


def test_numbers_typed_without_knowing_of_each_other_are_settled_with_one_key(
    clerk: Clerk, theatre: Theatre
) -> None:
    with theatre.open() as station, station.ledger.write() as books:
        key = QuotaKey(QuotaScope.OFFER, "play", TODAY + timedelta(days=1))
        for cursor, value in enumerate((30, 45), start=1):
            basis = Basis(Number(20), frozenset())
            body = quota_body(Quota(key, value), "theatre", "manager", basis)
            item = FeedItem(
                cursor=cursor, event=f"e{cursor}", desk=f"desk-{cursor}", kind="quota", at=NOW, body=body
            )
            books.apply_feed([item], cursor)
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 1)
    (line,) = listed.lines
    assert "20 muutettiin luvuksi" in line
    assert "toisella kassalla" in line
    buttons = [button for button in listed.findChildren(Button) if button.isVisible()]
    assert len(buttons) >= 2
    buttons[-1].click()
    clerk.until(lambda: listed.count == 0)


def told(theatre: Theatre, *kinds: str) -> None:
    """The hub tells cases of these kinds, with a side of this desk and one of another, a minute apart."""
    with theatre.open() as station, station.ledger.write() as books:
        identity = books.identity()
        assert identity is not None
        own = [entry.event for entry in books.entries()][-1:]
        cases = [
            (
                Case(
                    kind,
                    kind,
                    "theatre",
                    PLAY.id,
                    None,
                    TODAY,
                    NOW - timedelta(minutes=place),
                    2,
                    (
                        side(identity.desk, "Lippukassa", (own or [""])[0]),
                        side("d-2", "Aulan kassa", "other"),
                    ),
                ),
                own,
            )
            for place, kind in enumerate(kinds)
        ]
        books.cases.hear(cases, 1)


def side(desk: str, name: str, event: str) -> CaseSide:
    trace = [
        {"rule": "already", "outcome": "passed", "used": {"n": 0}},
        {"rule": "offline", "outcome": "noted", "code": "W01"},
        {"rule": "tomorrows rule", "outcome": "noted"},
    ]
    decided = {"tickets": {"adults": 1, "children": 1}, "trace": trace, "override_reason": "agreed"}
    return CaseSide(desk, name, event, "redemption", NOW, NOW, "accepted", over=2, decided=decided)


def settled(theatre: Theatre) -> list[tuple[str, str]]:
    with theatre.open() as station, station.ledger.read() as books:
        return [(case, said.settling.outcome) for case, each in books.cases.said().items() for said in each]


def test_a_case_shows_both_desks_beside_each_other(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    answered(theatre, Answer("", notes=("S01",)))
    told(theatre, "duplicate")
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 1)
    (line,) = listed.lines
    assert "Sama kortti kirjattiin myös toisella kassalla." in line
    for words in ("Lippukassa · tämä kassa", "Aulan kassa", HOLDER[-4:], "2 lippua"):
        assert words in line
    (row,) = listed.findChildren(CaseRow)
    shown = " ".join(words.text() for words in row.findChildren(Words) if words.isVisible())
    assert "Sovittu" in shown
    assert "tomorrows rule" not in shown
    before = len(shown)
    why = next(button for button in row.findChildren(Button) if button.text() == "Kaikki tarkistukset")
    why.click()
    shown = " ".join(words.text() for words in row.findChildren(Words) if words.isVisible())
    assert len(shown) > before
    assert why.text() == "Vähemmän tarkistuksia"


def test_each_kind_has_its_words_and_none_is_unsaid(clerk: Clerk, theatre: Theatre) -> None:
    kinds = [kind.value for kind in CaseKind]
    told(theatre, *kinds, "tomorrows_kind")
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == len(kinds) + 1)
    assert len(set(listed.lines)) == len(kinds) + 1
    assert "Kiintiö ylittyi 4 lipulla yhteyskatkon aikana." in " ".join(listed.lines)
    for _ in range(3):
        clerk.press(Qt.Key.Key_F8)
        assert len(set(listed.lines)) == len(kinds) + 1


@pytest.mark.parametrize(
    ("key", "outcome"),
    [(Qt.Key.Key_1, "seen"), (Qt.Key.Key_2, "agreed"), (Qt.Key.Key_3, "ours")],
)
def test_one_key_settles_and_goes_on_to_the_next(
    clerk: Clerk, theatre: Theatre, key: Qt.Key, outcome: str
) -> None:
    told(theatre, "duplicate", "over_quota", "unknown_card")
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 3)
    listed.take_focus(1)
    clerk.press(key)
    clerk.until(lambda: listed.count == 2)
    assert settled(theatre) == [("over_quota", outcome)]
    focused = [row.case.case.id for row in listed.findChildren(CaseRow) if row.is_focused]
    assert focused == ["unknown_card"]
    clerk.press(Qt.Key.Key_4)
    assert listed.count == 2


def test_what_was_entered_anew_is_said_of_refused_entries_alone(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    answered(theatre, Answer("", "refused", "S06", "venue: one"))
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 1)
    listed.take_focus()
    clerk.press(Qt.Key.Key_4)
    clerk.until(lambda: listed.count == 0)
    assert [outcome for _, outcome in settled(theatre)] == ["corrected"]


def test_what_was_not_accepted_is_sent_anew_by_one_key(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    answered(theatre, Answer("", "refused", "S06", "fault: one"))
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 1)
    listed.take_focus()
    clerk.press(Qt.Key.Key_5)
    clerk.until(lambda: listed.count == 0)
    assert [outcome for _, outcome in settled(theatre)] == ["corrected"]
    with theatre.open() as station, station.ledger.read() as books:
        assert books.waiting().events == 2, "the new entry and the settling"


def test_buttons_name_their_case_for_who_does_not_see_it(clerk: Clerk, theatre: Theatre) -> None:
    told(theatre, "duplicate", "over_quota")
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 2)
    for row in listed.findChildren(CaseRow):
        buttons = [button for button in row.findChildren(Button) if "(" in button.accessibleDescription()]
        assert len(buttons) == 3
        assert all(button.accessibleDescription()[:8] in row.accessibleName() for button in buttons)


def at(clerk: Clerk) -> list[str]:
    """The cases in whose rows the focus is."""
    return [row.case.case.id for row in page_of(clerk).settle.findChildren(CaseRow) if row.is_focused]


def lock_of(clerk: Clerk) -> Button:
    """The button that locks the page."""
    buttons = [button for button in page_of(clerk).findChildren(Button) if button.isVisible()]
    return next(button for button in buttons if button.text().endswith("Esc"))


def test_the_first_case_has_the_focus_also_where_it_comes_late(clerk: Clerk, theatre: Theatre) -> None:
    opened(clerk)
    listed = page_of(clerk).settle
    told(theatre, "duplicate", "over_quota")
    clerk.view.refresh()
    clerk.until(lambda: listed.count == 2)
    assert at(clerk) == ["duplicate"]
    clerk.press(Qt.Key.Key_1)
    clerk.until(lambda: listed.count == 1)
    assert settled(theatre) == [("duplicate", "seen")]
    assert at(clerk) == ["over_quota"]


def test_the_focus_stays_where_somebody_put_it(clerk: Clerk, theatre: Theatre) -> None:
    told(theatre, "duplicate")
    opened(clerk)
    listed = page_of(clerk).settle
    clerk.until(lambda: listed.count == 1)
    clerk.keys.press(Qt.Key.Key_Tab)
    told(theatre, "over_quota", "duplicate", "unknown_card")
    clerk.view.refresh()
    clerk.until(lambda: listed.count == 3)
    assert at(clerk) == ["duplicate"], "another case came to stand in its place"
    focus = clerk.session.window.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text().endswith("2")
    clerk.press(Qt.Key.Key_F8)
    assert at(clerk) == ["duplicate"]
    lock = lock_of(clerk)
    lock.setFocus()
    told(theatre, "tomorrows_kind")
    clerk.view.refresh()
    clerk.until(lambda: listed.count == 4)
    assert lock.hasFocus()


def test_in_large_text_the_list_is_as_high_as_there_is_room_and_the_page_need_not_scroll(
    clerk: Clerk, theatre: Theatre
) -> None:
    clerk.session.window.resize(SMALLEST)
    told(theatre, "duplicate", "over_quota")
    opened(clerk)
    clerk.session.face.enlarge(2.0)
    clerk.until(lambda: page_of(clerk).settle.count == 2)
    lock = lock_of(clerk)
    clerk.until(lambda: lock.visibleRegion().boundingRect() == lock.rect())
    focus = clerk.session.window.focusWidget()
    assert focus is not None
    clerk.until(lambda: focus.visibleRegion().boundingRect() == focus.rect())
