"""The programme in a register file: areas, venues, offers, performances and rule sets, each as a JSON row by kind and id."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, insert, select

from validator.domain.network import Area, Network, Offer, Performance, RuleSet, Venue
from validator.errors import StoreDamaged
from validator.store import register_schema

_programme = register_schema.programme
_KINDS = {"areas": Area, "venues": Venue, "offers": Offer, "performances": Performance, "rule_sets": RuleSet}


def write(connection: Connection, network: Network) -> None:
    """Put this programme in the place of the one before."""
    rows = [
        {"kind": kind, "id": value.id, "place": place, "row": _adapter(kind).dump_json(value).decode()}
        for kind in _KINDS
        for place, value in enumerate(getattr(network, kind))
    ]
    connection.execute(delete(_programme))
    if rows:
        connection.execute(insert(_programme), rows)


def read(connection: Connection, path: Path) -> Network:
    """The programme.

    Raises:
        StoreDamaged: a row cannot be read.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    rows = select(_programme).order_by(_programme.c.kind, _programme.c.place)
    try:
        for row in connection.execute(rows):
            found[row.kind].append(_adapter(row.kind).validate_json(row.row))
    except (KeyError, ValidationError) as error:
        raise StoreDamaged(f"{path.name}: the programme cannot be read", file=path.name) from error
    return Network(**{kind: tuple(values) for kind, values in found.items()})


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])
