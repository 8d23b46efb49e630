"""The register's write side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.codes import fresh_card_code
from sync.hub.database import CARDS, REGISTER, standing
from sync.hub.hub import Hub
from sync.hub.register import CardEntry, RegisterRefused, Written
from tests.sync.stage import EVENING, YEAR, SetClock, code
from validator.domain.card import CardKind, CardStatus
from validator.domain.network import Area, Names, Offer, Performance, RuleSet, Venue


def entry(number: int, **fields: object) -> CardEntry:
    known = {
        "kind": CardKind.PERSONAL,
        "area": "espoo",
        "valid_from": YEAR[0],
        "valid_to": YEAR[1],
        "children": 2,
    }
    return CardEntry(code(number), **(known | fields))  # type: ignore[arg-type]


def counters(hub: Hub) -> tuple[int, ...]:
    with hub.database.read() as tx:
        return standing(tx, (REGISTER, CARDS))


def test_what_is_put_is_read_back(hub: Hub) -> None:
    venue = Venue("popup", Names("Pop-up"), areas=frozenset({"savonlinna", "espoo"}), benefit=Names("Sisään"))
    with hub.change() as register:
        register.put_venue(venue)
    with hub.read() as register:
        network = register.network()
    assert venue in network.venues
    assert {area.id for area in network.areas} == {"espoo", "savonlinna"}
    assert {rules.id for rules in network.rule_sets} == {"2018", "2025"}
    assert [show.id for show in network.performances] == ["tomorrow", "tonight"]


def test_what_did_not_change_takes_no_number(hub: Hub) -> None:
    before = counters(hub)
    with hub.change() as register:
        network = register.network()
        changed = [register.put_area(area) for area in network.areas]
        changed += [register.put_venue(venue) for venue in network.venues]
        changed += [register.put_offer(offer) for offer in network.offers]
        changed += [register.put_performance(show) for show in network.performances]
        changed += [register.put_rule_set(rules) for rules in network.rule_sets]
        same = register.put_cards([entry(1), entry(2)])
    assert (set(changed), same) == ({False}, Written(same=2))
    assert counters(hub) == before


def test_each_change_takes_one_number(hub: Hub) -> None:
    version, cards = counters(hub)
    with hub.change() as register:
        assert register.put_rule_set(RuleSet("2018", child_under=17))
        assert register.put_cards([entry(1, children=3), entry(50), entry(51)]) == Written(added=2, changed=1)
    assert counters(hub) == (version + 4, cards + 2)
    with hub.database.read() as tx:
        versions = list(
            tx.execute(select(schema.cards.c.version).where(schema.cards.c.version > version)).scalars()
        )
    assert len(set(versions)) == 3


def test_what_belongs_nowhere_is_refused(hub: Hub) -> None:
    with hub.change() as register:
        for put in (
            lambda: register.put_venue(Venue("x", Names("x"), area="nowhere")),
            lambda: register.put_venue(Venue("x", Names("x"), areas=frozenset({"nowhere"}))),
            lambda: register.put_offer(Offer("x", "nowhere", Names("x"))),
            lambda: register.put_offer(Offer("play", "museum", Names("x"))),
            lambda: register.put_performance(Performance("x", "nowhere", EVENING, EVENING)),
            lambda: register.put_performance(Performance("tonight", "entry", EVENING, EVENING)),
            lambda: register.put_municipality("Espoo", "nowhere"),
            lambda: register.add_card(code(60), CardKind.PERSONAL, "nowhere", *YEAR),
            lambda: register.add_card(code(1), CardKind.PERSONAL, "espoo", *YEAR),
            lambda: register.close_card(code(60)),
            lambda: register.replace_card(code(60), code(61)),
            lambda: register.replace_card(code(1), code(2)),
        ):
            with pytest.raises(RegisterRefused):
                put()


def test_a_municipality_is_in_one_area(hub: Hub) -> None:
    with hub.change() as register:
        assert register.put_municipality("Kauniainen", "savonlinna")
        assert register.put_municipality("Kauniainen", "espoo")
        assert not register.put_municipality("Kauniainen", "espoo")
        areas = {area.id: area.municipalities for area in register.network().areas}
    assert areas == {"espoo": ("Kauniainen",), "savonlinna": ()}


def test_a_card_is_found_by_its_code_only(hub: Hub) -> None:
    with hub.read() as register:
        stored = register.card(code(1))
        with pytest.raises(RegisterRefused) as caught:
            register.card(code(60))
    assert (stored.code, stored.card.children, stored.card.status) == (code(1), 2, CardStatus.ACTIVE)
    assert code(60).reveal() not in repr(caught.value.details) + str(caught.value)


def test_closing_twice_keeps_the_first_instant(hub: Hub, clock: SetClock) -> None:
    with hub.change() as register:
        register.close_card(code(1))
    clock.advance(days=1)
    with hub.change() as register:
        register.close_card(code(1))
        assert register.card(code(1)).ended_at == EVENING


def test_a_replaced_card_hands_on_all_but_its_code(hub: Hub, clock: SetClock) -> None:
    with hub.change() as register:
        fresh = register.replace_card(code(1), code(10))
        old, new = register.card(code(1)), register.card(code(10))
        with pytest.raises(RegisterRefused):
            register.replace_card(code(1), code(11))
    assert (old.card.status, old.ended_at, old.replaced_by) == (CardStatus.REPLACED, EVENING, fresh)
    assert (new.card.id, new.card.status) == (fresh, CardStatus.ACTIVE)
    assert (new.card.area, new.card.valid_from, new.card.valid_to, new.card.children) == ("espoo", *YEAR, 2)


def test_a_lost_card_ended_when_it_was_closed(hub: Hub, clock: SetClock) -> None:
    with hub.change() as register:
        register.close_card(code(1))
    clock.advance(days=5)
    with hub.change() as register:
        register.replace_card(code(1), code(10))
        assert register.card(code(1)).ended_at == EVENING


def test_a_list_that_says_no_instant_does_not_move_it(hub: Hub, clock: SetClock) -> None:
    closed = entry(1, status=CardStatus.CLOSED)
    with hub.change() as register:
        assert register.put_cards([closed]) == Written(changed=1)
    clock.advance(days=5)
    with hub.change() as register:
        assert register.put_cards([closed]) == Written(same=1)
        assert register.put_cards([entry(1)]) == Written(changed=1)
        assert register.card(code(1)).ended_at is None


def test_a_code_twice_in_a_list_is_one_card(hub: Hub) -> None:
    with hub.change() as register:
        assert register.put_cards([entry(60), entry(60, children=5)]).added == 1
        assert register.card(code(60)).card.children == 5


def test_many_cards_come_in_batches(hub: Hub) -> None:
    with hub.change() as register:
        written = register.put_cards(entry(number) for number in range(100, 1300))
    assert written == Written(added=1200)
    assert counters(hub)[1] == 1206


def test_old_cards_are_kept_and_not_listed(hub: Hub, clock: SetClock) -> None:
    with hub.change() as register:
        register.put_cards(
            [
                entry(60, valid_to=date(2017, 10, 12)),
                entry(61, valid_to=date(2017, 10, 13)),
                entry(62, status=CardStatus.CLOSED, ended_at=EVENING - timedelta(days=366)),
            ]
        )
    assert counters(hub)[1] == 7
    clock.advance(days=1)
    with hub.change() as register:
        assert (register.let_old_cards_go(), register.let_old_cards_go()) == (1, 0)
        prolonged = register.put_cards([entry(61)])
    assert (prolonged, counters(hub)[1]) == (Written(changed=1), 7)


def test_the_leap_day_has_a_year_before(hub: Hub, clock: SetClock) -> None:
    clock.instant = EVENING.replace(year=2020, month=2, day=29)
    with hub.change() as register:
        assert register.let_old_cards_go() == 6


def test_codes_are_sealed(hub: Hub) -> None:
    with hub.database.read() as tx:
        rows = list(tx.execute(select(schema.cards)))
    kept = b" ".join(row.sealed_code + row.token for row in rows)
    assert code(1).reveal().encode() not in kept
    with hub.read() as register:
        assert {stored.code for stored in register.cards()} == {code(number) for number in (1, 2, 3, 4, 5, 9)}


def test_a_failed_change_leaves_nothing(hub: Hub) -> None:
    before = counters(hub)

    def change() -> None:
        with hub.change() as register:
            register.put_area(Area("oulu", Names("Oulu")))
            register.close_card(code(60))

    with pytest.raises(RegisterRefused):
        change()
    assert counters(hub) == before


def test_fresh_codes_check_themselves(hub: Hub) -> None:
    codes = {fresh_card_code() for _ in range(50)}
    assert len(codes) == 50
    with hub.change() as register:
        written = register.put_cards(CardEntry(each, CardKind.PERSONAL, "espoo", *YEAR) for each in codes)
    assert written == Written(added=50)
    assert all(len(each.reveal()) == 10 for each in codes)
