"""From many looks at a card to one reading of it: pure. Looks and instants go in, a reading comes out, or nothing.

1. A strong symbol counts at once, and so does what two engines or two symbols of a card agree on. Any other has to be seen in
   two looks within `CONFIRM_WITHIN`, with no other card between.
2. A card that was read is not read again while it stays in view, nor for `COOL_DOWN` after it was last seen. Seen counts
   whatever the symbol, so its Code 39 keeps it quiet after its QR code was read.
3. Another card counts at once, and does not wake the first one.
4. Two cards in view count as none, and what was half confirmed is forgotten.
5. Where nothing moves the desk looks more rarely (`validator.scan.gate`). A card that was read and did not move is then still in
   view, whether a look sees it or not.
6. A clock that was set back ends all waiting: rather read a card twice than be deaf for an hour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from validator.domain.code import CardRead, Source
from validator.scan.acceptance import Look

COOL_DOWN = timedelta(seconds=2.5)
CONFIRM_WITHIN = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Steady:
    """What is remembered between looks.

    Attributes:
        half_seen: a weak reading that waits for its second look.
        half_seen_at: when it was seen.
        read: cards that were read -> when each was last in view.
    """

    half_seen: str = field(default="", repr=False)
    half_seen_at: datetime | None = None
    read: Mapping[str, datetime] = field(default_factory=dict, repr=False)

    def after(self, look: Look, at: datetime) -> tuple[Steady, CardRead | None]:
        """The memory after one more look, and the reading that this look completed."""
        read = {
            key: at if key in look.in_view else seen
            for key, seen in self.read.items()
            if timedelta() <= at - seen <= COOL_DOWN
        }
        quiet = replace(self, read=read)
        if look.two_cards:
            return Steady(read=read), None
        if look.symbol is None or look.key in read:
            return quiet, None
        if not (look.symbol.strong or look.agreed or self._confirms(look.key, at)):
            return Steady(look.key, at, read), None
        reading = CardRead(look.symbol.text, Source.CAMERA, at, look.symbol.symbology)
        return Steady(read=read | {look.key: at}), reading

    def resting(self, at: datetime) -> Steady:
        """The memory where nothing has moved since the last look: a card that was read and is in view still is, seen or not."""
        return replace(self, read=dict.fromkeys(self.read, at))

    def waits(self, at: datetime) -> bool:
        """Whether a weak reading waits for its second look."""
        return self.half_seen_at is not None and timedelta() <= at - self.half_seen_at <= CONFIRM_WITHIN

    def _confirms(self, key: str, at: datetime) -> bool:
        return key == self.half_seen and self.waits(at)
