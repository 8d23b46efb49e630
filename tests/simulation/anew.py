"""Managers who send what the hub did not accept (`tests.simulation.spoiling`) as new entries.

Such a case is left to the desk that it came from: what somebody else settles is never sent.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.simulation.network import DeskHouse
from tests.simulation.outside import Line
from tests.simulation.watch import Watch
from validator.domain.cases import CaseKind
from validator.domain.role import Role


def send_anew(desk: DeskHouse, watch: Watch, chance: random.Random | None = None) -> int:
    """A manager sends what this desk can send once more: one of them by chance, or all; how many it was."""
    found = [line.case.id for line in desk.use.cases.lines() if line.anew]
    chosen = found if chance is None else found[:1] if not found else [chance.choice(found)]
    for case in chosen:
        desk.use.cases.send_anew(case, Role.MANAGER)
    watch.looked_at(desk)
    return len(chosen)


def send_all(desks: Sequence[DeskHouse], watch: Watch) -> int:
    """Every desk's; how many it was."""
    return sum(send_anew(desk, watch) for desk in desks)


def is_left_to_its_desk(kind: str) -> bool:
    """Whether nobody settles such a case otherwise."""
    return kind == CaseKind.REFUSED


def may_be_refused(desk: DeskHouse, line: Line) -> bool:
    """Whether it was spoilt; or tells anew what the hub took after all."""
    return line.event in desk.line.spoilt or "corrects" in line.body
