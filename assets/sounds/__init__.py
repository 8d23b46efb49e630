"""The two soft sounds, and how they are made: ``python -m assets.sounds`` writes the files anew.

Sines that swell and fade, nothing sampled and nothing of anybody else's: short, low, far from any alarm.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Mapping

RATE = 22_050
LOUDNESS = 0.18
"""Of the most that a file can hold."""

SOUNDS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "read": ((523.25, 0.11),),
    "saved": ((523.25, 0.10), (659.25, 0.18)),
}
"""By the file's name: tones one after the other, in hertz and seconds."""


def wav(tones: tuple[tuple[float, float], ...]) -> bytes:
    """The file of some tones: one channel, 16 bits."""
    samples = [sample for pitch, seconds in tones for sample in _tone(pitch, round(seconds * RATE))]
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


def _tone(pitch: float, count: int) -> list[int]:
    """One sine, from silence to silence, so that nothing clicks."""
    most = LOUDNESS * 32_767
    return [
        round(most * math.sin(math.pi * at / count) ** 2 * math.sin(2 * math.pi * pitch * at / RATE))
        for at in range(count)
    ]
