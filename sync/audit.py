"""Whether a journal holds: read entry by entry, by whatever has only its bytes and two public keys. Names the first bad entry.

An entry holds where the desk signed it and it follows from the one before. Who has the desk's own key can write another past;
against that stand the heads that the hub countersigned. Told apart are:

- an entry whose bytes were changed, or only its signature: the next entry says which bytes it followed from;
- an entry taken out of the middle, or put elsewhere: a missing one that turns up later was moved;
- entries missing at the end: the file ends without its last line, or has fewer than that says; an old copy put back: the file is
  whole, and the hub has countersigned entries beyond it;
- a fork: two entries in one place that the desk both signed, or another one than the hub countersigned. A changed past that was
  signed anew shows at the first entry that no countersigned head before it covers.

What cannot be seen here: an old copy that has not met the hub since, and a file made up with keys of its own. The hub sees both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sync.journalfile import End, EntryLine, HeadLine, Line, Opening, Torn, end_words, seal_words
from sync.wire import Head, head_words
from validator.domain.journal import GENESIS, Header, commitment, digest, parse
from validator.signing import verifies


class Flaw(StrEnum):
    """What is wrong with the first bad entry."""

    TORN = "torn"
    UNREADABLE = "unreadable"
    OTHER_DESK = "other_desk"
    EDITED = "edited"
    SIGNATURE = "signature"
    MISSING = "missing"
    MOVED = "moved"
    REPEATED = "repeated"
    FORKED = "forked"
    CARDS = "cards"
    HEAD = "head"
    CUT = "cut"
    OLD_COPY = "old_copy"
    FILE = "file"


SENTENCES = {
    Flaw.TORN: "is torn: its line in the file is none",
    Flaw.UNREADABLE: "cannot be read",
    Flaw.OTHER_DESK: "is another desk's",
    Flaw.EDITED: "was edited: its bytes are not those that the desk signed",
    Flaw.SIGNATURE: "has a signature that is not the desk's",
    Flaw.MISSING: "is missing: the journal was cut in the middle",
    Flaw.MOVED: "is not in its place: entries were swapped",
    Flaw.REPEATED: "is there twice",
    Flaw.FORKED: "is not the only one in its place: the journal was forked, or signed anew",
    Flaw.CARDS: "has a card part that is not what the desk wrote",
    Flaw.HEAD: "is countersigned by somebody else than the hub",
    Flaw.CUT: "is missing: the journal was cut at its end",
    Flaw.OLD_COPY: "is missing, and the hub has it: this is an old copy",
    Flaw.FILE: "none is bad, but the file is not as the desk wrote it",
}


class CardPart(StrEnum):
    """What has become of an entry's card part."""

    NONE = "none"
    THERE = "there"
    ERASED = "erased"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Audit:
    """What reading a journal has shown.

    Attributes:
        desk: whose it is.
        entries: how many were read.
        good: how many of them hold, from the first on.
        cards: good entries with a card part, sealed or open.
        erased: good entries whose card part is gone, as retention asks.
        first_at: the first good entry's own time.
        last_at: the last one's.
        head: the last good entry's hash.
        proven: the last entry that the hub has countersigned and that is the same here.
        first_bad: the number of the first entry that does not hold, or None. 0: it is none of them.
        flaw: what is wrong with it.
    """

    desk: str
    entries: int
    good: int
    cards: int
    erased: int
    first_at: datetime | None
    last_at: datetime | None
    head: str
    proven: int
    first_bad: int | None = None
    flaw: Flaw | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.flaw is None

    @property
    def sentence(self) -> str:
        """What was found, for a person."""
        if self.flaw is not None:
            place = f"entry {self.first_bad}" if self.first_bad else "of the entries"
            return f"desk {self.desk}: {place} {SENTENCES[self.flaw]}; {self.good} hold before it"
        erased = f", {self.erased} with their cards erased" if self.erased else ""
        span = (
            ""
            if self.first_at is None
            else f", from {self.first_at:%Y-%m-%d %H:%M} to {self.last_at:%Y-%m-%d %H:%M}"
        )
        return (
            f"desk {self.desk}: all {self.good} entries hold{span}{erased};"
            f" countersigned by the hub up to entry {self.proven}"
        )


class Auditor:
    """Reads a journal's entries and heads in the order in which they come; `close` says what was found."""

    def __init__(self, desk: str, desk_key: bytes, hub_key: bytes) -> None:
        self._desk, self._desk_key, self._hub_key = desk, desk_key, hub_key
        self._hashes: list[str] = []
        self.entries = self._cards = self._erased = self._proven = 0
        self._first_at: datetime | None = None
        self._last_at: datetime | None = None
        self._beyond = 0
        self._bad: tuple[int, Flaw] | None = None
        self._doubted = ""

    def entry(self, header: bytes, signature: bytes, cards: bytes | CardPart, salt: bytes = b"") -> None:
        """An entry; its cards as they stand in the ledger, or what is known of them."""
        self.entries += 1
        entry = _read(header)
        is_signed = verifies(self._desk_key, signature, header)
        if self._bad is not None:
            if entry is not None and is_signed:
                self._explain(entry)
            return
        number, sealed = len(self._hashes) + 1, digest(header)
        if not is_signed:
            self._doubted = sealed
            self._bad = number, Flaw.SIGNATURE if entry is None or entry.sequence == number else Flaw.EDITED
            return
        if entry is None:
            self._bad = number, Flaw.UNREADABLE
            return
        part = cards if isinstance(cards, CardPart) else part_of(entry, cards, salt)
        self._bad = self._misplaced(entry, sealed) or (
            (number, Flaw.CARDS) if part is CardPart.WRONG else None
        )
        if self._bad is not None:
            return
        self._hashes.append(sealed)
        self._cards += part is CardPart.THERE
        self._erased += part is CardPart.ERASED
        self._first_at, self._last_at = self._first_at or entry.at, entry.at

    def torn(self) -> None:
        """Something that is no entry."""
        self.entries += 1
        self._bad = self._bad or (len(self._hashes) + 1, Flaw.TORN)

    def head(self, head: Head) -> None:
        """What the hub countersigned; after the entry that it speaks of, where that is there."""
        here = len(self._hashes)
        is_hubs = verifies(self._hub_key, head.signature, head_words(head, self._desk))
        if self._bad is not None:
            if is_hubs and self._bad == (head.sequence, Flaw.SIGNATURE) and head.hash != self._doubted:
                self._bad = head.sequence, Flaw.EDITED
            return
        if not is_hubs or head.sequence < 1:
            self._bad = max(1, head.sequence), Flaw.HEAD
        elif head.sequence > here:
            self._beyond = max(self._beyond, head.sequence)
        elif self._hashes[head.sequence - 1] != head.hash:
            self._bad = self._proven + 1, Flaw.FORKED
        else:
            self._proven = max(self._proven, head.sequence)

    def close(self, flaw: Flaw | None = None) -> Audit:
        """What was found.

        Args:
            flaw: what the file's end shows: it was cut, or it was changed.
        """
        good, bad = len(self._hashes), self._bad
        if bad is None and flaw is Flaw.CUT:
            bad = good + 1, Flaw.CUT
        elif bad is None and self._beyond:
            bad = good + 1, Flaw.OLD_COPY
        elif bad is None and flaw is not None:
            bad = 0, flaw
        first_bad, found = bad or (None, None)
        return Audit(
            self._desk,
            self.entries,
            good,
            self._cards,
            self._erased,
            self._first_at,
            self._last_at,
            self._hashes[-1] if self._hashes else GENESIS,
            self._proven,
            first_bad,
            found,
        )

    def _misplaced(self, entry: Header, sealed: str) -> tuple[int, Flaw] | None:
        number = len(self._hashes) + 1
        if entry.desk != self._desk:
            return number, Flaw.OTHER_DESK
        if entry.sequence < 1:
            return number, Flaw.UNREADABLE
        if entry.sequence > number:
            return number, Flaw.MISSING
        if entry.sequence < number:
            is_same = self._hashes[entry.sequence - 1] == sealed
            return entry.sequence, Flaw.REPEATED if is_same else Flaw.FORKED
        before = self._hashes[-1] if self._hashes else GENESIS
        return None if entry.previous == before else (number, Flaw.FORKED)

    def _explain(self, entry: Header) -> None:
        """What a later entry, which the desk did sign, tells of the first bad one."""
        number, flaw = self._bad or (0, None)
        if flaw is Flaw.MISSING and entry.sequence == number:
            self._bad = number, Flaw.MOVED
        elif flaw is Flaw.SIGNATURE and entry.sequence == number + 1 and entry.previous != self._doubted:
            self._bad = number, Flaw.EDITED


def audit_file(opening: Opening, lines: Iterable[Line]) -> Audit:
    """Whether an exported journal holds, by nothing but itself."""
    auditor = Auditor(opening.desk, opening.public_key, opening.hub_key)
    end: End | None = None
    flaw: Flaw | None = None
    for line in lines:
        if end is not None:
            flaw = Flaw.FILE  # something stands behind the end
        match line:
            case EntryLine():
                auditor.entry(line.header, line.signature, _sealed_part(line, opening.public_key))
            case HeadLine():
                auditor.head(line.head)
            case Torn(is_cut=False):
                auditor.torn()
            case End():
                end = line
    if end is None:
        return auditor.close(Flaw.CUT)
    words = end_words(opening.desk, end.said.entries, end.digest)
    is_desks = verifies(opening.public_key, end.said.signature, words)
    if end.said.entries > auditor.entries:
        flaw = Flaw.CUT
    elif end.said.digest != end.digest or not is_desks:
        flaw = Flaw.FILE
    return auditor.close(flaw)


def told(audit: Audit) -> dict[str, Any]:
    """What was found, for a program."""
    first, last = audit.first_at, audit.last_at
    return {
        "holds": audit.holds,
        "desk": audit.desk,
        "entries": audit.entries,
        "good": audit.good,
        "cards": audit.cards,
        "erased": audit.erased,
        "first_at": None if first is None else first.isoformat(),
        "last_at": None if last is None else last.isoformat(),
        "head": audit.head,
        "countersigned": audit.proven,
        "first_bad": audit.first_bad,
        "flaw": audit.flaw,
        "message": audit.sentence,
    }


def part_of(entry: Header, cards: bytes, salt: bytes) -> CardPart:
    """Whether an open card part is the one that the header commits to."""
    if not cards:
        return CardPart.ERASED if entry.commitment else CardPart.NONE
    return CardPart.THERE if commitment(cards, salt) == entry.commitment else CardPart.WRONG


def _sealed_part(line: EntryLine, desk_key: bytes) -> CardPart:
    entry = _read(line.header)
    words = seal_words(digest(line.header), line.sealed)
    if not verifies(desk_key, line.seal_signature, words) or entry is None:
        return CardPart.WRONG
    if not line.sealed:
        return CardPart.ERASED if entry.commitment else CardPart.NONE
    return CardPart.THERE if entry.commitment else CardPart.WRONG


def _read(header: bytes) -> Header | None:
    try:
        return parse(header)
    except ValueError:
        return None
