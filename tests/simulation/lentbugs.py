"""Deliberate bugs about what desks are told of each other's rights, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from contextlib import ExitStack

from sync.hub import elsewhere
from tests.simulation.bugs import bug
from tests.simulation.edges import replaced


@bug("I4", "A desk is told its own rights among those of the others: they count twice.", 10)
def own_rights_told_too(bugged: ExitStack) -> None:
    before = elsewhere.lent
    bugged.enter_context(replaced(elsewhere, "lent", lambda tx, _desk, days: before(tx, "", days)))
