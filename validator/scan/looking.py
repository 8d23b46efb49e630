"""What is asked of a reader: of one in this process (`validator.scan.reader`) or of one apart (`validator.scan.apart`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from validator.scan.acceptance import Look

if TYPE_CHECKING:
    from validator.scan.pixels import GrayFrame


class Looking(Protocol):
    """Looks at pictures and says which card is in them."""

    def look(self, gray: GrayFrame, turn: int = 0) -> Look:
        """One look at one of a camera's frames, which has the number `turn`."""

    def glance(self, gray: GrayFrame) -> Look:
        """One look at a frame that has no next one."""

    def study(self, gray: GrayFrame) -> Look:
        """One thorough look at a single picture."""

    def study_file(self, data: bytes) -> Look:
        """The same, of what stood in a picture file.

        Raises:
            PictureBad: it is no usable picture.
        """

    def unpack(self, data: bytes) -> GrayFrame:
        """What stood in a picture file, as one gray frame.

        Raises:
            PictureBad: it is no usable picture.
        """
