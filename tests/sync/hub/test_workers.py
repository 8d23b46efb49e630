"""A hub of several processes: it answers, outlives each of them, and is gone with its parent."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from sync.hub.hub import Hub
from sync.hub.server import Listening
from sync.hub.workers import MOST, Place, Workers
from sync.wire import SyncAnswer
from tests.sync.stage import SetClock, Till, set_the_stage
from validator.errors import ConfigError

HUB = [sys.executable, "-c", "from sync.hub.cli import main; main()"]
ROOT = Path(__file__).parents[3]
PATIENCE = 60.0

posix = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for processes in /proc")


def workers_of(parent: int) -> list[int]:
    """The parent's workers, oldest first."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [pid for pid in map(int, children) if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [*HUB, "serve", "--data", str(folder), "--workers", "2", "--port", "0", *options]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            assert said.startswith("listening on ")
            yield said.split()[-1], process
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    with Hub.create(tmp_path / "hub", "", clock) as hub:
        set_the_stage(hub)
    return tmp_path / "hub"


@pytest.mark.long
@posix
def test_it_outlives_its_workers_and_ends_when_asked(folder: Path, clock: SetClock) -> None:
    with Hub.open(folder, clock=clock) as hub:
        till = Till.at(hub)
        headers = {"Authorization": f"Bearer {till.token}"}
        with served(folder) as (url, process):
            before = workers_of(process.pid)
            killed = before[0]
            assert len(before) == 2

            def push(body: bytes) -> list[str]:
                """Until it is answered: a line to a worker that is gone breaks."""
                for _ in range(20):
                    try:
                        said = httpx.post(f"{url}/v1/sync", content=body, headers=headers, trust_env=False)
                    except httpx.TransportError:
                        continue
                    return [each.status for each in SyncAnswer.model_validate_json(said.content).answers]
                return []

            event = till.give(1)
            assert push(till.body(event)) == ["accepted"]
            os.kill(killed, signal.SIGKILL)
            assert push(till.body(event)) == ["duplicate"]
            assert process.stderr is not None
            assert "another takes its place" in process.stderr.readline()
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
            # Nobody is left to write.
            assert process.stderr.read() == ""


@posix
@pytest.mark.long
def test_workers_end_with_their_parent_and_leave_its_address_free(folder: Path) -> None:
    with served(folder) as (url, process):
        ends = [os.pidfd_open(worker) for worker in workers_of(process.pid)]
        process.kill()
        process.wait(PATIENCE)
        for end in ends:
            assert select.select([end], [], [], PATIENCE)[0], "a worker outlives its parent"
            os.close(end)
        with served(folder, "--port", url.rpartition(":")[2]) as (again, _):
            assert again == url


@posix
@pytest.mark.long
def test_workers_that_come_up_after_their_parent_has_gone_say_nothing(folder: Path) -> None:
    command = [*HUB, "serve", "--data", str(folder), "--workers", "2", "--port", "0"]
    pause, ends = threading.Event(), list[int]()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            while len(workers := workers_of(process.pid)) < 2:
                assert process.poll() is None
                pause.wait(0.01)
            ends = [os.pidfd_open(worker) for worker in workers]
        finally:
            process.kill()
        for end in ends:
            assert select.select([end], [], [], PATIENCE)[0], "a worker outlives its parent"
            os.close(end)
        assert process.stderr is not None
        said = process.stderr.read()
        # Killed between making a worker and telling it what to run: what the worker says then is Python's, not ours to keep back.
        assert re.fullmatch(r"(Traceback.*EOFError: Ran out of input\n)?", said, re.DOTALL), said
        assert said.count("Traceback") == said.count("EOFError: Ran out of input\n")


def test_what_is_the_matter_is_said_before_a_worker_is_made(folder: Path, tmp_path: Path) -> None:
    for count in (0, MOST + 1):
        with pytest.raises(ConfigError):
            Workers(Place(folder), Listening(port=0), count)
    with pytest.raises(ConfigError):
        Workers(Place(tmp_path / "nothing"), Listening(port=0), 2)
    with pytest.raises(ConfigError):
        Workers(Place(folder), Listening("192.0.2.1"), 2)
