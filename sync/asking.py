"""From words on a command line to what the desk is asked: a card, an offer, who comes.

A word that names a file is a picture; one that looks like a picture's name, but names nothing, is bad input; any other is a typed
code, whatever it looks like: the desk says what is the matter with it. Pictures are read by a process apart, so that there is an
answer whatever they do to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from validator.desk import Ask, Choice, Desk
from validator.domain.code import CardRead, CodeFormat, Source
from validator.domain.network import HELSINKI
from validator.domain.party import Party, Purpose
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import OVERRIDABLE, Reason
from validator.errors import KnownError, PictureBad

PICTURES = frozenset({".bmp", ".gif", ".jpeg", ".jpg", ".png", ".ppm", ".tif", ".tiff", ".webp"})
"""Endings of a file's name that nobody types who means a card's code."""

_NOON = time(12, 0)


class BadInput(KnownError):
    """What was asked for makes no sense; ``details["what"]`` is a stable word for it."""

    key = "bad_input"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command line asks for.

    Attributes:
        card: a picture's path or a typed code.
        offer: an offer's id, or "" for the first open one.
        members: the cards of a community card's group.
        overrides: codes that a manager lifts.
        override_reason: why, where any are lifted.
        training: for practice; nothing is recorded.
    """

    card: str = field(repr=False)
    offer: str = ""
    party: Party = field(default_factory=Party)
    members: tuple[str, ...] = field(default=(), repr=False)
    overrides: frozenset[Reason] = frozenset()
    override_reason: OverrideReason = OverrideReason.OTHER
    training: bool = False

    def ask(self, desk: Desk, at: datetime) -> Ask:
        """The question to this desk.

        Raises:
            PictureBad: a picture cannot be used.
            BadInput: there is no card in a picture, or no such offer here.
        """
        form = desk.counter.code_format()
        return Ask(
            read=read_card(self.card, form, at),
            choice=self._choice(desk),
            party=self.party,
            group=tuple(read_card(word, form, at) for word in self.members),
            overrides=self.overrides,
            override_reason=self.override_reason if self.overrides else None,
            role=Role.MANAGER if self.overrides else Role.CLERK,
            training=self.training,
        )

    def _choice(self, desk: Desk) -> Choice:
        if self.offer:
            try:
                return desk.choice_for(self.offer)
            except LookupError:
                raise no_offer() from None
        line = desk.first_open()
        if line is not None:
            return line.choice
        programme = desk.programme()
        if not programme:
            raise BadInput("this desk has nothing in its programme today: name an offer", what="offer")
        return programme[0].choice


def read_card(word: str, form: CodeFormat, at: datetime) -> CardRead:
    """A picture read, or a code as it was typed.

    Raises:
        PictureBad: the picture cannot be used.
        DecoderMissing: there is nothing to read pictures with.
        BadInput: no card can be read in it.
    """
    path = Path(word)
    if word.strip() and _exists(path):
        return _read_picture(path, form, at)
    if path.suffix.lower() in PICTURES:
        raise PictureBad("there is no such picture", reason="missing")
    return CardRead(word, Source.TYPED, at)


def read_party(
    children: int,
    child_age: int | None,
    *,
    assistant: bool = False,
    holder: bool = True,
    reserve: bool = False,
    collect: bool = False,
) -> Party:
    """Who comes, and what for.

    Raises:
        BadInput: it contradicts itself.
    """
    if reserve and collect:
        raise BadInput("one can book or collect, not both", what="purpose")
    purpose = Purpose.RESERVE if reserve else Purpose.COLLECT if collect else Purpose.TAKE
    return Party(children, int(assistant), holder, child_age, purpose=purpose)


def read_overrides(words: list[str]) -> frozenset[Reason]:
    """The codes that a manager lifts.

    Raises:
        BadInput: one is no code, or nobody may lift it.
    """
    found = set()
    for word in words:
        try:
            found.add(Reason(word.strip().upper()))
        except ValueError:
            raise BadInput(f"there is no code {word!r}", what="override") from None
    if kept := found - OVERRIDABLE:
        raise BadInput(f"no manager may lift {', '.join(sorted(kept))}", what="override")
    return frozenset(found)


def read_instant(text: str) -> datetime:
    """An instant in ISO form; without an offset it is Helsinki's time, a day alone its noon.

    Raises:
        BadInput: it is none.
    """
    try:
        instant = datetime.fromisoformat(text.strip())
        if _is_day(text.strip()):
            instant = datetime.combine(instant, _NOON)
        aware = instant if instant.tzinfo is not None else instant.replace(tzinfo=HELSINKI)
        is_sane = date(2000, 1, 1) <= aware.date() < date(2200, 1, 1)
    except (ValueError, OverflowError):
        is_sane = False
    if not is_sane:
        raise BadInput("the date is none: write it like 2018-10-13T17:30", what="date")
    return aware


def no_offer() -> BadInput:
    """The error for an offer that nobody knows."""
    return BadInput("there is no such offer", what="offer")


def _read_picture(path: Path, form: CodeFormat, at: datetime) -> CardRead:
    # Imported late: a typed code needs none of it.
    from validator.scan.apart import Apart  # noqa: PLC0415
    from validator.scan.still import read_picture  # noqa: PLC0415

    with Apart() as apart:
        read = read_picture(path, apart.reader(form), at)
    if read is None:
        raise BadInput("no code can be read in the picture", what="picture")
    return read


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a name, or with a sign that no name has
        return False


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
