"""Deliberate bugs about the network's signed policy, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from sync import courier, reading
from sync.wire import SignedPolicy
from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.domain.policy import Policy


@bug("I5", "Nobody looks at the policy's signature: whoever is on the line says when lists are too old.", 20)
def policy_unsigned(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(reading, "verifies", lambda *_: True))


@bug("I5, I13", "The policy that came last is taken, also from a hub that was put back to an older one.", 60)
def older_policy_taken(bugged: ExitStack) -> None:
    before = reading.policy_of

    def taken(said: SignedPolicy, hub_key: bytes, kept: Policy) -> Policy | None:
        return before(said, hub_key, replace(kept, version=0))

    bugged.enter_context(replaced(courier, "policy_of", taken))
