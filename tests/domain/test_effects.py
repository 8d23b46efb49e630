"""What an event's body says; the wire's own tests hold the other kinds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from validator.domain.cases import MOST_SIDES, Settling
from validator.domain.effects import effect
from validator.domain.journal import EventKind, Json

AT = datetime(2018, 10, 13, 17, 30, tzinfo=UTC)
BODY: dict[str, Json] = {"case": "c" * 32, "outcome": "seen", "author": "manager", "seen": 2}


def test_a_settling_says_which_case_how_and_what_was_seen() -> None:
    assert effect(EventKind.SETTLE, BODY, (), "desk", AT) == Settling("c" * 32, "seen", "manager", 2)


@pytest.mark.parametrize("odd", [{"case": ""}, {"outcome": ""}, {"seen": MOST_SIDES + 1}, {"seen": -1}])
def test_a_settling_of_nothing_is_none(odd: dict[str, Json]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (any reason will do)
        effect(EventKind.SETTLE, BODY | odd, (), "desk", AT)
