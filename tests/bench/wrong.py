"""How many wrong codes a desk would accept: photographs, code-free textures and text, and cards too degraded to be read.

    python -m tests.bench.wrong [--photos FOLDER] [--textures 1200] [--cards 40000] [--cut 5000] [--pairs 500] [--processes 2]

1. Accepted is what counts within one look (`Look.firm`: what a picture needs) or what a camera's steadiness takes
   (`validator.scan.steady`: a strong symbol at once, anything else twice), and is a card of the default form with its check
   character. `unchecked` are firm readings of another text than was there that are no card: the desk calls them another card, or
   unreadable. `said` are wrong texts that `decode` would print.
2. Photographs, textures and pairs get every step, however long it takes. A degraded card is shown in up to three frames that share
   the steps, as a camera's do, in twice the time that a frame has.
3. Two cards, each of which is read alone, are side by side in a pair, or one covers a part of the other: `told` where the desk says
   so, `chosen` where it took one. One card that is there twice, and any single card, must never be told as two.
4. What is done is kept, piece by piece, in build/bench/wrong.jsonl: it can be stopped at any time and goes on from there, until
   the readers or the pictures change. The last line on the standard output is one JSON object; a wrong code makes the exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path

import cv2
import numpy as np

from tests.bench.photos import HEIGHT, WIDTH, Photo, as_held, in_frame, photos_in, turns
from tests.bench.pieces import Piece, Result, all_done, pieces
from tests.bench.search import same
from tests.bench.table import FORMATS
from tests.scan.cards import Scene, again, code_of, degraded, seen, together
from tests.scan.printed import at_leisure
from validator.domain.code import CodeFormat
from validator.scan.acceptance import Look, cards_of
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.steady import Steady

QUARTERS = (0, 1, 2, 3)
CARD_OF = cards_of(CodeFormat())
KEPT = Path("build/bench/wrong.jsonl")

_ROOT = Path(__file__).parents[2]
_START = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
_FRAME = timedelta(seconds=0.04)
_SHOWN = 3


@dataclass
class Tally:
    """Frames of one sort.

    Attributes:
        frames: different ones.
        accepted: right cards that were accepted.
        wrong: wrong ones.
        told: frames of which the desk said that there are two cards.
        chosen: pairs of cards of which one was taken.
        unchecked: see rule 1.
        said: see rule 1.
        wrong_at: where: the kind of frame, and its seed or the photograph's number.
    """

    frames: int = 0
    accepted: int = 0
    wrong: int = 0
    told: int = 0
    chosen: int = 0
    unchecked: int = 0
    said: int = 0
    wrong_at: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Another one's frames too."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def accept(self, key: str, text: str, where: str) -> None:
        """A card was accepted where the frame holds that text."""
        if key == text:
            self.accepted += 1
        else:
            self.wrong += 1
            self.wrong_at.append(where)

    def weigh(self, look: Look, text: str) -> bool:
        """Count what one look says. Returns whether it accepts a card."""
        self.told += look.two_cards
        told = look.told_alone
        self.said += told is not None and not same(told.text, text)
        if look.symbol is None or not look.firm:
            return False
        is_card = CARD_OF(look.symbol.text) is not None
        self.unchecked += not is_card and not same(look.symbol.text, text)
        return is_card


def glanced(reader: Reader, tally: Tally, gray: GrayFrame, text: str, where: str) -> None:
    """Look once, with every step; the text is what the picture holds, empty for nothing."""
    tally.frames += 1
    look = reader.glance(gray, at_leisure)
    if tally.weigh(look, text):
        tally.accept(look.key, text, where)


def shown(reader: Reader, tally: Tally, gray: GrayFrame, seed: int, where: str) -> None:
    """Look as a camera does at some frames of one view, until one is accepted."""
    steady = Steady()
    for number in range(_SHOWN):
        tally.frames += 1
        frame = again(gray, _SHOWN * seed + number)
        look = reader.look(frame, number, _patiently)
        steady, reading = steady.after(look, _START + _FRAME * number)
        is_read = reading is not None and CARD_OF(reading.payload) is not None
        if tally.weigh(look, code_of(seed)) or is_read:
            tally.accept(look.key, code_of(seed), where)
            return


def photographs(reader: Reader, piece: Piece) -> Tally:
    """Each as it is and in a frame, at four turns, and before a webcam."""
    tally = Tally()
    for number in range(piece.first, piece.first + piece.count):
        photo = _photos(piece.folder)[number]
        if not photo.is_picture:
            continue
        where = f"{piece.kind} {number}"
        for quarter, turned in enumerate(turns(photo.gray(), QUARTERS)):
            glanced(reader, tally, turned, photo.text, where)
            glanced(reader, tally, in_frame(turned, number * 4 + quarter), photo.text, where)
        glanced(reader, tally, as_held(photo.gray(), number), photo.text, where)
    return tally


def nothing(reader: Reader, piece: Piece) -> Tally:
    """Textures and text."""
    tally = Tally()
    seeds = range(piece.first, piece.first + piece.count)
    for seed, gray in zip(seeds, textures(seeds), strict=True):
        glanced(reader, tally, gray, "", f"{piece.kind} {seed}")
    return tally


def cards(reader: Reader, piece: Piece) -> Tally:
    """Degraded cards."""
    tally = Tally()
    for seed in range(piece.first, piece.first + piece.count):
        shown(reader, tally, seen(degraded(seed), seed), seed, f"{piece.kind} {seed}")
    return tally


def cut_off(reader: Reader, piece: Piece) -> Tally:
    """Good views of cards that reach out of the frame: parts of bar codes."""
    tally = Tally()
    for seed in range(piece.first, piece.first + piece.count):
        chance = np.random.default_rng([seed, 31])
        scene = Scene(
            module=float(chance.uniform(1.3, 2.4)),
            roll=float(chance.uniform(-12, 12)),
            defocus=float(chance.uniform(0, 1)),
            qr=False,
            size=(640, 480),
        )
        gray = np.ascontiguousarray(seen(scene, seed)[:, int(chance.integers(200, 440)) :])
        shown(reader, tally, gray, seed, f"{piece.kind} {seed}")
    return tally


def pairs(reader: Reader, piece: Piece) -> Tally:
    """Two cards side by side, each of which is read where it is alone."""
    tally = Tally()
    for seed in range(piece.first, piece.first + piece.count):
        chance = np.random.default_rng([seed, 47])
        both = [
            (code_of(number), seen(_of_pair(chance, (WIDTH // 2, HEIGHT)), number))
            for number in (2 * seed, 2 * seed + 1)
        ]
        if all(reader.glance(gray, at_leisure).key == code for code, gray in both):
            gray = np.hstack([gray for _, gray in both])
            _paired(reader, tally, gray, {code for code, _ in both}, f"{piece.kind} {seed}")
    return tally


def overlaps(reader: Reader, piece: Piece) -> Tally:
    """Two cards one on the other, of which the lower one is read where nothing is printed on the upper one."""
    tally = Tally()
    for seed in range(piece.first, piece.first + piece.count):
        chance = np.random.default_rng([seed, 53])
        lower, upper = (_of_pair(chance, (WIDTH, HEIGHT)) for _ in range(2))
        turn, far = chance.uniform(0, 2 * np.pi), chance.uniform(120, 330)
        away = (float(far * np.cos(turn)), float(far * np.sin(turn) * 0.7))
        gray, covered = together(lower, upper, seed, away)
        if reader.glance(covered, at_leisure).key == code_of(2 * seed):
            _paired(reader, tally, gray, {code_of(2 * seed), code_of(2 * seed + 1)}, f"{piece.kind} {seed}")
    return tally


def twice(reader: Reader, piece: Piece) -> Tally:
    """One code on two cards."""
    tally = Tally()
    for seed in range(piece.first, piece.first + piece.count):
        chance = np.random.default_rng([seed, 61])
        both = [seen(_of_pair(chance, (WIDTH // 2, HEIGHT)), seed) for _ in range(2)]
        glanced(reader, tally, np.hstack(both), code_of(seed), f"{piece.kind} {seed}")
    return tally


def _of_pair(chance: np.random.Generator, size: tuple[int, int]) -> Scene:
    return Scene(
        module=float(chance.uniform(1.3, 2.0)),
        roll=float(chance.uniform(-90, 90)),
        qr=bool(chance.random() < 0.7),
        size=size,
    )


def _paired(reader: Reader, tally: Tally, gray: GrayFrame, codes: set[str], where: str) -> None:
    tally.frames += 1
    look = reader.glance(gray, at_leisure)
    text = look.key if look.key in codes else ""
    if tally.weigh(look, text):
        tally.chosen += 1
        tally.accept(look.key, text, where)


WORK: Mapping[str, Callable[[Reader, Piece], Tally]] = {
    "photographs": photographs,
    "textures and text": nothing,
    "degraded cards": cards,
    "cards cut off": cut_off,
    "pairs of cards": pairs,
    "cards on each other": overlaps,
    "one card twice": twice,
}
_PIECES = {
    "photographs": 4,
    "textures and text": 25,
    "degraded cards": 250,
    "cards cut off": 250,
    "pairs of cards": 25,
    "cards on each other": 25,
    "one card twice": 25,
}


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


def summed(found: Mapping[Piece, Result]) -> dict[str, object]:
    """One row over all of it."""
    by_kind = {kind: Tally() for kind in WORK if any(piece.kind == kind for piece in found)}
    for piece, result in sorted(found.items(), key=lambda each: each[0].first):
        by_kind[piece.kind].add(Tally(**result))
    return {
        "inputs": {kind: tally.frames for kind, tally in by_kind.items()},
        "accepted": sum(tally.accepted for tally in by_kind.values()),
        "wrong": sum(tally.wrong for tally in by_kind.values()),
        "wrong_at": [where for tally in by_kind.values() for where in tally.wrong_at],
        "two_cards_told": sum(tally.told for tally in by_kind.values()),
        "by_kind": {kind: asdict(tally) for kind, tally in by_kind.items()},
    }


def main() -> int:
    """Count, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.wrong", description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=Path, default=None)
    parser.add_argument("--textures", type=int, default=1200)
    parser.add_argument("--cards", type=int, default=40_000, help="degraded ones, three frames each")
    parser.add_argument("--cut", type=int, default=5000)
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first seed")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--kept", type=Path, default=KEPT)
    asked = parser.parse_args()
    counts = {
        "textures and text": asked.textures,
        "pairs of cards": asked.pairs,
        "cards on each other": asked.pairs,
        "one card twice": asked.pairs,
        "cards cut off": asked.cut,
        "degraded cards": asked.cards,
    }
    wanted = [
        piece for kind, count in counts.items() for piece in pieces(kind, asked.first, count, _PIECES[kind])
    ]
    if asked.photos is not None:
        folder = str(asked.photos.resolve())
        wanted = [
            *pieces("photographs", 0, len(_photos(folder)), _PIECES["photographs"], folder),
            *wanted,
        ]
    begun = time.monotonic()
    found = all_done(
        wanted,
        _work,
        asked.kept,
        _mark(),
        asked.processes,
        lambda text: print(text, file=sys.stderr, flush=True),
    )
    row = summed(found)
    print(json.dumps(row | {"whole": len(found) == len(wanted), "seconds": round(time.monotonic() - begun)}))
    return 1 if row["wrong"] else 0


@cache
def _photos(folder: str) -> tuple[Photo, ...]:
    return tuple(photos_in(Path(folder)))


@cache
def _reader() -> Reader:
    return Reader(available_decoders(FORMATS), CARD_OF)


def _patiently() -> float:
    """Half of this thread's work, so that a machine that is slow or loaded reads no less than a desk does."""
    return time.thread_time() / 2


def _work(piece: Piece) -> Result:
    return asdict(WORK[piece.kind](_reader(), piece))


def _mark() -> str:
    """Of the readers and the pictures: what was counted with others says nothing of these."""
    sum_ = hashlib.sha256(f"{cv2.__version__} {version('zxing-cpp')}".encode())
    names = ("tests/scan/cards.py", "tests/scan/printed.py", "tests/bench/photos.py", "tests/bench/wrong.py")
    for path in (*sorted((_ROOT / "validator/scan").glob("*.[jp][sy]*")), *(_ROOT / name for name in names)):
        sum_.update(path.read_bytes())
    return sum_.hexdigest()[:16]


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
    sys.exit(main())
