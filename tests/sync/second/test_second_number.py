"""Two merges that share no code come to the same, whatever managers did on both sides of a cut line."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sync.second.number import merged
from tests.sync.test_protocol import VECTORS, change_of
from validator.domain.numbers import Number, basis_of, merge
from validator.domain.quota import QuotaMode

Step = tuple[int, bool, bool, int | None, str, bool, str]
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, 0, 3, 5, 8, 9_999]),
        st.sampled_from(["strict", "trusting"]),
        st.booleans(),
        st.sampled_from(["", "", "", "settles", "old", "no basis"]),
    ),
    max_size=7,
)


def history(steps: list[Step]) -> list[dict[str, Any]]:
    """What the hub comes to hold, and behind it what the desks have not told."""
    hub: list[dict[str, Any]] = []
    desks: list[list[dict[str, Any]]] = [[], [], []]
    for place, (who, syncs, online, value, mode, sold_out, odd) in enumerate(steps):
        mine = desks[who]
        if syncs or online:
            hub += [each for each in mine if online and each not in hub]
            mine[:] = hub + [each for each in mine if each not in hub]
        before = merge(map(change_of, mine))
        typed = Number(value, QuotaMode(mode), sold_out)
        basis = basis_of(before, typed, online=online, settles=odd == "settles")
        seen = {
            "value": before.number.value,
            "mode": before.number.mode.value,
            "sold_out": before.number.sold_out,
        }
        change = {
            "name": f"d{who}/e{place}",
            "value": value,
            "mode": mode,
            "sold_out": sold_out,
            "seen": None if odd == "no basis" and not basis.increment else seen,
            "upon": None if odd == "old" else sorted(basis.upon or ()),
            "increment": basis.increment,
            "offline": basis.offline,
        }
        mine.append(change)
        if online:
            hub.append(change)
    return hub + [each for mine in reversed(desks) for each in mine if each not in hub]


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_both_merges_come_to_the_same(steps: list[Step]) -> None:
    changes = history(steps)
    first, second = merge(map(change_of, changes)), merged(changes)
    assert second == {
        "value": first.number.value,
        "mode": first.number.mode.value,
        "sold_out": first.number.sold_out,
        "beside": [change.name for change in first.beside],
        "cut": first.cut,
    }


def test_the_second_merge_holds_to_the_vectors() -> None:
    for vector in VECTORS["numbers"]:
        assert merged(vector["changes"]) == vector["then"], vector["why"]
