"""The demo with its windows, as processes: opened, and all ended together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE = 60.0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_ending_the_demo_ends_its_hub_and_its_windows(tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-c", "from ui.program import main; main()", "demo", "--desks", "2"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    demo = subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert demo.stderr is not None
    said = [demo.stderr.readline(), demo.stderr.readline()]
    assert said[0].startswith("The demo's hub is at http://127.0.0.1:")
    assert said[1] == "2 open.\n"
    os.kill(demo.pid, how)
    rest = demo.communicate(timeout=PATIENCE)[1]
    assert (demo.returncode, rest) == (130, "")
    with pytest.raises(ProcessLookupError):
        os.killpg(demo.pid, 0)
