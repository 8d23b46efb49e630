"""The engine ZBar through pyzbar: the second opinion, and the only module that imports it.

1. ZBar is a library of the operating system (on Windows it comes with pyzbar but needs the Visual C++ 2013 runtime), so
   importing this module may fail on a healthy desk: see `validator.scan.engines`.
2. Only the formats asked for are switched on. DataBar and PDF417 write warnings to the console when they are on.
3. What it reads is never `strong`: see `validator.scan.decoder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyzbar import pyzbar  # type: ignore[import-untyped]

from validator.domain.code import Symbology
from validator.scan.decoder import ZBAR, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validator.scan.pixels import GrayFrame

_NAMES = {
    Symbology.QR: "QRCODE",
    Symbology.CODE39: "CODE39",
    Symbology.CODE128: "CODE128",
    Symbology.EAN13: "EAN13",
    Symbology.EAN8: "EAN8",
    Symbology.UPCA: "UPCA",
    Symbology.ITF: "I25",
}
"""ZBar's names. It has no DataMatrix and no Aztec, and its PDF417 is unfinished."""

_SYMBOLOGIES = {name: symbology for symbology, name in _NAMES.items()}


class ZbarDecoder:
    """ZBar with those of a network's formats that it knows."""

    name = ZBAR

    def __init__(self, formats: Iterable[Symbology]) -> None:
        self._symbols = [pyzbar.ZBarSymbol[_NAMES[symbology]] for symbology in formats if symbology in _NAMES]

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        """All symbols in one frame, upright or turned by quarter turns."""
        if not self._symbols:  # ZBar takes an empty list for "all formats"
            return ()
        height, width = gray.shape
        return tuple(
            Symbol(
                found.data.decode("utf-8", errors="replace"),
                _SYMBOLOGIES[found.type],
                ZBAR,
                tuple((float(x), float(y)) for x, y in found.polygon),
            )
            for found in pyzbar.decode((gray.tobytes(), width, height), self._symbols)
            if found.type in _SYMBOLOGIES
        )
