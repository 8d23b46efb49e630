"""EAN-13 and UPC-A where bars run into each other: brightness along a line, compared with what each digit would look like.

Engines measure the widths of bars; where a lens is out of focus there are none to measure. Here nothing is measured: for each
stretch of the line it is asked which digit's blurred image it is most like, and the whole line is laid out so that the likeness
is greatest.

1. Where the symbol lies is found by its three guards at once, over sizes from half to little more than the place's.
2. Digits may be a little wider or narrower than their neighbours: cards bend, cans are round.
3. The last digit checks the others: of all texts with a right check digit the nearest is told, and by how much it is nearer
   than the next one. That margin, and nothing else, says whether it is a reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.alike import (
    Floats,
    Windows,
    contrasts,
    costs,
    joined,
    levelled,
    restless_runs,
    stretched,
    way_back,
    windows_of,
)
from validator.scan.retail import CENTRE, DIGIT, MODULES, PARITIES, SIDE, offsets, shapes

SAMPLES = 3
"""Values of a line to a module."""

SIZES = tuple(float(each) for each in np.geomspace(0.5, 1.18, 18))
"""A symbol's length as shares of the place's."""

SOFTNESS = (0.45, 0.9, 1.4)
GUARD_SOFTNESS = (0.6, 1.4)
ALIKE = 0.04
"""Sizes that differ by less are one layout."""

TRIED = 4
JUDGED = 3
"""Lines that are judged: the likest ones."""

LEAST_LIKENESS = 0.75
CLEAR_LIKENESS = 0.95
"""From it on no other softness is looked at."""

LEAST_GUARDS = 2.3
"""Likeness of the three guards, added up, below which a layout is not looked into."""

NOISE = 0.1
"""Distance that the best picture has, so that a margin is no quotient of nothings."""
"""Layouts by guards that are looked into."""

_BEFORE = 6
_SPAN = SAMPLES * (MODULES + 2 * _BEFORE)
_DIGIT_WIDTHS = (19, 20, 21, 22, 23)
_CENTRE_WIDTHS = (13, 14, 15, 16, 17)
_PARTS = ("start", *["left"] * SIDE, "centre", *["right"] * SIDE, "end")
_WIDTHS = [_CENTRE_WIDTHS if part == "centre" else _DIGIT_WIDTHS for part in _PARTS]
_WEIGHTS = np.array([3, 1] * SIDE)


@dataclass(frozen=True, slots=True)
class Depth:
    """Blur in modules (sigma): of the guards that are searched for, 0 where none can be seen, and of the digits compared."""

    guards: float
    digits: tuple[float, ...]


ORDINARY = Depth(0.6, (0.45, 0.9))
SOFT = Depth(0.0, (0.9, 1.3, 1.7))


@dataclass(frozen=True, slots=True)
class Faint:
    """The likeliest text of one line.

    Attributes:
        text: thirteen digits.
        margin: by how many times its own distance from what was seen the next text is farther away; 0 is a guess.
        likeness: mean likeness of all its parts, at most 1.
        start, end: where it lies in the line.
    """

    text: str = field(repr=False)
    margin: float
    likeness: float
    start: float
    end: float
    row: int


@dataclass(frozen=True, slots=True)
class _Alike:
    """The likeliest layout of a line: for each part where it starts and which of the widths it has."""

    likeness: float
    softness: float
    row: int
    steps: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where guards are, in one line: start of the symbol and size of a module in the line's values."""

    score: float
    row: int
    start: float
    module: float


def read_faint(lines: Floats, length: float, depth: Depth) -> tuple[Faint, ...]:
    """The likeliest text of each promising layout, the surest first.

    Args:
        lines: brightness along lines across the bars, one a row.
        length: values along a line that the place has.
        depth: how soft a picture is expected.
    """
    layouts = _apart(_by_guards(lines, length, depth.guards) if depth.guards else _by_rims(lines, length))
    if not layouts:
        return ()
    windows = _cut(lines, layouts)
    digits = windows_of(windows, offsets(DIGIT), _DIGIT_WIDTHS)
    centres = windows_of(windows, offsets(CENTRE), _CENTRE_WIDTHS)
    alike: list[_Alike] = []
    for softness in depth.digits:
        alike += _decoded(softness, digits, centres)
        if any(each.likeness >= CLEAR_LIKENESS for each in alike):
            break
    alike.sort(key=lambda each: -each.likeness)
    found = [_told(each, layouts, digits) for each in alike[:JUDGED]]
    return tuple(sorted(found, key=lambda each: -each.margin))


def _by_rims(lines: Floats, length: float) -> list[_Layout]:
    runs = restless_runs(lines, max(3, round(length * 0.7 / MODULES * 5)))
    return [
        _Layout(run.score, run.row, run.start, (run.end - run.start) / MODULES)
        for run in runs
        if SIZES[0] * 0.9 < (run.end - run.start) / length < SIZES[-1] * 1.05
    ]


def _by_guards(lines: Floats, length: float, softness: float) -> list[_Layout]:
    shape = shapes(softness)
    masks = [_template(each) for each in (shape.unit_start, shape.unit_end, shape.unit_centre)]
    slack = np.ones((1, 11), np.uint8)
    at = SAMPLES * (3 + SIDE * DIGIT + 4)  # from the start of the first guard's window
    to = SAMPLES * (MODULES - 3 + 4)
    found: list[_Layout] = []
    for size in SIZES:
        module = length * size / MODULES
        line = _resized(lines, round(lines.shape[1] / module * SAMPLES))
        reach = line.shape[1] - SAMPLES * (MODULES + 8) + 1
        if reach < 1:
            continue
        start, end, centre = (cv2.matchTemplate(line, mask, cv2.TM_CCOEFF_NORMED) for mask in masks)
        score = (
            start[:, :reach]
            + cv2.dilate(centre, slack)[:, at : at + reach]
            + cv2.dilate(end, slack)[:, to : to + reach]
        )
        best = score.argmax(-1)
        found += [
            _Layout(float(score[row, each]), row, (each / SAMPLES + 4) * module, module)
            for row, each in enumerate(best.tolist())
            if score[row, each] >= LEAST_GUARDS
        ]
    return sorted(found, key=lambda each: -each.score)


def _apart(layouts: list[_Layout]) -> list[_Layout]:
    """The best of them that are not nearly the same."""
    kept: list[_Layout] = []
    for each in layouts:
        is_new = all(
            each.row != other.row
            or abs(each.start - other.start) > 3 * each.module
            or abs(each.module / other.module - 1) > ALIKE
            for other in kept
        )
        if is_new:
            kept.append(each)
        if len(kept) == TRIED:
            break
    return kept


def _template(unit: Floats) -> Floats:
    """A guard's window without the half modules beside it, at a line's own spacing."""
    modules = len(unit) // 2 - 1
    at = (np.arange(modules * SAMPLES) + 0.5) / SAMPLES
    own = offsets(modules) * modules
    return np.interp(at, own, unit).astype(np.float32)[None]


def _cut(lines: Floats, layouts: list[_Layout]) -> Floats:
    """Each layout's stretch of its line at `SAMPLES` to a module, and the same backwards."""
    at = (np.arange(_SPAN, dtype=np.float32) + 0.5) / SAMPLES - _BEFORE
    rows = []
    for each in layouts:
        where = np.clip(each.start + at * each.module - 0.5, 0, lines.shape[1] - 1)
        rows.append(np.interp(where, np.arange(lines.shape[1]), lines[each.row]))
    there = np.asarray(rows, dtype=np.float32)
    return np.concatenate([there, there[:, ::-1]])


def _decoded(softness: float, digits: Windows, centres: Windows) -> list[_Alike]:
    """The likeliest lay-out of each line."""
    shape = shapes(softness)
    kinds = {
        "start": digits.like(shape.unit_start[None]),
        "left": digits.like(shape.unit_left),
        "centre": centres.like(shape.unit_centre[None]),
        "right": digits.like(shape.unit_right),
        "end": digits.like(shape.unit_end[None]),
    }
    likeness = {name: stretched(each) for name, each in kinds.items()}
    parts = [likeness[part] for part in _PARTS]
    totals = [np.zeros(digits.lengths.shape[1:], np.float32)]
    for part, widths in zip(parts, _WIDTHS, strict=True):
        totals.append(joined(totals[-1], part, widths))
    *before, whole = totals
    ends = whole.argmax(-1)
    return [
        _Alike(float(whole[row, end]) / len(_PARTS), softness, row, steps)
        for row, end in enumerate(ends.tolist())
        if whole[row, end] > LEAST_LIKENESS * len(_PARTS)
        and (steps := way_back(before, parts, _WIDTHS, row, end)) is not None
    ]


def _told(alike: _Alike, layouts: list[_Layout], digits: Windows) -> Faint:
    shape = shapes(alike.softness)
    values = np.stack(
        [
            digits.levels[way, alike.row, at]
            for part, (at, way) in zip(_PARTS, alike.steps, strict=True)
            if part in ("left", "right")
        ]
    )
    text, margin = _likeliest(values, shape.left, shape.right)
    layout = layouts[alike.row % len(layouts)]
    last_at, last_way = alike.steps[-1]
    ends = [alike.steps[0][0] + 4 * SAMPLES, last_at + _DIGIT_WIDTHS[last_way] - 4 * SAMPLES]
    if alike.row >= len(layouts):
        ends = [_SPAN - each for each in reversed(ends)]
    first, last = (layout.start + (each / SAMPLES - _BEFORE) * layout.module for each in ends)
    return Faint(text, margin, alike.likeness, first, last, layout.row)


def _likeliest(values: Floats, left: Floats, right: Floats) -> tuple[str, float]:
    """The text with a right check digit whose image is nearest, and its lead over the next."""
    left, right = (each - each.mean(-1, keepdims=True) for each in (left, right))
    contrast = levelled(np.concatenate([contrasts(values[:SIDE], left), contrasts(values[SIDE:], right)]))
    cost_left = costs(values[:SIDE], left, contrast[:SIDE])
    cost_right = costs(values[SIDE:], right, contrast[SIDE:])
    odd_even = np.stack([cost_left[:, :10], cost_left[:, 10:]])
    all_costs = np.empty((10, 2 * SIDE, 10))
    for first, parity in enumerate(PARITIES):
        all_costs[first, :SIDE] = odd_even[["OE".index(each) for each in parity], np.arange(SIDE)]
        all_costs[first, SIDE:] = cost_right
    return _cheapest(all_costs)


def _cheapest(away: npt.NDArray[np.float64]) -> tuple[str, float]:
    """By first digit, place and digit: the cheapest text whose check digit is right, and how much dearer the next one is."""
    count = away.shape[1]
    residues, choice = np.arange(10), np.arange(10)
    come_from = (residues[:, None] - _WEIGHTS[:, None, None] * choice) % 10
    ahead = np.full((count + 1, 10, 10), 1e9)  # place, first digit, residue so far
    ahead[0, residues, residues] = 0
    for place in range(count):
        ahead[place + 1] = (ahead[place][:, come_from[place]] + away[:, place][:, None, :]).min(-1)
    behind = np.full((count + 1, 10, 10), 1e9)  # residue so far -> cheapest way to a right end
    behind[count, :, 0] = 0
    go_to = (residues[:, None] + _WEIGHTS[:, None, None] * choice) % 10
    for place in reversed(range(count)):
        behind[place] = (behind[place + 1][:, go_to[place]] + away[:, place][:, None, :]).min(-1)
    through = np.empty((10, count, 10))
    for place in range(count):
        ways = ahead[place][:, :, None] + away[:, place][:, None, :] + behind[place + 1][:, go_to[place]]
        through[:, place] = ways.min(1)
    wholes = ahead[count][:, 0]
    first = int(wholes.argmin())
    digits = through[first].argmin(-1)
    cheapest = float(wholes[first])
    others = through[first].copy()
    others[np.arange(count), digits] = np.inf
    next_one = min(float(others.min()), float(np.delete(wholes, first).min()))
    return str(first) + "".join(str(digit) for digit in digits), (next_one - cheapest) / (cheapest + NOISE)


def _resized(lines: Floats, count: int) -> Floats:
    way = cv2.INTER_AREA if count < lines.shape[1] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(lines, (count, lines.shape[0]), interpolation=way), dtype=np.float32)
