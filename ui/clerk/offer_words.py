"""An offer of the day in words: when it is, and what is left of it."""

from __future__ import annotations

from ui.face import Face
from validator.desk import OfferLine
from validator.domain.verdict import Reason


def when(face: Face, line: OfferLine) -> str:
    """When it is: the performance's hour, or the whole day; of a course that is still to begin, its first day."""
    if line.ahead:
        return face.say("ui", "today.begins", date=line.choice.visit)
    if line.performance is None:
        return face.say("ui", "today.all_day")
    return face.formats.hour(line.performance.starts_at)


def _left(face: Face, line: OfferLine) -> str:
    """What is left of all there is; and, where they are not the same, what this desk may give should its line go down."""
    if line.left is None:
        return face.say("ui", "today.no_limit")
    if line.rights is None or line.rights >= line.left:
        return face.say("ui", "today.left", n=line.left)
    return face.say("ui", "today.left_here", n=line.left, k=line.rights)


def state(face: Face, line: OfferLine) -> str:
    """What is left, or why nothing can be given now."""
    match line.problem:
        case None:
            return _left(face, line)
        case Reason.SOLD_OUT | Reason.COURSE_FULL:
            return face.say("ui", "today.sold_out")
        case Reason.QUOTA_FULL:
            return face.say("ui", "today.all_given")
        case Reason.CANCELLED:
            return face.say("ui", "today.cancelled")
        case Reason.ENDED:
            return face.say("ui", "today.over")
        case Reason.NOT_OPEN:
            return face.say("ui", "today.not_open")
        case _:
            return face.say("ui", "today.not_now")
