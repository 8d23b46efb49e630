"""Telling a hand scanner from a clerk's typing: both are a keyboard, only the rhythm differs.

1. The first keys of a scan cannot be told from typing, so they are let through to whatever has the focus.
   From the key on that makes the rhythm certain, keys are swallowed. The read that follows is whole;
   `Wedge.let_through` is the head of it that the field was given too and takes back.
2. A key is therefore in a read, or was let through, or both: no key is lost, altered or put in another order.
3. A read ends with Enter, or with a pause, or with the first key after a pause.
4. Enters right behind a scan belong to the scanner (some send two), never to the clerk, for whom Enter
   gives a ticket. So do those that follow these in a scanner's rhythm, however many.
5. A key that commands something (Ctrl+Z, Esc, F6) in the middle of a scan, or right behind one, is the
   scanner's too: a symbol may hold control characters, and nothing printed on a card may press the desk's
   keys. What such a key types in the middle of a scan is in the read.

The instants are those of the key events themselves. Taken when the program gets round to handling them they
would not do: after a stall, what somebody typed arrives in one lump and looks like a scan. Held keys are
the keyboard's own repeats: they are one sign over and over, and are no scan. No Qt here and no timer:
whoever feeds keys also calls `Wedge.tick`. What a read means is `validator.domain.code`'s.
"""

from __future__ import annotations

from collections.abc import Callable

KEY_GAP_MS = 60.0
"""Longest gap behind which an Enter, a command or what follows a Space still is in a scanner's rhythm. USB
scanners need 10 to 40 ms a sign (a capital is up to four reports at 8 ms each); one late report more is let
pass."""

STUTTER_MS = 120.0
"""Longest gap between two signs before a scan is certain. Radio scanners stutter: a sign waits for the
radio's next turns. What a scan is, `MEAN_GAP_MS` decides; a gap below this only keeps its parts together."""

MEAN_GAP_MS = 40.0
"""Longest mean gap of any `SCAN_KEYS` signs in a row that make a scan certain. 40 ms is 300 words a minute;
the fastest typists reach 200, and rolling two or three keys at 30 ms does not bring the mean of `SCAN_KEYS`
there."""

SCAN_KEYS = 6
"""Keys in that rhythm that make a scan certain: more than anybody rolls, fewer than any network's codes
have."""

SCAN_KEYS_BEFORE_ENTER = 4
"""Keys that suffice where Enter follows in the same rhythm, for short codes: nobody types four signs and
Enter in 0.16 s."""

SCAN_KEYS_BEFORE_COMMAND = 3
"""Keys in that rhythm behind which a command is a scanner's: two may be rolled into a shortcut."""

PAUSE_MS = 150.0
"""Gap that ends a scan once it is certain. Wider than `STUTTER_MS`; narrower than the 200 ms and more that
a scanner needs between two cards."""

ENTER_GUARD_MS = 250.0
"""Enter this soon behind a scan is its suffix, late or doubled. Nobody has read a verdict and answered it
by then."""


class Wedge:
    """Sorts key events into scans and typing. Feed it from one thread."""

    def __init__(self, on_read: Callable[[str], None]) -> None:
        """Hand each whole read to ``on_read``, exactly as its keys came."""
        self._on_read = on_read
        self._keys: list[str] = []
        self._times: list[float] = []
        self._last_at = float("-inf")
        self._is_scan = False
        self._scanned_at = float("-inf")
        self._trailed_at = float("-inf")
        self._let_through = ""

    @property
    def let_through(self) -> str:
        """What the field was given of the keys under way, or of the read just handed over."""
        return self._let_through

    def feed(self, text: str, at_ms: float) -> bool:
        """Take one key event.

        Args:
            text: what the key types; "" for a modifier alone, which changes nothing.
            at_ms: the event's own instant, in milliseconds of any steady clock.

        Returns:
            True if the key is a scanner's and is to be swallowed.
        """
        if not text:
            return False
        if not self._goes_on(at_ms):
            self._end()
            self._let_through = ""
        self._keys.append(text)
        self._times.append(at_ms)
        self._last_at = at_ms
        self._is_scan = self._is_scan or self._has_rhythm(SCAN_KEYS, at_ms)
        if not self._is_scan:
            self._let_through += text
        return self._is_scan

    def enter(self, at_ms: float) -> bool:
        """Take an Enter or Tab. True if it is a scanner's and is to be swallowed."""
        if self._goes_on(at_ms):
            self._is_scan = self._is_scan or self._has_rhythm(SCAN_KEYS_BEFORE_ENTER, at_ms, extra=1)
            if self._is_scan:
                self._last_at = at_ms
        self._end()
        is_scanners = self._trails(at_ms) or 0 <= at_ms - self._scanned_at <= ENTER_GUARD_MS
        if is_scanners:
            self._trailed_at = at_ms
        return is_scanners

    def commands(self, at_ms: float) -> bool:
        """Whether a key that commands something is a scanner's at this instant. Changes nothing."""
        within = self._is_scan or (
            at_ms - self._last_at <= KEY_GAP_MS and self._has_rhythm(SCAN_KEYS_BEFORE_COMMAND, at_ms, extra=1)
        )
        return (self._goes_on(at_ms) and within) or self._trails(at_ms)

    def command(self, text: str, at_ms: float) -> bool:
        """Take a key that commands something; ``text`` is the control character that it types, if it types one.

        Returns:
            True if it is a scanner's and is to be swallowed.
        """
        if not self.commands(at_ms):
            return False
        if self._goes_on(at_ms):
            self._keys += [text] if text else []
            self._times += [at_ms] if text else []
            self._is_scan = True
            self._last_at = at_ms
        else:
            self._trailed_at = at_ms
        return True

    def tick(self, at_ms: float) -> None:
        """Hand over a scan that ended without Enter. Due just over `PAUSE_MS` behind each swallowed key."""
        if not self._goes_on(at_ms):
            self._end()

    def pending(self) -> str:
        """The scan under way; "" while what came may still be typing. It is a card code: not for logs."""
        return "".join(self._keys) if self._is_scan else ""

    def _goes_on(self, at_ms: float) -> bool:
        """Whether an event belongs to the keys before it. A clock that went back begins anew."""
        return bool(self._keys) and 0 <= at_ms - self._last_at <= (PAUSE_MS if self._is_scan else STUTTER_MS)

    def _trails(self, at_ms: float) -> bool:
        """Whether an event comes in a scanner's rhythm behind a scan, or behind what else came so."""
        return 0 <= at_ms - max(self._scanned_at, self._trailed_at) <= KEY_GAP_MS

    def _has_rhythm(self, least: int, at_ms: float, *, extra: int = 0) -> bool:
        """Whether the last so many keys, and what comes now, are in it. What was typed before them counts for nothing."""
        if len(self._keys) < least or len(set(self._keys[-least:])) == 1:
            return False
        return at_ms - self._times[-least] <= (least - 1 + extra) * MEAN_GAP_MS

    def _end(self) -> None:
        """Forget the keys so far; if they were a scan, hand them over when the state is clean."""
        read = self.pending()
        if read:
            self._scanned_at = self._last_at
        self._keys = []
        self._times = []
        self._is_scan = False
        if read:
            self._on_read(read)
