"""A few seeds on every run of the tests; that a seed replays, shrinks, and that what is broken is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from sync.hub import schema
from tests.simulation.chance import STORM
from tests.simulation.checks import after_heal
from tests.simulation.edges import Blow, Crash, Doom, Side
from tests.simulation.moves import Moves
from tests.simulation.network import Network, copy, template
from tests.simulation.run import Plan, run, shrink
from tests.simulation.watch import Watch

SHORT = 3


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where runs of this file are made, with one template between them."""
    return tmp_path_factory.mktemp("simulation")


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_every_invariant_holds(place: Path, seed: int) -> None:
    outcome = run(Plan(seed, SHORT), place)
    assert outcome.found == []
    assert outcome.redemptions > 0
    assert outcome.granted > 0
    assert outcome.faults.total() > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", [*range(3, 7), *range(1000, 1016)])
def test_every_invariant_holds_for_longer(place: Path, seed: int) -> None:
    assert run(Plan(seed, 12), place).found == []


@pytest.mark.long
def test_a_seed_does_the_same_again(place: Path) -> None:
    once, again = (replace(run(Plan(4, 1), place), seconds=0.0) for _ in range(2))
    assert once == again


@pytest.mark.long
def test_what_is_left_out_changes_nothing_else(place: Path) -> None:
    whole = run(Plan(3, 1), place)
    some = run(Plan(3, 1, keep=frozenset(range(10, 20))), place)
    assert some.steps == [step for step in whole.steps if 10 <= int(step.split()[0]) < 20]


def test_a_blow_falls_on_the_side_and_the_commit_that_it_is_for(place: Path) -> None:
    with _network(place, 5) as network:
        desk = network.desks[0]
        with network.edges.doomed(Doom(Side.HUB, Blow.CRASH_BEFORE, 1)) as doom:
            desk.line.rate = 0.0
            desk.use.quotas.days()
            assert not doom.struck
        with (
            network.edges.doomed(Doom(Side.DESK, Blow.CRASH_AFTER, 1)),
            pytest.raises(Crash),
            desk.station.ledger.write() as books,
        ):
            books.put_setting("colour", "green")
        with desk.station.ledger.read() as books:
            assert books.setting("colour") == "green"


def test_what_is_lost_or_doubled_is_said(place: Path) -> None:
    """What a bug would leave behind is put there by hand, one after the other."""
    with _network(place, 6) as network:
        watch = Watch(network)
        try:
            moves = Moves(network, watch)
            for moment in range(12):
                network.at(moment)
                moves.step("give", network.desks[moment % 3])
            moves.heal()
            after_heal(network, watch)
            assert watch.found == []

            _drop_a_row(network, schema.redemptions)
            watch.heard()
            after_heal(network, watch)
            assert any(sentence.startswith("I3: lost") for sentence in watch.found)

            watch.found.clear()
            _drop_a_row(network, schema.events)
            watch.hub.held.pop(max(watch.hub.held))
            after_heal(network, watch)
            assert any(sentence.startswith("I2: lost") for sentence in watch.found)
        finally:
            watch.close()


@pytest.mark.long
def test_a_finding_is_shrunk(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a run that goes wrong at the first redemption, little more than that redemption is left."""
    monkeypatch.setattr(
        Watch, "handed", lambda self, *_, **__: self.find("I1: lost: a ticket was handed out, for the test")
    )
    outcome = run(Plan(2, SHORT), place)
    plan, last = shrink(Plan(2, SHORT), place, outcome.found[0])
    assert last.found == outcome.found
    assert plan.keep is not None
    assert len(plan.keep) == 1


def _network(place: Path, seed: int) -> Network:
    folder = place / f"by-hand-{seed}"
    copy(template(place, SHORT, STORM), folder)
    return Network(folder, seed, SHORT)


def _drop_a_row(network: Network, table: object) -> None:
    assert table is schema.redemptions or table is schema.events
    rows = schema.redemptions if table is schema.redemptions else schema.events
    with network.house.hub.database.write() as tx:
        row = tx.execute(
            select(rows.c.desk, rows.c.sequence).order_by(rows.c.desk.desc(), rows.c.sequence.desc())
        ).first()
        assert row is not None
        tx.execute(delete(rows).where(rows.c.desk == row.desk, rows.c.sequence == row.sequence))
