"""No order and no repetition of changes makes a difference to a number, and none of them is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.apart import TRUSTING, Desk, network
from validator.domain.numbers import Change, Merged, merge
from validator.domain.quota import MOST_TICKETS, QuotaMode

Script = list[tuple[int, str, int | None]]
NUMBERS = st.sampled_from([None, 0, 3, 10, 20, 21, 35, MOST_TICKETS])
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["offline", "offline", "online", "settle", "sold", "mode", "tell", "tell"]),
        NUMBERS,
    ),
    max_size=24,
)


def play(script: Script) -> tuple[list[Change], tuple[Desk, ...]]:
    """Desks that type, and tell each other when they can; at the end the hub has heard them all."""
    hub, *desks = network()
    for number, step, value_typed in script:
        desk = desks[number]
        match step:
            case "offline":
                desk.types(value_typed)
            case "online" | "settle":
                desk.tells(hub)
                desk.types(value_typed, online=True, settles=step == "settle")
            case "sold":
                desk.switches(sold_out=not desk.sees.number.sold_out)
            case "mode":
                strict = desk.sees.number.mode is QuotaMode.STRICT
                desk.switches(mode=TRUSTING if strict else QuotaMode.STRICT)
            case "tell":
                desk.tells(hub)
    for desk in desks:
        desk.tells(hub)
    return hub, tuple(desks)


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["offline", "sold", "mode"]), NUMBERS), max_size=12
    ),
    st.randoms(),
)
def test_no_order_of_arrival_makes_a_difference_to_what_was_typed_offline(
    script: Script, chance: object
) -> None:
    hub, _ = play(script)
    before, told = hub[:1], hub[1:]
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    once, again = merge([*before, *told]), merge([*before, *shuffled])
    assert again == replace(once, beside=again.beside)
    assert set(again.beside) == set(once.beside)


@given(STEPS)
def test_everything_told_twice_is_told_once(script: Script) -> None:
    hub, _ = play(script)
    assert merge([*hub, *hub]) == merge(hub)


@settings(max_examples=200)
@given(STEPS)
def test_nothing_is_lost(script: Script) -> None:
    """Every change counts, or a set was made knowing it, or it changes nothing, or it is shown."""
    hub, _ = play(script)
    merged = merge(hub)
    sets = [change for change in hub if not change.basis.increment]
    for change in hub:
        without = merge([other for other in hub if other != change])
        known = any(change.name in _closure(other, hub) for other in sets)
        is_counted = without.number != merged.number or without.cut != merged.cut
        standing = [other.typed.value for other in sets if _is_base(other, sets, merged)]
        says_the_same = change in sets and change.typed.value in standing
        moot = (change.basis.increment and not change.step) or change.typed.value == merged.number.value
        assert is_counted or known or moot or says_the_same or change in merged.beside


@given(STEPS, STEPS)
def test_what_is_spent_can_be_forgotten(script: Script, more: Script) -> None:
    hub, _ = play(script)
    whole, _ = play([*script, *more])
    rest = [change for change in hub if change.name not in merge(hub).spent]
    names = {change.name for change in hub}
    later = [change for change in whole if change.name not in names]
    full, pruned = merge([*hub, *later]), merge([*rest, *later])
    assert (pruned.number, pruned.beside, pruned.cut, pruned.upon) == (
        full.number,
        full.beside,
        full.cut,
        full.upon,
    )


def _closure(change: Change, hub: list[Change]) -> set[str]:
    by_name, found = {each.name: each for each in hub}, set[str]()
    rest = list(change.basis.upon or ())
    while rest:
        name = rest.pop()
        if name in by_name and name not in found:
            found.add(name)
            rest += by_name[name].basis.upon or ()
    return found


def _is_base(change: Change, sets: list[Change], merged: Merged) -> bool:
    """The set that stands may say the same as one before it."""
    return change in sets and change.name in merged.upon
