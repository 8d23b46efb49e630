"""The preflight: is this machine fit to be a desk? Each finding says what was looked at and how it went, and changes nothing.

A thing that is missing is bad only where giving needs it: without a camera library a hand scanner still reads, without the hub a
desk still gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from sync.station import Station
from sync.transport import Address, Patience, Transport
from validator.clock import SystemClock
from validator.config import KeyStorage, Settings, has_screen
from validator.domain.policy import Grade, Listed, lists_of
from validator.errors import KnownError, StoreError
from validator.scan.engines import ENGINES, available_decoders
from validator.scan.known import KnownCamera, known_cameras
from validator.scan.serialport import Port, port_choice, port_words, ports
from validator.store.identity import Identity
from validator.store.keys import Vault
from validator.store.ledger import FILE_NAME

QUICK = Patience(connect=2.0, read=3.0, whole=5.0)
"""Somebody waits for the answer."""


class State(StrEnum):
    """How it went."""

    OK = "ok"
    NOTICE = "notice"
    BAD = "bad"


_STATES = {Grade.FRESH: State.OK, Grade.STOP: State.BAD}


@dataclass(frozen=True, slots=True)
class Examined:
    """One finding.

    Attributes:
        what: a stable word for what was looked at.
        detail: what was found, for a person; no code, no key.
    """

    what: str
    state: State
    detail: str


def examine(settings: Settings, vault: Callable[[], Vault]) -> tuple[Examined, ...]:
    """Look at everything.

    Args:
        settings: the desk's.
        vault: gives the place of the keys; asked for only where there is something to open.
    """
    return (*_machine(settings), *_files(settings, vault))


def is_fit(findings: tuple[Examined, ...]) -> bool:
    """Whether nothing is bad."""
    return all(finding.state is not State.BAD for finding in findings)


def of_cameras(known: tuple[KnownCamera, ...]) -> Iterator[Examined]:
    """Those that the system lists, by its own names; none is opened."""
    for camera in known:
        detail = (
            f"{camera.name} (number {camera.index})"
            if camera.name
            else f"number {camera.index}, without a name"
        )
        yield Examined("camera", State.OK if camera.name else State.NOTICE, detail)
    if not known:
        yield Examined("camera", State.NOTICE, "none: hand scanners, pictures and typing do without")


def of_ports(found: tuple[Port, ...]) -> Iterator[Examined]:
    """Serial ports, and which of them is used unasked; none is opened."""
    for port in found:
        use = "taken for a scanner by itself" if port.is_scanner else "used only if it is chosen"
        yield Examined("serial port", State.OK, f"{port_words(port_choice(port))}: {use}")


def _machine(settings: Settings) -> Iterator[Examined]:
    decoders = available_decoders()
    found = [decoder.name for decoder in decoders.found]
    for name in ENGINES:
        gap = decoders.missing.get(name)
        state = State.OK if gap is None else State.NOTICE if found else State.BAD
        yield Examined(f"decoder {name}", state, "there" if gap is None else f"missing: {gap}")
    yield from of_cameras(known_cameras())
    yield from of_ports(ports())
    has = has_screen()
    yield Examined("screen", State.OK if has else State.NOTICE, "there" if has else "none: commands only")
    protects = settings.keys is not KeyStorage.FILE
    detail = (
        settings.keys.value
        if protects
        else "in a file: whoever can read the folder can read the desk's files"
    )
    yield Examined("keys", State.OK if protects else State.NOTICE, detail)


def _files(settings: Settings, vault: Callable[[], Vault]) -> Iterator[Examined]:
    folder = settings.data
    if not (folder / FILE_NAME).exists():
        yield _writable(folder)
        return
    try:
        with Station.open(folder, vault()) as station:
            yield from _store(station)
            identity = station.identity
            if identity is None:
                yield _not_enrolled()
                return
            yield _clock(station)
            yield _hub(identity)
            yield from _lists(station)
            yield _outbox(station)
    except StoreError as error:
        yield Examined("store", State.BAD, str(error))


def _writable(folder: Path) -> Examined:
    parent = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        probe = parent / f"{FILE_NAME}-probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return Examined("store", State.BAD, f"{parent} cannot be written: {error.strerror}")
    return _not_enrolled()


def _not_enrolled() -> Examined:
    return Examined("store", State.NOTICE, "this desk is not enrolled yet")


def _store(station: Station) -> Iterator[Examined]:
    station.ledger.check()
    with station.ledger.read() as books:
        found = books.verify()
    if found.first_bad is None:
        yield Examined("store", State.OK, f"whole; {found.entries} journal entries, each in its place")
    else:
        yield Examined("store", State.BAD, f"journal entry {found.first_bad} does not hold: {found.flaw}")


def _clock(station: Station) -> Examined:
    clock = station.clock
    doubt, off = clock.doubt(), clock.memory.offset
    if doubt is not None:
        return Examined("clock", State.BAD, f"suspect: {doubt}")
    is_off = abs(off) > timedelta(minutes=5)
    return Examined(
        "clock", State.NOTICE if is_off else State.OK, f"the hub's time less this machine's: {_seconds(off)}"
    )


def _hub(identity: Identity) -> Examined:
    try:
        with Transport(Address.of(identity.hub, identity.certificate), "", SystemClock(), QUICK) as line:
            line.health()
    except KnownError as error:
        return Examined("hub", State.NOTICE, f"{identity.hub}: {error}")
    return Examined("hub", State.OK, identity.hub)


def _lists(station: Station) -> Iterator[Examined]:
    with station.ledger.read() as books:
        stamp, quotas_at, policy = books.stamp(), books.quotas_at(), books.policy()
    if stamp is None or station.registers.name is None:
        yield Examined("list", State.BAD, "there is no card list")
        return
    now = station.clock.now()
    for each in lists_of(stamp, quotas_at, policy, now):
        age = "never told whole" if each.at is None else f"{_seconds(now - each.at)} old"
        if each.listed is Listed.CARDS:
            detail = f"{each.grade}: {station.registers.count()} cards, {age}"
            yield Examined("list", _STATES.get(each.grade, State.NOTICE), detail)
        else:
            # Rights are good however old the numbers are: only the card list's and the programme's age can stop everything.
            is_bad = each.grade is Grade.STOP and each.listed is Listed.RULES
            state = State.BAD if is_bad else State.OK if each.grade is Grade.FRESH else State.NOTICE
            yield Examined(str(each.listed), state, f"{each.grade}: {age}")


def _outbox(station: Station) -> Examined:
    with station.ledger.read() as books:
        waiting, refused = books.waiting(), books.refused()
    state = State.NOTICE if refused else State.OK
    return Examined("outbox", state, f"{waiting.events} events wait for the hub, {len(refused)} were refused")


def _seconds(span: timedelta) -> str:
    return (
        str(timedelta(seconds=round(span.total_seconds()))) if span >= timedelta(0) else f"-{_seconds(-span)}"
    )
