"""Curves of `tests.bench.axes` as pictures: one for each axis, and a sheet of all. The only module that imports matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.bench.axes import Curve

mpl.use("Agg")

_WORDS = {
    "module": "pixels to a module of the Code 39",
    "roll": "roll, degrees",
    "tilt": "tilt, degrees",
    "defocus": "lens out of focus, sigma in pixels",
    "motion": "pixels moved while the shutter is open",
    "noise": "noise, sigma in gray levels",
    "light": "share of ordinary light",
    "contrast": "contrast of ink to paper",
    "glare": "share of the width under a streak",
    "quality": "JPEG quality",
    "hidden": "share of the height under a thumb",
    "moire": "contrast of a telephone's raster",
}
_STYLES = {
    "ours": ("#117733", "o", "-"),
    "P7": ("#4477aa", "^", "--"),
    "zxing-cpp": ("#cc6600", "s", "-"),
    "pyzbar": ("#888888", "D", "-"),
}
_ORDER = tuple(_STYLES)


def draw(curves: Sequence[Curve], folder: Path) -> list[Path]:
    """PNG files in a folder; returns where they are."""
    axes = list(dict.fromkeys(curve.axis for curve in curves))
    cards = list(dict.fromkeys(curve.card for curve in curves))
    by_name = {(curve.axis, curve.card): curve for curve in curves}
    written = []
    for axis in axes:
        written.append(folder / f"recall-{axis}.png")
        _sheet([axis], cards, by_name).savefig(written[-1], dpi=110)
    if len(axes) > 1:
        written.append(folder / "recall.png")
        _sheet(axes, cards, by_name).savefig(written[-1], dpi=80)
    return written


def _sheet(axes: list[str], cards: list[str], by_name: dict[tuple[str, str], Curve]) -> Figure:
    """A row for each axis, a column for each sort of card."""
    figure = Figure(figsize=(4.2 * len(cards), 3.1 * len(axes) + 0.5), layout="constrained")
    cells = figure.subplots(len(axes), len(cards), squeeze=False, sharey=True)
    for row, axis in enumerate(axes):
        for column, card in enumerate(cards):
            cell = cells[row][column]
            curve = by_name.get((axis, card))
            if curve is not None:
                _plot(cell, curve)
            if column == 0:
                cell.set_ylabel("share read")
    handles, labels = cells[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=len(labels), frameon=False)
    return figure


def _plot(cell: Axes, curve: Curve) -> None:
    """Levels are set out evenly: from mild on the left to hopeless on the right, whichever way their numbers run."""
    places = range(len(curve.levels))
    for name in sorted(curve.shares, key=_ORDER.index, reverse=True):  # ours on top
        colour, marker, line = _STYLES[name]
        cell.plot(
            places, curve.shares[name], color=colour, marker=marker, linestyle=line, label=name, linewidth=1.8
        )
    cell.set_xticks(list(places), [f"{level:g}" for level in curve.levels])
    cell.set_ylim(-0.04, 1.04)
    cell.grid(visible=True, alpha=0.3)
    cell.set_title(f"{curve.axis}: {curve.card}", fontsize=10)
    cell.set_xlabel(_WORDS[curve.field], fontsize=9)
