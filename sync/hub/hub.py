"""The hub as its commands, its web address and the demo use it: one folder, one database, one clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from sync.hub import settings
from sync.hub.database import Database
from sync.hub.register import Register
from sync.hub.vault import Vault
from validator.clock import Clock, SystemClock
from validator.domain.card import TokenKey
from validator.domain.code import CodeFormat
from validator.domain.network import RULES_2018, RULES_2025
from validator.errors import ConfigError, StoreReadOnly
from validator.signing import Signer

DATABASE_FILE = "hub.db"


@dataclass(frozen=True)
class Hub:
    """An open hub. Made by `create` or `open`; closed by `close` or as a context manager."""

    folder: Path
    database: Database
    vault: Vault
    clock: Clock
    signer: Signer
    token_key: TokenKey

    @classmethod
    def create(
        cls,
        folder: Path,
        url: str = "",
        clock: Clock | None = None,
        *,
        name: str = "Kaikukortti",
        code_format: CodeFormat | None = None,
        demo_offset: timedelta = timedelta(0),
    ) -> Hub:
        """A new, empty hub: keys, settings and the two rule sets.

        Args:
            folder: where the key, the snapshots and (without ``url``) the database live; made if need be.
            url: a PostgreSQL URL, or "" for SQLite in the folder.
            clock: None for the machine's clock, shifted by ``demo_offset``.
            name: the network's.
            code_format: what its codes look like; None for ten signs with a check character.
            demo_offset: how far the demo's clock is from the machine's; fixed here for good.

        Raises:
            ConfigError: there is a hub already, or the URL cannot be used.
            StoreError: the folder or the database cannot be used.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreReadOnly("the hub's folder cannot be made") from error
        database = Database.open(_url(folder, url))
        try:
            with database.write() as tx:
                _need_hub(tx, there=False)
                vault = Vault.make(folder)
                settings.make_keys(tx, vault)
                settings.write(database, tx, settings.NAME, name)
                form = settings.format_row(code_format or CodeFormat())
                settings.write(database, tx, settings.CODE_FORMAT, form)
                settings.write(database, tx, settings.DEMO_OFFSET, demo_offset.total_seconds())
                now = (clock or SystemClock(demo_offset)).now()
                register = Register(database, tx, vault, settings.token_key(tx, vault), now)
                for rules in (RULES_2018, RULES_2025):
                    register.put_rule_set(rules)
            return cls._over(folder, database, vault, clock)
        except BaseException:
            database.close()
            raise

    @classmethod
    def open(cls, folder: Path, url: str = "", clock: Clock | None = None) -> Hub:
        """A hub that was created before; arguments as for `create`.

        Raises:
            ConfigError: there is no hub in this place, or the URL cannot be used.
            KeyMissing: its key is not there.
            StoreError: the database cannot be used.
        """
        if not url and not (folder / DATABASE_FILE).is_file():
            raise ConfigError("there is no hub in this folder: make one with init")
        database = Database.open(_url(folder, url))
        try:
            with database.read() as tx:
                _need_hub(tx, there=True)
            return cls._over(folder, database, Vault.load(folder), clock)
        except BaseException:
            database.close()
            raise

    @classmethod
    def _over(cls, folder: Path, database: Database, vault: Vault, clock: Clock | None) -> Hub:
        with database.read() as tx:
            offset = timedelta(seconds=settings.read(tx, settings.DEMO_OFFSET) or 0)
            signer, key = settings.signer(tx, vault), settings.token_key(tx, vault)
        return cls(folder, database, vault, clock or SystemClock(offset), signer, key)

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def change(self) -> Iterator[Register]:
        """The register for writing, in one transaction."""
        with self.database.write() as tx:
            yield Register(self.database, tx, self.vault, self.token_key, self.clock.now())

    @contextmanager
    def read(self) -> Iterator[Register]:
        """The register for reading, as it stands at one moment."""
        with self.database.read() as tx:
            yield Register(self.database, tx, self.vault, self.token_key, self.clock.now())


def _url(folder: Path, url: str) -> str:
    return url or f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"


def _need_hub(tx: Connection, *, there: bool) -> None:
    if (settings.read(tx, settings.NAME) is not None) is not there:
        raise ConfigError(
            "there is no hub in this database: make one with init"
            if there
            else "there is a hub in this place already"
        )
