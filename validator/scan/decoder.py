"""What a barcode engine is, and what it says of one frame.

1. An engine gets a gray frame and gives the symbols that it sees there, or none. It neither judges nor chooses: which
   reading counts is decided in `validator.scan.acceptance`.
2. A symbol's text may be a card code, so it never shows in a `repr`.
3. Whether one reading may stand alone is a property of the engine and the symbology. QR, Code 128, DataMatrix, Aztec and
   PDF417 carry checks of their own, and zxing-cpp keeps to them; Code 39, ITF and the retail codes have a weak check or
   none, and ZBar was seen to read other texts than were printed, even from Code 128 under heavy blur.

Left to others: loading the engines (`validator.scan.engines`), the order of the steps (`validator.scan.reader`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from validator.domain.code import Symbology
from validator.scan.outline import Corners

if TYPE_CHECKING:
    from validator.scan.pixels import GrayFrame

ZXING = "zxing-cpp"
ZBAR = "pyzbar"
LINES = "lines"
"""Our own, for retail codes whose bars run into each other: `validator.scan.lines`."""

CARD_FORMATS = (
    Symbology.QR,
    Symbology.CODE39,
    Symbology.CODE128,
    Symbology.EAN13,
    Symbology.EAN8,
)
"""What a desk looks for when its network says nothing else."""

SELF_CHECKED = frozenset(
    {Symbology.QR, Symbology.CODE128, Symbology.DATAMATRIX, Symbology.AZTEC, Symbology.PDF417},
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One code as one engine saw it.

    Attributes:
        text: what the code holds; what is no text in it is replaced, never dropped.
        engine: name of the engine: `ZXING`, `ZBAR` or `LINES`.
        corners: outline in pixels of the frame that was handed in (x right, y down); empty where the engine gave none.
        sure: the engine weighed this text against all others and vouches for it. Within one picture that is enough; a camera
            still has to see it twice.
    """

    text: str = field(repr=False)
    symbology: Symbology
    engine: str
    corners: Corners = ()
    sure: bool = False

    @property
    def strong(self) -> bool:
        """Whether this reading may stand alone (rule 3)."""
        return self.engine == ZXING and self.symbology in SELF_CHECKED


class Decoder(Protocol):
    """A barcode engine."""

    @property
    def name(self) -> str:
        """Name of the engine as the self-check shows it."""

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        """All symbols in one frame.

        Raises:
            Exception: whatever the engine's library raises; the caller counts it and goes on with another engine.
        """
