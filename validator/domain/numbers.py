"""What becomes of one quota's number when managers change it, also where they did not hear of each other.

One pure function, `merge`, for hub, desk and tests. It looks at all changes to one number at once, so that what arrives twice
counts once, and, but for rule 2, the order of arrival makes no difference.

1. A change says which changes its author had before them (``upon``); with those come the ones that their authors had. So of
   two changes one was made *knowing* the other, or neither was.
2. A **set** says what the number is. One that nobody overwrote knowingly stands. Of several such a 0 (closed) stands before any
   other, then what was typed online before what was not: of those online the last in the hub's order, of the others the smallest.
3. An **increment** says by how much the number it saw is to change. Those made knowing the set that stands (and every 0 that
   nobody overwrote) are added to it, and the sum is kept within 0 and `MOST_TICKETS`.
4. Every other change that no later set knew of is **beside**: it does not count, it is kept, and the managers see it. A set made
   knowing it settles it.
5. Mode and sold-out switch are each moved only by a change that leaves them otherwise than it saw them. Of moves that did not
   know each other the cautious one holds: sold out, and strict.
6. A change that says nothing of what it knew is of an older program, and counts as knowing all before it in the hub's order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from validator.domain.quota import MOST_TICKETS, QuotaMode

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a manager sees it or sets it; ``value`` None means that there is none."""

    value: int | None = None
    mode: QuotaMode = QuotaMode.STRICT
    sold_out: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What a number was typed upon.

    Attributes:
        seen: what stood there; None where the author's program does not say.
        upon: names of the changes that made up what stood there; None where the author's program does not say.
        increment: the change is the difference between what was typed and what was seen.
        offline: it was typed while the hub could not be reached.
    """

    seen: Number | None = None
    upon: frozenset[str] | None = None
    increment: bool = False
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a number by a manager; ``name`` is `name_of` its event."""

    name: str
    desk: str
    author: str
    at: datetime
    typed: Number
    basis: Basis = field(default_factory=Basis)

    @property
    def step(self) -> int:
        """By how much an increment changes the number."""
        seen = None if self.basis.seen is None else self.basis.seen.value
        return 0 if seen is None or self.typed.value is None else self.typed.value - seen


@dataclass(frozen=True, slots=True)
class Merged:
    """What the changes to a number come to.

    Attributes:
        number: what stands.
        beside: changes that do not count although nobody has overwritten them knowingly, in their order.
        cut: what the sum would be where it is out of bounds, else None.
        upon: the changes that a change made now is made upon.
        spent: changes that can make no difference any more.
        at: when the last of them was made.
    """

    number: Number
    beside: tuple[Change, ...] = ()
    cut: int | None = None
    upon: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    at: datetime = _NEVER

    @property
    def is_disputed(self) -> bool:
        """Whether a manager should look at it."""
        return bool(self.beside) or self.cut is not None


def name_of(desk: str, event: str) -> str:
    """The name of a change: a desk never mints an id twice, and two desks may mint the same."""
    return f"{desk}/{event}"


def basis_of(before: Merged, typed: Number, *, online: bool, settles: bool = False) -> Basis:
    """How a number that a manager types over what stands is to travel.

    Online it is a set. Offline it is an increment, but where no difference can be told (no number before or after), where it
    closes (a 0 is never added up), or where it settles what is beside. A change of the switches alone never sets the number.

    Args:
        before: what the manager sees.
        typed: what they want.
        online: whether the hub can be reached.
        settles: the manager has looked at what is beside, and wants this number.
    """
    seen = before.number
    if typed.value == seen.value and not settles:
        increment = True
    else:
        increment = not online and not settles and bool(typed.value) and seen.value is not None
    return Basis(seen, before.upon, increment, offline=not online)


def merge(changes: Iterable[Change]) -> Merged:
    """What the changes to one number come to; in the hub's order, with those it has not placed yet at the end."""
    unique: dict[str, Change] = {}
    for change in changes:
        unique.setdefault(change.name, change)
    ordered = tuple(unique.values())
    if not ordered:
        return Merged(Number())
    knows = _knowledge(ordered)
    sets = [change for change in ordered if not change.basis.increment]
    tops = _tops(sets, knows)
    base = _standing(tops)
    added = _added(ordered, base, tops, knows)
    total = _total(ordered, base, added, knows)
    value = None if total is None else min(max(total, 0), MOST_TICKETS)
    sold, for_sold = _moved(ordered, knows, _is_sold_out, unmoved=False)
    strict, for_mode = _moved(ordered, knows, _is_strict, unmoved=True)
    known = {each.name for each in ordered if any(_overwrites(one, each, knows) for one in sets)}
    movers = {each.name for each in (*for_sold, *for_mode)}
    counted = {each.name for each in added} | ({base.name} if base else set())
    overruled = {each.name for each in for_sold if _is_sold_out(each.typed) != sold}
    overruled |= {each.name for each in for_mode if _is_strict(each.typed) != strict}
    beside = tuple(
        each
        for each in ordered
        if each.name not in known
        and (each.name in overruled or (each.name not in counted and _would_matter(each, base)))
    )
    alive = [each for each in ordered if each.name not in known or each.name in movers]
    heads = {each.name for each in _tops(alive, knows)}
    return Merged(
        Number(value, QuotaMode.STRICT if strict else QuotaMode.TRUSTING, sold),
        beside,
        None if total == value else total,
        frozenset(heads | movers | ({base.name} if base else set())),
        frozenset(known - movers),
        max(each.at for each in ordered),
    )


Knowledge = Mapping[str, frozenset[str]]
"""By a change's name, the names of all that its author knew."""


def _knowledge(ordered: Sequence[Change]) -> Knowledge:
    direct: dict[str, frozenset[str]] = {}
    before: list[str] = []
    for change in ordered:
        upon = change.basis.upon
        direct[change.name] = frozenset(before) if upon is None else upon
        before.append(change.name)
    knows: dict[str, frozenset[str]] = {}
    for name, own in direct.items():
        found: set[str] = set()
        rest = list(own)
        while rest:
            other = rest.pop()
            if other in direct and other not in found:
                found.add(other)
                if other in knows:
                    found |= knows[other]
                else:
                    rest += direct[other]
        knows[name] = frozenset(found)
    return knows


def _overwrites(one: Change, other: Change, knows: Knowledge) -> bool:
    """Whether one was made knowing the other. Who says to have known the future is not believed."""
    return other.name in knows[one.name] and one.name not in knows[other.name]


def _tops(changes: Sequence[Change], knows: Knowledge) -> list[Change]:
    """Those that no other was made knowing."""
    return [each for each in changes if not any(_overwrites(one, each, knows) for one in changes)]


def _standing(tops: Sequence[Change]) -> Change | None:
    closed = [each for each in tops if each.typed.value == 0]
    online = [each for each in tops if not each.basis.offline]
    if closed:
        return min(closed, key=lambda each: each.name)
    if online:
        return online[-1]
    return min(tops, key=lambda each: (each.typed.value is None, each.typed.value, each.name), default=None)


def _added(
    ordered: Sequence[Change], base: Change | None, tops: Sequence[Change], knows: Knowledge
) -> list[Change]:
    """The increments that count."""
    needed = {each.name for each in tops if each.typed.value == 0} | ({base.name} if base else set())
    return [
        each
        for each in ordered
        if each.basis.increment
        and needed <= knows[each.name]
        and not (base and each.name in knows[base.name])
        and not (base and base.typed.value is None and each.step)
    ]


def _total(
    ordered: Sequence[Change], base: Change | None, added: Sequence[Change], knows: Knowledge
) -> int | None:
    steps = sum(each.step for each in added)
    if base is not None:
        return None if base.typed.value is None else base.typed.value + steps
    # The set is lost, with the disks that held it: what the first of its increments saw.
    seen = [each.basis.seen.value for each in _tops_backwards(ordered, knows) if each.basis.seen is not None]
    known = [value for value in seen if value is not None]
    return min(known) + steps if known else None


def _tops_backwards(ordered: Sequence[Change], knows: Knowledge) -> list[Change]:
    """Those that were made knowing no other."""
    return [each for each in ordered if not any(_overwrites(each, one, knows) for one in ordered)]


def _moved(
    ordered: Sequence[Change], knows: Knowledge, is_cautious: Callable[[Number], bool], *, unmoved: bool
) -> tuple[bool, list[Change]]:
    """Whether a switch stands on its cautious side, and the moves of it that nobody has overwritten knowingly."""
    moves = [
        each
        for each in ordered
        if each.basis.seen is None or is_cautious(each.typed) != is_cautious(each.basis.seen)
    ]
    tops = _tops(moves, knows)
    return (any(is_cautious(each.typed) for each in tops) if tops else unmoved), tops


def _is_sold_out(number: Number) -> bool:
    return number.sold_out


def _is_strict(number: Number) -> bool:
    return number.mode is QuotaMode.STRICT


def _would_matter(change: Change, base: Change | None) -> bool:
    if change.basis.increment:
        return change.step != 0
    return base is None or change.typed.value != base.typed.value
