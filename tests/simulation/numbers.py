"""Managers' numbers when the weather has cleared.

The hub and every desk hold what all that was typed comes to, and every desk shows what of it does not count.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from tests.simulation.network import DeskHouse, Network
from tests.simulation.outside import HubView, Key, LedgerView
from tests.simulation.typed import Raw, Stands, Typed, stands
from tests.simulation.watch import Watch

_TOLD = (
    "SELECT e.desk, e.event, e.header FROM feed f JOIN events e ON e.desk = f.desk AND e.sequence = f.sequence"
    " WHERE e.kind = 'quota' AND e.status = 'accepted' ORDER BY f.cursor"
)
_NUMBERS = "SELECT scope, target, visit, value, mode, sold_out FROM"
Shown = Counter[tuple[datetime, Raw]]
"""When something was typed, and what."""


def numbers_hold(network: Network, watch: Watch) -> Iterator[str]:
    """ADR 0020: what stands is what all changes come to, everywhere; what does not count is shown until somebody settles it."""
    told = _told(watch.hub)
    wanted = {key: stands(changes) for key, changes in told.items()}
    at_hub = _numbers(watch.hub, "quotas")
    if at_hub.keys() != wanted.keys():
        yield f"I3: the hub has {len(at_hub)} numbers where managers set {len(wanted)}"
    if wrong := [key for key in wanted.keys() & at_hub.keys() if wanted[key].number != at_hub[key]]:
        key = min(wrong)
        yield f"I3: the hub holds {at_hub[key]} for {key[0]} where what was typed comes to {wanted[key].number}"
    for desk in (*network.retired, *network.desks):
        sentences = list(_at_a_desk(network, watch, desk, told, wanted))
        if sentences and watch.is_unaware:
            watch.gaps["I13 feed"] += 1
        else:
            yield from sentences


def _at_a_desk(
    network: Network,
    watch: Watch,
    desk: DeskHouse,
    told: Mapping[Key, Sequence[Typed]],
    wanted: Mapping[Key, Stands],
) -> Iterator[str]:
    name, view = f"desk {desk.number}", watch.view(desk)
    here = _numbers(view, "quota")
    if missing := wanted.keys() - here.keys():
        yield f"I6: {name} has not heard of {len(missing)} numbers"
    if extra := here.keys() - wanted.keys():
        yield f"I6: {name} has {len(extra)} numbers that nobody set"
    if wrong := [key for key in wanted.keys() & here.keys() if wanted[key].number != here[key]]:
        key = min(wrong)
        yield f"I6: {name} has {here[key]} for {key[0]}, and what was typed comes to {wanted[key].number}"
    today = network.today.isoformat()
    open_here = {
        key: each for key, each in wanted.items() if key[2] >= today and (each.beside or each.cut is not None)
    }
    shown = _shown(desk)
    if hidden := open_here.keys() - shown.keys():
        yield f"I2: lost: {name} does not show {len(hidden)} numbers of which managers did not know each other's"
    if invented := shown.keys() - open_here.keys():
        yield f"I2: {name} shows {len(invented)} numbers as not agreed upon which are"
    for key in open_here.keys() & shown.keys():
        changes = Counter(
            (datetime.fromisoformat(each.at), each.typed)
            for each in told[key]
            if each.name in open_here[key].beside
        )
        if changes != shown[key]:
            yield f"I2: lost: {name} shows {len(shown[key])} of {len(changes)} changes that do not count"


def _told(hub: HubView) -> dict[Key, list[Typed]]:
    """All that was typed and accepted, by its number, in the hub's order."""
    found = defaultdict[Key, list[Typed]](list)
    for desk, event, header in hub.rows(_TOLD):
        entry = json.loads(header)
        change = Typed.of(f"{desk}/{event}", entry["at"], entry["body"])
        found[change.key].append(change)
    return found


def _numbers(view: HubView | LedgerView, table: str) -> dict[Key, Raw]:
    rows = view.rows(f"{_NUMBERS} {table}")
    return {
        (scope, target, visit): (value, mode, bool(sold_out))
        for scope, target, visit, value, mode, sold_out in rows
    }


def _shown(desk: DeskHouse) -> dict[Key, Shown]:
    """What the manager's page has to say of numbers that were not agreed upon."""
    scopes = {"Venue": "venue", "Offer": "offer", "Performance": "performance"}
    return {
        (scopes[type(line.target).__name__], line.target.id, line.visit.isoformat()): Counter(
            (each.at, (each.typed.value, each.typed.mode.value, each.typed.sold_out)) for each in line.changes
        )
        for line in desk.use.quotas.disputed()
    }
