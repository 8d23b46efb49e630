"""I4: at each grant, what was given and what is out is within every strict number, whatever is lost, late or said twice."""

from __future__ import annotations

import pytest

from sync.hub.hub import Hub
from tests.sync.hub.network import SCOPES, SLOTS, Network, Station

STEPS = 120
NUMBERS = {("venue", "theatre"): 14, ("offer", "play"): 9, ("performance", "tonight"): 6}


def step(network: Network, *, with_numbers: bool) -> None:
    """One thing that happens somewhere."""
    chance, station = network.chance, network.some()
    slot, thing = chance.choice(SLOTS), network.some_thing()
    weights = {"give": 21, "book": 9, "undo": 15, "collect": 5, "back": 5, "ask": 8, "again": 8, "carry": 20}
    weights |= {"number": 7, "write_off": 2} if with_numbers else {}
    match chance.choices(list(weights), list(weights.values()))[0]:
        case "give" | "book" as what:
            network.give(station, slot, booking=what == "book")
        case "undo" | "collect" as what if thing is not None:
            (network.undo if what == "undo" else network.collect)(station, thing)
        case "back":
            network.give_back(station, slot, chance.randint(1, 4))
        case "number":
            network.set_number(station, *chance.choice(SCOPES), chance.choice([None, *range(15)]))
        case "write_off":
            network.write_off(station)
        case "ask":
            network.ask(station, slot, chance.randint(1, 4))
        case "again":
            network.say_again(station)
        case "carry":
            network.carry(station, chance.choice([0, 0, 0, 2]))


def run_changing(hub: Hub, seed: int) -> Network:
    """Numbers change, desks are written off: the hub's own books must hold at every grant."""
    network = Network.of(hub, seed)
    network.set_number(network.stations[0], "venue", "theatre", 12)
    for _ in range(STEPS):
        step(network, with_numbers=True)
    return network


def run_steady(hub: Hub, seed: int) -> Network:
    """Numbers that stand: then what was really given, and what can still be, is within them at every moment."""
    network = Network.of(hub, seed)
    first: Station = network.stations[0]
    first.outbox += [first.till.quota(value, *key) for key, value in NUMBERS.items()]
    while first.outbox:
        network.carry(first)
    for _ in range(STEPS):
        step(network, with_numbers=False)
        for key, value in NUMBERS.items():
            assert network.standing(*key) + network.left(*key) <= value, key
    return network


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=pytest.mark.long) for seed in (0, 6, 11)])
def test_grants_fit_while_numbers_change(sqlite_hub: Hub, seed: int) -> None:
    assert run_changing(sqlite_hub, seed).grants


@pytest.mark.parametrize(
    "seed", [0, pytest.param(3, marks=pytest.mark.long), pytest.param(7, marks=pytest.mark.long)]
)
def test_no_ticket_is_over_while_numbers_stand(sqlite_hub: Hub, seed: int) -> None:
    network = run_steady(sqlite_hub, seed)
    assert network.grants
    assert network.standing("venue", "theatre")


def test_the_same_on_postgresql(postgres_hub: Hub) -> None:
    assert run_changing(postgres_hub, 6).grants
