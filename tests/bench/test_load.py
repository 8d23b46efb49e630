"""The load bench in short: not how fast it is, but that the load is there and both runs are measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.hub import sample
from sync.hub.changes import SNAPSHOT_GAP
from tests.bench.load import Size, measured, rows

SHORT = Size(cards=SNAPSHOT_GAP + 1000, queue=250, idle=1.0, most=240.0, film=1.0, nice=0)


@pytest.mark.long
def test_a_desk_is_measured_at_rest_and_while_it_has_everything_to_do(tmp_path: Path) -> None:
    load = measured(tmp_path, SHORT)
    assert load.busy["sent"]
    assert load.waiting == 0
    assert load.cards == SHORT.cards + len(sample.listing()["cards"])
    assert load.busy["pictures"] > load.idle["pictures"] == 0
    for run in (load.idle, load.busy):
        assert run["answers"]
        assert len(run["gaps"]) > len(run["answers"])
        assert max(run["gaps"]) <= run["seconds"] * 1000
    assert [each.runs for each in rows(load, SHORT)] == [len(load.busy["gaps"]), len(load.busy["answers"])]
