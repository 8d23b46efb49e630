"""What is said of a row of a paper sheet. Nothing of it says anything of the customer, who has the ticket."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from ui.face import Face
from validator.desk import OfferLine, PaperAnswer, PaperState
from validator.domain.network import Names
from validator.domain.paper import Flaw, PaperRow
from validator.domain.verdict import Give, Reason, Verdict

FLAWS: Mapping[Flaw, str] = {
    Flaw.DAY: "paper.wrong_day",
    Flaw.TIME: "paper.wrong_time",
    Flaw.FUTURE: "paper.wrong_future",
    Flaw.OLD: "paper.wrong_old",
    Flaw.EVENT: "paper.wrong_event",
    Flaw.NO_CODE: "paper.wrong_no_code",
    Flaw.CODE: "paper.wrong_code",
    Flaw.MEMBER: "paper.wrong_member",
    Flaw.NO_MEMBERS: "paper.wrong_no_members",
    Flaw.NO_GROUP: "paper.wrong_no_group",
    Flaw.TWICE: "paper.wrong_twice",
    Flaw.MANY: "paper.wrong_many",
}
_TAIL = 4


def trouble(face: Face, answer: PaperAnswer) -> str:
    """Why a row stays, and what to do; "" where it does not."""
    if answer.wrong is not None:
        said = face.say("ui", FLAWS[answer.wrong.flaw], i=answer.wrong.place)
        hint = "" if answer.wrong.hint is None else face.say("hint", answer.wrong.hint.value)
        return " ".join(filter(None, (said, hint)))
    if answer.state is PaperState.BEFORE and answer.before is not None:
        return face.say("ui", "paper.before", time=answer.before)
    if answer.state is PaperState.NOT_SAVED and answer.verdict is not None:
        if answer.verdict.main.reason is Reason.NOT_SAVED:  # the fixed sentence says to give no ticket yet
            return face.say("ui", "paper.not_saved")
        return face.wording.sentence(answer.verdict.main)
    return ""


def outcome(face: Face, answer: PaperAnswer) -> str:
    """What became of a row that is recorded."""
    if answer.state is PaperState.CASE and answer.verdict is not None:
        rules = face.wording.sentence(answer.verdict.main)
        return face.say("ui", "paper.case", rules=rules)
    return face.say("ui", "paper.recorded")


def taken_back(face: Face, verdict: Verdict) -> str:
    """What became of taking a recorded row back."""
    if isinstance(verdict, Give):
        return face.say("ui", "paper.taken_back")
    if verdict.main.reason is Reason.NOT_SAVED:
        return face.say("ui", "paper.not_taken_back")
    return face.wording.sentence(verdict.main)


def headline(face: Face, answer: PaperAnswer, names: Mapping[str, Names]) -> str:
    """Which row it was."""
    named = None if answer.choice is None else names.get(answer.choice.offer)
    parts = (
        "" if answer.at is None else face.moment(answer.at),
        answer.masked,
        "" if named is None else face.named(named),
        face.say("ui", "given.tickets", n=answer.tickets.total) if answer.tickets.total else "",
    )
    return " · ".join(filter(None, parts))


def begun(row: PaperRow) -> str:
    """A row that is not recorded, by what was typed: of a code only its end."""
    code = row.code.strip()
    tail = f"…{code[-_TAIL:]}" if len(code) > _TAIL else ""
    return " · ".join(filter(None, (row.day.strip(), row.time.strip(), tail)))


def event(face: Face, line: OfferLine, *, with_venue: bool) -> str:
    """An event as it stands in the list."""
    show = line.performance
    zone = ZoneInfo(line.venue.zone)
    parts = (
        ""
        if show is None
        else f"{face.short_day(line.choice.visit)}  {face.formats.hour(show.starts_at.astimezone(zone))}",
        face.named(line.offer.names),
        face.named(line.venue.names) if with_venue else "",
    )
    return " · ".join(filter(None, parts))
