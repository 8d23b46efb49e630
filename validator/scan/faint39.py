"""Code 39 where bars run into each other, in the manner of `validator.scan.faint`: stretches of a line against blurred signs.

1. Every sign is nine elements of which three are wide, and a gap: all signs are equally long. So the line is cut into periods,
   however wide the wide ones are.
2. A symbol begins and ends with the star. How many signs are between is found by trying: where both stars are likest. Of two
   texts the one that is part of the other is dropped.
3. Nothing in the symbol checks it. The margin is that of its least certain sign: how much farther the next sign's image is from
   what was seen. One doubtful sign makes all of it doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from validator.scan.alike import (
    NEVER,
    Floats,
    Run,
    Windows,
    blurred,
    contrasts,
    costs,
    joined,
    levelled,
    restless_runs,
    stretched,
    unit,
    unit_image,
    way_back,
    windows_of,
)

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
STAR = "*"
RATIOS = (2.0, 2.6, 3.0)
"""How much wider a wide element is."""

SOFTNESS = (0.25, 0.5, 0.9, 1.3)
PERIOD = 40
"""Values of a line to a sign with its gap."""

COUNTS = range(5, 21)
"""Signs of a symbol, with its stars."""

GAP = 0.07
"""Share of a period that is the gap behind a sign."""

SHORT, LONG = 0.4, 1.3
"""A symbol's length as shares of the place's."""

SHORTEST = 50.0
"""Values of a place below which five signs have no room."""

TRIED = 5
ROWS = 1
"""Lines that are looked at for one number of signs."""
NOISE = 0.1
LEAST_LIKENESS = 0.75
LEAST_ENDS = 1.6
"""Likeness of both ends to stars, added up, below which a number of signs is not tried."""

CLEAR_MARGIN, CLEAR_LIKENESS = 1.5, 0.9
"""From both on no other layout is looked at."""

STARS_GAIN = 0.25
"""By how much a second look at a layout may make its stars likelier."""

LEAST_STARS = 0.87
"""Likeness of either star below which what is between them is no symbol, or part of one."""

_WIDE = (
    "000110100 100100001 001100001 101100000 000110001 100110000 001110000 000100101 100100100 001100100 "
    "100001001 001001001 101001000 000011001 100011000 001011000 000001101 100001100 001001100 000011100 "
    "100000011 001000011 101000010 000010011 100010010 001010010 000000111 100000110 001000110 000010110 "
    "110000001 011000001 111000000 010010001 110010000 011010000 010000101 110000100 011000100 010101000 "
    "010100010 010001010 000101010"
)
"""Of each sign, which of its nine elements are wide."""

_STAR_WIDE = "010010100"
_PASSES = ((2, (36, 38, 40, 42, 44)), (1, (38, 39, 40, 41, 42)))
"""Values from one start to the next, and widths of signs: first roughly, then with the ends that were found so."""

_VALUES = 30
_BEFORE = 40
_SLACK = 16
_SHIFTS = 10
_STARS = ((2.0, 0.5), (3.0, 0.5), (2.0, 1.0), (3.0, 1.0))
"""Ratios and softness of the stars that are searched for."""


@dataclass(frozen=True, slots=True)
class Faint39:
    """The likeliest text of one line.

    Attributes:
        text: without its stars.
        margin: of the least certain sign, by how many times its own distance the next sign's image is farther away.
        likeness: mean likeness of all signs, at most 1.
        stars: likeness of the less likely star.
        start, end: where it lies in the line.
    """

    text: str = field(repr=False)
    margin: float
    likeness: float
    stars: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """A number of signs between two rims, read forwards or backwards."""

    score: float
    run: Run
    count: int
    is_backwards: bool


@dataclass(frozen=True, slots=True)
class _Images:
    signs: Floats
    unit_signs: Floats
    unit_star: Floats
    unit_last: Floats


@dataclass(frozen=True, slots=True)
class _Laid:
    """The likeliest lay-out of a layout's stretch.

    Attributes:
        layout: what was looked into.
        likeness: mean of all signs.
        stars: likeness of the less likely star.
        image: kind of print and blur.
        steps: by sign with its stars where it starts, counted as the windows are, and which width it has.
        values: windows of the signs between the stars.
    """

    layout: _Layout
    likeness: float
    stars: float
    image: _Images
    steps: list[tuple[int, int]]
    values: Floats


@cache
def _share() -> Floats:
    """Where a window's values lie, as shares of a period: a little beyond it on both sides."""
    return np.asarray((np.arange(_VALUES) + 0.5) / _VALUES * 1.06 - 0.03, dtype=np.float32)


@cache
def images(ratio: float, softness: float) -> _Images:
    """Windows of all signs for one kind of print and one blur."""
    signs = np.stack([_window(wide, ratio, softness, is_last=False) for wide in _WIDE.split()])
    star = _window(_STAR_WIDE, ratio, softness, is_last=False)
    last = _window(_STAR_WIDE, ratio, softness, is_last=True)
    return _Images(signs, unit_image(signs), unit_image(star)[None], unit_image(last)[None])


def _window(wide: str, ratio: float, softness: float, *, is_last: bool) -> Floats:
    """Drawn in fifths of a module, so that 2.6 is a whole number of them."""
    fifths = [5 * (ratio if each == "1" else 1) for each in wide]
    drawn = "".join("10"[at % 2] * round(width) for at, width in enumerate(fifths)) + "0" * 5
    around = "0" * 20 + drawn + ("0" if is_last else "1") * 20
    at = _share() * len(drawn) + 20
    return blurred(around, softness * 5, np.asarray(at, dtype=np.float32), fine=3)


def read_faint39(lines: Floats, length: float) -> tuple[Faint39, ...]:
    """The likeliest texts, the surest first.

    Args:
        lines: brightness along lines across the bars, one a row.
        length: values along a line that the place has.
    """
    if length < SHORTEST:
        return ()
    runs = [
        run
        for run in restless_runs(lines, max(3, round(length / 155 * 6)))
        if SHORT < (run.end - run.start) / length < LONG
    ]
    layouts = _layouts(lines, _apart(runs))
    found = []
    for layout in layouts:
        laid = max(_looked_into(lines, layout), key=lambda each: each.likeness, default=None)
        found += [_told(laid)] if laid is not None and laid.stars >= LEAST_STARS else []
        if found and found[-1].margin >= CLEAR_MARGIN and found[-1].likeness >= CLEAR_LIKENESS:
            break
    whole = [
        each for each in found if not any(each.text != one.text and each.text in one.text for one in found)
    ]
    return tuple(sorted(whole, key=lambda each: -each.margin))


def _looked_into(lines: Floats, layout: _Layout) -> Iterator[_Laid]:
    """Once with signs that may be wider and narrower, then with the ends that were found so and signs of nearly one width."""
    for every, widths in _PASSES:
        windows = windows_of(_cut(lines, layout), _share(), widths, every)
        laid = _laid_out(windows, layout, widths)
        if laid is None or laid.likeness < LEAST_LIKENESS:
            return
        yield laid
        if laid.stars < LEAST_STARS - STARS_GAIN:
            return
        (first, _), (last, way) = laid.steps[0], laid.steps[-1]
        layout = _with_ends(layout, first * every, last * every + widths[way])


def _with_ends(layout: _Layout, first: int, last: int) -> _Layout:
    """The layout whose first sign starts and whose last one ends at these values of its line."""
    run = layout.run
    period = (run.end - run.start) / (layout.count - GAP)
    start = (first - _BEFORE) / PERIOD * period
    end = (last - _BEFORE) / PERIOD * period - GAP * period
    if layout.is_backwards:
        start, end = run.end - run.start - end, run.end - run.start - start
    return replace(layout, run=replace(run, start=run.start + start, end=run.start + end))


def _apart(runs: list[Run]) -> list[Run]:
    """Those that differ."""
    kept: list[Run] = []
    for run in runs:
        near = (run.end - run.start) * 0.02
        if all(
            abs(run.start - each.start) > near or abs(run.end - each.end) > near or run.row != each.row
            for each in kept
        ):
            kept.append(run)
    return kept[:8]


def _layouts(lines: Floats, runs: list[Run]) -> list[_Layout]:
    """The likeliest numbers of signs, by how like both ends are to a star."""
    found = []
    counts = np.asarray(COUNTS)
    for run in runs:
        periods = ((run.end - run.start) / (counts - GAP))[:, None, None]
        shifts = np.arange(-_SHIFTS, _SHIFTS + 1, 2)[None, :, None] * periods / PERIOD
        first = run.start + _share() * periods + shifts
        last = run.end - periods * (1 - GAP) + _share() * periods + shifts
        line = lines[run.row]
        both = np.stack([first, last])
        scores = []
        for where in (both, run.start + run.end - both):
            units = unit(_at(line, where))
            stars = (units[0] @ _stars().T).max((1, 2)), (units[1] @ _last_stars().T).max((1, 2))
            scores.append(stars[0] + stars[1])
        forwards, backwards = scores
        found += [
            _Layout(float(max(there, back)), run, count, bool(back > there))
            for count, there, back in zip(COUNTS, forwards, backwards, strict=True)
        ]
    kept: list[_Layout] = []
    rows: Counter[tuple[int, bool]] = Counter()
    for layout in sorted(found, key=lambda each: -each.score):
        kind = (layout.count, layout.is_backwards)
        rows[kind] += 1
        if layout.score < LEAST_ENDS or len(kept) == TRIED:
            break
        if rows[kind] <= ROWS:
            kept.append(layout)
    return kept


@cache
def _stars() -> Floats:
    return np.concatenate([images(*each).unit_star for each in _STARS])


@cache
def _last_stars() -> Floats:
    return np.concatenate([images(*each).unit_last for each in _STARS])


def _at(line: Floats, where: npt.NDArray[np.floating]) -> Floats:
    return np.asarray(np.interp(where - 0.5, np.arange(len(line)), line), dtype=np.float32)


def _cut(lines: Floats, layout: _Layout) -> Floats:
    """The layout's stretch at `PERIOD` values to a sign, forwards."""
    run = layout.run
    period = (run.end - run.start) / (layout.count - GAP)
    at = (np.arange(layout.count * PERIOD + 2 * _BEFORE) + 0.5 - _BEFORE) / PERIOD * period
    where = run.end - at if layout.is_backwards else run.start + at
    return _at(lines[run.row], where)[None]


def _likest(windows: Windows, count: int) -> _Images:
    """The kind of print and the blur that fit where the signs should be."""
    at = (_BEFORE + PERIOD * np.arange(1, count - 1)) // windows.every
    there = unit(windows.levels[len(windows.levels) // 2, 0, at])
    likeness = (_all_signs() @ there.T).reshape(-1, len(SIGNS), count - 2).max(1).sum(-1)
    return _kinds()[int(likeness.argmax())]


@cache
def _kinds() -> list[_Images]:
    return [images(ratio, softness) for ratio in RATIOS for softness in SOFTNESS]


@cache
def _all_signs() -> Floats:
    return np.concatenate([each.unit_signs for each in _kinds()])


def _laid_out(windows: Windows, layout: _Layout, widths: tuple[int, ...]) -> _Laid | None:
    """The likeliest lay-out; None where there is none within the windows."""
    count, image = layout.count, _likest(windows, layout.count)
    star, sign, last = (
        stretched(windows.like(each)) for each in (image.unit_star, image.unit_signs, image.unit_last)
    )
    parts = [star, *[sign] * (count - 2), last]
    apart = [width // windows.every for width in widths]
    begin = np.full(windows.lengths.shape[1:], NEVER, np.float32)
    begin[:, (_BEFORE - _SLACK) // windows.every : (_BEFORE + _SLACK) // windows.every] = 0
    totals = [begin]
    for part in parts:
        totals.append(joined(totals[-1], part, apart))
    *before, whole = totals
    end = int(whole[0].argmax())
    steps = way_back(before, parts, [apart] * count, 0, end)
    if steps is None:
        return None
    values = np.stack([windows.levels[way, 0, at] for at, way in steps])
    first, last = unit(values[[0, -1]])
    stars = min(float(first @ image.unit_star[0]), float(last @ image.unit_last[0]))
    return _Laid(layout, float(whole[0, end]) / count, stars, image, steps, values[1:-1])


def _told(laid: _Laid) -> Faint39:
    signs = laid.image.signs
    level = signs - signs.mean(-1, keepdims=True)
    away = costs(laid.values, level, levelled(contrasts(laid.values, level)))
    order = np.partition(away, 1, axis=-1)
    ordinary = float(order[:, 0].mean())
    margin = float((order[:, 1] - order[:, 0]).min()) / (ordinary + NOISE)
    text = "".join(SIGNS[at] for at in away.argmin(-1).tolist())
    return Faint39(text, margin, laid.likeness, laid.stars, laid.layout.run.start, laid.layout.run.end)
