"""How old a list is, in one sentence: what still works, and until when."""

from __future__ import annotations

from ui.face import Face
from ui.words import list_state
from validator.domain.policy import Grade, ListState


def list_words(face: Face, state: ListState, *grades: Grade) -> str:
    """The sentence, where the list stands at one of these grades; else nothing."""
    if state.grade not in grades:
        return ""
    until = None if state.until is None else state.until.astimezone(face.formats.zone).date()
    return face.say("state", list_state(state.listed, state.grade), time=state.at, date=until)
