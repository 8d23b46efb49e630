"""`kaikuportti decode`: one line of JSON for each picture, whatever the file is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sync.cli import BAD_INPUT, main
from tests.scan.printed import CODE, OTHER_CODE, card, on_desk, packed, symbol
from validator.domain.code import Symbology

FIELDS = {"path", "text", "format", "ms", "step"}


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(("decode", *words)) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_picture_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictures = {
        "card.png": packed(on_desk(card(CODE))),
        "bars.jpg": packed(on_desk(card(OTHER_CODE, qr=False), roll=30), ".jpg"),
        "desk.png": packed(on_desk()),
        "text.png": b"no picture at all",
    }
    for name, data in pictures.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in (*pictures, "gone.png")]
    rows = lines(capsys, *paths)
    assert [row["path"] for row in rows] == paths
    assert all(row.keys() == FIELDS for row in rows)
    assert [(row["text"], row["format"]) for row in rows] == [
        (CODE, "QR"),
        (OTHER_CODE, "Code39"),
        (None, None),
        (None, None),
        (None, None),
    ]
    assert [row["step"] is None for row in rows] == [False, False, True, True, True]
    assert all(isinstance(row["ms"], float) for row in rows)


def test_only_the_formats_that_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "aztec.png"
    path.write_bytes(packed(symbol(CODE, Symbology.AZTEC)))
    assert lines(capsys, str(path))[0]["text"] is None
    assert lines(capsys, str(path), "--formats", "QR,aztec")[0] == {
        "path": str(path),
        "text": CODE,
        "format": "Aztec",
        "ms": pytest.approx(0, abs=1e6),
        "step": "zxing-cpp frame whole",
    }


def test_a_format_that_there_is_not_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("decode", str(tmp_path / "any.png"), "--formats", "QR,Morse")) == BAD_INPUT
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["what"]) == ("bad_input", "formats")
    assert "morse" in told["message"]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("3PRM8N", "A123456788"),
        ("3PRM8P", "3PRM8P"),
        ("KAIKU1", "KAIKU1"),
        ("E+X+T 2/A%J/J/C", "Ext 2!?*#"),
        ("A+1-B2", "A+1-B2"),
        ("ABC/", "ABC/"),
    ],
)
def test_code_39_is_told_as_other_readers_tell_it(
    printed: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "medicine.png"
    path.write_bytes(packed(on_desk(symbol(printed, Symbology.CODE39))))
    assert lines(capsys, str(path))[0]["text"] == told
