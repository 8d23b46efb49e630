"""The synthetic video: seeded, true to what it says of itself, and playable by what stands in for a camera."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.scan.cards import HEIGHT, WIDTH
from tests.scan.moved import RATE, Clip, Moment, Showing, clip_of
from tests.scan.printed import at_leisure
from tests.scan.video import Film, written
from validator.domain.code import CodeFormat
from validator.scan.acceptance import cards_of
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame, gray_of
from validator.scan.playing import FolderSource, VideoSource
from validator.scan.reader import Reader

READER = Reader(available_decoders(), cards_of(CodeFormat()))
CALM = replace(
    clip_of(7),
    light=0.9,
    exposure=0.004,
    lost=0.0,
    glare=0.0,
    tilt=10.0,
    roll=4.0,
    swing=0.0,
    module=2.2,
    tremor=0.3,
)


def at_rest(clip: Clip) -> int:
    return int((clip.start + clip.enter + clip.hold * 0.6) * RATE)


def grain(frame: GrayFrame) -> float:
    fine = frame.astype(np.float32) - cv2.GaussianBlur(frame.astype(np.float32), (0, 0), 1.5)
    return float(fine[:60, :60].std())


def test_a_frame_hangs_on_its_clip_and_number_alone() -> None:
    one, other = Film(clip_of(3)), Film(clip_of(3))
    assert one.packed(40) == other.packed(40)
    assert one.moments == other.moments
    assert clip_of(3) != clip_of(4)


def test_the_sensors_noise_is_new_in_each_frame() -> None:
    film = Film(replace(clip_of(3), gains=(1.0,), lost=0.0, grain=4.0))
    first, second = (
        film.frame(number).astype(int)[:60, :60] for number in (0, 1)
    )  # the desk alone: else they are one
    assert 2.0 < (first - second).std() < 16.0


def test_dark_frames_are_grainier_and_darker() -> None:
    light, dark = (Film(replace(CALM, light=share, grain=4.0, quality=95)).frame(0) for share in (1.0, 0.12))
    assert dark.mean() < 0.6 * light.mean()
    assert grain(dark) > 1.15 * grain(light)


@pytest.mark.parametrize("seed", range(8))
def test_a_card_comes_in_rests_whole_and_goes(seed: int) -> None:
    showing = Showing(clip_of(seed))
    moments = list(showing.moments())
    assert not moments[0].whole
    assert moments[at_rest(showing.clip)].whole
    assert not moments[-1].whole
    whole = [moment.number for moment in moments if moment.whole]
    assert whole == list(range(whole[0], whole[-1] + 1))
    assert moments[whole[0]].smear > moments[at_rest(showing.clip)].smear


@pytest.mark.parametrize("bars", [False, True])
def test_whole_is_when_all_corners_of_a_symbol_are_in_the_frame(bars: bool) -> None:
    def within(moment: Moment) -> bool:
        return any(all(0 <= x < WIDTH and 0 <= y < HEIGHT for x, y in each) for each in moment.symbols)

    showing = Showing(clip_of(11) if bars else replace(clip_of(11), bars=None))
    moments = list(showing.moments())
    assert [moment.whole for moment in moments] == [within(moment) for moment in moments]
    assert len(moments[0].symbols) == 1 + bars


def test_corners_are_where_the_card_is_seen() -> None:
    film = Film(CALM)
    number = at_rest(CALM)
    look = READER.glance(film.frame(number), at_leisure)
    assert look.symbol is not None
    assert look.key == CALM.code
    found, moment = np.array(look.symbol.corners).mean(0), film.moments[number]
    truths = [np.array(symbol).mean(0) for symbol in moment.symbols]
    assert min(float(np.linalg.norm(found - truth)) for truth in truths) < 12


def test_blur_is_as_long_as_the_way_within_the_exposure() -> None:
    def sharpness(exposure: float) -> float:
        film = Film(replace(CALM, exposure=exposure, grain=0.5, quality=95))
        number = int((CALM.start + CALM.enter * 0.75) * RATE)
        moment = film.moments[number]
        left, top = np.maximum(np.min(moment.corners, axis=0).astype(int), 0)
        right, bottom = np.max(moment.corners, axis=0).astype(int)
        return float(cv2.Laplacian(film.frame(number)[top:bottom, left:right], cv2.CV_32F).std())

    assert sharpness(0.03) < 0.6 * sharpness(0.001)
    quick, slow = (Showing(replace(CALM, exposure=each)).moment(20).smear for each in (0.02, 0.002))
    assert quick > 5 * slow


def test_the_lens_hunts_and_settles() -> None:
    clip = replace(CALM, lost=2.5, hunt=(0.15, 0.15))
    sigmas = [moment.defocus for moment in Showing(clip).moments()]
    assert max(sigmas) > 2.4
    assert abs(sigmas[at_rest(clip)] - clip.blur) < 0.2
    falls = np.sign(np.diff(sigmas[sigmas.index(max(sigmas)) :]))
    assert (falls[falls != 0][:-1] != falls[falls != 0][1:]).sum() >= 1  # past the right place, and back


def test_a_written_clip_can_stand_in_for_a_camera(tmp_path: Path) -> None:
    clip = replace(CALM, start=0.0, enter=0.05, hold=0.1, leave=0.02)
    sources = (
        VideoSource(written(clip, tmp_path), pause=0),
        FolderSource(written(clip, tmp_path, pictures=True), pause=0, looks=1),
    )
    truth = json.loads((tmp_path / "clip-7.json").read_text())
    assert len(truth["frames"]) == clip.frames
    assert clip.code not in " ".join(str(path) for path in tmp_path.rglob("*"))
    number = int(0.1 * RATE)
    assert truth["frames"][number]["whole"]
    for source in sources:
        source.open()
        frames = [source.next_frame() for _ in range(clip.frames + 1)]
        source.close()
        assert frames.pop() is None
        frame = frames[number]
        assert frame is not None
        assert READER.look(gray_of(frame.pixels), ticks=at_leisure).key == clip.code
