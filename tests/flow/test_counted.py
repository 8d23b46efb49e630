"""The guide's table of keys is what the window really takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bench.counted import CASES, counted
from tests.flow.screen import demand_screen

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "desk-guide.md"


@pytest.mark.long
def test_the_keys_of_the_guides_table_are_those_that_are_pressed(tmp_path: Path) -> None:
    demand_screen()
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: (int(scans), int(keys)) for name, scans, keys in rows}
    found = {each.case.name: (each.case.scans, each.keys) for each in counted(tmp_path)}
    assert told == found
    assert len(found) == len(CASES)
