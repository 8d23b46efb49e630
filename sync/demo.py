"""The demo: the sample network's hub and one or two desks of its theatre, all on this machine, in one folder.

1. The only desk code that knows the hub. It is imported when a demo is asked for: a desk without the hub's packages starts.
2. The demo's time is the machine's, shifted by an offset that is fixed when the folder is made; hub and desks share it, and it
   runs on over restarts. Naming a date sets "now" for one run.
3. A single question is answered in this process, hub and all, over a real connection, and at one instant: time stands still
   for it. For windows the hub is a process of its own, so that it can be cut off; so is each window.

    folder/hub/          the hub
    folder/desk-<name>/  one desk each, its keys in files beside it: there is nothing to protect
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from platformdirs import user_data_path

from sync.asking import Wanted, no_offer
from sync.enrol import Invitation
from sync.hub import sample
from sync.hub.hub import DATABASE_FILE, Hub
from sync.hub.server import HubServer, Listening
from sync.station import Station
from sync.telling import told
from validator.clock import Clock, StillClock, SystemClock
from validator.desk import Look
from validator.domain.verdict import Give
from validator.errors import ConfigError, HubError
from validator.store.keys import FileVault

DEMO_FOLDER = user_data_path("kaikuportti-demo", appauthor=False)
DEMO_PIN = "2468"
"""Opens the manager's page of a demo desk."""

_SERVE = "from sync.hub.cli import main; main()"
_WINDOW = "from ui.program import main; main()"
_STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Moment:
    """When and how a single question is asked.

    Attributes:
        now: the instant for hub and desk; None for the demo's own time.
        offline: the hub is gone before the card is read, and stays away.
        list_age: the card list is this old, because the hub was last heard so long ago.
    """

    now: datetime | None = None
    offline: bool = False
    list_age: timedelta | None = None


def once(wanted: Wanted, moment: Moment, folder: Path | None = None, *, give: bool = True) -> dict[str, Any]:
    """Answer one question on the sample network and, unless told otherwise, give what may be given.

    Args:
        wanted: the card, the offer, who comes.
        moment: when, and with or without the hub.
        folder: of an earlier demo to go on with; None for one that is thrown away.
        give: whether to book it, or just to look.

    Returns:
        The answer as in `sync.telling`.

    Raises:
        KnownError: bad input (`BadInput`, `PictureBad`), or the world is in the way.
    """
    with ExitStack() as closing:
        if folder is None:
            temporary = tempfile.TemporaryDirectory(prefix="kaikuportti-", ignore_cleanup_errors=True)
            folder = Path(closing.enter_context(temporary))
        clock = StillClock(moment.now or _begins(folder))
        heard = StillClock(clock.instant - (moment.list_age or timedelta(0)))
        line = closing.enter_context(ExitStack())
        hub, url = line.enter_context(_served(folder, heard))
        venue = _venue(hub, wanted.offer)
        desk_folder = folder / f"desk-{venue}"
        _prepare(hub, url, desk_folder, venue, "Kassa", heard)
        online = not moment.offline and moment.list_age is None
        if not online:
            line.close()
        station = closing.enter_context(Station.open(desk_folder, FileVault(desk_folder), clock))
        look = _answer(station, wanted, online=online, give=give)
        if not online and not moment.offline:
            _, url = line.enter_context(_served(folder, clock))
            _move(station, url)
        if look.giving and not moment.offline:
            _carry(station)
        return told(look, station.venue_of(look.ask.choice.offer), _state(station, look))


class Demo:
    """A demo with windows: its hub in a process that can be cut off and brought back, its desks' folders ready to be opened."""

    def __init__(self, folder: Path, desks: int) -> None:
        self._folder = folder
        self._names = [f"desk-{number}" for number in range(1, desks + 1)]
        self._hub: subprocess.Popen[str] | None = None
        self._windows: list[subprocess.Popen[bytes]] = []
        self.url = ""

    def __enter__(self) -> Self:
        clock = SystemClock.starting_at(_begins(self._folder))
        if not (self._folder / "hub" / DATABASE_FILE).is_file():
            _make_hub(self._folder, clock).close()
        try:
            self.restore()
            with Hub.open(self._folder / "hub") as hub:
                for number, name in enumerate(self._names, start=1):
                    folder = self._folder / name
                    venue = sample.demo_desk_venue()
                    _prepare(hub, self.url, folder, venue, f"Kassa {number}", clock, pin=DEMO_PIN)
        except BaseException:
            self.cut()
            raise
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for window in self._windows:
            _end(window)
        self.cut()

    @property
    def connected(self) -> bool:
        """Whether the hub is there."""
        return self._hub is not None and self._hub.poll() is None

    def open_windows(self) -> None:
        """Open one window for each desk."""
        for name in self._names:
            environment = {"KAIKUPORTTI_DATA": str(self._folder / name), "KAIKUPORTTI_KEYS": "file"}
            command = [sys.executable, "-c", _WINDOW]
            self._windows.append(subprocess.Popen(command, env=_environment(environment)))  # noqa: S603  our own

    def wait(self) -> int:
        """Wait until every window is closed; the first exit code that is not 0."""
        return next((code for code in [window.wait() for window in self._windows] if code), 0)

    def cut(self) -> None:
        """Cut the hub off, at once and without a word, as a power cut would."""
        if self._hub is not None:
            self._hub.kill()
            self._hub.communicate()
            self._hub = None

    def toggle(self) -> bool:
        """Cut the hub off, or bring it back; whether it is there now."""
        if self.connected:
            self.cut()
        else:
            self.restore()
        return self.connected

    def restore(self) -> None:
        """Bring the hub up, at the address where it was.

        Raises:
            ConfigError: it does not start.
        """
        port = int(self.url.rpartition(":")[2]) if self.url else _port_of(self._folder / self._names[0])
        if not (self._start(port) or self._start(0)):
            raise ConfigError("the demo's hub does not start", fault="demo")

    def _start(self, port: int) -> bool:
        """Start the hub; it is ours to end from then on, also where somebody does not wait for its first word."""
        command = [
            sys.executable,
            "-c",
            _SERVE,
            "serve",
            "--data",
            str(self._folder / "hub"),
            "--port",
            str(port),
        ]
        hub = self._hub = subprocess.Popen(  # noqa: S603  our own
            command, stdout=subprocess.PIPE, text=True, env=_environment({})
        )
        line = "" if hub.stdout is None else hub.stdout.readline()
        if "http" not in line:
            hub.communicate()
            self._hub = None
            return False
        self.url = line.split()[-1]
        return True


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """Ours, without what would send the demo's hub to somebody's real database."""
    kept = {name: value for name, value in os.environ.items() if name != "KAIKUPORTTI_HUB_DATABASE"}
    return kept | dict(more)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _begins(folder: Path) -> datetime:
    """The demo's time now: as the folder's hub was set, or the demo's own beginning."""
    if (folder / "hub" / DATABASE_FILE).is_file():
        with Hub.open(folder / "hub") as hub:
            return hub.clock.now()
    return sample.demo_instant()


def _make_hub(folder: Path, clock: StillClock | SystemClock) -> Hub:
    hub = Hub.create(folder / "hub", clock=clock, demo_offset=clock.offset)
    sample.load(hub)
    return hub


@contextmanager
def _served(folder: Path, clock: StillClock) -> Iterator[tuple[Hub, str]]:
    """The demo's hub on a socket of this process."""
    exists = (folder / "hub" / DATABASE_FILE).is_file()
    with (
        Hub.open(folder / "hub", clock=clock) if exists else _make_hub(folder, clock) as hub,
        HubServer(hub, Listening(port=0)) as server,
    ):
        yield hub, server.url


def _venue(hub: Hub, offer_id: str) -> str:
    """The venue whose desk is asked: the offer's own, or the demo's."""
    if not offer_id:
        return sample.demo_desk_venue()
    with hub.read() as register:
        offers = register.network().offers
    venue = next((offer.venue for offer in offers if offer.id == offer_id), None)
    if venue is None:
        raise no_offer()
    return venue


def _prepare(hub: Hub, url: str, folder: Path, venue: str, name: str, clock: Clock, *, pin: str = "") -> None:
    """Enrol the desk if need be, and bring it its list; a PIN, which takes half a second to seal, where it has a window."""
    with Station.open(folder, FileVault(folder), clock) as station:
        if station.identity is None:
            station.enrol(Invitation.of(url, hub.enrol_code(name, [venue]).text), name)
            if pin:
                station.desk(lambda: False).door.set_pin(pin)
        _move(station, url)
        station.courier().carry()


def _move(station: Station, url: str) -> None:
    """Tell the desk where the demo's hub listens this time."""
    with station.ledger.write() as books:
        identity = books.identity()
        if identity is not None and identity.hub != url:
            books.put_identity(replace(identity, hub=url))


def _port_of(folder: Path) -> int:
    """The port where this desk knows its hub, or 0."""
    if not (folder / "ledger.db").is_file():
        return 0
    with Station.open(folder, FileVault(folder)) as station:
        identity = station.identity
    return 0 if identity is None else int(identity.hub.rpartition(":")[2])


def _answer(station: Station, wanted: Wanted, *, online: bool, give: bool) -> Look:
    desk = station.desk(lambda: online)
    ask = wanted.ask(desk, station.clock.now())
    return desk.counter.give(ask) if give else desk.counter.look(ask)


def _carry(station: Station) -> None:
    try:
        station.courier().carry()
    except HubError:
        return  # what was given is recorded, and says so


def _state(station: Station, look: Look) -> str | None:
    """How far a giving has come; None where nothing was given."""
    if not look.giving or not isinstance(look.verdict, Give):
        return None
    with station.ledger.read() as books:
        if any(event.event == look.giving for event in books.refused()):
            return "refused"
        waiting = books.waiting().events
        return "recorded" if any(each.event == look.giving for each in books.outbox(waiting)) else "confirmed"
