"""A deliberate bug about forked journals, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from contextlib import ExitStack

from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.store.transaction import Writing

TWICE_OVER = """
rate 0
days 2
0 carry 0
0 desk_backup 0
1 give 0 10 play 0
1 carry 0
2 desk_restored 0            # its journal forks
2 hub_backup 0
3 carry 0                    # what the hub keeps of the fork is in no copy of the hub
4 quota 0 show 5 2
4 carry 0
5 quota 0 show 6 2
5 quota 0 show 7 2
5 quota 0 show 5 2
5 quota 0 show 7 2
5 carry 0
6 hub_restored 0 untold
7 quota 1 play 8 1
7 carry 1
7 carry 0
8 carry 0
9 quota 1 play 0 1
9 carry 1
9 carry 0                    # it gives back what it was granted; that follows on what the hub has lost
"""
"""A desk and then the hub are put back to copies from before a fork."""


@bug(
    "I2, I13",
    "A hub that has lost what it kept of a fork is not told it again: what follows is put off in every pass, for ever.",
    1,
    TWICE_OVER,
)
def fork_not_told_again(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(Writing, "tell_fork_again", lambda _books: 0))
