"""Long work that is stopped and goes on, and what the count of wrong codes counts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from tests.bench.pieces import Piece, Result, all_done, done_before, pieces
from tests.bench.wrong import CARD_OF, Tally, nothing, pairs, summed
from tests.bench.wrong import cards as degraded_cards
from tests.scan.cards import code_of
from validator.domain.code import Symbology
from validator.scan.acceptance import Look, Sighting, settle
from validator.scan.decoder import ZXING, Symbol
from validator.scan.engines import available_decoders
from validator.scan.reader import Reader


def test_work_is_cut_up_wholly() -> None:
    cut = list(pieces("k", 3, 10, 4))
    assert [each for piece in cut for each in range(piece.first, piece.first + piece.count)] == list(
        range(3, 13)
    )


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    kept, said = tmp_path / "kept.jsonl", list[str]()
    first = all_done(pieces("k", 0, 2, 1), asdict, kept, "mark", 1, said.append)
    assert [result["first"] for result in first.values()] == [0, 1]
    lines = kept.read_text().splitlines()
    marked = [json.loads(line) for line in lines]
    marked[0]["result"]["first"] = 77  # only what is kept can say so
    kept.write_text("\n".join([json.dumps(marked[0]), lines[1], '{"mark": "ma']) + "\n")
    again = all_done(pieces("k", 0, 2, 1), asdict, kept, "mark", 1, said.append)
    assert sorted(result["first"] for result in again.values()) == [1, 77]
    assert done_before(kept, "other") == {}


def never_done(piece: Piece) -> Result:
    """Work that says which process does it and goes on for longer than any test."""
    print(os.getpid(), flush=True)
    threading.Event().wait(600)
    return {}


def test_nobody_works_on_when_it_is_ended(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from tests.bench.pieces import all_done, pieces;"
        "from tests.bench.test_pieces import never_done; from sys import stderr;"
        f"all_done(pieces('k', 0, 4, 1), never_done, Path({str(tmp_path / 'kept')!r}), 'mark', 2, stderr.write)"
    )
    ending = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with ending:
        assert ending.stdout is not None
        workers = [int(ending.stdout.readline()) for _ in range(2)]
        ending.send_signal(signal.SIGTERM)
        _, said = ending.communicate(timeout=60)
    assert "what is done is kept" in said
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def read(text: str) -> Look:
    corners = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    return settle([Sighting(Symbol(text, Symbology.QR, ZXING, corners), "whole")], CARD_OF)


def test_a_wrong_code_counts_and_says_where() -> None:
    tally = Tally()
    assert tally.weigh(read(code_of(4)), code_of(4))
    tally.accept(code_of(4), code_of(4), "cards 4")
    assert tally.weigh(read(code_of(5)), code_of(4))
    tally.accept(code_of(5), code_of(4), "cards 4")
    assert not tally.weigh(read("no card"), code_of(4))
    assert (tally.accepted, tally.wrong, tally.wrong_at) == (1, 1, ["cards 4"])
    assert (tally.unchecked, tally.said) == (1, 2)


@pytest.mark.long
def test_sorts_of_frames_are_summed() -> None:
    reader = Reader(available_decoders(), CARD_OF)
    found: dict[Piece, Result] = {}
    for kind, work, first, count in (
        ("textures and text", nothing, 1, 1),
        ("degraded cards", degraded_cards, 3, 4),
        ("pairs of cards", pairs, 0, 2),
    ):
        piece = Piece(kind, first, count)
        found[piece] = vars(work(reader, piece))
    row = summed(found)
    inputs = row["inputs"]
    assert isinstance(inputs, dict)
    assert 4 <= inputs["degraded cards"] <= 12, "up to three frames of each"
    assert inputs["textures and text"] == 1
    assert row["wrong"] == 0
    assert row["wrong_at"] == []
    assert np.isscalar(row["two_cards_told"])
