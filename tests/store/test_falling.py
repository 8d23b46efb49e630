"""Whatever a desk is doing when it falls: afterwards each thing has happened wholly or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.store.desk import begin
from tests.store.story import STORIES, Sight, look, tell

ROOT = Path(__file__).resolve().parents[2]
QUICK = {"giving", "paper", "settling", "lists"}
"""Stories told on every run; the others, and falls at every statement, are `long`."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process for each fall is made by fork")


@pytest.mark.parametrize(
    ("story", "places"),
    [
        pytest.param(story, places, marks=[] if places == "commits" and story in QUICK else pytest.mark.long)
        for story in STORIES
        for places in ("commits", "statements")
    ],
)
def test_each_step_happened_wholly_or_not_at_all(tmp_path: Path, story: str, places: str) -> None:
    base, out = tmp_path / "base", tmp_path / "out"
    base.mkdir()
    if story != "first start":
        begin(base)
    if story == "settling":
        tell(base, STORIES["giving"])
    report = subprocess.run(
        [sys.executable, "-m", "tests.store.falling", str(base), str(out), story, places],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    whole = [
        _after(base, tmp_path / f"after-{steps}", story, steps) for steps in range(len(STORIES[story]) + 1)
    ]
    assert all(earlier != later for earlier, later in pairwise(whole))
    folders = sorted(out.iterdir())
    ends = 2 if places == "commits" else 1
    assert int(report.stdout) == len(folders) - ends
    for moment in ("before", "after") if places == "commits" else ("before",):
        seen = [look(folder) for folder in folders if folder.name.endswith(moment)]
        reached = [whole.index(sight) for sight in seen]
        assert reached == sorted(reached), "a later fall finds no less"
        assert set(reached) == set(range(len(whole)))


def _after(base: Path, folder: Path, story: str, steps: int) -> Sight:
    shutil.copytree(base, folder)
    tell(folder, STORIES[story][:steps])
    return look(folder)
