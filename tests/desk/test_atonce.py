"""A house that gives at once: whose wish it is, where it is kept, and what the desk says beside its answers."""

from __future__ import annotations

from tests.desk.conftest import ALONE, TONIGHT_CHOICE, Office, read
from tests.domain.world import PLAY, POPUP, THEATRE, TONIGHT
from validator.desk import Ask, Look
from validator.domain.code import Source
from validator.domain.role import Role
from validator.domain.verdict import Give, Reason


def look(office: Office) -> Look:
    return office.desk().counter.look(Ask(read(ALONE, Source.HAND), TONIGHT_CHOICE))


def at_once(office: Office) -> dict[str, bool]:
    return {line.offer.id: line.at_once for line in office.desk().programme()}


def test_it_is_off_until_a_manager_wants_it_and_off_again(office: Office) -> None:
    assert not look(office).at_once
    assert not any(at_once(office).values())
    for on in (True, False):
        verdict = office.desk().at_once.switch(THEATRE, Role.MANAGER, on=on)
        assert isinstance(verdict, Give)
        assert look(office).at_once is on, "another window on the same files obeys it too"
        assert office.desk().at_once.anywhere() is on
        assert at_once(office)["play"] is on
        assert not at_once(office).get("course", False), "a place on a course is chosen"


def test_it_is_no_clerks_matter(office: Office) -> None:
    verdict = office.desk().at_once.switch(THEATRE, Role.CLERK, on=True)
    assert verdict.main.reason is Reason.NO_RIGHT
    assert not office.desk().at_once.anywhere()


def test_each_house_has_its_own(office: Office) -> None:
    office.desk().at_once.switch(POPUP, Role.MANAGER, on=True)
    assert not look(office).at_once
    office.desk().at_once.switch(TONIGHT, Role.MANAGER, on=True)
    assert look(office).at_once, "a performance's house is its offer's"
    office.desk().at_once.switch(PLAY, Role.MANAGER, on=False)
    assert not look(office).at_once
    assert office.desk().at_once.anywhere(), "the other house gives at once still"


def test_the_managers_table_says_it_of_every_cell_of_the_house(office: Office) -> None:
    office.desk().at_once.switch(THEATRE, Role.MANAGER, on=True)
    cells = [cell for _, cells in office.desk().quotas.rows() for cell in cells]
    assert cells
    assert all(cell.at_once for cell in cells)


def test_it_is_never_told_to_the_hub(office: Office) -> None:
    with office.ledger.read() as books:
        before = len(tuple(books.entries()))
    office.desk().at_once.switch(THEATRE, Role.MANAGER, on=True)
    with office.ledger.read() as books:
        assert len(tuple(books.entries())) == before
