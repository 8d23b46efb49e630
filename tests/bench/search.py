"""The search for the steps: which, in which order, within how many seconds, by what they read in the training half.

    python -m tests.bench.search PHOTOS [--seed 1] [--tries 150] [--write]

1. Greedy first: at each turn the step that reads most per millisecond. From that list, or the package's own where that scores more,
   seeded changes; each is kept where it does not score less. At last the steps that earn nothing are taken out.
2. The score is the mean share of codes read in frames, by the webcam and on synthetic cards, once in a single frame and once in
   `FRAMES` frames of one view that share the steps, less `WRONG_COSTS` for each share of wrong texts, less a little for time. It is
   the mean over machines of several speeds: what is worth most has to come first, also where not all fits.
3. Quick are the first step and the looks at matrices that read most by themselves.
4. What is printed for each step is what the list would lose without it. With --write the list becomes the package's own.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from tests.bench.photos import photos_in
from tests.bench.table import LOCATING, Row, candidates, table
from validator.scan.acceptance import Look, Sighting, settle
from validator.scan.decoder import LINES, ZBAR, ZXING
from validator.scan.spread import SECONDS, Spread
from validator.scan.steps import FILE_NAME, Part, Step, chosen_steps

WRONG_COSTS = 4.0
MS_COSTS = 0.0001
"""Of a code's share, for each millisecond of the mean."""

P95_LIMIT = 95.0
QUICK_LOOKS = 2
BY_HAND: Mapping[Step, Step | None] = MappingProxyType(
    {
        Step(Part.BARS, "darkest", ZBAR): Step(Part.BARS, "ordinary", LINES),
        Step(Part.MATRIX, "double", ZBAR): None,
        Step(Part.MATRIX, "laid out", ZXING): None,
    }
)
"""Step -> after which it stands, or at the end. They read bars under a glare, cards that lean far away and QR codes with a covered
corner (`tests.bench.axes`), of which the training half has too few."""

SPEEDS = (0.5, 0.75, 1.0)
"""Of machines, beside the one that made the table, which is the last."""

FRAMES = 3
BOUND_MS = 80.0
"""For a picture that has no next frame."""

_TABLE = Path("build/bench/table-training.pkl")
_STEPS = Path("validator/scan") / FILE_NAME


@dataclass(frozen=True)
class Score:
    """What a list of steps comes to."""

    read: float
    wrong: int
    mean_ms: float
    p95_ms: float
    of_codes: int

    @property
    def total(self) -> float:
        """Higher is better."""
        late = max(0.0, self.p95_ms - P95_LIMIT) * 0.002
        return self.read - WRONG_COSTS * self.wrong / self.of_codes - MS_COSTS * self.mean_ms - late


def same(one: str, other: str) -> bool:
    """Whether two texts are one: UPC-A is EAN-13 with a zero before it."""
    return one == other or "0" + one == other or one == "0" + other


def looked(row: Row, steps: Sequence[Step], bound: float) -> tuple[Look, float, int]:
    """What steps come to within a time: the look, its milliseconds, and how many steps were begun."""
    sightings: list[Sighting] = []
    look, ms, located, begun = Look(), 0.0, False, 0
    for step in steps:
        if ms >= bound:
            break
        begun += 1
        if step.part is not Part.FRAME and not located:
            located = True
            ms += row.ms[LOCATING][0]
        before = len(sightings)
        for seen, took in zip(row.seen[step.name], row.ms[step.name], strict=True):
            if ms < bound:
                sightings += seen
                ms += took
        if len(sightings) == before:
            continue
        look = replace(settle(sightings, lambda _: None), step=step.name)
        if look.settled:
            break
    return look, ms, begun


def taken(row: Row, steps: Sequence[Step], bound: float) -> tuple[str | None, float]:
    """What a list reads in one picture, and its milliseconds."""
    look, ms, _ = looked(row, steps, bound)
    told = look.told_alone
    return None if told is None else told.text, ms


def shared(row: Row, steps: Sequence[Step], bound: float) -> str | None:
    """What it reads in frames of one still view that share the steps as a camera's do."""
    spread = Spread()
    votes: Counter[str] = Counter()
    for _ in range(FRAMES):
        look, _, begun = looked(row, spread.steps(steps), bound)
        spread = spread.after(steps, begun, None, look)
        if look.symbol is not None:
            votes[look.symbol.text] += 2 if look.firm else 1
            if votes[look.symbol.text] > 1:
                return look.symbol.text
    return None


def score(rows: list[Row], steps: Sequence[Step]) -> Score:
    """Over all rows and speeds; times and wrong texts are those of the table's own machine."""
    codes = Counter(row.kind for row in rows if row.symbology is not None)
    shares = []
    for speed in SPEEDS:
        wrong, times = 0, []
        read: Counter[str] = Counter()
        for row in rows:
            alone, ms = taken(row, steps, BOUND_MS * speed)
            times.append(ms)
            for text in (alone, shared(row, steps, SECONDS * 1000 * speed)):
                if text is not None:
                    is_right = row.symbology is not None and same(text, row.text)
                    read[row.kind] += is_right
                    wrong += not is_right
        shares.append(statistics.fmean(read[kind] / (2 * codes[kind]) for kind in codes))
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    return Score(statistics.fmean(shares), wrong, statistics.fmean(times), p95, 2 * codes.total())


def quick_of(rows: list[Row], steps: list[Step]) -> list[Step]:
    """The first step, and the looks at matrices that read most by themselves."""
    looks = [step for step in steps if step.part is Part.MATRIX and step.engine == ZXING]
    alone = {
        step: sum(taken(row, [step], math.inf)[0] == row.text for row in rows if row.symbology is not None)
        for step in looks
    }
    first = next(
        step for step in steps if (step.part, step.view, step.engine) == (Part.FRAME, "whole", ZXING)
    )
    return [first, *sorted(looks, key=lambda step: -alone[step])[:QUICK_LOOKS]]


def packaged() -> list[Step]:
    """The package's own list, of what is a candidate."""
    steps = [step for step in chosen_steps().steps if not step.stands_in]
    return [each for step in steps for each in candidates() if each.name == step.name]


def greedy(rows: list[Row], steps: list[Step]) -> list[Step]:
    """One step after the other, by what it adds for its time."""
    quick = quick_of(rows, steps)
    chosen = quick[:1]
    best = score(rows, chosen)
    while True:
        tried = []
        for step in steps:
            if step not in chosen:
                found = score(rows, [*chosen, step])
                cost = max(0.2, found.mean_ms - best.mean_ms)
                tried.append(((found.total - best.total) / cost, found.total, step.name, step, found))
        gain, total, _, step, found = max(tried)
        if gain <= 0 or total <= best.total + 0.0005:
            return [*chosen, *(step for step in quick if step not in chosen)]
        chosen.append(step)
        best = found
        print(
            f"+ {step.name:36} read {found.read:.4f} wrong {found.wrong} mean {found.mean_ms:.1f} p95 {found.p95_ms:.1f}",
            flush=True,
        )


def climbed(rows: list[Row], chosen: list[Step], steps: list[Step], seed: int, tries: int) -> list[Step]:
    """Seeded changes: a step taken out, put in, or put elsewhere."""
    chance = random.Random(seed)
    best, quick = score(rows, chosen), quick_of(rows, steps)
    for _ in range(tries):
        trial = list(chosen)
        way = chance.random()
        if way < 0.3 and len(trial) > 2:
            out = trial.pop(chance.randrange(1, len(trial)))
            if out in quick:
                continue
        elif way < 0.65:
            step = chance.choice([each for each in steps if each not in trial])
            trial.insert(chance.randint(1, len(trial)), step)
        else:
            moved = trial.pop(chance.randrange(1, len(trial)))
            trial.insert(chance.randint(1, len(trial)), moved)
        found = score(rows, trial)
        if found.total >= best.total:
            chosen, best = trial, found
    return chosen


def pruned(rows: list[Row], chosen: list[Step], quick: list[Step]) -> list[Step]:
    """Without the steps that earn nothing: neither a code read nor a wrong text kept away."""
    for step in reversed(list(chosen)):
        without = [each for each in chosen if each != step]
        now, then = score(rows, chosen), score(rows, without)
        if (
            step not in quick
            and then.read >= now.read
            and then.wrong <= now.wrong
            and then.p95_ms <= max(now.p95_ms + 1, P95_LIMIT)
        ):
            chosen = without
    return chosen


def main() -> None:
    """Search, print, and perhaps write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__.splitlines()[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=150)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rows = table(
        [photo for photo in photos_in(asked.photos) if photo.is_training and photo.is_picture], _TABLE
    )
    quick = quick_of(rows, candidates())
    begun = max(greedy(rows, candidates()), list(packaged()), key=lambda steps: score(rows, steps).total)
    chosen = pruned(rows, climbed(rows, begun, candidates(), asked.seed, asked.tries), quick)
    whole = score(rows, chosen)
    print(f"total {whole.total:.4f} {whole}")
    for step in chosen:
        without = score(rows, [each for each in chosen if each != step])
        print(
            f"{step.name:36} read {100 * (whole.read - without.read):+.2f} points, wrong {whole.wrong - without.wrong:+d}, "
            f"mean {whole.mean_ms - without.mean_ms:+.1f} ms"
        )
    if asked.write:
        _STEPS.write_text(listed(chosen, quick), encoding="utf-8")


def listed(chosen: list[Step], quick: list[Step]) -> str:
    """The list as it stands in the package. ZBar on the whole frame stands in for a missing zxing-cpp."""
    rows = []
    order = [step for step in chosen if step not in BY_HAND]
    for step, before in BY_HAND.items():
        order.insert(order.index(before) + 1 if before in order else len(order), step)
    for step in order:
        row: dict[str, object] = {"part": step.part.value, "view": step.view, "engine": step.engine}
        rows.append(row | ({"quick": True} if step in quick else {}))
    if not any(step.engine == ZBAR and step.part is Part.FRAME for step in chosen):
        rows.append({"part": "frame", "view": "whole", "engine": ZBAR, "stands_in": True})
    inside = ",\n  ".join(json.dumps(row) for row in rows)
    return f'{{\n "seconds": {BOUND_MS / 1000},\n "steps": [\n  {inside}\n ]\n}}\n'


if __name__ == "__main__":
    main()
