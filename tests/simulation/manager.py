"""Managers at their desks: the numbers that they type there, through the desk's own table, whether or not their line is up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from tests.simulation.network import AHEAD, PLAY, SHOW, THEATRE, DeskHouse, Network, performance
from tests.simulation.outside import Key
from tests.simulation.typed import Raw, Typed, reach, stands
from tests.simulation.watch import Watch
from validator.desk import QuotaTarget
from validator.domain.quota import QuotaMode, QuotaScope
from validator.domain.role import Role
from validator.domain.verdict import Reason

_MODES = {True: QuotaMode.TRUSTING, False: QuotaMode.STRICT}
_FAVOURITE = 0.5
"""How often two managers type the number that everybody looks at: the play's, today."""


class Managers:
    """What managers do at a moment. Each thing they do is held against what they saw and what their desk wrote of it."""

    def __init__(self, network: Network, watch: Watch) -> None:
        self.network, self.watch = network, watch
        self._upon: dict[str, frozenset[str]] = {}

    def put(self, desk: DeskHouse, key: Key, value: int | None, **how: object) -> None:
        """One of them types a number."""
        target = _target(desk, key)
        if target is None:
            return
        before = self._seen(desk, key)
        visit = date.fromisoformat(key[2])
        verdict = desk.use.quotas.put(target, visit, value, Role.MANAGER, **how)  # type: ignore[arg-type]
        self.watch.account.said[verdict.main.reason.value] += 1
        self.watch.looked_at(desk)
        if verdict.main.reason is Reason.OK:
            for sentence in self._told_truly(desk, key, before, value):
                self.watch.find(sentence)

    def some_number(self, desk: DeskHouse, key: Key | None = None) -> None:
        """A number of these days, its switches alone, or one of which managers did not agree."""
        chance, table = self.network.chance, desk.use.quotas
        mood, key = chance.random(), key or self.some_key()
        disputed = table.disputed()
        if disputed and mood < 0.25:
            line = chance.choice(disputed)
            value = chance.choice([line.stands.value, *(each.typed.value for each in line.changes)])
            self.put(desk, _key(line.target.id, line.visit.isoformat()), value, settles=True)
        elif mood < 0.4 and (target := _target(desk, key)) is not None:
            sold, trusts = chance.random() < 0.3, chance.random() < 0.4
            table.switch(target, date.fromisoformat(key[2]), Role.MANAGER, sold_out=sold, mode=_MODES[trusts])
            self.watch.looked_at(desk)
            self._graph()
        else:
            mode, sold_out = _MODES[chance.random() < 0.15], chance.random() < 0.05
            number = chance.choice(self.network.weather.numbers)
            self.put(desk, key, number, mode=mode, sold_out=sold_out)

    def same_number(self, desks: Sequence[DeskHouse]) -> None:
        """Managers at several desks type the same number, and none has heard of another."""
        chance = self.network.chance
        is_favourite = chance.random() < _FAVOURITE
        key = ("offer", PLAY, self.network.today.isoformat()) if is_favourite else self.some_key()
        for desk in desks:
            for _ in range(chance.choice((1, 1, 2))):
                self.some_number(desk, key)

    def let_go_over(self, desk: DeskHouse) -> None:
        """A manager lets this desk go over every number that counts for what everybody looks at: the play, today."""
        today = self.network.today
        for name in (THEATRE, PLAY, performance(today)):
            if (target := _target(desk, _key(name, ""))) is not None:
                desk.use.quotas.switch(target, today, Role.MANAGER, sold_out=False, mode=QuotaMode.TRUSTING)
        self.watch.looked_at(desk)
        self._graph()

    def some_key(self) -> Key:
        """The house's, an offer's or a performance's number of one of these days."""
        chance = self.network.chance
        visit = self.network.today + timedelta(days=chance.randrange(AHEAD))
        target = chance.choice((PLAY, SHOW, PLAY, SHOW, THEATRE, performance(visit)))
        return _key(target, visit.isoformat())

    def _seen(self, desk: DeskHouse, key: Key) -> Raw:
        """What this manager has before them, by the raw rows of their desk."""
        return stands(_changes(desk, self.watch, key)).number

    def _told_truly(self, desk: DeskHouse, key: Key, seen: Raw, value: int | None) -> Iterator[str]:
        """What travels is what was typed, upon all that its author had before them, and whether the hub was there."""
        view, name = self.watch.view(desk), f"desk {desk.number}"
        change = Typed.of("", "", view.entries[-1].body)
        if (change.typed[0], change.seen) != (value, seen):
            yield f"I2: {name} tells {change.typed} over {change.seen} of a number: {value} was typed over {seen}"
        if change.is_offline == desk.line.is_up:
            yield f"I2: {name} says of a number the wrong thing of whether the hub was there"
        here = {each.name for each in _changes(desk, self.watch, key)}
        unread = here - {f"{view.desk}/{view.entries[-1].event}"} - reach(self._graph(), change.upon or ())
        if unread:
            yield f"I2: {name} typed a number over {len(unread)} changes that it had, and does not name them"

    def _graph(self) -> Mapping[str, frozenset[str]]:
        """By its name, upon which changes each was made that any journal told of, also where its disk is gone by now."""
        for view in self.watch.views.values():
            for line in view.entries:
                if line.kind == "quota":
                    self._upon[f"{view.desk}/{line.event}"] = frozenset(line.body.get("upon") or ())
        return self._upon


def _changes(desk: DeskHouse, watch: Watch, key: Key) -> list[Typed]:
    """The changes of a number that a desk has, the hub's in their order, then its own."""
    question = (
        "SELECT desk, event, body FROM quota_change WHERE scope = ? AND target = ? AND visit = ?"
        " ORDER BY answered DESC, cursor IS NULL, cursor, sequence"
    )
    rows = watch.view(desk).rows(question, *key)
    return [Typed.of(f"{giver}/{event}", "", json.loads(body)) for giver, event, body in rows]


def _target(desk: DeskHouse, key: Key) -> QuotaTarget | None:
    network = desk.station.registers.network()
    scope, name, _ = key
    rows: dict[str, tuple[QuotaTarget, ...]] = {
        QuotaScope.VENUE: network.venues,
        QuotaScope.OFFER: network.offers,
        QuotaScope.PERFORMANCE: network.performances,
    }
    return next((row for row in rows[scope] if row.id == name), None)


def _key(target: str, visit: str) -> Key:
    scopes = {THEATRE: QuotaScope.VENUE, PLAY: QuotaScope.OFFER, SHOW: QuotaScope.OFFER}
    return scopes.get(target, QuotaScope.PERFORMANCE).value, target, visit
