"""How each code looks and sounds, and Qt's translation of the texts.

Every code has a text, a word, an icon, a tone and perhaps a sound; every state has a text. The functions are total, and mypy names
what is missing. The panel is the same for all: only the icon inside it differs, and a decline makes no sound.

What the texts say, and with which values, is in `validator.words`; colours and sizes are in `ui.theme`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.theme import Tone
from validator.domain.network import HELSINKI
from validator.domain.policy import Grade, Listed
from validator.domain.verdict import Reason
from validator.errors import BugError, ConfigError
from validator.scan.state import CameraState
from validator.words import LANGUAGES, Wording

_LOCALES: Mapping[str, str] = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB", "selko": "fi_FI"}


class Sound(StrEnum):
    """One soft tone each, off by default."""

    READ = "read"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Face:
    """How a code is shown.

    Attributes:
        word: key of the panel's one word, in the context ``word``; "give" and "hand_over" are counted by tickets.
        icon: name of a drawing in ``assets/icons``.
        tone: what colours the icon, and nothing else.
    """

    word: str
    icon: str
    tone: Tone
    sound: Sound | None = None


def text_key(reason: Reason) -> tuple[str, str]:
    """Context and key of a code's sentence."""
    return ("verdict", reason.value)


def face(reason: Reason) -> Face:  # noqa: C901, PLR0911, PLR0912  a table: one arm for each way to look
    """How a code is shown."""
    match reason:
        case Reason.OK | Reason.OK_CHILDREN | Reason.OK_COMMUNITY | Reason.OK_ASSISTANT:
            return Face("give", "give", Tone.GIVE, Sound.READ)
        case Reason.OK_COURSE:
            return Face("give_place", "give", Tone.GIVE, Sound.READ)
        case Reason.OK_POPUP:
            return Face("record_visit", "give", Tone.GIVE, Sound.READ)
        case Reason.OK_COLLECT:
            return Face("hand_over", "give", Tone.GIVE, Sound.READ)
        case Reason.OK_RESERVED:
            return Face("reserved", "give", Tone.GIVE, Sound.READ)
        case Reason.UNDONE:
            return Face("undone", "undone", Tone.CALM, Sound.SAVED)
        case Reason.TRAINING:
            return Face("training", "note", Tone.NOTE, Sound.READ)
        case (
            Reason.OFFLINE
            | Reason.LIST_OLD
            | Reason.ENDS_SOON
            | Reason.ENDS_BEFORE_EVENT
            | Reason.CHILD_COUNT
            | Reason.LAST_ONES
            | Reason.QUOTA_SHARED_OFFLINE
            | Reason.UNKNOWN_OLD_LIST
            | Reason.ID_HINT
            | Reason.SCANNED_JUST_NOW
        ):
            return Face("note", "note", Tone.NOTE)
        case Reason.UNREADABLE:
            return Face("read_again", "question", Tone.CALM)
        case Reason.BAD_FORMAT:
            return Face("check_code", "question", Tone.CALM)
        case Reason.OTHER_CARD:
            return Face("other_card", "question", Tone.CALM)
        case Reason.MEMBER_INVALID:
            return Face("choose", "choose", Tone.CALM)
        case Reason.CLOCK | Reason.NO_LIST | Reason.LIST_TOO_OLD | Reason.NOT_SAVED:
            return Face("wait", "wait", Tone.CALM)
        case Reason.NO_RIGHT | Reason.UNDO_TOO_LATE:
            return Face("ask_manager", "wait", Tone.CALM)
        case (
            Reason.UNKNOWN
            | Reason.NOT_YET
            | Reason.EXPIRED
            | Reason.CLOSED
            | Reason.REPLACED
            | Reason.AREA_ENDED
            | Reason.AREA_NOT_STARTED
            | Reason.LOCAL_CARD
            | Reason.LOCAL_OFFER
            | Reason.VENUE_OUT
            | Reason.POPUP_ENDED
            | Reason.NOT_INCLUDED
            | Reason.NOT_OPEN
            | Reason.ENDED
            | Reason.CANCELLED
            | Reason.NO_BOOKING
            | Reason.BOOKING_RELEASED
            | Reason.QUOTA_FULL
            | Reason.SOLD_OUT
            | Reason.ALREADY
            | Reason.CARD_LIMIT
            | Reason.CHILD_LIMIT
            | Reason.CHILD_COURSE
            | Reason.CHILD_ALONE
            | Reason.CHILD_AGE
            | Reason.NO_RIGHTS_HERE
            | Reason.COURSE_LIMIT
            | Reason.COURSE_FULL
            | Reason.COURSE_CLOSED
            | Reason.COMMUNITY_ALONE
            | Reason.COMMUNITY_COURSE
            | Reason.COMMUNITY_USED
            | Reason.COMMUNITY_CLOSED
        ):
            return Face("not_now", "decline", Tone.CALM)
        case Reason.DUPLICATE | Reason.CARD_CLOSED | Reason.OVER_QUOTA | Reason.UNKNOWN_CARD:
            return Face("to_settle", "note", Tone.NOTE)
        case Reason.REJECTED_DATA:
            return Face("to_settle", "refused", Tone.NOTE)
        case Reason.ALREADY_RECEIVED:
            return Face("nothing_to_do", "confirmed", Tone.CALM)
        case _:
            assert_never(reason)


GIVING_STATES = ("recorded", "sent", "confirmed", "refused", "voided")
"""Every way in which a giving stands."""


def giving_state(state: str, *, voided: bool) -> str:
    """Key, in the context ``state``, of how a giving stands.

    Raises:
        BugError: the ledger knows no such state.
    """
    if voided:
        return "voided"
    if state not in GIVING_STATES:
        raise BugError(f"a giving is never {state!r}")
    return state


def connection_state(*, online: bool) -> str:
    """Key, in the context ``state``, of whether the hub answered last time."""
    return "online" if online else "offline"


def list_state(listed: Listed | None, grade: Grade) -> str:
    """Key, in the context ``state``, of how old a list is and what still works; None where there is no list."""
    match listed:
        case None:
            return "list_none"
        case Listed.CARDS:
            return f"list_{grade}"
        case Listed.QUOTAS | Listed.RULES:
            return "list_fresh" if grade is Grade.FRESH else f"{listed}_{grade}"
        case _:
            assert_never(listed)


def camera_state(state: CameraState) -> str:
    """Key, in the context ``state``, of how the camera stands."""
    return f"camera_{state}"


def tr(context: str, key: str, n: int | None = None, /) -> str:
    """A text in the language in use, with its placeholders; ``n`` chooses between singular and plural."""
    if n is not None:
        counted = QCoreApplication.translate(context, key, None, abs(n))
        # Qt has no answer to a number where the text is not counted.
        if counted != key:
            return counted
    return QCoreApplication.translate(context, key)


class Translator:
    """The language in use. To be made and used on the GUI thread, after the application.

    Switching tells every widget by Qt's own ``LanguageChange``.

    Args:
        folder: where the compiled texts are, the package's own folder by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(str(files("assets") / "translations"))
        self._installed: tuple[QTranslator, ...] = ()
        self._language = ""

    @property
    def language(self) -> str:
        """The language in use; empty before the first `use`."""
        return self._language

    def use(self, language: str) -> None:
        """Speak this language from now on.

        Raises:
            BugError: there is no such language.
            ConfigError: its texts were not compiled; what was in use stays.
        """
        if language not in LANGUAGES:
            raise BugError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
        ours = QTranslator()
        name = f"kaikuportti_{language}.qm"
        if not ours.load(str(self._folder / name)):
            raise ConfigError(f"{name} is missing: make setup builds it", fault="translations")
        locale = QLocale(_LOCALES[language])
        qts = QTranslator()
        path = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Qt's few own words, as in the menu of a text field. Without them they are English.
        fresh = (qts, ours) if qts.load(locale, "qtbase", "_", path) else (ours,)
        QLocale.setDefault(locale)
        before, self._installed, self._language = self._installed, fresh, language
        for translator in fresh:
            QCoreApplication.installTranslator(translator)
        for translator in before:
            QCoreApplication.removeTranslator(translator)

    def leave(self) -> None:
        """Take the texts out of the application again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed, self._language = (), ""

    def wording(self, zone: ZoneInfo = HELSINKI) -> Wording:
        """How sentences are said now. Ask anew after a switch.

        Raises:
            BugError: no language is in use yet.
        """
        if not self._language:
            raise BugError("no language is in use yet")
        return Wording(self._language, tr, zone)
