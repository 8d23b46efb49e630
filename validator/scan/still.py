"""One picture, one card: for a picture given on the command line or dropped on the window.

There is no second look at a file, so only a reading that was confirmed within the picture counts. A true reading is: some
other view or engine sees it too.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from validator.domain.code import CardRead, Source
from validator.scan.looking import Looking
from validator.scan.picturefile import PictureFault, picture_bad, picture_bytes


def read_picture(picture: Path | bytes, reader: Looking, at: datetime) -> CardRead | None:
    """The card in a picture, or None where none can be read.

    Args:
        picture: a file, or what stood in one.
        reader: the engines, with the network's word on cards.
        at: the instant of the reading.

    Raises:
        PictureBad: no usable picture, or two different cards in it; see `PictureFault`.
    """
    look = reader.study_file(picture_bytes(picture))
    if look.two_cards:
        raise picture_bad(PictureFault.TWO_CARDS)
    if look.symbol is None or not look.firm:
        return None
    return CardRead(look.symbol.text, Source.PICTURE, at, look.symbol.symbology)
