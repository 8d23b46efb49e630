"""What changes to a number come to, written from docs/protocol.md §4.11 alone; it shares no code with the first merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Change = dict[str, Any]
"""A change as the page's vectors have it: name, value, mode, sold_out, seen, upon, increment, offline."""

MOST = 10_000


def over(number: int, given: int, own: int, lent: int) -> int:
    """§4.13: by how many a number may be gone over, with so many rights of the desk's own in it, and of others."""
    here = min(own, max(0, number - given))
    return max(0, given + here + lent - number)


def merged(changes: Sequence[Change]) -> dict[str, Any]:
    """What stands, what is beside, and the sum where it is out of bounds; the changes in the hub's order."""
    unique: dict[str, Change] = {}
    for change in changes:
        unique.setdefault(change["name"], change)
    ordered = list(unique.values())
    knew = _knowing(ordered)
    sets = [each for each in ordered if not each["increment"]]
    tops = [each for each in sets if not any(knew(other, each) for other in sets)]
    zeros = [each for each in tops if each["value"] == 0]
    standing = _standing(tops, zeros)
    counted, total = _sum(ordered, standing, zeros, knew)
    value = None if total is None else max(0, min(MOST, total))
    sold_out, against = _switch(ordered, lambda number: number["sold_out"] is True, knew, unmoved=False)
    strict, more = _switch(ordered, lambda number: number["mode"] == "strict", knew, unmoved=True)
    held = {*counted, *([standing["name"]] if standing else [])}
    beside = [
        each["name"]
        for each in ordered
        if not any(knew(other, each) for other in sets)
        and (each["name"] in against | more or (each["name"] not in held and _matters(each, standing)))
    ]
    return {
        "value": value,
        "mode": "strict" if strict else "trusting",
        "sold_out": sold_out,
        "beside": beside,
        "cut": None if value == total else total,
    }


Knew = Callable[[Change, Change], bool]
"""Whether the first was made knowing the second."""


def _knowing(ordered: Sequence[Change]) -> Knew:
    direct: dict[str, set[str]] = {}
    for place, change in enumerate(ordered):
        before = {each["name"] for each in ordered[:place]}
        direct[change["name"]] = before if change["upon"] is None else set(change["upon"])

    def reach(name: str) -> set[str]:
        found, rest = set[str](), list(direct[name])
        while rest:
            other = rest.pop()
            if other in direct and other not in found:
                found.add(other)
                rest += direct[other]
        return found

    known = {name: reach(name) for name in direct}
    return lambda one, other: other["name"] in known[one["name"]] and one["name"] not in known[other["name"]]


def _standing(tops: Sequence[Change], zeros: Sequence[Change]) -> Change | None:
    if zeros:
        return min(zeros, key=lambda each: str(each["name"]))
    online = [each for each in tops if not each["offline"]]
    if online:
        return online[-1]
    return min(tops, key=lambda each: (each["value"] is None, each["value"] or 0, each["name"]), default=None)


def _sum(
    ordered: Sequence[Change], standing: Change | None, zeros: Sequence[Change], knew: Knew
) -> tuple[set[str], int | None]:
    needed = [*zeros, *([standing] if standing else [])]
    counted = [
        each
        for each in ordered
        if each["increment"] and all(knew(each, other) for other in needed if other is not each)
    ]
    if standing is not None:
        base = standing["value"]
    else:
        firsts = [each for each in ordered if not any(knew(each, other) for other in ordered)]
        seen = [each["seen"]["value"] for each in firsts if each["seen"] is not None]
        base = min((value for value in seen if value is not None), default=None)
    if base is None:
        return {each["name"] for each in counted if _step(each) == 0}, None
    return {each["name"] for each in counted}, base + sum(map(_step, counted))


def _switch(
    ordered: Sequence[Change], is_on: Callable[[Change], bool], knew: Knew, *, unmoved: bool
) -> tuple[bool, set[str]]:
    """Where a switch stands, and the moves that it is not."""
    moves = [each for each in ordered if each["seen"] is None or is_on(each) != is_on(each["seen"])]
    tops = [each for each in moves if not any(knew(other, each) for other in moves)]
    stands = any(map(is_on, tops)) if tops else unmoved
    return stands, {each["name"] for each in tops if is_on(each) != stands}


def _step(change: Change) -> int:
    seen = change["seen"] and change["seen"]["value"]
    return 0 if seen is None or change["value"] is None else int(change["value"] - seen)


def _matters(change: Change, standing: Change | None) -> bool:
    if change["increment"]:
        return _step(change) != 0
    return standing is None or bool(change["value"] != standing["value"])
