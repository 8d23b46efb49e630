"""What the process that reads holds, what it leaves to the desk, and that it ends with it."""

from __future__ import annotations

import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.scan.printed import CODE, card, on_desk
from tests.scan.processes import PATIENCE, linux, named, pids, posix, reading, shadow
from validator.domain.code import CodeFormat
from validator.scan.acceptance import Look
from validator.scan.apart import Apart
from validator.scan.child import MEMORY

ROOT = Path(__file__).resolve().parents[2]
FORMAT = CodeFormat()
SHOWN = on_desk(card(CODE))


@posix
@pytest.mark.long
def test_ctrl_c_is_for_the_desk_alone() -> None:
    apart = Apart()
    ours = apart.reader(FORMAT)
    before = pids()
    with apart:
        assert ours.look(SHOWN) == Look(faults=1)  # it starts
        (pid,) = pids() - before
        os.kill(pid, signal.SIGINT)
        apart.make_ready()
        os.kill(pid, signal.SIGINT)
        assert ours.look(SHOWN).key == CODE
    assert apart.tally.died == 0


@linux
@pytest.mark.long
def test_it_holds_nothing_of_the_desks_and_leaves_nothing_on_a_disk(tmp_path: Path) -> None:
    import resource

    with (
        socket.create_server(("127.0.0.1", 0)),
        closing(sqlite3.connect(tmp_path / "ledger.db")) as file,
        reading(Apart()) as pid,
    ):
        file.execute("create table held (thing)")
        held = {str(each.readlink()) for each in Path(f"/proc/{pid()}/fd").iterdir()}
        assert any(each.startswith("/memfd:kaikuportti") for each in held)
        assert [
            each for each in held if not each.startswith(("pipe:", "/memfd:kaikuportti", "/dev/null"))
        ] == []
        assert resource.prlimit(pid(), resource.RLIMIT_CORE) == (0, 0)
        assert resource.prlimit(pid(), resource.RLIMIT_DATA)[0] == MEMORY
        assert named() == []


PARENT = """
import multiprocessing, sys
import numpy as np
from validator.scan.apart import Apart, Patience
apart = Apart(Patience(picture=float(sys.argv[1])))
apart.make_ready()
print(multiprocessing.active_children()[0].pid, flush=True)
if sys.argv[2]:
    apart.reader().study(np.random.default_rng(1).integers(0, 255, (300, 300), np.uint8))
sys.stdin.read()
"""
HANGING = """
import os
class ZBarSymbol(type):
    def __class_getitem__(cls, name): return name
def decode(image, symbols):
    if len(set(image[0])) > 9:
        open(os.environ["HANGS"], "w").close()
        while True: pass
    return []
"""


@linux
@pytest.mark.long
@pytest.mark.parametrize("hangs", ["", "hangs"])
def test_it_ends_with_its_parent(hangs: str, tmp_path: Path) -> None:
    """Killed, so that the parent cannot say good-bye; also while a library does not come back from a picture."""
    shadow(tmp_path, "pyzbar/__init__", "")
    shadow(tmp_path, "pyzbar/pyzbar", HANGING)
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    told = tmp_path / "told"
    os.mkfifo(told)
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, "1", hangs],
        env=os.environ | {"PYTHONPATH": path, "HANGS": str(told)},
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = os.pidfd_open(int(parent.stdout.readline()))
    if hangs:
        told.read_bytes()  # now it does
    parent.kill()
    _, said = parent.communicate()  # until the last of them that could say something is gone
    assert select.select([child], [], [], PATIENCE)[0] == [child]
    os.close(child)
    assert said == ""
    assert named() == []
