"""One trial of a hub: two desks before it, what they have reached so far, and how a promise is found to be broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sync.hub.conformance.line import Reply, Send, Till

PASSED, FAILED, SKIPPED = "pass", "fail", "skipped"


class Broken(Exception):
    """The promise is not kept. The text says how it shows."""


class Skip(Exception):
    """The promise cannot be tried here. The text says what is missing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One promise and what became of it."""

    paragraph: str
    promise: str
    result: str
    why: str = ""


@dataclass
class Trial:
    """Two desks before one hub."""

    send: Send
    codes: Sequence[str]
    revoke: Callable[[str], None] | None = None
    first: Till = field(init=False)
    second: Till = field(init=False)
    slot: dict[str, Any] = field(default_factory=dict)
    venue: str = ""
    answer: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first, self.second = Till(self.send), Till(self.send)

    def stage(self) -> dict[str, Any]:
        """The slot that is written to."""
        if not self.slot:
            raise Skip("there is no offer to write to")
        return self.slot


def need(kept: object, why: str) -> None:
    """The promise is broken unless this is so."""
    if not kept:
        raise Broken(why)


def refused(reply: Reply, status: int, word: str) -> None:
    """The hub says no, in the words of §1."""
    need(reply.status == status, f"status {reply.status} instead of {status}")
    need(reply.word == word, f"the word {reply.word!r} instead of {word!r}")


def statuses(answer: dict[str, Any]) -> list[str]:
    """What became of each event."""
    return [str(row.get("status")) for row in answer.get("answers", ())]


def whole_feed(till: Till, life: str) -> list[dict[str, Any]]:
    """All that a desk is told of the others, from the beginning."""
    found: list[dict[str, Any]] = []
    cursor = 0
    while True:
        answer = till.sync(feed_cursor=cursor, feed_life=life)
        found += answer["feed"]
        if not answer["feed"] or answer["feed_cursor"] <= cursor:
            return found
        cursor, life = answer["feed_cursor"], answer["feed_life"]
