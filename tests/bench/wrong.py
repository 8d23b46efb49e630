"""How many wrong codes a desk would accept: photographs, code-free textures and text, and cards too degraded to be read.

    python -m tests.bench.wrong [--photos FOLDER] [--textures 300] [--cards 2000] [--from 0]

Accepted is what counts within one look (`Look.firm`) and is a card of the default form with its check character. A camera asks
for more: what is no strong symbol has to come twice (`validator.scan.steady`). So this counts no fewer than a desk would see.
`unchecked` are the firm readings that are no card: the desk calls them another card, or unreadable.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from tests.bench.photos import HEIGHT, WIDTH, as_held, in_frame, photos_in, turns
from tests.bench.search import same
from tests.bench.table import FORMATS
from tests.scan.cards import code_of, degraded, seen
from validator.domain.code import CodeFormat
from validator.scan.acceptance import cards_of
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader

QUARTERS = (0, 1, 2, 3)


@dataclass
class Tally:
    """Frames of one sort.

    Attributes:
        accepted: right cards that were accepted.
        wrong: wrong ones.
        two_cards: looks that spoke of two cards.
        unchecked: firm readings of another text than was there, that are no card.
        said: wrong texts that `decode` would print.
    """

    frames: int = 0
    accepted: int = 0
    wrong: int = 0
    two_cards: int = 0
    unchecked: int = 0
    said: int = 0


def count(reader: Reader, tally: Tally, gray: GrayFrame, text: str) -> None:
    """Look once; the text is what the picture holds, empty for nothing."""
    look = reader.glance(gray)
    tally.frames += 1
    tally.two_cards += look.two_cards
    told = look.told_alone
    tally.said += told is not None and not same(told.text, text)
    if look.symbol is None or not look.firm:
        return
    if CARD_OF(look.symbol.text) is None:
        tally.unchecked += not same(look.symbol.text, text)
    elif look.key == text:
        tally.accepted += 1
    else:
        tally.wrong += 1


CARD_OF = cards_of(CodeFormat())


def textures(seeds: range) -> Iterator[GrayFrame]:
    """Noise, stripes, blocks, and print: nothing of it is a code."""
    for seed in seeds:
        chance = np.random.default_rng([seed, 29])
        way = seed % 4
        if way == 0:
            fine = chance.normal(128, 70, (HEIGHT // 2, WIDTH // 2))
            frame = cv2.resize(fine, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
        elif way == 1:
            frame = np.full((HEIGHT, WIDTH), 230.0)
            edges = np.cumsum(chance.integers(2, 14, 400))
            for left, right in zip(edges[::2], edges[1::2], strict=True):
                frame[100:620, left:right] = 30
        elif way == 2:
            blocks = chance.choice([20.0, 230.0], (HEIGHT // 6, WIDTH // 6))
            frame = cv2.resize(blocks, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
        else:
            frame = _print(chance)
        yield _rolled(frame, float(chance.uniform(-30, 30)), chance)


def main() -> None:
    """Count, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.wrong", description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=Path, default=None)
    parser.add_argument("--textures", type=int, default=300)
    parser.add_argument("--cards", type=int, default=2000)
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first seed")
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    reader = Reader(available_decoders(FORMATS), CARD_OF)
    tallies = {"photographs": Tally(), "textures and text": Tally(), "degraded cards": Tally()}
    begun = time.monotonic()
    for number, photo in enumerate(photos_in(asked.photos) if asked.photos else []):
        if photo.is_picture:
            for quarter, turned in enumerate(turns(photo.gray(), QUARTERS)):
                count(reader, tallies["photographs"], turned, photo.text)
                count(reader, tallies["photographs"], in_frame(turned, number * 4 + quarter), photo.text)
            count(reader, tallies["photographs"], as_held(photo.gray(), number), photo.text)
    for gray in textures(range(asked.textures)):
        count(reader, tallies["textures and text"], gray, "")
    for seed in range(asked.first, asked.first + asked.cards):
        count(reader, tallies["degraded cards"], seen(degraded(seed), seed), code_of(seed))
    rows = {name: vars(tally) for name, tally in tallies.items()}
    for name, row in rows.items():
        print(f"{name:20} {row}")
    print(json.dumps({"seconds": round(time.monotonic() - begun), "tallies": rows}))


def _print(chance: np.random.Generator) -> GrayFrame:
    frame = np.full((HEIGHT, WIDTH), 235, np.uint8)
    signs = "ABCDEFGHIKLMNOPRSTUVabcdefghiklmnoprstuv0123456789|-/*"
    for row in range(30, HEIGHT, 24):
        text = "".join(signs[at] for at in chance.integers(0, len(signs), 90))
        cv2.putText(frame, text, (10, row), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 1 + int(chance.integers(2)))
    return frame


def _rolled(frame: np.ndarray, degrees: float, chance: np.random.Generator) -> GrayFrame:
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, 1.0)
    turned = cv2.warpAffine(
        frame.astype(np.float32), matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REPLICATE
    )
    soft = cv2.GaussianBlur(turned, (0, 0), float(chance.uniform(0.3, 1.5))) + chance.normal(
        0, 3, frame.shape
    )
    return np.clip(soft, 0, 255).astype(np.uint8)


if __name__ == "__main__":
    main()
