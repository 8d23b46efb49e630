"""The soak's processes: PostgreSQL, the hub with its workers, the desks. Each is started, killed, and started again."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import psycopg

from tests.sync.postgres import Cluster

ROOT = Path(__file__).parents[2]
_TICK = 0.1
_PATIENCE = 60.0
_END_SECONDS = 30.0
_HUB = "from sync.hub.cli import main; main()"


@dataclass
class House:
    """One process, and whether it is to be up."""

    name: str
    logs: Path
    process: subprocess.Popen[str] | None = None
    due: float = 0.0

    @property
    def is_up(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Start it."""
        with (self.logs / f"{self.name}.log").open("a") as said:
            self.process = self._started(said)

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(_PATIENCE)
            if self.process.stdin is not None:
                with suppress(OSError):
                    self.process.stdin.close()
        self.process = None

    def _started(self, said: IO[str]) -> subprocess.Popen[str]:
        raise NotImplementedError


@dataclass
class Postgres(House):
    """The database, on its own folder."""

    cluster: Cluster = field(kw_only=True)

    def ready(self) -> None:
        """Wait until it answers; where it ended instead (an old process still held its memory), start it again."""
        nothing = threading.Event()
        for _ in range(int(_PATIENCE / _TICK)):
            if not self.is_up:
                self.start()
            with suppress(psycopg.OperationalError), psycopg.connect(self.cluster.url):
                return
            nothing.wait(_TICK)
        raise AssertionError("PostgreSQL does not come up again from its folder")

    def kill_a_session(self, dice: random.Random) -> None:
        """Kill one of its processes: it then throws all of them out, and recovers."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        sessions = [int(pid) for pid in children if b"postgres: postgres" in _command(int(pid))]
        if sessions:
            _kill(dice.choice(sessions))

    def _started(self, said: IO[str]) -> subprocess.Popen[str]:
        return self.cluster.start(said.fileno(), fsync="on")


@dataclass
class HubHouse(House):
    """The hub's parent with its workers."""

    folder: Path = field(kw_only=True)
    url: str = field(kw_only=True)
    port: int = field(kw_only=True)
    workers: int = field(kw_only=True)

    def ready(self) -> None:
        """Wait until it listens."""
        nothing = threading.Event()
        for _ in range(int(_PATIENCE / _TICK)):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), _TICK):
                return
            nothing.wait(_TICK)
        raise AssertionError("the hub does not come up")

    def workers_up(self) -> list[int]:
        """The workers' process ids."""
        if self.process is None:
            return []
        with suppress(OSError):
            path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
            return [pid for pid in map(int, path.read_text().split()) if b"spawn_main" in _command(pid)]
        return []

    def kill_a_worker(self, dice: random.Random) -> bool:
        """Kill one worker; whether there was one."""
        workers = self.workers_up()
        if workers:
            _kill(dice.choice(workers))
        return bool(workers)

    def end(self) -> int:
        """Ask it to end."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(_PATIENCE)

    def _started(self, said: IO[str]) -> subprocess.Popen[str]:
        place = ["--data", str(self.folder), "--port", str(self.port), "--workers", str(self.workers)]
        # The address of the database has no place in a list of processes.
        environment = os.environ | {"KAIKUPORTTI_HUB_DATABASE": self.url}
        return subprocess.Popen(
            [sys.executable, "-c", _HUB, "serve", *place],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=said,
            text=True,
        )


@dataclass
class DeskHouse(House):
    """One desk."""

    folder: Path = field(kw_only=True)
    desk: str = field(kw_only=True)
    venues: tuple[str, ...] = field(kw_only=True)
    visit: str = field(kw_only=True)
    seed: int = field(kw_only=True)
    runs: int = 0
    resting: bool = False

    def rest(self) -> None:
        """Give no more, and only go on telling."""
        self.resting = True
        if self.is_up and self.process is not None and self.process.stdin is not None:
            self.process.stdin.write("rest\n")
            self.process.stdin.flush()

    def end(self) -> int:
        """Ask it to end."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(_END_SECONDS)

    def _started(self, said: IO[str]) -> subprocess.Popen[str]:
        self.runs += 1
        command = [
            sys.executable,
            "-m",
            "tests.soak.desk",
            str(self.folder),
            str(self.seed + self.runs),
            self.visit,
        ]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=said, text=True)
        assert process.stdin is not None
        if self.resting:
            process.stdin.write("rest\n")
            process.stdin.flush()
        return process


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""
