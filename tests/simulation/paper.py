"""What was given on paper and is entered at a desk: recorded whatever the rules say, and a case where they say no."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.simulation.network import CODES, PLAY, SHOW, DeskHouse, Network, performance
from tests.simulation.watch import Watch
from validator.desk import PaperState
from validator.domain.network import HELSINKI
from validator.domain.paper import PaperRow
from validator.domain.rights import Slot

_SAME = {
    "R32": "S01",
    "R52": "S01",
    "R13": "S02",
    "R14": "S02",
    "R30": "S03",
    "R38": "S03",
    "R10": "S04",
}
"""By a desk's decline, the hub's remark that says the same: the protocol's words (§4.1)."""


def some_slot(network: Network) -> Slot:
    """Mostly of today, sometimes of tomorrow, and of a day that is over: what is late on paper is recorded all the same."""
    chance = network.chance
    visit = network.today + timedelta(days=chance.choice((0, 0, 0, 1, -1)))
    return chance.choice((Slot(PLAY, performance(visit), visit), Slot(SHOW, None, visit)))


def enter(desk: DeskHouse, watch: Watch, card: int, slot: Slot) -> None:
    """Enter a row that was written this minute, and no other; the customer has the ticket already."""
    at = desk.station.clock.now().astimezone(HELSINKI)
    typed = desk.use.paper.new_row()
    row = PaperRow(
        typed.id, f"{at.day}.{at.month}.{at.year}", f"{at:%H.%M}", slot, CODES[card % len(CODES)].reveal()
    )
    answer = desk.use.paper.record(row, again=True)
    if answer.is_done:
        watch.handed(desk, answer.giving, "")
    elif answer.state is not PaperState.NOT_SAVED:
        watch.find(f"I2: lost: a ticket that was given on paper is not recorded: {answer.state}")


def is_case(header: str | bytes, notes: list[str]) -> bool:
    """Whether the hub has to raise a case of an event, by what its desk signed and the hub remarked."""
    body = json.loads(header)["body"]
    code = str(body.get("code", ""))
    return bool(body.get("entered_at")) and code.startswith("R") and _SAME.get(code) not in notes
