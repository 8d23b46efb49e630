"""The verdict: an icon, one word, one sentence, what to do next, and what may be shown of the card.

The panel is the same for every verdict, in size, ink and place of everything; only the icon has a colour. What is said aloud by a
screen reader begins with the one word too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from ui.clerk.notes import Notes
from ui.clerk.offer_words import when
from ui.clerk.sentence import assistant_words, main_sentence, says_next_step, told_assistants
from ui.clerk.turn import Stage, Turn
from ui.contacts import support_words
from ui.drawing import Drawing
from ui.face import Face
from ui.parts import Line, Sign, Words, announce, column, line
from ui.scanwords import arrived_words
from ui.theme import GRID, Tone
from ui.words import face as face_of
from ui.wrapping import WrappingRow
from validator.desk import CardShown, Contacts, Look, OfferLine
from validator.domain.card import CardKind
from validator.domain.code import CardRead, Source
from validator.domain.layouts import Mismatch
from validator.domain.marks import Marks
from validator.domain.verdict import Finding, Give, Outcome, Reason, Verdict


class VerdictPanel(QWidget):
    """Shows a turn. `show_turn` is all it takes.

    Args:
        face: the face.
        group: stands between the sentence and the notes.
    """

    def __init__(self, face: Face, group: QWidget) -> None:
        super().__init__()
        self._face = face
        self._turn = Turn()
        self._line: OfferLine | None = None
        self._day: date | None = None
        self._gives = True
        self._contacts = Contacts()
        self._trouble: Exception | None = None
        self._said = ""
        self._kept = 0
        self._settings_told: set[tuple[Source, Marks | None, Mismatch | None]] = set()
        self._told_of: CardRead | None = None
        self._news: Callable[[], str] = str
        self._sign = Sign(face)
        self._word = Line("word")
        self._sentence = Words("sentence")
        self._next = Words("strong")
        self._drawing = Drawing(face)
        self._is_offline = False
        self._day_is_empty = False
        self._notes = Notes(face)
        self._card = Line("soft")
        self._until = Line("soft")
        self._children = Line("soft")
        self._offer = Line("soft")
        facts = WrappingRow(gap=3 * GRID)
        for words in (self._card, self._until, self._children, self._offer):
            facts.addWidget(words)
        self._facts = QWidget()
        self._facts.setLayout(facts)
        head = line(self._sign, self._word, 1, gap=GRID + GRID // 2)
        layout = column(
            head,
            self._sentence,
            self._next,
            group,
            self._notes,
            self._facts,
            self._drawing,
            gap=GRID + GRID // 2,
        )
        self.setLayout(layout)
        face.reworded.connect(self._say)
        self._say()

    @property
    def top(self) -> QWidget:
        """Where it begins."""
        return self._word

    @property
    def sentence(self) -> str:
        """What stands there in large letters."""
        return self._sentence.text()

    @property
    def shown_text(self) -> str:
        """All that can be read on the panel."""
        labels = (label for label in self.findChildren(QLabel) if label.isVisibleTo(self))
        return "\n".join(label.text() for label in labels if label.text())

    def show_turn(
        self, turn: Turn, line_chosen: OfferLine | None, day: date | None = None, *, gives: bool = True
    ) -> None:
        """Show where a turn stands.

        Args:
            turn: what stands.
            line_chosen: what is given.
            day: for which day, where it is not today.
            gives: whether Enter would give.
        """
        if turn.stage is Stage.LOOKING and turn.look is not None and turn.look is self._turn.look:
            turn = self._turn  # the answer before stays as it stood, given or not, until the new one is there
        if turn is not self._turn:  # a mere refresh takes no trouble away before it is read
            self._trouble = None
        self._turn, self._line, self._day, self._gives = turn, line_chosen, day, gives
        self._say()

    def ask_choice(self, kept: int) -> None:
        """So many cards wait for what they are for to be chosen."""
        if kept != self._kept:
            self._kept = kept
            self._say()

    def tell(self, news: Callable[[], str] = str) -> None:
        """Say beside the sentence what was the matter with a picture, or what was taken back; without it, nothing any more."""
        if news is self._news is str:
            return
        self._news = news
        self._say()
        if said := news():
            announce(self, said)

    def show_trouble(self, error: Exception) -> None:
        """Show that the desk could not answer."""
        self._trouble = error
        self._say()

    def know_contacts(self, contacts: Contacts) -> None:
        """Whom to ask where this desk cannot answer."""
        if contacts != self._contacts:
            self._contacts = contacts
            self._say()

    def know_line(self, *, offline: bool) -> None:
        """Whether the hub cannot be reached: the drawing says so too."""
        if offline is not self._is_offline:
            self._is_offline = offline
            self._say()

    def know_day(self, *, empty: bool) -> None:
        """Whether the day that is listed has nothing at all to choose from."""
        if empty is not self._day_is_empty:
            self._day_is_empty = empty
            self._say()

    def _say(self) -> None:
        look = self._turn.look
        self._drawing.show_drawing("")
        if self._trouble is not None:
            self._say_trouble(self._trouble)
        elif look is None or self._turn.stage is Stage.READY:
            self._say_waiting()
        else:
            self._say_look(look)
        self._announce()

    def _say_waiting(self) -> None:
        self._told_of = None
        looking = self._turn.stage is Stage.LOOKING
        self._sign.show_sign("wait" if looking else "ready", Tone.CALM)
        asks = self._kept > 0 and self._line is None
        is_empty = self._line is None and self._day_is_empty
        self._word.say(self._face.say("ui", "scan.choose_word") if asks else self._chosen())
        ready = "scan.ready" if self._line is not None else "scan.which" if asks else "scan.choose_first"
        ready = "today.none" if is_empty and not asks else ready
        if not looking and not asks:
            self._drawing.show_drawing("nothing" if is_empty else "offline" if self._is_offline else "ready")
        self._sentence.say(self._face.say("ui", "scan.looking" if looking else ready))
        self._next.say(self._face.say("ui", "scan.which_how") if asks else "")
        is_at_once = self._line is not None and self._line.at_once and self._gives
        told = (self._news(), self._face.say("ui", "at_once.ready") if is_at_once else "")
        self._notes.show_notes(tuple(text for text in told if text))
        self._say_card(None)

    def _say_trouble(self, error: Exception) -> None:
        self._sign.show_sign("wait", Tone.CALM)
        self._word.say(self._face.say("word", "wait"))
        self._sentence.say(self._face.problem(error))
        self._next.say(self._face.say("ui", "verdict.not_recorded"))
        self._notes.show_notes(tuple(filter(None, (support_words(self._face, self._contacts),))))
        self._say_card(None)

    def _say_look(self, look: Look) -> None:
        main, given = look.verdict.main, self._turn.stage is Stage.GIVEN
        shown = face_of(main.reason)
        tickets = look.verdict.tickets.total if isinstance(look.verdict, Give) else 1
        if given:
            self._sign.show_sign("given", Tone.GIVE)
            booked = main.reason is Reason.OK_RESERVED
            done = "give.done" if look.changed is None else "change.done"
            self._word.say(
                self._face.say("word", shown.word) if booked else self._face.say("ui", done, n=tickets)
            )
        elif look.changes_nothing:
            self._sign.show_sign("note", Tone.NOTE)
            self._word.say(self._face.say("word", "note"))
        elif look.changed is not None and isinstance(look.verdict, Give):
            self._sign.show_sign(shown.icon, shown.tone)
            self._word.say(self._face.say("ui", "change.word"))
        else:
            self._sign.show_sign(shown.icon, shown.tone)
            only_looks = isinstance(look.verdict, Give) and not self._gives
            word = self._verdict_word(main.reason, tickets)
            self._word.say(self._face.say("ui", "verdict.look_word") if only_looks else word)
        self._sentence.say(main_sentence(self._face, look, given=given, gives=self._gives))
        self._next.say(self._next_step(look, given=given))
        self._notes.show_notes(self._beside(look))
        self._say_card(look.card)

    def _verdict_word(self, reason: Reason, tickets: int) -> str:
        """The code's own word; a booking that is still to be made is not called made."""
        if reason is Reason.OK_RESERVED:
            return self._face.say("ui", "booking.word")
        return self._face.say("word", face_of(reason).word, n=tickets)

    def _next_step(self, look: Look, *, given: bool) -> str:
        verdict = look.verdict
        if given:
            booked = verdict.main.reason is Reason.OK_RESERVED
            return self._face.say("ui", "booking.undo_hint" if booked else "give.undo_hint")
        if self._turn.asks_reason:
            return ""  # the reasons are the next step
        if self._turn.takes_back or self._turn.changes_late:
            return self._face.say("ui", "undo.late_hint" if self._turn.takes_back else "undo.pin_hint")
        if look.changes_nothing or (look.standing is not None and look.changed is None):
            return self._face.say("ui", "change.hint")
        if isinstance(verdict, Give):
            hint = "give.seen_hint" if self._turn.asks_card else "give.enter_hint"
            return self._face.say("ui", hint) if self._gives else ""
        if says_next_step(self._face, verdict.main.reason):
            return ""
        again = verdict.main.params.get("date")
        if verdict.main.reason is Reason.COURSE_LIMIT and again is not None:
            return self._face.say("ui", "verdict.course_from", date=again)
        remedies = (check.remedy for check in verdict.trace if check.outcome is Outcome.DECLINED)
        remedy = next((remedy for remedy in remedies if remedy is not None), None)
        return "" if remedy is None else self._face.wording.remedy(remedy)

    def _beside(self, look: Look) -> tuple[str, ...]:
        """What stands below the sentence: further tickets, notes, other declines, hints."""
        verdict, say = look.verdict, self._face.wording.sentence
        given = self._turn.stage is Stage.GIVEN
        found = [self._news()]
        if given and self._turn.at_once:
            found.append(self._face.say("ui", "at_once.given"))
        if self._turn.aside is not None:
            found.append(say(self._turn.aside))
        if look.hint is not None:
            found.append(self._face.say("hint", look.hint.value))
        if (look.repaired or look.marks is not None) and self._tells_setting(look):
            found.append(arrived_words(self._face, look))
        beside = verdict.also if isinstance(verdict, Give) else verdict.more
        if isinstance(verdict, Give) and look.changed is not None:
            beside = ()  # the sentence says what is to be handed over, and that is not all that stands
        if told_assistants(self._face, look, given=given, gives=self._gives):
            beside = tuple(each for each in beside if each.reason is not Reason.OK_ASSISTANT)
        found += [self._of_finding(finding, verdict) for finding in beside]
        # What was left before this giving says the list at the left better, once it is given.
        notes = (note for note in verdict.notes if not (given and note.reason is Reason.LAST_ONES))
        recorded = isinstance(verdict, Give) and (given or self._gives) and not look.changes_nothing
        found += [self._note(note, recorded=recorded) for note in notes]
        main = say(verdict.main)
        return tuple(dict.fromkeys(text for text in found if text not in ("", main)))

    def _note(self, note: Finding, *, recorded: bool) -> str:
        """A note's sentence; where nothing is recorded there is no entry that would be sent later."""
        if note.reason is Reason.OFFLINE and not recorded:
            return self._face.say("ui", "verdict.offline_checked", time=note.params.get("time"))
        return self._face.wording.sentence(note)

    def _of_finding(self, finding: Finding, verdict: Verdict) -> str:
        """The code's own sentence; a member's card stands in the member's line."""
        if finding.reason is Reason.OK_ASSISTANT and isinstance(verdict, Give):
            return assistant_words(self._face, verdict)
        is_in_line = finding.reason is Reason.MEMBER_INVALID
        return "" if is_in_line else self._face.wording.sentence(finding)

    def _tells_setting(self, look: Look) -> bool:
        """Once for each setting of a scanner, beside the first card that shows it; F1 and the scanner's test tell it always."""
        if look.ask.read is not self._told_of:
            setting = (look.ask.read.source, look.marks, look.layouts)
            if setting in self._settings_told:
                return False
            self._settings_told.add(setting)
            self._told_of = look.ask.read
        return True

    def _say_card(self, card: CardShown | None) -> None:
        self._facts.setVisible(card is not None)
        if card is None:
            return
        key = "verdict.community" if card.kind is CardKind.COMMUNITY else "verdict.card"
        self._card.say(self._face.say("ui", key, card=card.masked))
        until = card.valid_to
        self._until.say("" if until is None else self._face.say("ui", "verdict.valid_until", date=until))
        children = card.children
        self._children.say("" if children is None else self._face.say("ui", "verdict.children", n=children))
        self._offer.say(self._chosen())

    def _chosen(self) -> str:
        """What is given, and when, where that is not today: the next customer may want another day. Without it, the day."""
        if self._line is None:
            return (
                self._face.say("ui", "today.title") if self._day is None else self._face.short_day(self._day)
            )
        name = self._face.named(self._line.offer.names)
        if self._line.ahead:
            return f"{name} · {when(self._face, self._line)}"
        return name if self._day is None else f"{name} · {self._face.short_day(self._day)}"

    def _announce(self) -> None:
        """Tell a screen reader, once for each new sentence."""
        said = " ".join(
            part for part in (self._word.text(), self._sentence.text(), self._next.text()) if part
        )
        if said != self._said and self._turn.stage is not Stage.LOOKING:
            self._said = said
            announce(self, said)
