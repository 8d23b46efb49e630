"""Looking into a hub's tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Table, func, select

from sync.hub import schema
from sync.hub.hub import Hub
from sync.wire import Answer


def count(hub: Hub, table: Table) -> int:
    with hub.database.read() as tx:
        return int(tx.execute(select(func.count()).select_from(table)).scalar_one())


def events(hub: Hub) -> list[Row[Any]]:
    with hub.database.read() as tx:
        return list(tx.execute(select(schema.events).order_by(schema.events.c.sequence)))


def in_order(answers: tuple[Answer, ...]) -> bool:
    return [answer.position for answer in answers] == list(range(len(answers)))
