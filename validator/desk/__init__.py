"""The desk's use cases, the one way to the store for every page and command. Gather, decide, apply."""

from validator.desk.asking import (
    Ask,
    BookingLine,
    CardShown,
    CaseLine,
    ChangeLine,
    Choice,
    Contacts,
    DeskStatus,
    GivenLine,
    Look,
    MemberShown,
    NumberLine,
    OfferLine,
    QuotaCell,
    QuotaTarget,
    Standing,
)
from validator.desk.bookings import BookingBook
from validator.desk.cases import CaseBook
from validator.desk.counter import Counter
from validator.desk.desk import Desk
from validator.desk.paper import PaperAnswer, PaperBook, PaperState
from validator.desk.pin import PinAnswer
from validator.desk.programme import quota_key, quota_keys
from validator.desk.undoing import BY_MANAGER

__all__ = [
    "BY_MANAGER",
    "Ask",
    "BookingBook",
    "BookingLine",
    "CardShown",
    "CaseBook",
    "CaseLine",
    "ChangeLine",
    "Choice",
    "Contacts",
    "Counter",
    "Desk",
    "DeskStatus",
    "GivenLine",
    "Look",
    "MemberShown",
    "NumberLine",
    "OfferLine",
    "PaperAnswer",
    "PaperBook",
    "PaperState",
    "PinAnswer",
    "QuotaCell",
    "QuotaTarget",
    "Standing",
    "quota_key",
    "quota_keys",
]
