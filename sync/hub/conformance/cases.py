"""The promises about cases (§4.12): what a manager should look at is told to both desks, each once; and who settles it is heard."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from sync.hub.conformance.line import Till, canonical
from sync.hub.conformance.trial import Skip, Trial, need, statuses, whole_feed

UNKNOWN, TOMORROW = "unknown_card", "a kind of tomorrow"
"""The kind of a case, and of an entry that no hub knows."""


def cases(trial: Trial) -> None:
    """The ticket for an unknown card and the entry of an unknown kind, as both desks are told of them."""
    trial.stage()
    ticket = _entry(trial.first, "redemption")
    silent = trial.first.sync()
    need(not silent.get("cases") and silent.get("case_cursor") is None, "told to a desk that knows no cases")
    heard = []
    for till in (trial.first, trial.second):
        rows, cursor, life = _told(till)
        names = [row["id"] for row in rows]
        need(len(names) == len(set(names)), "one case is told twice")
        again = till.sync(case_cursor=cursor, feed_life=life)
        need(again.get("cases") == [], "what was heard is told again")
        about = [row for row in rows if any(side["event"] == ticket["id"] for side in row["sides"])]
        need(len(about) == 1, f"the ticket for an unknown card is {len(about)} cases instead of 1")
        need(about[0]["kind"] == UNKNOWN, f"its case is {about[0]['kind']!r}")
        need(about[0]["count"] == len(about[0]["sides"]) == 1, "its case has not the one side")
        need((ticket["id"] in about[0]["own"]) is (till is trial.first), "own names another desk's event")
        need(ticket["token"] not in json.dumps(rows), "a card is in a case")
        heard.append(rows)
    need(_without_own(heard[0]) == _without_own(heard[1]), "the two desks are told different cases")
    refused = _entry(trial.first, TOMORROW)
    name = hashlib.sha256(canonical(["refused", trial.first.desk, refused["hash"]])).hexdigest()[:32]
    need(name in {row["id"] for row in heard[1]}, "an event that was not accepted is no case by its id")


def settling(trial: Trial) -> None:
    """The second desk settles the first one's case."""
    trial.stage()
    rows, _, _ = _told(trial.second)
    about = next((row for row in rows if row["kind"] == UNKNOWN and not row["own"]), None)
    if about is None:
        raise Skip("there is no case to settle")
    body = {"venue": trial.venue, "case": about["id"], "outcome": "seen", "author": "conformance"}
    entry = trial.second.entry("settle", body | {"seen": about["count"]})
    need(statuses(trial.second.sync(entry)) == ["accepted"], "a settling is not accepted")
    said = [item["body"] for item in whole_feed(trial.first, "") if item["kind"] == "settle"]
    mine = [each for each in said if each["case"] == about["id"]]
    need(len(mine) == 1, f"the other desk hears of it {len(mine)} times instead of once")
    need(mine[0]["seen"] == about["count"] and mine[0]["outcome"] == "seen", "it hears another settling")


def _told(till: Till) -> tuple[list[dict[str, Any]], int, str]:
    """All cases that a desk is told from the beginning, the cursor after them, and its life."""
    found: list[dict[str, Any]] = []
    cursor, life = 0, till.sync()["feed_life"]
    while True:
        answer = till.sync(case_cursor=cursor, feed_life=life)
        found += answer["cases"]
        if not answer["cases"] or answer["case_cursor"] <= cursor:
            return found, cursor, life
        cursor = answer["case_cursor"]


def _without_own(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"own": []} for row in rows]


def _entry(till: Till, kind: str) -> dict[str, str]:
    """The desk's own entry of a kind: its id, its hash, and its card's token."""
    for item in till.entries:
        header = base64.b64decode(item["header"])
        fields = json.loads(header)
        if fields["kind"] == kind:
            cards = json.loads(base64.b64decode(item["cards"]) or b"[]")
            token = cards[0]["token"] if cards else ""
            return {"id": fields["id"], "hash": hashlib.sha256(header).hexdigest(), "token": token}
    raise Skip(f"there is no {kind} of this desk")
