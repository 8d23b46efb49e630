"""The hub as its commands, its web address and the demo use it: one folder, one database, one clock.

What it says to a desk is in `sync.hub.talk`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from sync.hub import attempts, setaside, settings, trust
from sync.hub.database import Database
from sync.hub.enrolment import Desk, OneTimeCode, admit, desk_with, make_code
from sync.hub.intake import is_plain, read_request
from sync.hub.lives import begin_life
from sync.hub.refusals import WrongToken
from sync.hub.register import Register
from sync.hub.snapshot import Snapshots
from sync.hub.talk import Talk
from sync.hub.vault import Vault
from sync.wire import (
    EnrolAnswer,
    EnrolRequest,
    RightsAnswer,
    SyncAnswer,
)
from validator.clock import Clock, SystemClock
from validator.domain.card import TokenKey
from validator.domain.code import CodeFormat
from validator.domain.network import HELSINKI, RULES_2018, RULES_2025
from validator.errors import ConfigError, StoreReadOnly
from validator.signing import Signer

CODE_LIFE = timedelta(hours=24)
"""How long a one-time code is good for, unless said otherwise."""

DATABASE_FILE = "hub.db"


@dataclass(frozen=True)
class Hub:
    """An open hub. Made by `create` or `open`; closed by `close` or as a context manager."""

    folder: Path
    database: Database
    vault: Vault
    clock: Clock
    signer: Signer
    snapshots: Snapshots = field(repr=False)
    _owns_database: bool = field(repr=False)

    @classmethod
    def create(
        cls,
        folder: Path,
        url: str | Database = "",
        clock: Clock | None = None,
        *,
        name: str = "Kaikukortti",
        code_format: CodeFormat | None = None,
        demo_offset: timedelta = timedelta(0),
    ) -> Hub:
        """A new, empty hub: keys, settings and the two rule sets.

        Args:
            folder: where the key, the snapshots and (without ``url``) the database live; made if need be.
            url: a PostgreSQL URL, "" for SQLite in the folder, or an open database, which its owner closes.
            clock: None for the machine's clock, shifted by ``demo_offset``.
            name: the network's.
            code_format: what its codes look like; None for ten signs with a check character.
            demo_offset: how far the demo's clock is from the machine's; fixed here for good.

        Raises:
            ConfigError: there is a hub already, the URL cannot be used, or the name is none.
            StoreError: the folder or the database cannot be used.
        """
        if not is_plain(name):
            raise ConfigError("the network needs a name: one line of at most 200 signs")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not url:
                # Nobody else's to read, whatever the folder lets through; SQLite's side files take the mode over.
                (folder / DATABASE_FILE).touch(mode=0o600)
        except OSError as error:
            raise StoreReadOnly("the hub's folder cannot be made") from error
        database = url if isinstance(url, Database) else Database.open(_url(folder, url))
        try:
            with database.write() as tx:
                _need_hub(tx, there=False)
                vault = Vault.make(folder)
                settings.make_keys(tx, vault)
                settings.write(database, tx, settings.NAME, name)
                begin_life(database, tx)
                form = settings.format_row(code_format or CodeFormat())
                settings.write(database, tx, settings.CODE_FORMAT, form)
                settings.write(database, tx, settings.DEMO_OFFSET, demo_offset.total_seconds())
                now = (clock or SystemClock(demo_offset)).now()
                register = Register(database, tx, vault, settings.token_key(tx, vault), now)
                for rules in (RULES_2018, RULES_2025):
                    register.put_rule_set(rules)
            return cls._over(folder, database, vault, clock, owns=database is not url)
        except BaseException:
            if database is not url:
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
            return cls._over(folder, database, Vault.load(folder), clock, owns=True)
        except BaseException:
            database.close()
            raise

    @classmethod
    def _over(cls, folder: Path, database: Database, vault: Vault, clock: Clock | None, *, owns: bool) -> Hub:
        with database.read() as tx:
            offset = timedelta(seconds=settings.read(tx, settings.DEMO_OFFSET) or 0)
            signer = settings.signer(tx, vault)
            is_new_key = settings.read(tx, settings.SEALING_KEY) is None
        if is_new_key:
            with database.write() as tx:
                settings.tell_sealing_key(database, tx, vault)
        clock = clock or SystemClock(offset)
        snapshots = Snapshots(folder, database, vault, signer, clock)
        return cls(folder, database, vault, clock, signer, snapshots, owns)

    def close(self) -> None:
        """Stop what runs in the background, and close the database where it was opened here."""
        self.snapshots.close()
        if self._owns_database:
            self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def token_key(self) -> TokenKey:
        """The network's key for card tokens, as it is now: any process may have changed it."""
        with self.database.read() as tx:
            return settings.token_key(tx, self.vault)

    @contextmanager
    def change(self) -> Iterator[Register]:
        """The register for writing, in one transaction."""
        with self.database.write() as tx:
            yield self._register(tx)

    @contextmanager
    def read(self) -> Iterator[Register]:
        """The register for reading, as it stands at one moment."""
        with self.database.read() as tx:
            yield self._register(tx)

    def enrol_code(
        self, desk_name: str, venues: Sequence[str], good_for: timedelta = CODE_LIFE
    ) -> OneTimeCode:
        """A one-time code for a new desk of these venues.

        Raises:
            RegisterRefused: a venue is not there.
        """
        with self.database.write() as tx:
            return make_code(tx, desk_name, venues, self.clock.now() + good_for)

    def enrol(self, request: EnrolRequest, place: str = "") -> EnrolAnswer:
        """Let a desk in; ``place`` is where the request came from.

        Raises:
            Refused: the code or the key is not good, or too many were tried from this place.
        """
        now = self.clock.now()
        with attempts.counted(self.database, place, now), self.database.write() as tx:
            admitted = admit(tx, request, self.signer.public, now)
            network = settings.network_config(tx, self.vault)
        desk = admitted.desk
        return EnrolAnswer(
            desk=desk.id,
            desk_name=desk.name,
            venues=tuple(sorted(desk.venues)),
            token=admitted.token,
            hub_public_key=self.signer.public,
            network=network,
            hub_time=now,
        )

    def desk(self, token: str) -> Desk:
        """The desk that shows this token.

        Raises:
            WrongToken: none does.
        """
        with self.database.read() as tx:
            desk, is_new = desk_with(tx, token), trust.waits_for(tx, token)
        if is_new:
            with self.database.write() as tx:
                trust.take_over(tx, token)
                desk = desk_with(tx, token)
        if desk is None:
            raise WrongToken("no desk has this token")
        return desk

    def sync(self, desk: Desk, body: bytes) -> SyncAnswer:
        """One pass of a desk: take its events, tell what it lacks.

        Raises:
            Refused: the body is no sync request. A bad event in it is answered, not refused here.
        """
        asked = read_request(body)
        if desk.revoked_at is None:
            self._let_old_go(self.clock.now())
        return self._talk(desk).sync(asked)

    def rights(self, desk: Desk, body: bytes) -> RightsAnswer:
        """Grant a desk rights for a customer who is waiting.

        Raises:
            Refused: the body is no request for rights, or the desk was shut out.
        """
        return self._talk(desk).rights(body)

    def put_back(self) -> None:
        """Take the operator's word that this hub is an older copy of itself: a new life begins."""
        with self.database.write() as tx:
            begin_life(self.database, tx)

    def _talk(self, desk: Desk) -> Talk:
        return Talk(self.database, self.vault, self.signer, self.snapshots, desk, self.clock.now())

    def _register(self, tx: Connection) -> Register:
        key = settings.token_key(tx, self.vault)
        return Register(self.database, tx, self.vault, key, self.clock.now())

    def _let_old_go(self, now: datetime) -> None:
        """Once a day, with the first desk of the day."""
        today = now.astimezone(HELSINKI).date().isoformat()
        with self.database.read() as tx:
            done = settings.read(tx, settings.LEFT_ON) == today
        if not done:
            with self.change() as register:
                register.let_old_cards_go()
            with self.database.write() as tx:
                setaside.let_old_go(tx, now)
                settings.write(self.database, tx, settings.LEFT_ON, today)


def _url(folder: Path, url: str) -> str:
    return url or f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"


def _need_hub(tx: Connection, *, there: bool) -> None:
    if (settings.read(tx, settings.NAME) is not None) is not there:
        raise ConfigError(
            "there is no hub in this database: make one with init"
            if there
            else "there is a hub in this place already"
        )
