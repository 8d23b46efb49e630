"""Rows of cards. What the register has ended, no list opens again: a list may be older than the closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.hub.importing import cells
from sync.hub.importing.cells import CellBad
from sync.hub.importing.kinds import Column, Columns, Kind, RowBad, Sort, Standing, need_area
from sync.hub.register import CardEntry
from validator.domain.card import CardKind, CardStatus
from validator.domain.code import CardCode, check_character
from validator.domain.pattern import shape

_PLAIN = ("code", "kind", "area", "valid_from", "valid_to", "children", "status")


def loose_code(cell: object) -> CardCode:
    """What a cell holds as a code, whether or not it can be one.

    Raises:
        CellBad: it is no text.
    """
    return (
        cell if isinstance(cell, CardCode) else CardCode(cells.text(str(cell) if type(cell) is int else cell))
    )


def _need_code(code: CardCode, standing: Standing) -> None:
    text, form = code.reveal(), standing.code_format
    if not shape(form.pattern).fits(text):
        raise CellBad("has not the form of this network's codes")
    if form.check is not None and not _checks(text):
        raise CellBad("has a wrong check character: a sign is mistyped")


def _checks(text: str) -> bool:
    try:
        return check_character(text[:-1]) == text[-1:]
    except ValueError:
        return False


def _card(columns: Columns, _: Standing, stood: CardEntry | None) -> CardEntry:
    reasons = []
    if columns["valid_to"] < columns["valid_from"]:
        reasons.append("valid_to: lies before valid_from")
    if columns["kind"] is CardKind.COMMUNITY and columns["children"]:
        reasons.append("children: a community card counts none")
    status = columns["status"] or CardStatus.ACTIVE
    if stood is not None and stood.status is not CardStatus.ACTIVE:
        if columns["status"] is None:
            status = stood.status
        elif status is CardStatus.ACTIVE:
            reasons.append(
                f"status: the register has the card as {stood.status.value}, and no list opens it again"
            )
    if reasons:
        raise RowBad(*reasons)
    return CardEntry(**{**{name: columns[name] for name in _PLAIN}, "status": status})


def _card_columns(entry: CardEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _PLAIN}


CARDS: Mapping[Kind, Sort] = {
    Kind.CARDS: Sort(
        "code",
        {
            "code": Column(loose_code, required=True, check=_need_code),
            "kind": Column(cells.one_of(CardKind), required=True),
            "area": Column(cells.identifier, required=True, check=need_area),
            "valid_from": Column(cells.first_day, required=True),
            "valid_to": Column(cells.last_day, required=True),
            "children": Column(cells.up_to(cells.MOST_COMPANIONS)),
            "status": Column(cells.one_of(CardStatus)),
        },
        lambda entry: entry.code.reveal(),
        _card,
        _card_columns,
        lambda standing, key: standing.cards.get(key),
        lambda standing, entry: standing.cards.update({entry.code.reveal(): entry}),
    ),
}
