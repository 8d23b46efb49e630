"""New cards, closed cards, and new cards for lost ones.

A card is valid from the day on which it is issued for one year, that day included: from 14.5.2018 to 13.5.2019. A card in the place
of another has the rest of its year. Today is the hub's clock's, in Helsinki.
"""

from __future__ import annotations

from datetime import date, timedelta

from sync.hub import settings
from sync.hub.codes import fresh_card_code
from sync.hub.hub import Hub
from sync.hub.register import Register, RegisterRefused, StoredCard
from validator.domain.card import CardKind
from validator.domain.code import CardCode
from validator.domain.network import HELSINKI
from validator.domain.pattern import shape
from validator.errors import ConfigError

_TRIES = 10


def last_day(first: date) -> date:
    """The last day of a card that is valid from ``first``: one year, less a day."""
    try:
        return first.replace(year=first.year + 1) - timedelta(days=1)
    except ValueError:  # from a leap day
        return date(first.year + 1, 2, 28)


def issue(hub: Hub, area: str, kind: CardKind = CardKind.PERSONAL, children: int | None = None) -> StoredCard:
    """A new card.

    Args:
        hub: whose register it goes to.
        area: id of the area that issues it.
        kind: personal, or an organisation's.
        children: how many children come along; None where that is not counted, as with an organisation's card.

    Raises:
        RegisterRefused: the area is not there, or an organisation's card is to count children.
        ConfigError: the network's codes are not of the form that the hub makes up.
    """
    if kind is CardKind.COMMUNITY and children:
        raise RegisterRefused("a community card counts no children")
    _need_own_form(hub)
    with hub.change() as register:
        first = hub.clock.now().astimezone(HELSINKI).date()
        code = _free_code(register)
        register.add_card(code, kind, area, first, last_day(first), children)
        return register.card(code)


def close(hub: Hub, code: str) -> StoredCard:
    """Close a card; one that has ended already stays as it is.

    Raises:
        RegisterRefused: there is no such card.
    """
    with hub.change() as register:
        register.close_card(CardCode(code))
        return register.card(CardCode(code))


def replace(hub: Hub, code: str) -> StoredCard:
    """A new card in the place of one; the old one is replaced from now on.

    Raises:
        RegisterRefused: there is no such card, or it was replaced before.
        ConfigError: the network's codes are not of the form that the hub makes up.
    """
    _need_own_form(hub)
    with hub.change() as register:
        fresh = _free_code(register)
        register.replace_card(CardCode(code), fresh)
        return register.card(fresh)


def _need_own_form(hub: Hub) -> None:
    with hub.database.read() as tx:
        pattern = settings.code_format(tx).pattern
    if not shape(pattern).fits(fresh_card_code().reveal()):
        raise ConfigError("this network's codes have a form of their own: bring new cards in with import")


def _free_code(register: Register) -> CardCode:
    for _ in range(_TRIES):
        code = fresh_card_code()
        try:
            register.card(code)
        except RegisterRefused:
            return code
    raise RegisterRefused("no free code was found")
