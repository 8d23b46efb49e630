"""What the changes to one number come to: each line of the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.apart import TRUSTING, network
from validator.domain.numbers import Basis, Change, Merged, Number, merge
from validator.domain.quota import MOST_TICKETS, QuotaMode


def value(*changes: Change) -> int | None:
    return merge(changes).number.value


def test_no_change_is_no_number() -> None:
    assert merge([]) == Merged(Number())


@pytest.mark.parametrize("first", ["one", "other"])
def test_increments_upon_the_same_number_both_count(first: str) -> None:
    hub, _, one, other = network()
    one.types(25)
    other.types(17)
    for desk in (one, other) if first == "one" else (other, one):
        desk.tells(hub)
    merged = merge(hub)
    assert (merged.number.value, merged.beside) == (22, ())


def test_several_of_one_desk_in_a_row_count_once_each() -> None:
    hub, _, one, other = network()
    one.types(25)
    one.types(24)
    other.types(17)
    one.types(30)
    assert one.sees.number.value == 30
    other.tells(hub)
    one.tells(hub)
    assert value(*hub) == 27
    assert merge(hub + hub) == merge(hub)


def test_an_increment_upon_a_number_that_was_set_anew_is_kept_beside_it() -> None:
    hub, office, one, _ = network()
    office.types(50, online=True)
    office.tells(hub)
    change = one.types(25)
    assert one.sees.number.value == 25
    one.tells(hub)
    assert one.sees.number.value == 50
    assert one.sees.beside == (change,)
    assert (change.basis.seen, change.step) == (Number(20), 5)


def test_an_increment_that_a_later_set_did_not_know_of_is_shown_as_well() -> None:
    hub, office, one, _ = network()
    change = one.types(25)
    one.tells(hub)
    assert value(*hub) == 25
    office.types(50, online=True)
    office.tells(hub)
    merged = merge(hub)
    assert (merged.number.value, merged.beside) == (50, (change,))


def test_what_a_later_set_knew_of_is_settled() -> None:
    hub, office, one, _ = network()
    office.types(50, online=True)
    office.tells(hub)
    one.types(25)
    one.tells(hub)
    one.types(55, settles=True)
    one.tells(hub)
    merged = merge(hub)
    assert (merged.number.value, merged.beside) == (55, ())


def test_the_number_that_stands_can_be_chosen_as_it_is() -> None:
    hub, office, one, _ = network()
    office.types(50, online=True)
    office.tells(hub)
    one.types(25)
    one.tells(hub)
    one.types(50, settles=True)
    one.tells(hub)
    assert (value(*hub), merge(hub).beside) == (50, ())


def test_the_later_of_two_sets_stands_and_the_other_is_shown() -> None:
    hub, office, one, _ = network()
    first = office.types(30, online=True)
    one.types(40, online=True)
    office.tells(hub)
    one.tells(hub)
    merged = merge(hub)
    assert (merged.number.value, merged.beside) == (40, (first,))


def test_a_set_that_was_known_is_overwritten_silently_in_any_order() -> None:
    hub, office, one, _ = network()
    office.types(30, online=True)
    office.tells(hub)
    one.tells(hub)
    one.types(40, online=True)
    one.tells(hub)
    for told in (hub, hub[::-1]):
        assert (value(*told), merge(told).beside) == (40, ())


def test_the_same_number_typed_twice_is_no_dispute() -> None:
    hub, office, one, _ = network()
    office.types(30, online=True)
    one.types(30, online=True)
    office.tells(hub)
    one.tells(hub)
    assert (value(*hub), merge(hub).beside) == (30, ())


@pytest.mark.parametrize("online", [True, False])
def test_a_nought_closes_whatever_others_typed_who_did_not_know_it(online: bool) -> None:
    hub, office, one, other = network()
    one.types(0, online=online)
    extra = other.types(25)
    later = office.types(60, online=True)
    for desk in (one, other, office):
        desk.tells(hub)
    merged = merge(hub)
    assert merged.number.value == 0
    assert set(merged.beside) == {extra, later}
    office.types(60, online=True)
    office.tells(hub)
    assert (value(*hub), merge(hub).beside) == (60, ())


def test_who_closed_may_open_again_but_not_what_another_closed() -> None:
    hub, _, one, other = network()
    one.types(0)
    one.types(5)
    assert one.sees.number.value == 5
    other.types(0)
    other.tells(hub)
    one.tells(hub)
    for told in (hub, hub[::-1]):
        assert value(*told) == 0
        assert [change.typed.value for change in merge(told).beside] == [5]


def test_without_a_number_the_smaller_of_two_stands() -> None:
    hub, _, one, other = network(number=None)
    larger = one.types(30)
    other.types(20)
    for told in ((one.own + other.own), (other.own + one.own)):
        assert value(*told) == 20
        assert merge(told).beside == (larger,)
    one.types(33)
    assert one.sees.number.value == 33
    one.tells(hub)
    other.tells(hub)
    assert [change.typed.value for change in merge(hub).beside] == [30, 33]


def test_what_was_typed_online_stands_before_what_was_not() -> None:
    hub, office, one, _ = network(number=None)
    office.types(30, online=True)
    office.tells(hub)
    change = one.types(20)
    one.tells(hub)
    assert (value(*hub), merge(hub).beside) == (30, (change,))


def test_taking_the_number_away_is_a_set() -> None:
    hub, _, one, other = network()
    one.types(None)
    change = other.types(25)
    one.tells(hub)
    other.tells(hub)
    assert (value(*hub), merge(hub).beside) == (None, (change,))


@pytest.mark.parametrize(
    ("typed", "stands", "cut"), [((3, 4), 0, -13), ((9_000, 9_000), MOST_TICKETS, 17_980)]
)
def test_what_would_be_out_of_bounds_is_cut_and_shown(typed: tuple[int, int], stands: int, cut: int) -> None:
    hub, _, one, other = network()
    one.types(typed[0])
    other.types(typed[1])
    one.tells(hub)
    other.tells(hub)
    merged = merge(hub)
    assert (merged.number.value, merged.cut, merged.is_disputed) == (stands, cut, True)
    one.tells(hub)
    one.types(12, online=True)
    one.tells(hub)
    assert not merge(hub).is_disputed


def test_sold_out_set_offline_outlives_a_number_set_meanwhile() -> None:
    hub, office, one, _ = network()
    one.switches(sold_out=True)
    office.types(50, online=True)
    office.tells(hub)
    one.tells(hub)
    assert merge(hub).number == Number(50, sold_out=True)
    assert not merge(hub).is_disputed


def test_only_who_knew_of_it_opens_what_is_sold_out() -> None:
    hub, office, one, other = network()
    office.switches(sold_out=True, online=True)
    for desk in (office, one, other):
        desk.tells(hub)
    opened = one.switches(sold_out=False)
    other.types(30, online=True)
    one.tells(hub)
    other.tells(hub)
    assert merge(hub).number == Number(30, sold_out=False)
    office.switches(sold_out=False, online=True)
    office.switches(sold_out=True, online=True)
    office.tells(hub)
    merged = merge(hub)
    assert merged.number.sold_out
    assert merged.beside == (opened,)
    office.types(30, settles=True, online=True)
    office.tells(hub)
    assert (merge(hub).number.sold_out, merge(hub).beside) == (True, ())


def test_strict_holds_before_trusting_where_neither_knew_the_other() -> None:
    hub, office, one, other = network()
    office.switches(mode=TRUSTING, online=True)
    for desk in (office, one, other):
        desk.tells(hub)
    assert merge(hub).number == Number(20, TRUSTING)
    one.switches(mode=QuotaMode.STRICT)
    one.switches(mode=TRUSTING)
    other.switches(mode=QuotaMode.STRICT)
    for told in ((one.own + other.own), (other.own + one.own)):
        merged = merge([*hub, *told])
        assert merged.number.mode is QuotaMode.STRICT
        assert [change.typed.mode for change in merged.beside] == [TRUSTING]


def test_a_switch_never_sets_a_number() -> None:
    hub, office, one, _ = network()
    one.switches(mode=TRUSTING, online=True)
    office.types(50, online=True)
    office.tells(hub)
    one.tells(hub)
    assert merge(hub).number == Number(50, TRUSTING)


def test_a_switch_without_a_number_leaves_none() -> None:
    _, _, one, _ = network(number=None)
    one.switches(sold_out=True)
    assert one.sees.number == Number(None, sold_out=True)


def test_of_an_older_programs_changes_the_last_holds() -> None:
    hub, _, one, other = network()
    one.types_as_before(30, sold_out=True)
    one.tells(hub)
    other.types_as_before(40)
    other.tells(hub)
    assert merge(hub) == replace(merge(hub), number=Number(40), beside=(), cut=None)


def test_increments_whose_number_is_lost_begin_with_what_they_saw() -> None:
    hub, _, one, other = network()
    one.types(25)
    one.types(22)
    other.types(17)
    for told in ((one.own + other.own), (other.own + one.own)):
        assert value(*told) == 19
        assert value(*told, *hub) == 19


def test_who_says_to_know_each_other_cannot_make_a_number_vanish() -> None:
    """No honest desk writes such a circle."""
    _, _, one, other = network()
    first, second = one.types(30, online=True), other.types(40, online=True)
    first = replace(first, basis=replace(first.basis, upon=frozenset({second.name})))
    second = replace(second, basis=replace(second.basis, upon=frozenset({first.name, second.name})))
    assert value(first, second) == 40
    lifted = replace(one.types(31), basis=Basis(Number(None), frozenset({first.name}), increment=True))
    assert lifted.step == 0
    gone = replace(first, typed=Number(None), basis=Basis(Number(20), frozenset()))
    beside = replace(lifted, basis=Basis(Number(20), frozenset({gone.name}), increment=True))
    assert (value(gone, beside), merge([gone, beside]).beside) == (None, (beside,))
