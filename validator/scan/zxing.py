"""The engine zxing-cpp: the faster and the stricter of the two, and the only module that imports it.

Code 39 is read as printed. The library's plain "Code39" also tries the extended alphabet, in which the printed ``+B``
becomes ``b``: it would change a code without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp

from validator.domain.code import Symbology
from validator.scan.decoder import ZXING, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validator.scan.outline import Corners
    from validator.scan.pixels import GrayFrame

_Format = zxingcpp.BarcodeFormat

_ASKED: dict[Symbology, _Format] = {
    Symbology.QR: _Format.QRCode,
    Symbology.CODE39: _Format.Code39Std,
    Symbology.CODE128: _Format.Code128,
    Symbology.EAN13: _Format.EAN13,
    Symbology.EAN8: _Format.EAN8,
    Symbology.UPCA: _Format.UPCA,
    Symbology.ITF: _Format.ITF,
    Symbology.DATAMATRIX: _Format.DataMatrix,
    Symbology.AZTEC: _Format.Aztec,
    Symbology.PDF417: _Format.PDF417,
}


_TOLD = {asked: symbology for symbology, asked in _ASKED.items()} | {_Format.Code39: Symbology.CODE39}
"""What the library calls a symbol that it found; Code 39 goes by its family's name."""

_RETAIL = frozenset({Symbology.EAN13, Symbology.UPCA})
_EAN13_OF_UPCA = "0"
"""UPC-A is EAN-13 with a zero before it, and the library tells it with that zero."""


class ZxingDecoder:
    """zxing-cpp with the formats of one network."""

    name = ZXING

    def __init__(self, formats: Iterable[Symbology]) -> None:
        self._wanted = frozenset(formats)
        self._formats = [_ASKED[symbology] for symbology in self._wanted]

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        """All symbols in one frame, upright or turned by quarter turns (QR: by any angle)."""
        if not self._wanted:  # the library takes no formats for all formats
            return ()
        barcodes = zxingcpp.read_barcodes(
            gray,
            formats=zxingcpp.BarcodeFormats(self._formats),
            try_rotate=True,
            try_downscale=False,
            try_invert=False,
            text_mode=zxingcpp.TextMode.Plain,
        )
        return tuple(symbol for barcode in barcodes if (symbol := self._symbol(barcode)) is not None)

    def _symbol(self, barcode: zxingcpp.Barcode) -> Symbol | None:
        symbology = _TOLD.get(barcode.format, _TOLD.get(barcode.symbology))
        if symbology is None or not barcode.valid:
            return None
        text = barcode.text
        if Symbology.UPCA in self._wanted and symbology in _RETAIL and text.startswith(_EAN13_OF_UPCA):
            symbology, text = Symbology.UPCA, text.removeprefix(_EAN13_OF_UPCA)
        return Symbol(text, symbology, ZXING, _corners_of(barcode.position))


def _corners_of(position: zxingcpp.Position) -> Corners:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((float(point.x), float(point.y)) for point in points)
