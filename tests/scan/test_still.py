"""One picture in, one reading out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, on_desk, packed, symbol
from validator.domain.code import CardRead, CodeFormat, Source, Symbology
from validator.errors import PictureBad
from validator.scan.acceptance import cards_of
from validator.scan.decoder import ZBAR, Symbol
from validator.scan.engines import Decoders, available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.still import read_picture

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
READER = Reader(available_decoders(), cards_of(CodeFormat()))


def test_a_photograph_of_a_card(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(packed(on_desk(card(CODE), roll=20), ".jpg"))
    assert read_picture(path, READER, AT) == CardRead(CODE, Source.PICTURE, AT, Symbology.QR)


def test_a_card_without_its_qr_code() -> None:
    reading = read_picture(packed(card(CODE, qr=False)), READER, AT)
    assert reading == CardRead(CODE, Source.PICTURE, AT, Symbology.CODE39)


def test_no_code_is_no_reading() -> None:
    assert read_picture(packed(on_desk()), READER, AT) is None


def test_two_cards_are_a_picture_that_cannot_be_used() -> None:
    with pytest.raises(PictureBad) as caught:
        read_picture(packed(on_desk(card(CODE), card(OTHER_CODE))), READER, AT)
    assert caught.value.details == {"reason": "two_cards"}


def test_a_text_with_odd_signs_comes_as_it_is() -> None:
    reading = read_picture(packed(symbol("\0" + CODE + "\n")), READER, AT)
    assert reading is not None
    assert reading.payload == "\0" + CODE + "\n"


def test_what_is_seen_once_and_weakly_is_no_reading() -> None:
    class Once:
        """ZBar on a shadow: one view of many gives a text."""

        name = ZBAR

        def __init__(self) -> None:
            self._texts = [CODE]

        def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
            return (Symbol(self._texts.pop(), Symbology.CODE39, ZBAR),) if self._texts else ()

    assert read_picture(packed(on_desk()), Reader(Decoders((Once(),))), AT) is None
