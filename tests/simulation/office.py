"""The hub's office sets the network's policy; a desk takes what the hub signed, and never one that is older than its own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sync.hub import settings
from tests.simulation.network import DeskHouse, Network
from tests.simulation.outside import LedgerView
from tests.simulation.watch import Watch

NUMBER = "again_within"
"""The number that the office sets: a note depends on it, and nothing else."""
_OWN = 10


class Office:
    """What the office said of one number, by version; the first versions are the program's own."""

    def __init__(self, network: Network, watch: Watch) -> None:
        self.network, self.watch = network, watch
        self._said = {0: _OWN, 1: _OWN}
        self._heard: dict[str, int] = {}

    def set_policy(self) -> None:
        """Another number."""
        hub, seconds = self.network.house.hub, self.network.chance.randrange(10, 60)
        with hub.database.write() as tx:
            settings.set_policy(hub.database, tx, {NUMBER: seconds}, self.network.clock.now())
            self._said[settings.policy_version(tx)] = seconds

    def disk_died(self, desk: DeskHouse) -> None:
        """What a desk had heard went with its disk."""
        self._heard.pop(desk.identity.desk, None)

    def heard(self, desk: DeskHouse) -> None:
        """I5: after a pass a desk goes by the hub's own word, and by none that is older than before."""
        view, name = self.watch.view(desk), f"desk {desk.number}"
        version, number = _policy(view)
        if self._said.get(version) != number:
            self.watch.find(f"I5: {name} goes by a policy that the hub never signed")
        if version < self._heard.get(view.desk, 0):
            self.watch.find(f"I5: {name} has taken an older policy than it had")
        self._heard[view.desk] = version

    def after_heal(self) -> Iterator[str]:
        """Everybody goes by the hub's latest word, or by a later one that a hub said which was put back since."""
        text = self.watch.hub.one("SELECT value FROM settings WHERE name = 'policy_version'")
        latest = int(json.loads(text)) if text else 1
        for desk in (*self.network.retired, *self.network.desks):
            self.heard(desk)
            version, _ = _policy(self.watch.view(desk))
            if version < latest:
                yield f"I5: desk {desk.number} has not heard of the policy that is in force"


def _policy(view: LedgerView) -> tuple[int, int]:
    """A desk's policy by the raw row: its version, and the number."""
    text = view.one("SELECT value FROM fact WHERE name = 'policy'")
    if text is None:
        return 0, _OWN
    row = json.loads(text)
    return row["version"], int(row[NUMBER].removeprefix("PT").removesuffix("S"))
