"""A folder of real photographs with the texts that they hold, for measuring; the bench goes without it where it is not there.

`manifest.json` in the folder: a list of ``{"path", "format", "text"}``; without a format there is no readable code in the picture.

1. The split into two halves hangs on a seed, and pictures of one text are in one half: nothing is learnt of what is measured.
2. A frame is a picture laid on a desk of 1280 x 720 at a place of its own, made smaller only where it would not fit.
3. A webcam's frame is the picture as somebody holds it: 640 x 480, rolled by any angle, a little soft, grainy and compressed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from validator.domain.code import Symbology
from validator.scan.pixels import GrayFrame

SPLIT_SEED = 20181013
WIDTH, HEIGHT = 1280, 720
WEBCAM = (640, 480)

_NAMES = {symbology.value: symbology for symbology in Symbology} | {"QRCode": Symbology.QR}


@dataclass(frozen=True, slots=True)
class Photo:
    """One photograph.

    Attributes:
        path: within the folder.
        symbology: of the code in it; None where nothing may be read.
        text: what the code holds.
    """

    path: str
    symbology: Symbology | None
    text: str
    folder: Path

    @property
    def is_training(self) -> bool:
        """Whether it belongs to the half that steps are chosen by."""
        key = f"{SPLIT_SEED}:{self.text or self.path}".encode()
        return hashlib.sha256(key).digest()[0] < 128

    @property
    def is_picture(self) -> bool:
        """Whether it can be unpacked: among those without a code are some files that cannot."""
        return cv2.haveImageReader(str(self.folder / self.path)) and self._pixels() is not None

    def gray(self) -> GrayFrame:
        """Its pixels."""
        pixels = self._pixels()
        if pixels is None:
            raise AssertionError(f"no picture: {self.path}")
        return np.asarray(pixels, dtype=np.uint8)

    def _pixels(self) -> npt.NDArray[np.integer | np.floating] | None:
        return cv2.imread(str(self.folder / self.path), cv2.IMREAD_GRAYSCALE)


def photos_in(folder: Path) -> list[Photo]:
    """All photographs of a folder; none where there is no such folder."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return []
    rows = json.loads(manifest.read_text(encoding="utf-8"))
    return [
        Photo(row["path"], _NAMES[row["format"]] if row["format"] else None, row["text"] or "", folder)
        for row in rows
    ]


def turns(gray: GrayFrame, quarters: tuple[int, ...] = (0, 1)) -> Iterator[GrayFrame]:
    """The picture upright and lying."""
    for quarter in quarters:
        yield np.ascontiguousarray(np.rot90(gray, quarter))


def in_frame(gray: GrayFrame, seed: int) -> GrayFrame:
    """The picture on a desk, somewhere in a camera's frame."""
    chance = np.random.default_rng(seed)
    frame = desk(seed)
    height, width = gray.shape
    factor = min(1.0, WIDTH / width, HEIGHT / height)
    if factor < 1:
        size = (max(1, int(width * factor)), max(1, int(height * factor)))
        gray = np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    height, width = gray.shape
    top, left = (int(chance.integers(0, room + 1)) for room in (HEIGHT - height, WIDTH - width))
    frame[top : top + height, left : left + width] = gray
    return frame


def desk(seed: int) -> GrayFrame:
    """Wood, light from one side, a few sheets of paper with edges; nothing to read."""
    chance = np.random.default_rng([seed, 1])
    grain = cv2.GaussianBlur(chance.normal(0, 40, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 25, sigmaY=2)
    light = np.linspace(chance.uniform(-30, 0), chance.uniform(0, 30), WIDTH, dtype=np.float32)
    frame = chance.uniform(80, 170) + grain + light
    for _ in range(int(chance.integers(1, 5))):
        middle = (float(chance.uniform(0, WIDTH)), float(chance.uniform(0, HEIGHT)))
        size = (float(chance.uniform(80, 400)), float(chance.uniform(40, 300)))
        corners = cv2.boxPoints((middle, size, float(chance.uniform(0, 90)))).astype(np.int32)
        cv2.fillConvexPoly(frame, corners, float(chance.uniform(60, 240)))
    soft = cv2.GaussianBlur(frame, (0, 0), 0.8) + chance.normal(0, 2.5, frame.shape)
    return np.asarray(np.clip(soft, 0, 255), dtype=np.uint8)


def as_held(gray: GrayFrame, seed: int) -> GrayFrame:
    """The picture as a webcam of 640 x 480 sees it in a hand."""
    chance = np.random.default_rng([seed, 2])
    width, height = WEBCAM
    factor = min(1.0, 1.1 * width / gray.shape[1], 1.1 * height / gray.shape[0])
    matrix = cv2.getRotationMatrix2D(
        (gray.shape[1] / 2, gray.shape[0] / 2), float(chance.uniform(-45, 45)), factor
    )
    matrix[:, 2] += (width / 2 - gray.shape[1] / 2, height / 2 - gray.shape[0] / 2)
    if factor < 1:
        gray = np.asarray(cv2.GaussianBlur(gray, (0, 0), 0.4 / factor), dtype=np.uint8)
    held = cv2.warpAffine(gray, matrix, WEBCAM, borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(held, (0, 0), float(chance.uniform(0.3, 0.7))).astype(np.float32)
    grainy = np.clip(soft + chance.normal(0, 4, soft.shape), 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", grainy, [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(60, 90))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
