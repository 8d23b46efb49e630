"""What works at this desk, until when, and what to do: one point for each thing that giving may need, in plain words.

The preflight page, the line at the start and the strip at the bottom say it with the same words. Nothing here looks at anything
itself: what is known comes in, sentences go out. Of the rights each offer's own are told: how many tickets there are at all, a
desk that is cut off cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import assert_never

from sync.runner import Connection
from ui.clerk.age import list_words
from ui.contacts import contact_lines
from ui.face import Face
from ui.scanwords import scanner_state
from ui.words import camera_state
from validator.config import KeyStorage
from validator.desk import DeskStatus, OfferLine
from validator.domain.policy import Grade, Listed, ListState
from validator.errors import HubRevoked
from validator.scan.serialport import SerialState
from validator.scan.state import CameraState

AMISS = frozenset({SerialState.NOISY, SerialState.LOST, SerialState.BUSY, SerialState.DENIED})
LOW_ROOM = 1_000_000_000
"""Bytes below which a new card list may find no room."""

NO_ROOM = 50_000_000
"""Bytes below which a ticket may find none."""

MOST_OFFERS = 5
_SEES = frozenset({CameraState.OPENING, CameraState.WATCHING, CameraState.TWO_CARDS})
_IS_ABSENT = frozenset({CameraState.MISSING, CameraState.STOPPED})


class Standing(StrEnum):
    """How a thing stands: well; worth knowing, with nothing to do; somebody should do something."""

    GOOD = "good"
    NOTE = "note"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing.

    Attributes:
        about: its name, in words.
        text: how it stands, and what to do.
    """

    about: str
    standing: Standing
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the desk.

    Attributes:
        layout_differs: the keyboard scanner's layout is another than the computer's.
        has_scanned: a hand scanner has read something since the start.
        camera: None before the camera has said anything.
        keys: where the key of the files is; None where nobody says.
        offers: today's programme; None before it was read.
        others: other windows that are open on the same desk.
    """

    status: DeskStatus | None = None
    connection: Connection = field(default_factory=Connection)
    scanner: SerialState = SerialState.OFF
    layout_differs: bool = False
    has_scanned: bool = False
    camera: CameraState | None = None
    keys: KeyStorage | None = None
    offers: tuple[OfferLine, ...] | None = None
    others: int = 0

    @property
    def offline(self) -> bool:
        """Whether the hub was asked and did not answer."""
        return not self.connection.online and self.connection.since is not None

    @property
    def shut_out(self) -> bool:
        """Whether the hub lets this desk in no more."""
        return self.offline and self.connection.reason == HubRevoked.key


def points(face: Face, known: Known) -> tuple[Point, ...]:
    """Everything: what somebody should do first, else as giving needs it; nothing before the desk has answered."""
    status = known.status
    if status is None:
        return ()
    found = (
        *_lists(face, status),
        _line(face, known),
        *_others(face, known),
        *_rights(face, known),
        *_giving(face, known),
        _waiting(face, known, status),
        _scanner(face, known),
        *_camera(face, known),
        _clock(face, status),
        *_disk(face, status),
        *_keys(face, known),
        *_help(face, status),
    )
    return tuple(sorted(found, key=lambda point: point.standing is not Standing.ACT))


def headline(face: Face, found: tuple[Point, ...]) -> str:
    """All of it in one calm line: that everything is ready, or how much somebody should look at."""
    amiss = sum(point.standing is Standing.ACT for point in found)
    if not found:
        return ""
    return face.say("ui", "preflight.some", n=amiss) if amiss else face.say("ui", "preflight.all_ready")


def at_start(face: Face, found: tuple[Point, ...]) -> str:
    """The line for the first minute: that everything is ready, or the first thing to do."""
    first = next((point for point in found if point.standing is Standing.ACT), None)
    told = [headline(face, found) if first is None else face.say("ui", "preflight.look", seen=first.text)]
    about = face.say("ui", "preflight.others")
    told += [point.text for point in found if point.about == about]
    return " ".join(told)


def waiting_words(face: Face, status: DeskStatus, *, short: bool = False) -> str:
    """How many tickets wait to be sent, and, if not short, since when the oldest; else how many entries that are no tickets."""
    if not status.entries:
        return face.say("ui", "status.all_sent")
    if not status.waiting:
        return face.say("ui", "status.entries_waiting", n=status.entries)
    oldest = status.oldest
    if short:
        return face.say("ui", "status.waiting_short", n=status.waiting)
    return face.say(
        "ui",
        "status.waiting",
        n=status.waiting,
        time=None if oldest is None else short_time(face, oldest, status.now),
    )


def line_words(face: Face, known: Known, *, gives: bool) -> str:
    """Since when there is no connection, and whether tickets can be given all the same; nothing while there is one."""
    since = known.connection.since
    if known.shut_out:
        return face.problem(HubRevoked(""))
    if not known.offline or since is None:
        return ""
    now = known.status.now if known.status is not None else since
    return face.say(
        "ui",
        "status.offline_since" if gives else "status.offline_only",
        time=short_time(face, since, now),
    )


def rights_words(face: Face, offer: OfferLine) -> str:
    """How many tickets for an offer this desk may give with its line down; nothing where it needs no rights."""
    if offer.rights is None:
        return ""
    return face.say("ui", "status.rights", n=offer.rights, offer=face.named(offer.offer.names))


def short_time(face: Face, instant: datetime, now: datetime) -> datetime | time:
    """The time of day of an instant of today, else the instant with its day: what a text is filled with."""
    local, today = (each.astimezone(face.formats.zone) for each in (instant, now))
    return local.time() if local.date() == today.date() else local


def _lists(face: Face, status: DeskStatus) -> Iterator[Point]:
    about = face.say("ui", "preflight.lists")
    if not status.lists:
        yield Point(about, Standing.ACT, face.say("state", "list_none"))
        return
    old = [each for each in status.lists if each.grade is not Grade.FRESH]
    if len({each.grade for each in status.lists}) == 1:
        old = old[:1]  # they came together: what the card list's sentence says holds of all
    for each in old:
        standing = Standing.NOTE if each.grade is Grade.NOTICE else Standing.ACT
        yield Point(about, standing, list_words(face, each, each.grade))
    if not old:
        yield Point(
            about, Standing.GOOD, face.say("ui", "preflight.lists_fresh", **_span(face, status.lists))
        )


def _span(face: Face, lists: tuple[ListState, ...]) -> dict[str, datetime | date | None]:
    """Of when the oldest list is, and until which day tickets can be given without a new one. Numbers of tickets end nothing."""
    made = min((each.at for each in lists if each.at is not None), default=None)
    ends = [each.until for each in lists if each.until is not None and each.listed is not Listed.QUOTAS]
    day = min(ends).astimezone(face.formats.zone).date() if ends else None
    return {"time": made, "date": day}


def _line(face: Face, known: Known) -> Point:
    about = face.say("ui", "preflight.line")
    if known.connection.online:
        return Point(about, Standing.GOOD, face.say("ui", "preflight.line_on"))
    if not known.offline:
        return Point(about, Standing.GOOD, face.say("ui", "status.connecting"))
    standing = Standing.ACT if known.shut_out else Standing.NOTE
    return Point(about, standing, line_words(face, known, gives=True))


def _others(face: Face, known: Known) -> Iterator[Point]:
    """Both go on safely; what a clerk has to know is that a scanner that is a keyboard types into one window only."""
    if known.others:
        yield Point(
            face.say("ui", "preflight.others"),
            Standing.NOTE,
            face.say("ui", "preflight.others_open", n=known.others),
        )


def _rights(face: Face, known: Known) -> Iterator[Point]:
    if known.offers is None:
        return
    about = face.say("ui", "preflight.rights")
    limited = [each for each in known.offers if each.rights is not None and each.problem is None]
    for each in limited[:MOST_OFFERS]:
        if each.rights:
            yield Point(about, Standing.GOOD, rights_words(face, each))
        else:
            standing = Standing.NOTE if known.offline else Standing.GOOD
            key = "preflight.rights_away" if known.offline else "preflight.rights_asked"
            yield Point(about, standing, face.say("ui", key, offer=face.named(each.offer.names)))
    if not limited:
        yield Point(about, Standing.GOOD, face.say("ui", "preflight.rights_free"))


def _giving(face: Face, known: Known) -> Iterator[Point]:
    """Where a card that is read is a ticket given, whoever stands there must know it."""
    at_once = (each.venue for each in known.offers or () if each.at_once)
    for venue in dict.fromkeys(at_once):
        about = face.say("ui", "preflight.giving")
        yield Point(about, Standing.NOTE, face.say("ui", "preflight.at_once", what=face.named(venue.names)))


def _waiting(face: Face, known: Known, status: DeskStatus) -> Point:
    about, text = face.say("ui", "preflight.waiting"), waiting_words(face, status)
    if status.refused:
        return Point(about, Standing.ACT, face.say("ui", "preflight.refused", n=status.refused))
    if not status.entries:
        return Point(about, Standing.GOOD, text)
    standing = Standing.NOTE if known.offline else Standing.GOOD
    return Point(about, standing, face.say("ui", "preflight.waiting_safe", seen=text))


def _scanner(face: Face, known: Known) -> Point:
    about = face.say("ui", "preflight.scanner")
    if known.scanner in AMISS:
        return Point(about, Standing.ACT, face.say("state", scanner_state(known.scanner)))
    if known.layout_differs:
        return Point(about, Standing.NOTE, face.say("ui", "preflight.scanner_layout"))
    if known.has_scanned:
        return Point(about, Standing.GOOD, face.say("ui", "preflight.scanner_reads"))
    if known.scanner is SerialState.READY:
        return Point(about, Standing.GOOD, face.say("state", scanner_state(known.scanner)))
    return Point(about, Standing.NOTE, face.say("ui", "preflight.scanner_untried"))


def _camera(face: Face, known: Known) -> Iterator[Point]:
    state = known.camera
    if state is None:
        return
    standing = Standing.GOOD if state in _SEES else Standing.NOTE if state in _IS_ABSENT else Standing.ACT
    yield Point(face.say("ui", "window.camera"), standing, face.say("state", camera_state(state)))


def _clock(face: Face, status: DeskStatus) -> Point:
    about = face.say("ui", "preflight.clock")
    if status.clock_trusted:
        return Point(about, Standing.GOOD, face.say("ui", "preflight.clock_right", time=status.now))
    return Point(about, Standing.ACT, face.say("ui", "preflight.clock_doubt"))


def _disk(face: Face, status: DeskStatus) -> Iterator[Point]:
    room = status.room
    if room is None:
        return
    about = face.say("ui", "preflight.disk")
    if room >= LOW_ROOM:
        yield Point(about, Standing.GOOD, face.say("ui", "preflight.disk_room", n=room // 1_000_000_000))
    else:
        key = "preflight.disk_low" if room >= NO_ROOM else "preflight.disk_full"
        yield Point(about, Standing.ACT, face.say("ui", key, n=room // 1_000_000))


def _keys(face: Face, known: Known) -> Iterator[Point]:
    about = face.say("ui", "preflight.keys")
    match known.keys:
        case None:
            return
        case KeyStorage.KEYRING:
            yield Point(about, Standing.GOOD, face.say("ui", "preflight.keys_ring"))
        case KeyStorage.PASSPHRASE:
            yield Point(about, Standing.GOOD, face.say("ui", "preflight.keys_phrase"))
        case KeyStorage.FILE:
            yield Point(about, Standing.NOTE, face.say("ui", "preflight.keys_file"))
        case _:
            assert_never(known.keys)


def _help(face: Face, status: DeskStatus) -> Iterator[Point]:
    lines = contact_lines(face, status.contacts)
    if lines:
        yield Point(face.say("ui", "preflight.help"), Standing.GOOD, "\n".join(lines))
