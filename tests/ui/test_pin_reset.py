"""A forgotten PIN at the door: the house's code is typed where the PIN goes, and a new one is chosen."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import NOW, Theatre
from ui.manager.door import Door
from validator.desk.door import keep_reset
from validator.domain.reset import Reset, code_digest

CODE = "KXTR-MHZB-WQFN"


def told(theatre: Theatre) -> None:
    """The desk has a PIN, and has heard the hub's word."""
    with theatre.open() as station:
        station.desk(lambda: False).door.set_pin("2468")
        with station.ledger.write() as books:
            keep_reset(books, Reset("w", code_digest("w", CODE), NOW + timedelta(hours=1)))


def at_the_door(clerk: Clerk) -> Door:
    clerk.press(Qt.Key.Key_F10)
    door = clerk.view.manager.door
    clerk.until(lambda: not door.choosing and "kertakoodi" in door.intro)
    return door


def test_the_houses_code_lets_a_new_pin_be_chosen(clerk: Clerk, theatre: Theatre) -> None:
    told(theatre)
    door = at_the_door(clerk)
    clerk.keys.type(CODE.lower())
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: door.choosing)
    assert door.intro == "Kertakoodi on oikein. Valitse uusi PIN-koodi."
    for _ in range(2):
        clerk.keys.type("1357")
        clerk.press(Qt.Key.Key_Return)
    clerk.until(clerk.view.manager.table.isVisible)
    clerk.press(Qt.Key.Key_Escape)
    door = at_the_door(clerk)
    clerk.keys.type(CODE)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: "ei ole oikein" in door.trouble)
    clerk.keys.type("1357")
    clerk.press(Qt.Key.Key_Return)
    clerk.until(clerk.view.manager.table.isVisible)


def test_a_code_whose_time_is_over_meanwhile_leads_back_to_the_door(clerk: Clerk, theatre: Theatre) -> None:
    told(theatre)
    door = at_the_door(clerk)
    door.try_pin(CODE)
    clerk.until(lambda: door.choosing)
    theatre.clock.advance(hours=2)
    for _ in range(2):
        clerk.keys.type("1357")
        clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: not door.choosing)
    assert not clerk.view.manager.table.isVisible()
    door.try_pin("2468")
    clerk.until(clerk.view.manager.table.isVisible)
