"""Whom a clerk may ask, as the network and its areas named them. Where nobody was named there is no line at all."""

from __future__ import annotations

from ui.face import Face
from validator.desk import Contacts


def support_words(face: Face, contacts: Contacts) -> str:
    """The network's support, in one line."""
    return face.say("ui", "contact.support", what=contacts.support) if contacts.support else ""


def contact_lines(face: Face, contacts: Contacts) -> tuple[str, ...]:
    """Everybody who was named: support first, then the areas of this desk's venues."""
    areas = (
        face.say("ui", "contact.area", what=contact, area=face.named(names))
        for names, contact in contacts.areas
    )
    return tuple(line for line in (support_words(face, contacts), *areas) if line)
