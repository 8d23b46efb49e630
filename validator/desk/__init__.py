"""The desk's use cases, the one way to the store for every page and command. Gather, decide, apply."""

from validator.desk.asking import (
    Ask,
    CardShown,
    Choice,
    DeskStatus,
    GivenLine,
    Look,
    MemberShown,
    OfferLine,
    QuotaCell,
    RefusedLine,
)
from validator.desk.counter import Counter
from validator.desk.desk import Desk
from validator.desk.pin import PinAnswer

__all__ = [
    "Ask",
    "CardShown",
    "Choice",
    "Counter",
    "Desk",
    "DeskStatus",
    "GivenLine",
    "Look",
    "MemberShown",
    "OfferLine",
    "PinAnswer",
    "QuotaCell",
    "RefusedLine",
]
