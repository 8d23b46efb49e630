"""A complete card list put into a register: a short one here, a long one by a process apart.

1. A million rows are a minute of Python, of which the threads of a program share one: whoever stands at the desk would wait for it
   again and again. So a long list is read and written by a child, at a lower priority, and the desk only hears how far it is.
2. What the child is told travels through a pipe: no key is in a command line or on the disk.
3. The child ends when it is done, when the desk wants to stop, or when the desk is gone. What it leaves then no ledger names: it
   is cleaned away as any other half of a list.
4. An error of the world is the same error here. One of ours comes without its text, which could quote a row.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from sync import snapshot
from sync.wire import Manifest
from validator.domain.network import Network
from validator.errors import BugError, KnownError, StoreError
from validator.priority import give_way
from validator.store import building
from validator.store.building import Progress

APART_FROM = 20_000
"""Cards from which a child is worth its start: half a second, in which as many are written here."""

NAME = "listing"
TOLD_EVERY = 0.1
"""Seconds between two words of the child about how far it is."""

_LOOK = 0.2
"""Seconds between two looks at ``stop``."""
_GOODBYE = 5.0
_LOWER = 10

# Everywhere alike, and nothing of the desk's files and sockets goes along.
_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be made of a list that was fetched.

    Attributes:
        listed: the fetched file.
        manifest: what it has to be; verified before.
        network: the programme that goes with it.
    """

    listed: Path
    manifest: Manifest = field(repr=False)
    network: Network = field(repr=False)

    def write(self, path: Path, key: bytes, progress: Progress, stop: threading.Event) -> bool:
        """Write the register ``path`` under ``key``; False where ``stop`` was set meanwhile.

        Raises:
            HubGarbled: the fetched file is not what the manifest says; it is removed.
            StoreError: the register cannot be written.
        """
        if self.manifest.count < APART_FROM:
            return self._write_here(path, key, progress, stop)
        return self._write_apart(path, key, progress, stop)

    def _write_here(self, path: Path, key: bytes, progress: Progress, stop: threading.Event) -> bool:
        rows = snapshot.cards(self.listed, self.manifest)
        manifest = self.manifest
        return building.build(path, key, manifest.version, self.network, rows, manifest.count, progress, stop)

    def _write_apart(self, path: Path, key: bytes, progress: Progress, stop: threading.Event) -> bool:
        hears, tells = _spawn.Pipe(duplex=False)
        with closing(hears):
            child = _spawn.Process(target=_serve, args=(tells, self, path, key), name=NAME, daemon=True)
            try:
                with closing(tells):  # once only the child holds it, its end is heard of
                    child.start()
            except OSError as error:
                raise StoreError(f"{path.name}: no process can be started", file=path.name) from error
            done = False
            try:
                done = _followed(hears, path, progress, stop)
            finally:
                child.join(_GOODBYE if done else 0)
                child.kill()
                child.join(_GOODBYE)
                with suppress(ValueError):  # not even killed: the system will see to it
                    child.close()
            return done


def _followed(hears: Connection, path: Path, progress: Progress, stop: threading.Event) -> bool:
    """Listen to the child until it is done."""
    while not stop.is_set():
        if not hears.poll(_LOOK):
            continue
        try:
            said = hears.recv()
        except EOFError:
            raise StoreError(f"{path.name}: the process that writes it ended", file=path.name) from None
        if isinstance(said, _Far):
            progress(said.done, said.whole)
        elif isinstance(said, _Failed):
            raise said.kind(said.text, **said.details)
        else:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Far:
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class _Failed:
    kind: Callable[..., Exception]
    text: str
    details: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Done:
    pass


def _serve(tells: Connection, listing: Listing, path: Path, key: bytes) -> None:
    """The child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl+C is the desk's
    give_way(_LOWER)
    late = 0.0

    def progress(done: int, whole: int) -> None:
        nonlocal late
        if done == whole or time.monotonic() >= late:
            late = time.monotonic() + TOLD_EVERY
            tells.send(_Far(done, whole))

    told: _Done | _Failed = _Done()
    try:
        listing._write_here(path, key, progress, threading.Event())  # noqa: SLF001  (our own, in another process)
    except KnownError as error:
        told = _Failed(type(error), str(error), error.details)
    except BrokenPipeError:
        return  # the desk is gone
    except Exception as error:  # noqa: BLE001  (rule 4)
        told = _Failed(BugError, f"a list could not be made: {type(error).__name__}", {})
    with suppress(BrokenPipeError):
        tells.send(told)
