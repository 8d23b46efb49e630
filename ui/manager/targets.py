"""What a number of the manager's table is set for, and the number itself, in words."""

from __future__ import annotations

from ui.face import Face
from validator.desk import QuotaTarget
from validator.domain.network import Offer, Performance, Venue
from validator.domain.numbers import Number
from validator.domain.quota import QuotaMode


def target_name(face: Face, target: QuotaTarget, offer: Offer | None = None) -> str:
    """A whole venue, an offer, or a performance by its hour and its offer."""
    match target:
        case Venue():
            return face.say("ui", "manager.whole_venue", what=face.named(target.names))
        case Offer():
            return face.named(target.names)
        case Performance():
            name = "" if offer is None else face.named(offer.names)
            return f"{face.formats.hour(target.starts_at)} {name}".strip()


def figure(face: Face, value: int | None) -> str:
    """A number; a dash where there is none."""
    return "–" if value is None else face.formats.number(value)


def switches(face: Face, number: Number) -> list[str]:
    """Where the switches stand, as far as that is worth a word."""
    said = [face.say("ui", "today.sold_out")] if number.sold_out else []
    return [*said, face.say("ui", "manager.is_trusting")] if number.mode is QuotaMode.TRUSTING else said


def number_text(face: Face, number: Number) -> str:
    """A number with its switches."""
    return " · ".join((figure(face, number.value), *switches(face, number)))
