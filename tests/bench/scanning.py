"""A frame of 1280×720: our reader beside each library alone on the same frame, empty and with a card in view."""

from __future__ import annotations

from tests.bench.timing import Figure, paired
from tests.scan.printed import card, noisy, on_desk
from validator.scan.decoder import Decoder
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame, View
from validator.scan.reader import Reader

_RUNS = 40


def figures() -> list[Figure]:
    """Our look against each engine's own time on the same frame; every third frame shows ZBar too."""
    decoders = available_decoders()
    reader = Reader(decoders)
    with_card = noisy(on_desk(card("KAIKU00013")), 4.0)
    empty = noisy(_empty(with_card), 4.0)
    found: list[Figure] = []
    for frame_name, frame in (("empty frame", empty), ("frame with a card", with_card)):
        found += [_beside(frame_name, frame, reader, engine) for engine in decoders.found]
    return found


def _empty(frame: GrayFrame) -> GrayFrame:
    bare = frame.copy()
    bare[:] = 170
    return bare


def _beside(frame_name: str, frame: GrayFrame, reader: Reader, engine: Decoder) -> Figure:
    turns = iter(range(10**9))
    return paired(
        f"look at an {frame_name}" if frame_name[0] == "e" else f"look at a {frame_name}",
        lambda: reader.look(frame, next(turns)),
        f"{engine.name} alone",
        lambda: engine.read(View(frame).gray),
        _RUNS,
    )
