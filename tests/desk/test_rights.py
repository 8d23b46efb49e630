"""Between customers: what a desk wants, what it gives back, what it shows, and what it forgets."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.desk.conftest import HOLDER, NETWORK, SECOND, TONIGHT_CHOICE, Office, ask
from tests.desk.hub import PLAY_TODAY, effects, grant, left, word
from tests.domain.world import LESSON, PLAY, TODAY, TONIGHT
from validator.desk import Choice
from validator.desk.rights import give_back, wants
from validator.domain.effects import GaveBack
from validator.domain.policy import Stamp
from validator.domain.quota import QuotaKey, QuotaMode, QuotaScope
from validator.domain.rights import Lease, Rights, Slot
from validator.domain.role import Role

ALL_DAY = Choice("exhibition", None, TODAY)
LESSON_CHOICE = Choice("course", "lesson", LESSON.starts_at.date())


def venue_on(slot: Slot) -> QuotaKey:
    return QuotaKey(QuotaScope.VENUE, "theatre", slot.visit)


def day(ahead: int) -> Slot:
    return replace(ALL_DAY, visit=TODAY + timedelta(days=ahead))


def wanted(office: Office, limit: int = 100) -> list[Slot]:
    with office.ledger.read() as books:
        return [lease.slot for lease in wants(office.means(), books, limit)]


def renew(office: Office, **network: Any) -> None:
    """A new list with another programme."""
    name = office.registers.build(8, replace(NETWORK, **network), (), 0, threading.Event())
    assert name is not None
    with office.ledger.write() as books:
        books.use_register(name, Stamp(8, office.time.now()))
    office.registers.switch(name)


def test_wanted_is_what_can_be_given_out_of_a_strict_number_soonest_first(office: Office) -> None:
    assert wanted(office) == []
    word(office, 20, venue_on(LESSON_CHOICE))
    word(office, 9, venue_on(TONIGHT_CHOICE))
    word(office, 9, QuotaKey(QuotaScope.OFFER, "exhibition", TODAY + timedelta(days=1)))
    word(office, 9, QuotaKey(QuotaScope.OFFER, "exhibition", TODAY + timedelta(days=2)), QuotaMode.TRUSTING)
    word(office, 0, QuotaKey(QuotaScope.OFFER, "exhibition", TODAY + timedelta(days=4)))
    word(office, None, QuotaKey(QuotaScope.OFFER, "exhibition", TODAY + timedelta(days=5)))
    everything = [TONIGHT_CHOICE, ALL_DAY, day(1), LESSON_CHOICE, day(3)]
    assert wanted(office) == everything
    assert wanted(office, 3) == everything[:3]


def test_a_number_that_the_hub_hears_in_the_same_message_is_wanted_too(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 5, Role.MANAGER)
    assert wanted(office) == [TONIGHT_CHOICE]


@pytest.mark.parametrize(
    ("granted", "given_back", "keep", "want"),
    [(4, 0, 4, False), (4, 2, 4, False), (4, 3, 4, True), (4, 4, 0, True), (4, 0, 1, False)],
)
def test_of_a_later_day_a_desk_wants_some_when_it_has_few_or_none(
    office: Office, granted: int, given_back: int, keep: int, *, want: bool
) -> None:
    slot = day(1)
    word(office, 9, QuotaKey(QuotaScope.OFFER, "exhibition", slot.visit))
    with office.ledger.write() as books:
        books.hear_leases([Lease(slot, 1, granted, keep=granted - given_back)])
    give_back(office.means())
    with office.ledger.write() as books:
        books.hear_leases([Lease(slot, 1, granted, keep=keep)])
        lease = Lease(slot, 1, granted, 0, given_back, keep)
        assert books.lease(slot) == lease
        assert wants(office.means(), books, 9) == ((lease,) if want else ())


def test_of_today_it_always_wants_so_that_a_raised_number_reaches_it(office: Office) -> None:
    word(office, 4)
    with office.ledger.read() as books:
        assert wants(office.means(), books, 9) == (Lease(TONIGHT_CHOICE, 0),)
    grant(office, 4)
    with office.ledger.read() as books:
        assert wants(office.means(), books, 9) == (Lease(TONIGHT_CHOICE, 1, 4, keep=4),)


def test_what_is_over_is_not_wanted(office: Office) -> None:
    word(office, 9, venue_on(TONIGHT_CHOICE))
    office.time.instant = TONIGHT.ends_at
    assert wanted(office) == [ALL_DAY]
    office.time.pass_by(days=1)
    assert wanted(office) == []


@pytest.mark.parametrize("shows", [(), (replace(TONIGHT, cancelled=True),)])
def test_nor_what_is_cancelled_or_no_longer_there(office: Office, shows: tuple[object, ...]) -> None:
    word(office, 9, venue_on(TONIGHT_CHOICE))
    renew(office, performances=shows)
    assert wanted(office)[-1:] == [ALL_DAY]
    assert TONIGHT_CHOICE not in wanted(office)


def test_what_the_hub_would_rather_have_goes_back_once(office: Office) -> None:
    grant(office, 8, keep=5)
    grant(office, 3, ALL_DAY)
    assert give_back(office.means()) == 3
    assert (give_back(office.means()), left(office), left(office, ALL_DAY)) == (0, 5, 3)
    assert list(effects(office)) == [GaveBack(TONIGHT_CHOICE, Rights(1, 3))]
    with office.ledger.read() as books:
        assert len(books.outbox(9)) == 1


def test_a_desk_gives_back_no_more_than_it_has_left(office: Office) -> None:
    word(office, 9)
    grant(office, 3)
    counter = office.desk().counter
    giving = counter.give(ask(HOLDER)).giving
    assert counter.give(ask(SECOND)).giving
    with office.ledger.write() as books:
        books.hear_leases([Lease(TONIGHT_CHOICE, 1, 4, keep=0)])
    assert (give_back(office.means()), left(office)) == (2, 0)
    counter.undo(giving)
    assert (give_back(office.means()), left(office)) == (1, 0)


def test_all_goes_back_of_a_performance_that_is_over(office: Office) -> None:
    grant(office, 8)
    grant(office, 3, ALL_DAY)
    office.time.instant = TONIGHT.ends_at - timedelta(minutes=1)
    assert give_back(office.means()) == 0
    office.time.instant = TONIGHT.ends_at
    assert give_back(office.means()) == 8
    assert (left(office), left(office, ALL_DAY)) == (0, 3)


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({"performances": (replace(TONIGHT, cancelled=True),)}, 8),
        ({"performances": ()}, 8),
        ({"offers": (), "performances": ()}, 0),
    ],
)
def test_all_goes_back_of_what_was_cancelled(
    office: Office, change: Mapping[str, object], count: int
) -> None:
    """Of an offer that is gone nobody can say at which venue it was; its rights end with the day."""
    grant(office, 8)
    renew(office, **change)
    assert give_back(office.means()) == count


def test_rights_of_days_that_are_over_stay_where_they_are(office: Office) -> None:
    grant(office, 8, keep=2)
    office.time.pass_by(days=1)
    assert give_back(office.means()) == 0


def test_the_programme_shows_what_this_desk_may_give_with_its_line_down(office: Office) -> None:
    desk = office.desk()
    assert [line.rights for line in desk.programme()] == [None, None, None]
    word(office, 9)
    assert [line.rights for line in desk.programme()] == [0, None, None]
    grant(office, 3)
    desk.counter.give(ask(HOLDER))
    grant(office, 7, day(1))
    assert [(line.left, line.rights) for line in desk.programme()][:2] == [(8, 2), (None, None)]


def test_a_number_of_ones_own_is_no_matter_of_rights_until_the_hub_has_it(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(PLAY, TODAY, 5, Role.MANAGER)
    assert desk.programme()[0].rights is None


def test_leases_of_long_past_days_are_forgotten(office: Office) -> None:
    grant(office, 3)
    office.time.pass_by(days=30)
    renew(office)
    office.desk().forget_old()
    with office.ledger.read() as books:
        assert books.leases(TODAY) == ()


def test_a_clock_that_runs_ahead_forgets_no_lease(office: Office) -> None:
    """Heard anew, it would be whole again."""
    word(office, 9, PLAY_TODAY)
    grant(office, 1)
    assert office.desk().counter.give(ask(HOLDER)).giving
    office.time.pass_by(days=300)
    office.desk().forget_old()
    office.time.pass_by(days=-300)
    grant(office, 1)
    assert left(office) == 0
