"""The promise about the other desks (§4.13): each desk is told what they may still give, and whether they have a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sync.hub.conformance.line import Till
from sync.hub.conformance.trial import Broken, Skip, Trial, need, statuses

SOON = timedelta(days=10)
"""Of the 14 dates of visit that the hub tells of."""
NUMBER, ASKED = 6, 2


@dataclass
class _Ear:
    """One desk, and how far it has heard."""

    till: Till
    cursor: int = 0
    life: str = ""

    def hear(self) -> dict[str, Any]:
        """The answer once nothing of the feed is left."""
        while True:
            answer = self.till.sync(feed_cursor=self.cursor, feed_life=self.life)
            done = not answer["feed"] and answer["feed_life"] == self.life
            self.cursor, self.life = answer["feed_cursor"], answer["feed_life"]
            if done:
                return answer

    def tell(self, venue: str) -> None:
        """Tell anything: with that a hub notes how far the desk has heard, at the latest."""
        entry = self.till.entry("override", {"venue": venue, "reasons": [], "author": "conformance"})
        self.till.sync(entry, feed_cursor=self.cursor, feed_life=self.life)


def elsewhere(trial: Trial) -> None:
    """A number of the first desk, rights of both, and some that go back."""
    slot = trial.stage() | {"visit": (trial.first.at + SOON).date().isoformat()}
    first, second = _Ear(trial.first), _Ear(trial.second)
    second.hear()
    body = {"scope": "offer", "target": slot["offer"], "visit": slot["visit"], "author": "conformance"}
    body |= {"venue": trial.venue, "value": NUMBER, "mode": "strict", "sold_out": False}
    need(statuses(trial.first.sync(trial.first.entry("quota", body))) == ["accepted"], "no number is taken")
    told = first.hear()
    if told.get("lent") is None:
        raise Skip("the hub tells nothing of the other desks")
    number = _reach(told, slot)
    if number is None:
        raise Broken("a number that only one desk has is told as if all had it")
    heard, desks = number
    need(0 < heard < desks, f"{heard} of {desks} desks are told to have a number that one of them has set")
    second.hear()
    second.tell(trial.venue)
    now = _reach(first.hear(), slot)
    need(now in {None, (heard + 1, desks)}, "a number that the other desk has heard is told as if it had not")
    need(now is not None or heard + 1 == desks, "a number that a desk has not heard is not told of any more")

    before = _lent(first.hear(), slot), _lent(second.hear(), slot)
    held = _granted(trial.second, slot)
    need(held >= ASKED, f"{held} rights were granted where {ASKED} are needed")
    need(_lent(first.hear(), slot) == before[0] + held, "what the other desk holds is not what is told")
    need(_lent(second.hear(), slot) == before[1], "a desk is told its own rights as if others had them")
    own = _granted(trial.first, slot)
    need(_lent(second.hear(), slot) == before[1] + own, "what the first desk holds is not what is told")
    back = slot | {"venue": trial.venue, "rights": {"epoch": 1, "count": 1}}
    need(statuses(trial.second.sync(trial.second.entry("give_back", back))) == ["accepted"], "none goes back")
    need(_lent(first.hear(), slot) == before[0] + held - 1, "what was given back is told as if it were out")


def _granted(till: Till, slot: dict[str, Any]) -> int:
    want = slot | {"epoch": 0, "granted": 0, "left": 0, "need": ASKED}
    rows = till.post("/v1/rights", {"v": 1, "wants": [want]}).json["leases"]
    return sum(int(row["granted"]) for row in rows if row["epoch"] == 1 and _is(row, slot))


def _lent(answer: dict[str, Any], slot: dict[str, Any]) -> int:
    """How many are out elsewhere; no row is none."""
    rows = [int(row["out"]) for row in answer["lent"] if _is(row, slot)]
    need(len(rows) <= 1 and 0 not in rows, "a slot has more than one row, or one of nothing")
    return sum(rows)


def _reach(answer: dict[str, Any], slot: dict[str, Any]) -> tuple[int, int] | None:
    wanted = {"scope": "offer", "target": slot["offer"], "visit": slot["visit"]}
    rows = [row for row in answer["reach"] if wanted.items() <= row.items()]
    need(len(rows) <= 1, "a number has more than one row")
    return (int(rows[0]["heard"]), int(rows[0]["desks"])) if rows else None


def _is(row: dict[str, Any], slot: dict[str, Any]) -> bool:
    return all(row.get(name) == slot[name] for name in ("offer", "performance", "visit"))
