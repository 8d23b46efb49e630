"""A card that has its tickets: children are added or taken back by a void and a giving, both or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.desk.conftest import GROUP, HOLDER, SECOND, TONIGHT_CHOICE, Office, ask
from tests.desk.disk import full_disk
from tests.desk.hub import Granting, grant, left, word
from tests.domain.world import TODAY
from validator.desk import BY_MANAGER, Ask, Choice, Look, Standing
from validator.desk.undoing import CHANGED_BY_MANAGER
from validator.domain.journal import EventKind, Json, parse
from validator.domain.party import Party
from validator.domain.redemption import Tickets
from validator.domain.role import Role
from validator.domain.undo import asks_manager
from validator.domain.verdict import Decline, Give, Reason
from validator.store.ledger import Ledger


def changing(look: Look, children: int, assistants: int = 0) -> Ask:
    """The ask that follows from a look at a card with tickets."""
    assert look.standing is not None
    return replace(look.ask, party=Party(children, assistants), changes=look.standing.giving)


def test_a_card_with_tickets_is_declined_and_says_what_may_be_changed(office: Office) -> None:
    counter = office.desk().counter
    given = counter.give(ask(HOLDER, party=Party(1)))
    again = counter.look(ask(HOLDER))
    assert again.verdict.main.reason is Reason.ALREADY
    assert again.standing == given.standing == Standing(given.giving, Tickets(1, 1))
    assert counter.look(ask(SECOND)).standing is None


def test_a_child_more_is_a_void_and_a_giving_and_a_mere_look_is_neither(office: Office) -> None:
    counter = office.desk().counter
    counter.give(ask(HOLDER))
    wanted = changing(counter.look(ask(HOLDER)), 2)
    before = journal(office)
    look = counter.look(wanted)
    assert isinstance(look.verdict, Give)
    assert (look.changed, look.verdict.tickets) == (Tickets(1), Tickets(1, 2))
    assert journal(office) == before
    changed = counter.give(wanted)
    assert changed.standing == Standing(changed.giving, Tickets(1, 2))
    assert journal(office)[len(before) :] == [EventKind.VOID, EventKind.REDEMPTION]
    newest, first = counter.given()
    assert (newest.tickets, newest.voided, first.voided) == (Tickets(1, 2), False, True)
    fewer = counter.give(changing(changed, 1))
    assert [line.tickets for line in counter.given() if not line.voided] == [Tickets(1, 1)]
    assert counter.undo(fewer.giving).main.reason is Reason.UNDONE
    assert counter.look(ask(HOLDER)).verdict.main.reason is Reason.OK


def test_what_the_rules_decline_changes_nothing(office: Office) -> None:
    counter = office.desk().counter
    counter.give(ask(HOLDER))
    wanted = changing(counter.look(ask(HOLDER)), 9)
    before = journal(office)
    for look in (counter.look(wanted), counter.give(wanted)):
        assert isinstance(look.verdict, Decline)
        assert look.verdict.main.reason is Reason.CHILD_LIMIT
        assert not look.giving
    assert journal(office) == before
    same = counter.give(changing(counter.look(ask(HOLDER)), 0))
    assert same.changes_nothing
    assert (same.giving, journal(office)) == ("", before)


def test_what_cannot_be_saved_leaves_the_tickets_as_they_are(office: Office) -> None:
    counter = office.desk().counter
    counter.give(ask(HOLDER))
    wanted = changing(counter.look(ask(HOLDER)), 1)
    before = journal(office)
    with full_disk():
        assert counter.give(wanted).verdict.main.reason is Reason.NOT_SAVED
    assert journal(office) == before
    assert counter.look(ask(HOLDER)).standing is not None


def test_the_last_tickets_can_go_to_the_children_of_who_has_one(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 2, Role.MANAGER)
    given = desk.counter.give(ask(HOLDER))
    assert desk.counter.look(changing(given, 2)).verdict.main.reason is Reason.QUOTA_FULL
    assert isinstance(desk.counter.give(changing(given, 1)).verdict, Give)
    assert desk.programme()[0].left == 0


def test_rights_come_back_and_are_spent_anew_and_only_what_lacks_is_asked_for(office: Office) -> None:
    word(office, 10)
    grant(office, 2)
    office.online = False
    counter = office.desk().counter
    given = counter.give(ask(HOLDER))
    changed = counter.give(changing(given, 1))
    assert isinstance(changed.verdict, Give)
    assert left(office) == 0
    assert counter.look(changing(changed, 2)).verdict.main.reason is Reason.NO_RIGHTS_HERE
    with Ledger.open(office.folder, b"l" * 32, busy=1) as ledger:
        hub = Granting(ledger, 0)
        office.rights, office.online = hub, True
        office.desk().counter.look(changing(changed, 2))
        assert [need for _, need in hub.asked] == [1]
    fewer = counter.give(changing(changed, 0))
    assert isinstance(fewer.verdict, Give)
    assert left(office) == 1


def test_a_giving_that_was_undone_meanwhile_is_not_changed(office: Office) -> None:
    counter = office.desk().counter
    given = counter.give(ask(HOLDER))
    wanted = changing(given, 1)
    counter.undo(given.giving)
    assert counter.give(wanted).verdict.main.reason is Reason.UNDO_TOO_LATE
    assert [line.voided for line in counter.given()] == [True]


def test_a_groups_tickets_are_not_changed_by_one_of_its_cards(office: Office) -> None:
    counter = office.desk().counter
    given = counter.give(ask(GROUP, TONIGHT_CHOICE, Party(), HOLDER, SECOND))
    assert given.standing is None
    assert counter.look(ask(HOLDER)).verdict.main.reason is Reason.ALREADY
    assert counter.look(ask(HOLDER)).standing is None


def test_tickets_of_an_earlier_day_are_a_managers_to_change_and_to_take_back(office: Office) -> None:
    counter = office.desk().counter
    tomorrow = Choice("exhibition", None, TODAY + timedelta(days=1))
    given = counter.give(ask(HOLDER, tomorrow))
    assert counter.look(ask(HOLDER, tomorrow)).standing == Standing(given.giving, Tickets(1))
    office.time.pass_by(days=1)
    again = counter.look(ask(HOLDER, tomorrow))
    assert again.standing == Standing(given.giving, Tickets(1), late=True)
    wanted = changing(again, 1)
    refused = counter.give(wanted)
    assert refused.verdict.main.reason is Reason.UNDO_TOO_LATE
    assert asks_manager(refused.verdict)
    changed = counter.give(replace(wanted, role=Role.MANAGER))
    assert changed.standing == Standing(changed.giving, Tickets(1, 1))
    assert reasons(office) == [CHANGED_BY_MANAGER]
    # It is of today now, and a clerk's again.
    assert counter.look(ask(HOLDER, tomorrow)).standing == changed.standing
    assert counter.undo(changed.giving, Role.MANAGER, BY_MANAGER).main.reason is Reason.UNDONE
    assert reasons(office) == [CHANGED_BY_MANAGER, BY_MANAGER]
    assert counter.look(ask(HOLDER, tomorrow)).verdict.main.reason is Reason.OK


def reasons(office: Office) -> list[Json]:
    """Why givings were taken back, as the journal says it."""
    with office.ledger.read() as books:
        entries = [parse(entry.header) for entry in books.entries()]
        return [entry.body["reason"] for entry in entries if entry.kind == EventKind.VOID]


def journal(office: Office) -> list[str]:
    """The kinds of the journal's entries."""
    with office.ledger.read() as books:
        return [parse(entry.header).kind for entry in books.entries()]
