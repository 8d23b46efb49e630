"""The register: which file holds the card list now, how a new one takes its place, and what becomes of the old one.

Rules
1. The ledger names the file in use. A new list is built in a new file, verified, and used once its name is committed there.
2. A file is never renamed over another. An old one goes when its last reader, in whatever process, has let it go.
3. A register can always be had again from the hub: one that cannot be read is given up, and the desk says that it has no list.
4. A lookup never waits for a list to be built or a delta to be taken.

Use: ``name = registers.build(...)``, then ``tx.use_register(name, stamp)`` in the ledger, then ``registers.switch(name)``.
A delta: ``registers.apply_delta(...)``, then ``tx.use_register(registers.name, stamp)``: were the desk to fall between the two, the
next delta begins at the version before and is taken again.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Self

from validator.domain.card import Card, CardToken
from validator.domain.network import Network
from validator.errors import BugError, StoreDamaged, StoreTooNew
from validator.store import building, engine
from validator.store.building import Progress
from validator.store.cards import CardFile, Listed
from validator.store.ledger import Ledger


class Registers:
    """The card list in use. Safe to share between threads."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._lock = threading.Lock()
        self._current: _InUse | None = None

    @classmethod
    def open(cls, folder: Path, key: bytes, ledger: Ledger) -> Self:
        """Open the list that the ledger names, and clean away what builds that came to nothing have left.

        A list that is missing, damaged or a newer program's is given up: the ledger then names none.

        Args:
            folder: the ledger's folder.
            key: 32 random bytes.
            ledger: names the file in use.

        Raises:
            StoreError: the file is there but cannot be used just now.
        """
        registers = cls(folder, key)
        with ledger.read() as tx:
            name = tx.register_in_use()
        if name is not None:
            try:
                registers.switch(name)
            except (StoreDamaged, StoreTooNew):
                registers.give_up(ledger)
        for path in folder.glob("register-*.db"):
            if path.name != registers.name:
                registers._discard(path)
        return registers

    @property
    def name(self) -> str | None:
        """The name of the file in use, or None where there is no list."""
        current = self._current
        return None if current is None else current.path.name

    @property
    def damaged(self) -> bool:
        """Whether the file in use has turned out unreadable: then it serves as no list, until `give_up` or a new one."""
        current = self._current
        return current is not None and current.damaged

    def find(self, token: CardToken) -> Card | None:
        """The card with this token, or None where it is not in the list or there is none."""
        with self._reader() as file:
            return None if file is None else file.find(token)

    def count(self) -> int:
        """How many cards the list holds."""
        with self._reader() as file:
            return 0 if file is None else file.count()

    def version(self) -> int:
        """The version that the file holds; 0 where there is no list."""
        with self._reader() as file:
            return 0 if file is None else file.version()

    def network(self) -> Network:
        """The programme; empty where there is no list."""
        with self._reader() as file:
            return Network() if file is None else file.network()

    def build(
        self,
        version: int,
        network: Network,
        rows: Iterable[tuple[CardToken, Card]],
        count: int,
        stop: Event,
        progress: Progress = lambda _done, _all: None,
    ) -> str | None:
        """Write a complete list into a new file and verify its count.

        Args:
            version: the list's version.
            network: the programme.
            rows: every card; read once. What it raises goes through, and nothing is left of the file.
            count: how many cards there must be.
            stop: set to give it up.
            progress: called with the cards done and ``count``.

        Returns:
            The file's name for the ledger, or None where ``stop`` was set.

        Raises:
            HubGarbled: not as many cards as announced, or one twice.
            StoreError: the file cannot be written.
        """
        return self.have_built(
            version,
            lambda path, key: building.build(path, key, version, network, rows, count, progress, stop),
        )

    def have_built(self, version: int, write: Callable[[Path, bytes], bool]) -> str | None:
        """The same, written by whomever.

        Args:
            version: the list's version.
            write: writes the file of this name under this key, as `building.build` does; False where it was given up. What it
                raises goes through, and nothing is left of the file.

        Returns:
            The file's name for the ledger, or None where it was given up.
        """
        path = self._folder / f"register-{version}-{secrets.token_hex(4)}.db"
        finished = False
        try:
            finished = write(path, self._key)
        finally:
            if not finished:
                _remove(path)
        return path.name if finished else None

    def apply_delta(
        self,
        version: int,
        rows: Iterable[Listed],
        network: Network | None = None,
        count: int | None = None,
    ) -> bool:
        """Bring the list in use up to ``version``; all of it or nothing.

        Args:
            version: the version that the list then has.
            rows: cards that are new or changed by their tokens; None for a token that is gone.
            network: the whole programme, where it has changed.
            count: how many cards the list then has; None where the delta is not the last of several.

        Returns:
            False where the file already is that far.

        Raises:
            HubGarbled: the count does not fit; take the complete list.
            StoreError: the file cannot be written.
        """
        with self._reader() as file:
            if file is None:
                raise BugError("a delta needs a list")
            return file.apply(version, rows, network, count)

    def switch(self, name: str | None) -> None:
        """Use this file, which the ledger names; nothing happens where it already is. None: there is no list.

        Raises:
            StoreDamaged: it is missing, no register, or its key does not fit; the one before stays in use.
            StoreTooNew: a newer program wrote it.
            StoreError: it cannot be used just now.
        """
        if name == self.name:
            return
        fresh = None if name is None else self._open(name)
        with self._lock:
            before, self._current = self._current, fresh
            if before is not None:
                before.retired = True
        if before is not None:
            self._let_go(before)

    def give_up(self, ledger: Ledger) -> None:
        """Note in the ledger that there is no list: the one in use cannot be read. The next sync fetches it anew."""
        with ledger.write() as tx:
            tx.drop_register()
        self.switch(None)

    def close(self) -> None:
        """Let the file go; it stays where it is."""
        with self._lock:
            before, self._current = self._current, None
        if before is not None:
            before.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, name: str) -> _InUse:
        path = self._folder / name
        if not path.is_file():
            raise StoreDamaged(f"{name}: the file is missing", file=name)
        return _InUse(path, CardFile(path, self._key))

    @contextmanager
    def _reader(self) -> Iterator[CardFile | None]:
        """The file in use; it stays open for as long as the block lasts, also if it is switched meanwhile."""
        with self._lock:
            current = self._current
            if current is not None:
                current.readers += 1
        try:
            yield None if current is None or current.damaged else current.file
        except StoreDamaged:
            if current is not None:
                current.damaged = True
            raise
        finally:
            if current is not None:
                with self._lock:
                    current.readers -= 1
                self._let_go(current)

    def _let_go(self, use: _InUse) -> None:
        """Close and remove a file that has been replaced, once its last reader is done."""
        with self._lock:
            if not use.retired or use.readers or use.gone:
                return
            use.gone = True
        use.file.close()
        self._discard(use.path)

    def _discard(self, path: Path) -> None:
        if engine.is_unused(path, self._key):
            _remove(path)


class _InUse:
    """An open file and who reads it."""

    def __init__(self, path: Path, file: CardFile) -> None:
        self.path = path
        self.file = file
        self.readers = 0
        self.damaged = False
        self.retired = False
        self.gone = False


def _remove(path: Path) -> None:
    """Remove a file with its companions, itself last; what another program holds open on Windows stays for the next time."""
    for each in (Path(f"{path}-wal"), Path(f"{path}-shm"), path):
        with suppress(OSError):
            each.unlink(missing_ok=True)
