"""Write the sound files anew, beside this."""

from __future__ import annotations

from pathlib import Path

from assets.sounds import SOUNDS, wav

if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        Path(__file__).with_name(f"{name}.wav").write_bytes(wav(tones))
