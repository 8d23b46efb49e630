"""The auditor's reading of the protocol and the program's rule come to the same, whatever managers do."""

from __future__ import annotations

from hypothesis import given, settings

from tests.domain.test_numbers_properties import STEPS, Script, play
from tests.domain.world import TODAY
from tests.simulation.typed import Typed, stands
from validator.domain.effects import quota_body
from validator.domain.numbers import Change, merge
from validator.domain.quota import Quota, QuotaKey, QuotaScope

KEY = QuotaKey(QuotaScope.OFFER, "play", TODAY)


@settings(max_examples=40)
@given(STEPS)
def test_an_auditor_comes_to_the_same_numbers(script: Script) -> None:
    hub, desks = play(script)
    for changes in (hub, *(desk.heard for desk in desks)):
        merged, audited = merge(changes), stands([_typed(change) for change in changes])
        number = merged.number
        assert audited.number == (number.value, number.mode.value, number.sold_out)
        assert audited.beside == {change.name for change in merged.beside}
        assert audited.cut == merged.cut


def _typed(change: Change) -> Typed:
    typed = change.typed
    body = quota_body(
        Quota(KEY, typed.value, typed.mode, typed.sold_out), "house", change.author, change.basis
    )
    return Typed.of(change.name, change.at.isoformat(), body)
