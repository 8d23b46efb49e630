"""Fault schedules: what happens at which moment, written down instead of drawn. Anybody's faults can be played that way.

A schedule is a text with one happening a line: the moment (from 0 on; a day has ten), a step, a desk's number, and how, where that
is not left to chance. Several may share a moment; they happen in their order. ``#`` begins a comment, and words before the first
moment say what else there is to say:

    seed 7                     # of all chance that is left; 1 where it is not said
    days 2                     # as many as the moments need, where it is not said
    rate 0                     # how often something befalls a message by itself
    mornings yes               # a manager sets numbers every morning, as in a run from a seed
    0  quota 0 play 4 0        # at desk 0: four tickets for the play, today
    0  carry 0
    1  carry 1
    2  cut 1
    3  give 1 12 play 0        # card 12 of the network, the play, today
    4  crash 0 after 3         # in something busy the process dies right after its third commit
    5  line 1 answer_lost      # what befalls desk 1's next message
    5  mend 1
    5  carry 1

The steps are those of `tests.simulation.chance.STEPS`, and ``line``. What is found in a run from a seed is printed as such a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from tests.simulation.chance import STEPS, STORM

_BLOW = r"(before|after) [1-9]\d*"
HOW = {
    "give": r"\d+ (play|show) [0-2]",
    "paper": r"\d+ (play|show) (-1|[0-2])",
    "quota": r"(play|show) (\d+|none) [0-2]",
    "crash": _BLOW,
    "hub_crash": _BLOW,
    "disk_full": r"(desk|hub) [1-9]\d*",
    "clock_jump": r"-?\d+",
    "hub_restored": "(told|untold)",
}
"""What may be said of a step beyond its desk; a word of the line's must follow ``line``."""
LINE = "line"


@dataclass(frozen=True, slots=True)
class Happening:
    """One line; ``how`` is empty where the seed decides."""

    moment: int
    step: str
    desk: int
    how: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join((str(self.moment), self.step, str(self.desk), *self.how))


@dataclass(frozen=True)
class Schedule:
    """What happens in one run.

    Attributes:
        days: at least as many as the moments need.
        mornings: whether a manager sets numbers every morning.
    """

    seed: int = 1
    days: int = 1
    moments: int = STORM.moments
    rate: float = 0.0
    mornings: bool = False
    happenings: tuple[Happening, ...] = field(default=())

    @classmethod
    def read(cls, text: str, faults: frozenset[str], desks: int = STORM.desks) -> Self:
        """Read a schedule.

        Args:
            text: as above.
            faults: the words that may follow ``line``.
            desks: how many there are.

        Raises:
            ValueError: a line cannot be read; it is named.
        """
        said: dict[str, str] = {}
        happenings = []
        for number, line in enumerate(text.splitlines(), start=1):
            words = line.partition("#")[0].split()
            if not words:
                continue
            if words[0].isdecimal():
                happenings.append(_happening(number, words, faults, desks))
            elif len(words) == 2 and words[0] in {"seed", "days", "moments", "rate", "mornings"}:
                said[words[0]] = words[1]
            else:
                raise ValueError(
                    f"line {number}: neither a moment nor one of seed, days, moments, rate, mornings"
                )
        moments = int(said.get("moments", STORM.moments))
        last = max((each.moment for each in happenings), default=0)
        days = max(int(said.get("days", 1)), last // moments + 1)
        rate, mornings = float(said.get("rate", 0)), said.get("mornings", "no") == "yes"
        happenings.sort(key=lambda each: each.moment)
        return cls(int(said.get("seed", 1)), days, moments, rate, mornings, tuple(happenings))

    def at(self, moment: int) -> tuple[Happening, ...]:
        """What happens at a moment."""
        return tuple(each for each in self.happenings if each.moment == moment)

    def __str__(self) -> str:
        mornings = "yes" if self.mornings else "no"
        head = (f"seed {self.seed}", f"days {self.days}", f"moments {self.moments}", f"rate {self.rate}")
        return "\n".join((*head, f"mornings {mornings}", *map(str, self.happenings)))


def _happening(number: int, words: list[str], faults: frozenset[str], desks: int) -> Happening:
    moment, step, desk, *how = (*words, "", "")[: max(3, len(words))]
    if step not in STEPS and step != LINE:
        raise ValueError(
            f"line {number}: no step is called {step!r}; they are {', '.join(sorted({*STEPS, LINE}))}"
        )
    if not desk.isdecimal() or int(desk) >= desks:
        raise ValueError(f"line {number}: a step is followed by a desk's number, from 0 to {desks - 1}")
    if step == LINE and (len(how) != 1 or how[0] not in faults):
        raise ValueError(f"line {number}: {LINE} is followed by one of {', '.join(sorted(faults))}")
    if step != LINE and how and not re.fullmatch(HOW.get(step, ""), " ".join(how)):
        raise ValueError(f"line {number}: {step} may be followed by {HOW.get(step, 'nothing')}")
    return Happening(int(moment), step, int(desk), tuple(how))
