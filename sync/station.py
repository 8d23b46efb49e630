"""One desk on this machine, put together: its files, its clock, its use cases, its line. Window and commands both begin here.

Everything is opened here and closed in reverse order. Nothing here runs a thread; `Station.runner` hands out the loop, which its
owner starts and stops before the station is closed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Self

from sync.audit import Audit
from sync.chain import audit_ledger
from sync.closing import close_day
from sync.courier import Courier, Pass
from sync.enrol import Invitation, enrol
from sync.export import export
from sync.rights import PATIENCE, RightsAsker
from sync.runner import Connection, Rhythm, Runner
from sync.snapshot import Progress, no_progress
from sync.transport import Address, Patience, Transport
from validator.clock import Anchor, Clock, ClockMemory, DeskClock, SystemClock
from validator.config import KeyStorage, Settings
from validator.desk import Desk
from validator.domain.closing import DayClose
from validator.domain.network import Venue
from validator.errors import ConfigError, HubError, StoreError
from validator.store.identity import Identity, NetworkFacts
from validator.store.keys import LEDGER, REGISTER, FileVault, KeyringVault, KeyStore, PassphraseVault, Vault
from validator.store.ledger import Ledger
from validator.store.register import Registers

_CLOCK_OFFSET, _CLOCK_ANCHOR = "clock_offset_seconds", "clock_anchor"


class Station:
    """An open desk. Use it in a ``with``."""

    def __init__(
        self,
        folder: Path,
        ledger: Ledger,
        registers: Registers,
        closing: ExitStack,
        base: Clock | None = None,
    ) -> None:
        self.folder = folder
        self.ledger = ledger
        self.registers = registers
        self._closing = closing
        self._base = base

    @classmethod
    def open(cls, folder: Path, vault: Vault, base: Clock | None = None) -> Self:
        """Open the desk in ``folder``, or begin one that is yet to be enrolled.

        Args:
            folder: the desk's own.
            vault: where the keys of its files are kept.
            base: what stands for the machine's clock; None: that itself, shifted where the network is a demo.

        Raises:
            StoreError: a file or its key cannot be used.
        """
        keys = KeyStore(folder, vault)
        with ExitStack() as opening:
            ledger = opening.enter_context(Ledger.open(folder, keys.key_for(LEDGER)))
            registers = opening.enter_context(Registers.open(folder, keys.key_for(REGISTER), ledger))
            return cls(folder, ledger, registers, opening.pop_all(), base)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the lines that were handed out, then the files."""
        self._closing.close()

    @property
    def identity(self) -> Identity | None:
        """Who this desk is, or None before it is enrolled."""
        with self.ledger.read() as books:
            return books.identity()

    def enrol(self, invitation: Invitation, name: str = "") -> Identity:
        """Let this desk into a network; see `sync.enrol.enrol`."""
        return enrol(self.ledger, invitation, self._base or SystemClock(), name)

    @cached_property
    def clock(self) -> DeskClock:
        """The desk's clock, with what it remembers.

        Raises:
            ConfigError: the desk is not enrolled: it could not yet know a demo's time from the machine's.
        """
        base = self._base or SystemClock(self._network().demo_offset)
        with self.ledger.read() as books:
            floor, offset = books.clock_floor(), books.setting(_CLOCK_OFFSET)
            anchor, tolerance = books.setting(_CLOCK_ANCHOR), books.policy().clock_tolerance
        believed = None if anchor is None else Anchor.read(anchor)
        memory = ClockMemory(floor, timedelta(seconds=float(offset or 0)), believed)
        return DeskClock(base, memory, self._keep, tolerance)

    def desk(self, online: Callable[[], bool]) -> Desk:
        """The use cases.

        Args:
            online: whether the hub answered last time; usually `Runner.online`.
        """
        desk = Desk(self.ledger, self.registers, self.clock, online, self._rights)
        # A full disk must not keep the desk from looking; the next start tries again.
        with suppress(StoreError):
            desk.forget_old()
        return desk

    @cached_property
    def _rights(self) -> RightsAsker:
        """What asks for rights while a customer waits."""
        asker = RightsAsker(self.ledger, self._line(PATIENCE))
        self._closing.callback(asker.close)
        return asker

    def _line(self, patience: Patience | None = None) -> Transport:
        """A line of its own to this desk's hub."""
        identity = self.identity
        if identity is None:
            raise _not_enrolled()
        address = Address.of(identity.hub, identity.certificate)
        return Transport(address, self._token, self.clock, patience)

    def _token(self) -> str:
        """What this desk shows to the hub now: another line, or another window, may have got a new one."""
        identity = self.identity
        return "" if identity is None else identity.token

    def courier(self, progress: Progress = no_progress) -> Courier:
        """What carries to and from the hub, on a line of its own. Only one at a time may be at work."""
        line = self._line()
        self._closing.callback(line.close)
        return Courier(self.ledger, self.registers, line, self.clock, self.folder, progress)

    def runner(
        self,
        on_change: Callable[[Connection], None] = lambda _: None,
        rhythm: Rhythm | None = None,
        progress: Progress = no_progress,
    ) -> Runner:
        """The loop around a courier, yet to be started; stop and join it before this is closed."""
        courier, clock = self.courier(progress), self.clock

        def carry(stop: threading.Event) -> Pass:
            try:
                return courier.carry(stop)
            finally:
                # Also while the hub is away for weeks: an offline restart must know how late it was.
                clock.keep_if_due()

        return Runner(carry, clock, on_change, rhythm)

    def close_day(self, day: date) -> DayClose:
        """Hold this desk's journal of a day against the hub's ledger; see `sync.closing.close_day`."""
        with self._line() as line:
            return close_day(self.ledger, line, day)

    def export(self, path: Path, *, replace: bool = False) -> int:
        """Write the journal into one file; see `sync.export.export`."""
        return export(self.ledger, path, self.clock.now(), replace=replace)

    def audit(self) -> Audit:
        """Whether this desk's own journal holds; see `sync.chain.audit_ledger`."""
        with self.ledger.read() as books:
            return audit_ledger(books)

    def listed_at(self) -> datetime | None:
        """When the list in use was made, or None where there is none."""
        with self.ledger.read() as books:
            stamp = books.stamp()
        return None if stamp is None else stamp.made_at

    def is_heard(self, patience: Patience) -> bool:
        """Whether the hub answers just now; nothing is carried."""
        identity = self.identity
        if identity is None:
            return False
        address = Address.of(identity.hub, identity.certificate)
        try:
            with Transport(address, "", self.clock, patience) as line:
                line.health()
        except HubError:
            return False
        return True

    def venue_of(self, offer_id: str) -> Venue | None:
        """The venue of an offer in this desk's programme."""
        network = self.registers.network()
        offer = next((offer for offer in network.offers if offer.id == offer_id), None)
        return next(
            (venue for venue in network.venues if offer is not None and venue.id == offer.venue), None
        )

    def _network(self) -> NetworkFacts:
        with self.ledger.read() as books:
            network = books.network()
        if network is None:
            raise _not_enrolled()
        return network

    def _keep(self, memory: ClockMemory) -> None:
        with self.ledger.write() as books:
            if memory.floor is not None:
                books.put_clock_floor(memory.floor)
            books.put_setting(_CLOCK_OFFSET, str(memory.offset.total_seconds()))
            books.put_setting(_CLOCK_ANCHOR, None if memory.anchor is None else memory.anchor.text())


def vault_for(settings: Settings, ask: Callable[[], str]) -> Vault:
    """Where the keys are kept, as the settings say.

    Args:
        settings: the desk's.
        ask: gives the passphrase; called only where one is needed.
    """
    match settings.keys:
        case KeyStorage.KEYRING:
            return KeyringVault(settings.data)
        case KeyStorage.FILE:
            return FileVault(settings.data)
        case KeyStorage.PASSPHRASE:
            return PassphraseVault(settings.data, ask())


def _not_enrolled() -> ConfigError:
    return ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
