"""Synthetic video of a card that is moved before a camera: frames of `tests.scan.moved`'s clips, or files of them.

    python -m tests.scan.video FOLDER [--seed 7] [--count 3] [--code J4KJP74ZCQ] [--pictures]

Writes clip-7.avi and so on, each with clip-7.json: for every frame what is true of it. With --code it is the card with that code,
with --pictures a folder of numbered frames instead. Either can stand in for a camera (the setting of where frames come from).

1. A frame is the mean of what the moving card looked like while the shutter was open, so its blur is that of the real way.
2. The sensor's noise is drawn anew for each frame, from the seed and the frame's number; it grows with the gain and with the light.
3. Every frame goes through a JPEG of its own, as MJPG has it.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import asdict, replace
from pathlib import Path

import cv2
import numpy as np

from tests.scan.cards import HEIGHT, PRINT, WIDTH, Light, wood
from tests.scan.moved import RATE, Clip, Moment, Showing, clip_of
from validator.scan.pixels import GrayFrame

_STEP = 1.2
"""Pixels of way between two of the instants that a frame is the mean of."""

_MOST_INSTANTS = 24
_GLARE = 330.0
_MIDDLE = 128.0
_SHARP = 0.2
"""Sigma that no pixel notices."""


class Film:
    """The frames of one clip; each can be made alone.

    Args:
        clip: what is shown.
    """

    def __init__(self, clip: Clip) -> None:
        self.showing = Showing(clip)
        self.moments = tuple(self.showing.moments())
        self._desk = _desk(clip.seed)
        factor = clip.module / PRINT
        soft = cv2.GaussianBlur(self.showing.paper, (0, 0), 0.35 / factor)  # a pixel sees an area
        self._card = np.dstack([soft, np.full_like(soft, 255)])

    @property
    def first_whole(self) -> Moment | None:
        """The first frame with a whole symbol in it."""
        return next((moment for moment in self.moments if moment.whole), None)

    @property
    def first_entire(self) -> Moment | None:
        """The first frame with the whole card in it, or with a whole symbol where the card never is."""
        return next((moment for moment in self.moments if moment.entire), self.first_whole)

    def frame(self, number: int) -> GrayFrame:
        """One frame as it comes from the camera."""
        packed = np.frombuffer(self.packed(number), np.uint8)
        return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)

    def packed(self, number: int) -> bytes:
        """The same as it goes through the cable."""
        clip, moment = self.showing.clip, self.moments[number]
        light = self._desk.copy()
        self._lay(light, moment)
        light *= moment.brightness
        if moment.defocus > _SHARP:
            cv2.GaussianBlur(light, (0, 0), moment.defocus, dst=light)
        chance = np.random.default_rng([clip.seed, 43, number])
        grain = chance.standard_normal(light.shape, dtype=np.float32)
        grain *= cv2.sqrt(np.maximum(light * np.float32(0.6 / _MIDDLE) + np.float32(0.4), 0)) * np.float32(
            moment.noise
        )
        gray = np.clip(light + grain, 0, 255).astype(np.uint8)
        good, data = cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, clip.quality])
        if not good:
            raise AssertionError("no JPEG")
        return data.tobytes()

    def _lay(self, light: Light, moment: Moment) -> None:
        """The card as it passed while the shutter was open, over the desk."""
        clip = self.showing.clip
        instants = min(_MOST_INSTANTS, 1 + math.ceil(moment.smear / _STEP))
        times = [moment.seconds - clip.exposure * at / instants for at in range(instants)]
        ways = np.concatenate([self.showing.corners(at) for at in times])
        left, top = np.maximum(np.floor(ways.min(0)).astype(int) - 2, 0)
        right, bottom = np.minimum(np.ceil(ways.max(0)).astype(int) + 2, (WIDTH, HEIGHT))
        if left >= right or top >= bottom:
            return
        there = np.array([(1, 0, -left), (0, 1, -top), (0, 0, 1)], np.float64)
        size = (int(right - left), int(bottom - top))
        seen = np.zeros((size[1], size[0], 2), np.float32)
        for at in times:
            cv2.accumulate(cv2.warpPerspective(self._card, there @ self.showing.matrix(at), size), seen)
        seen /= instants
        card, covered = seen[:, :, 0], seen[:, :, 1] / np.float32(255)
        if moment.streak is not None:
            card = card + covered * _streak(clip, moment, (int(left), int(top)), size)
        part = light[top:bottom, left:right]
        part *= 1 - covered
        part += card


def written(clip: Clip, folder: Path, *, pictures: bool = False) -> Path:
    """The clip as a video file, or as a folder of pictures; what is true of its frames beside it."""
    film = Film(clip)
    name = f"clip-{clip.seed}"
    truth = {
        "code": clip.code,
        "rate": RATE,
        "first_whole": None if film.first_whole is None else film.first_whole.number,
        "frames": [asdict(moment) for moment in film.moments],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(truth), encoding="utf-8")
    if pictures:
        (folder / name).mkdir(exist_ok=True)
        for number in range(clip.frames):
            (folder / name / f"{number:03}.jpg").write_bytes(film.packed(number))
        return folder / name
    path = folder / f"{name}.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (WIDTH, HEIGHT))
    for number in range(clip.frames):
        writer.write(cv2.cvtColor(film.frame(number), cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def main() -> None:
    """Write clips."""
    parser = argparse.ArgumentParser(prog="python -m tests.scan.video", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7, help="of the first clip")
    parser.add_argument("--count", type=int, default=1, help="clips")
    parser.add_argument("--code", default="", help="of the card, instead of the seed's own")
    parser.add_argument(
        "--pictures", action="store_true", help="a folder of pictures instead of a video file"
    )
    asked = parser.parse_args()
    for seed in range(asked.seed, asked.seed + asked.count):
        clip = replace(clip_of(seed), text=asked.code)
        print(written(clip, asked.folder, pictures=asked.pictures))  # noqa: T201  (a command)


def papers(seed: int) -> GrayFrame:
    """A frame of a desk with papers and no card."""
    return np.clip(_desk(seed), 0, 255).astype(np.uint8)


def _desk(seed: int) -> Light:
    """Wood with some sheets of paper, and lines of writing on them; nothing that is a code."""
    chance = np.random.default_rng([seed, 41])
    desk = np.ascontiguousarray(wood(chance, (WIDTH, HEIGHT)))
    for _ in range(int(chance.integers(1, 5))):
        middle = (float(chance.uniform(0, WIDTH)), float(chance.uniform(0, HEIGHT)))
        size = (float(chance.uniform(120, 420)), float(chance.uniform(80, 300)))
        turn = float(chance.uniform(0, 90))
        paper = float(chance.uniform(120, 225))
        cv2.fillConvexPoly(desk, cv2.boxPoints((middle, size, turn)).astype(np.int32), paper)
        if chance.random() < 0.5:
            _write(desk, middle, size, turn, paper * 0.4, chance)
    return np.asarray(cv2.GaussianBlur(desk, (0, 0), 0.9), dtype=np.float32)


def _write(
    desk: Light,
    middle: tuple[float, float],
    size: tuple[float, float],
    turn: float,
    ink: float,
    chance: np.random.Generator,
) -> None:
    along = np.array([math.cos(math.radians(turn)), math.sin(math.radians(turn))])
    down = np.array([-along[1], along[0]])
    for row in np.arange(-size[1] * 0.4, size[1] * 0.4, 16):
        at = -size[0] * 0.42
        while at < size[0] * 0.35:
            word = float(chance.uniform(8, 60))
            ends = [(np.array(middle) + along * x + down * row).astype(int).tolist() for x in (at, at + word)]
            cv2.line(desk, ends[0], ends[1], ink, thickness=2)
            at += word + 8


def _streak(clip: Clip, moment: Moment, corner: tuple[int, int], size: tuple[int, int]) -> Light:
    """A bright band across the card that wanders over it."""
    assert moment.streak is not None
    across = np.array([point[0] for point in moment.corners])
    down = np.array([point[1] for point in moment.corners])
    width = float(np.ptp(across))
    middle = float(across.min()) + width * moment.streak
    y, x = np.mgrid[corner[1] : corner[1] + size[1], corner[0] : corner[0] + size[0]].astype(np.float32)
    slant = np.float32(clip.phases[0] * 0.8 - 0.4)
    off = (x - middle + slant * (y - float(down.mean()))) / (clip.glare * width / 2)
    return np.asarray(_GLARE * np.exp(-(off**4)), dtype=np.float32)


if __name__ == "__main__":
    main()
