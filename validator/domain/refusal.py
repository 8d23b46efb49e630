"""Why a hub does not accept an event: one of few words, so that every desk can say it in its own language.

An answer's reason is the word, a colon, and a sentence in English for a log. A word that a desk does not know is said as none.
"""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """What is wrong with an event."""

    GARBLED = "garbled"
    """It cannot be read as it came, or its signature or its cards do not fit it."""
    SENSELESS = "senseless"
    """It can be read, and says what cannot be, or what contradicts the hub's books."""
    KIND = "kind"
    """A newer program's: the hub does not know such an entry."""
    VENUE = "venue"
    """It writes to a venue that is not its desk's."""
    FORKED = "forked"
    """Another entry stands in its place of the desk's journal: one of the two is a copy's."""
    REVOKED = "revoked"
    """Its desk had been shut out, and this is more than telling what was given."""
    FAULT = "fault"
    """The hub itself failed over it."""

    def says(self, sentence: str) -> str:
        """The reason as it travels."""
        return f"{self.value}: {sentence}"

    @classmethod
    def of(cls, reason: str) -> Refusal | None:
        """The word of a reason that has come; None where it is none of these."""
        word, colon, _ = reason.partition(":")
        return cls(word) if colon and word in set(cls) else None
