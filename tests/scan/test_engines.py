"""Both engines on printed symbols, and a desk that has only one of them, or none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, on_desk, quarter_turns, symbol
from validator.domain.code import Symbology
from validator.errors import DecoderMissing
from validator.scan.decoder import ZBAR, ZXING, Decoder, Symbol
from validator.scan.engines import Decoders, available_decoders
from validator.scan.reader import Reader

ROOT = Path(__file__).parents[2]
PRINTED = {
    Symbology.QR: CODE,
    Symbology.CODE39: CODE,
    Symbology.CODE128: CODE,
    Symbology.EAN13: "6412345678907",
    Symbology.EAN8: "64123455",
    Symbology.UPCA: "036000291452",
    Symbology.ITF: "12345678",
    Symbology.DATAMATRIX: CODE,
    Symbology.AZTEC: CODE,
    Symbology.PDF417: CODE,
}
NOT_IN_ZBAR = {Symbology.DATAMATRIX, Symbology.AZTEC, Symbology.PDF417}
BOTH = [
    pytest.param(name, symbology, id=f"{name}-{symbology}")
    for name in (ZXING, ZBAR)
    for symbology in Symbology
    if not (name == ZBAR and symbology in NOT_IN_ZBAR)
]


def engine(name: str, *formats: Symbology) -> Decoder:
    return next(decoder for decoder in available_decoders(formats).found if decoder.name == name)


def told(found: tuple[Symbol, ...]) -> set[tuple[str, Symbology, str]]:
    return {(one.text, one.symbology, one.engine) for one in found}


@pytest.mark.parametrize(("name", "symbology"), BOTH)
@pytest.mark.parametrize("turns", range(4))
def test_an_engine_reads_every_format_it_has_at_every_quarter_turn(
    name: str, symbology: Symbology, turns: int
) -> None:
    frame = quarter_turns(on_desk(symbol(PRINTED[symbology], symbology)), turns)
    assert told(engine(name, *Symbology).read(frame)) == {(PRINTED[symbology], symbology, name)}


@pytest.mark.parametrize("name", [ZXING, ZBAR])
def test_both_codes_of_a_card_are_seen_where_they_lie(name: str) -> None:
    found = engine(name, Symbology.QR, Symbology.CODE39).read(on_desk(card(CODE)))
    heights = {one.symbology: np.mean([y for _, y in one.corners]) for one in found}
    assert {one.text for one in found} == {CODE}
    assert heights[Symbology.QR] < 360 < heights[Symbology.CODE39] < 720


@pytest.mark.parametrize("name", [ZXING, ZBAR])
def test_formats_that_the_network_does_not_use_are_not_read(name: str) -> None:
    assert engine(name, Symbology.EAN13).read(on_desk(card(CODE))) == ()
    assert engine(name).read(on_desk(card(CODE))) == ()


@pytest.mark.parametrize("name", [ZXING, ZBAR])
@pytest.mark.parametrize("text", ["A+B-C", "3PRM8N", "-1234562", "TEST $%/+"])
def test_code_39_is_read_as_printed(name: str, text: str) -> None:
    """In the extended alphabet ``+B`` means ``b``, and 3PRM8N is an Italian medicine's number: neither is what the card says."""
    assert told(engine(name, Symbology.CODE39).read(symbol(text, Symbology.CODE39))) == {
        (text, Symbology.CODE39, name)
    }


@pytest.mark.parametrize("name", [ZXING, ZBAR])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param("A\0B\0" + CODE, id="NULs"),
        pytest.param(bytes(range(256)) * 8, id="2 kB of every byte"),
        pytest.param(b"\xff\xfe\x80\xc0\xc1" * 400, id="no UTF-8"),
        pytest.param("7" * 7000, id="as long as a QR code can be"),
        pytest.param("\ud7ff\u202e\U0001f39f", id="odd characters"),
        pytest.param("\x1b[2J]Q1%s%n{0}", id="control sequences"),
    ],
)
def test_odd_payloads_come_through_as_text(name: str, content: str | bytes) -> None:
    (found,) = engine(name, Symbology.QR).read(symbol(content))
    assert found.symbology is Symbology.QR
    assert found.text.encode() != b""
    if isinstance(content, str) and content.isascii():
        assert found.text == content


def test_a_symbol_does_not_show_its_text() -> None:
    assert CODE not in repr(engine(ZXING, Symbology.QR).read(symbol(CODE)))


def test_only_the_strict_engine_on_checked_symbols_is_strong() -> None:
    strong = {
        (name, symbology)
        for name in (ZXING, ZBAR)
        for symbology in Symbology
        if Symbol("x", symbology, name).strong
    }
    assert strong == {
        (ZXING, symbology)
        for symbology in (
            Symbology.QR,
            Symbology.CODE128,
            Symbology.DATAMATRIX,
            Symbology.AZTEC,
            Symbology.PDF417,
        )
    }


def test_this_machine_has_both() -> None:
    decoders = available_decoders()
    assert [decoder.name for decoder in decoders.found] == [ZXING, ZBAR]
    assert decoders.missing == {}


def test_without_any_engine_there_is_no_reader() -> None:
    with pytest.raises(DecoderMissing) as caught:
        Reader(Decoders((), {ZXING: "package", ZBAR: "library"}))
    assert caught.value.details == {"missing": f"{ZXING}, {ZBAR}"}


BLOCK = """
import importlib.abc, sys, ctypes.util
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
if {no_library!r}:
    ctypes.util.find_library = lambda name: None
"""
READ = """
import json
import cv2
from validator.errors import DecoderMissing
from validator.scan.engines import available_decoders
from validator.scan.reader import Reader
decoders = available_decoders()
told = {"found": [one.name for one in decoders.found], "missing": dict(decoders.missing)}
try:
    reader = Reader(decoders)
    told["texts"] = [
        look.symbol and look.symbol.text
        for look in (reader.look(cv2.imread(name, 0)) for name in __import__("sys").argv[1:])
    ]
except DecoderMissing as error:
    told["error"] = error.key
print(json.dumps(told))
"""


@pytest.mark.parametrize(
    ("absent", "no_library", "told"),
    [
        (
            ["pyzbar"],
            False,
            {"found": [ZXING], "missing": {ZBAR: "package"}, "texts": [CODE, OTHER_CODE]},
        ),
        ([], True, {"found": [ZXING], "missing": {ZBAR: "library"}, "texts": [CODE, OTHER_CODE]}),
        (
            ["zxingcpp"],
            False,
            {"found": [ZBAR], "missing": {ZXING: "package"}, "texts": [CODE, OTHER_CODE]},
        ),
        (
            ["zxingcpp"],
            True,
            {"found": [], "missing": {ZXING: "package", ZBAR: "library"}, "error": "decoder_missing"},
        ),
    ],
    ids=["no pyzbar", "no libzbar", "no zxing-cpp", "neither"],
)
def test_a_desk_reads_with_what_it_has(
    absent: list[str], no_library: bool, told: dict[str, object], tmp_path: Path
) -> None:
    """In a process of its own, where the package or the system's library is not to be found; and the console stays quiet."""
    import cv2

    pictures = [str(tmp_path / "qr.png"), str(tmp_path / "bars.png")]
    cv2.imwrite(pictures[0], on_desk(card(CODE)))
    cv2.imwrite(pictures[1], on_desk(card(OTHER_CODE, qr=False)))
    done = subprocess.run(
        [sys.executable, "-c", BLOCK.format(absent=absent, no_library=no_library) + READ, *pictures],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == told
