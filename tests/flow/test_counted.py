"""The guide's table of keys is what the window really takes, and its estimates are what the model says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.counted import CASES, counted, row
from tests.flow.screen import demand_screen

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "desk-guide.md"
_MACHINE = 4
"""The column that differs from machine to machine."""


def cells(line: str) -> list[str]:
    """A table's row without the machine's time."""
    found = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return found[: _MACHINE - 1] + found[_MACHINE:]


@pytest.mark.long
def test_the_keys_of_the_guides_table_are_those_that_are_pressed(tmp_path: Path) -> None:
    demand_screen()
    found = counted(tmp_path)
    assert len(found) == len(CASES) == 10
    told = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    names = {each.case.name for each in found}
    table = [cells(line) for line in told if line.split("|")[1].strip() in names]
    assert table == [cells(row(each)) for each in found]
    (plain,) = (each for each in found if each.case.key == "plain")
    assert (plain.case.scans, plain.keys) == (1, 1)
