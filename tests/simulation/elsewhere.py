"""What managers read of other desks' rights, held against the hub's raw rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

from tests.simulation.network import Network
from tests.simulation.watch import Watch
from validator.domain.quota import COMING_DAYS

_OUT = (
    "SELECT l.offer, l.performance, l.visit, sum(max(0, l.granted - l.spent - l.returned)) AS lent"
    " FROM leases l JOIN desks d ON d.id = l.desk"
    " WHERE NOT (l.desk = ? AND l.epoch = d.epoch) AND l.visit >= ? AND l.visit < ?"
    " GROUP BY l.offer, l.performance, l.visit HAVING lent > 0"
)


def elsewhere(network: Network, watch: Watch) -> Iterator[str]:
    """I4: after one pass more, each desk knows all rights that are out, but for its own, which it counts itself."""
    days = network.today, network.today + timedelta(days=COMING_DAYS)
    for desk in network.desks:
        desk.courier.carry()
        view = watch.view(desk)
        told = json.loads(view.one("SELECT value FROM fact WHERE name = 'elsewhere'") or '{"lent": []}')
        heard = {(offer, show or "", visit): out for _, offer, show, visit, out in told["lent"]}
        out = {
            (offer, show, visit): count
            for offer, show, visit, count in watch.hub.rows(_OUT, view.desk, *map(str, days))
        }
        if heard != out:
            yield (
                f"I4: desk {desk.number} knows of {sum(heard.values())} rights at others, and {sum(out.values())} are out"
            )
