"""A few seeds on every run of the tests, and proof that the simulator would say so if something were lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from sync.hub import schema
from tests.simulation.checks import findings
from tests.simulation.network import Simulation


@pytest.mark.parametrize("seed", range(1, 5))
def test_nothing_is_lost_or_doubled(tmp_path: Path, seed: int) -> None:
    with Simulation(tmp_path, seed) as simulation:
        simulation.days(1)
        simulation.heal()
        assert findings(simulation) == []
        assert simulation.said["A01"] + simulation.said["A02"] > 0
        assert simulation.faults.total() > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 140))
def test_nothing_is_lost_or_doubled_for_longer(tmp_path: Path, seed: int) -> None:
    with Simulation(tmp_path, seed) as simulation:
        simulation.days(4)
        simulation.heal()
        assert findings(simulation) == []


def test_it_would_say_so(tmp_path: Path) -> None:
    """What a bug would leave behind is put there by hand, one after the other."""
    with Simulation(tmp_path, 5) as simulation:
        simulation.days(1)
        simulation.heal()
        assert findings(simulation) == []
        events, redemptions = schema.events, schema.redemptions

        with simulation.hub.database.write() as tx:
            row = tx.execute(select(redemptions)).first()
            assert row is not None
            tx.execute(update(redemptions).where(redemptions.c.giving == row.giving).values(giving="another"))
        assert [each[:8] for each in findings(simulation)] == ["I1: lost", "I3: doub", *["I5: desk"] * 3]

        with simulation.hub.database.write() as tx:
            row = tx.execute(select(events).order_by(events.c.sequence.desc())).first()
            assert row is not None
            tx.execute(delete(events).where(events.c.desk == row.desk, events.c.sequence == row.sequence))
        assert any(each.startswith("I2: lost: 1 events") for each in findings(simulation))

        with simulation.hub.database.write() as tx:
            row = tx.execute(select(events)).first()
            assert row is not None
            tx.execute(
                update(events)
                .where(events.c.desk == row.desk, events.c.sequence == row.sequence)
                .values(header=row.header + b" ", status="refused")
            )
        found = findings(simulation)
        assert any(each.startswith("I3: doubled: 1 events") for each in found)
        assert any("is refused at the hub" in each for each in found)
