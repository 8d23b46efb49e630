"""The two roles at a desk, what each may do, and why a manager lifts a decline."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who acts; both are roles of the desk, not of a named person."""

    CLERK = "clerk"
    MANAGER = "manager"


class Action(StrEnum):
    """What can be asked of a desk beyond looking."""

    GIVE = "give"
    RESERVE = "reserve"
    UNDO = "undo"
    RELEASE = "release"
    SET_QUOTA = "set_quota"
    OVERRIDE = "override"
    SETTLE = "settle"
    ARRANGE = "arrange"


class OverrideReason(StrEnum):
    """Why a manager lifts a decline. It is kept in the journal; none of them says anything about the holder."""

    ROOM = "room"
    AGREED = "agreed"
    FAULT = "fault"
    OTHER = "other"


MANAGERS_ONLY = frozenset({Action.RELEASE, Action.SET_QUOTA, Action.OVERRIDE, Action.SETTLE, Action.ARRANGE})


def may(role: Role, action: Action) -> bool:
    """Whether ``role`` may do ``action``; otherwise the answer is R62."""
    return role is Role.MANAGER or action not in MANAGERS_ONLY
