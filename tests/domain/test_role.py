"""Who may do what, and why a manager lifts a decline."""

from __future__ import annotations

from pathlib import Path

import pytest

from validator.domain.role import MANAGERS_ONLY, Action, OverrideReason, Role, may

PROTOCOL = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"


@pytest.mark.parametrize("action", Action)
def test_a_manager_may_all_and_a_clerk_what_is_no_managers(action: Action) -> None:
    assert may(Role.MANAGER, action)
    assert may(Role.CLERK, action) is (action not in MANAGERS_ONLY)


def test_the_reasons_are_few_enough_for_a_digit_each() -> None:
    assert 2 <= len(OverrideReason) <= 9


def test_the_reasons_stand_in_the_protocol() -> None:
    paragraphs = PROTOCOL.read_text(encoding="utf-8").split("\n\n")
    (told,) = (each for each in paragraphs if each.startswith("`override_reason` is"))
    assert [reason for reason in OverrideReason if f"`{reason.value}`" not in told] == []
