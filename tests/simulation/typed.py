"""What the changes of a number come to, by an auditor's own reading of docs/protocol.md (§4.11).

Raw bodies come in, and none of the program's sums. A test holds this against the program's rule, so that neither can drift away
unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.simulation.outside import Key

MOST = 10_000
Raw = tuple[int | None, str, bool]
"""A number in raw words: value, mode, sold out."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One change as its event's body tells it; ``seen`` and ``upon`` are None where it says nothing of them."""

    name: str
    key: Key
    at: str
    typed: Raw
    seen: Raw | None
    upon: frozenset[str] | None
    is_step: bool
    is_offline: bool

    @classmethod
    def of(cls, name: str, at: str, body: Mapping[str, Any]) -> Typed:
        """Read a body."""
        seen, upon = body.get("seen"), body.get("upon")
        return cls(
            name,
            (body["scope"], body["target"], body["visit"]),
            at,
            raw(body),
            None if seen is None else raw(seen),
            None if upon is None else frozenset(upon),
            bool(body.get("increment")),
            bool(body.get("offline")),
        )

    @property
    def step(self) -> int:
        """By how much it moves the number."""
        seen, typed = (self.seen or (None,))[0], self.typed[0]
        return 0 if seen is None or typed is None else typed - seen


@dataclass(frozen=True, slots=True)
class Stands:
    """What holds, the names of what does not count and is to be shown, and a sum that was out of bounds."""

    number: Raw
    beside: frozenset[str] = frozenset()
    cut: int | None = None


Known = Mapping[str, frozenset[str]]


def raw(row: Mapping[str, Any]) -> Raw:
    """A number of a body, or of its ``seen``."""
    return row["value"], row["mode"], bool(row["sold_out"])


def knowledge(changes: Sequence[Typed]) -> Known:
    """By name, all that its author knew."""
    direct = {
        change.name: frozenset(each.name for each in changes[:place]) if change.upon is None else change.upon
        for place, change in enumerate(changes)
    }
    return {name: reach(direct, upon) for name, upon in direct.items()}


def reach(direct: Mapping[str, frozenset[str]], upon: Iterable[str]) -> frozenset[str]:
    """These names, and all that their authors knew."""
    found, rest = set[str](), list(upon)
    while rest:
        if (name := rest.pop()) in direct and name not in found:
            found.add(name)
            rest += direct[name]
    return frozenset(found)


def stands(changes: Sequence[Typed]) -> Stands:
    """What changes of one number come to, in the hub's order."""
    if not changes:
        return Stands((None, "strict", False))
    knows = knowledge(changes)

    def is_over(one: Typed, other: Typed) -> bool:
        return other.name in knows[one.name] and one.name not in knows[other.name]

    def latest(some: Sequence[Typed]) -> list[Typed]:
        return [each for each in some if not any(is_over(one, each) for one in some)]

    sets = [each for each in changes if not each.is_step]
    tops = latest(sets)
    closing = {each.name for each in tops if each.typed[0] == 0}
    base = _base(tops)
    needed = closing | ({base.name} if base else set())
    added = [
        each
        for each in changes
        if each.is_step
        and needed <= knows[each.name]
        and not (base and each.name in knows[base.name])
        and not (base and base.typed[0] is None and each.step)
    ]
    start = _start(changes, base, is_over)
    total = None if start is None else start + sum(each.step for each in added)
    value = None if total is None else max(0, min(MOST, total))
    sold = latest([each for each in changes if each.seen is None or each.typed[2] != each.seen[2]])
    modes = latest([each for each in changes if each.seen is None or each.typed[1] != each.seen[1]])
    sold_out = any(each.typed[2] for each in sold)
    mode = "strict" if not modes or any(each.typed[1] == "strict" for each in modes) else "trusting"
    moot = {each.name for each in changes if each.is_step and not each.step}
    moot |= {each.name for each in sets if base and each.typed[0] == base.typed[0]}
    counts = {each.name for each in added} | moot
    beaten = {each.name for each in sold if each.typed[2] != sold_out}
    beaten |= {each.name for each in modes if each.typed[1] != mode}
    settled = {each.name for each in changes if any(is_over(one, each) for one in sets)}
    beside = {each.name for each in changes if each.name in beaten or each.name not in counts} - settled
    return Stands((value, mode, sold_out), frozenset(beside), None if total == value else total)


def _base(tops: Sequence[Typed]) -> Typed | None:
    closing = sorted((each for each in tops if each.typed[0] == 0), key=lambda each: each.name)
    online = [each for each in tops if not each.is_offline]
    if closing or online:
        return closing[0] if closing else online[-1]
    smallest = sorted(tops, key=lambda each: (each.typed[0] is None, each.typed[0] or 0, each.name))
    return smallest[0] if smallest else None


def _start(
    changes: Sequence[Typed], base: Typed | None, is_over: Callable[[Typed, Typed], bool]
) -> int | None:
    """What increments are added to."""
    if base is not None:
        return base.typed[0]
    first = [each for each in changes if not any(is_over(each, one) for one in changes)]
    return min((each.seen[0] for each in first if each.seen and each.seen[0] is not None), default=None)
