"""The sample network: a whole small world on an autumn evening of 2018, for the demo, for learning and for tests.

1. The data are neutral files in ``assets/sample``: lists as any office would import them, and in ``demo.json`` what is no list.
   Every date is written out; nothing is counted from today.
2. It comes in by the ways that everything comes in by: lists through the importers, quotas and what was given before the
   demo begins as signed events of an enrolled desk.
3. `listing` tells every code of a verdict apart by what reaches it: one command, or steps.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from sync.hub import settings, trust
from sync.hub.hub import Hub
from sync.hub.importing import import_files
from sync.wire import EnrolRequest, SignedEvent, SyncRequest
from validator.domain.code import CardCode, CheckScheme, CodeFormat, OtherScheme
from validator.domain.journal import (
    GENESIS,
    SALT_BYTES,
    CardRef,
    CardRole,
    Draft,
    EventKind,
    card_part,
    digest,
    seal,
)
from validator.domain.network import Network, rules_on
from validator.errors import BugError
from validator.signing import Signer

LISTS = ("network.json", "programme.json", "cards.json")

_FOLDER = files("assets") / "sample"
_DEMO = "demo.json"
_COMMAND = "kaikuportti demo --once"
_UNKNOWN = "unknown"
_MEMBER = "--member "
_LABEL = re.compile(r"\{([a-z0-9-]+)\}")
_DESK_NAME = "Esimerkkikassa"
_CODE_LIFE = timedelta(minutes=5)


def network_name() -> str:
    """The name of the sample network."""
    return str(_read(_DEMO)["name"])


def code_format() -> CodeFormat:
    """What its codes look like, and the other cards that turn up at its desks."""
    row = _read(_DEMO)["code_format"]
    others = tuple(OtherScheme(name, pattern) for name, pattern in row["other_schemes"].items())
    return CodeFormat(row["pattern"], CheckScheme(row["check"]), others)


def demo_instant() -> datetime:
    """When the demo begins: 13.10.2018 17:30 in Helsinki."""
    return datetime.fromisoformat(_read(_DEMO)["demo"]["instant"])


def demo_desk_venue() -> str:
    """The id of the venue whose desk the demo opens."""
    return str(_read(_DEMO)["demo"]["desk_venue"])


def load(hub: Hub) -> None:
    """Bring the sample network into a new, empty hub.

    Raises:
        StoreError: the database gave out.
    """
    with hub.database.write() as tx:
        settings.write(hub.database, tx, settings.NAME, network_name())
        settings.write(hub.database, tx, settings.CODE_FORMAT, settings.format_row(code_format()))
        settings.set_support(hub.database, tx, str(_read(_DEMO)["support"]))
    with as_file(_FOLDER) as folder:
        reports = import_files(hub, [folder / name for name in LISTS])
    if any(report.quarantined for report in reports):
        raise BugError("the sample network's own lists have bad rows")
    _tell_history(hub)


def listing() -> dict[str, Any]:
    """Everything in the sample network, for people and for scripts: see `docs/hub-guide.md`."""
    demo, network, programme = _read(_DEMO), _read("network.json"), _read("programme.json")
    areas = {venue["id"]: venue["area"] for venue in network["venues"]}
    shows: dict[str, list[dict[str, str]]] = {}
    for show in programme["performances"]:
        shows.setdefault(show["offer"], []).append(
            {name: show[name] for name in ("id", "starts_at", "ends_at")}
        )
    return {
        "name": demo["name"],
        "demo": demo["demo"],
        "areas": network["areas"],
        "venues": network["venues"],
        "cards": [{"children": None, **card} for card in _read("cards.json")["cards"]],
        "unknown": demo[_UNKNOWN],
        "offers": [
            {
                **offer,
                "area": areas[offer["venue"]],
                "from": offer.get("from"),
                "to": offer.get("to"),
                "performances": shows.get(offer["id"], []),
            }
            for offer in programme["offers"]
        ],
        "quotas": [
            {name: value for name, value in event.items() if name not in {"event", "at"}}
            for event in demo["history"]
            if event["event"] == EventKind.QUOTA
        ],
        "steps": [_step(row) for row in demo["steps"]],
    }


@cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_FOLDER / name).read_text("utf-8"))
    return content


def _code_of(label: str) -> str:
    if label == _UNKNOWN:
        return str(_read(_DEMO)[_UNKNOWN][0])
    return next(str(card["code"]) for card in _read("cards.json")["cards"] if card["label"] == label)


def _step(row: Mapping[str, Any]) -> dict[str, Any]:
    if "steps" in row:
        steps = [_LABEL.sub(lambda label: _code_of(label[1]), step) for step in row["steps"]]
        return {"code": row["code"], "steps": steps}
    words = [_COMMAND, row.get("text") or _code_of(row["card"])]
    words += [f"--offer {row['offer']}"]
    words += [f"--children {row['children']}"] if row.get("children") else []
    for flag in row.get("flags", ()):
        words.append(_MEMBER + _code_of(flag.removeprefix(_MEMBER)) if flag.startswith(_MEMBER) else flag)
    command = " ".join([*words, f"--date {row['date']}"])
    return {"code": row["code"], "command": command, "shows": row["shows"], "steps": [command]}


def _tell_history(hub: Hub) -> None:
    """What a desk of the sample network did before the demo begins: its manager's quotas, and some tickets."""
    rows = _read(_DEMO)["history"]
    signer = Signer.fresh()
    code = hub.enrol_code(_DESK_NAME, sorted({row["venue"] for row in rows}), _CODE_LIFE)
    enrolled = hub.enrol(EnrolRequest(code=code.text, public_key=signer.public, desk_name=_DESK_NAME))
    with hub.read() as register:
        network = register.network()
        cards = {
            label: register.card(CardCode(_code_of(label))).card.id
            for row in rows
            for label in row.get("cards", ())
        }
    events, previous = [], GENESIS
    for sequence, draft in enumerate(_drafts(rows, network, cards), start=1):
        salt = secrets.token_bytes(SALT_BYTES) if draft.cards else b""
        header = seal(draft, enrolled.desk, sequence, previous, salt)
        part = card_part(draft.cards) if draft.cards else b""
        events.append(SignedEvent(header=header, signature=signer.sign(header), cards=part, salt=salt))
        previous = digest(header)
    body = SyncRequest(events=tuple(events)).model_dump_json().encode()
    answer = hub.sync(hub.desk(enrolled.token), body)
    if any(each.status != "accepted" for each in answer.answers):
        raise BugError("the sample network's own history was refused")
    with hub.database.write() as tx:
        # It is in use no more: no share of a number is kept for it.
        trust.revoke(tx, enrolled.desk, hub.clock.now())


def _drafts(rows: list[dict[str, Any]], network: Network, cards: Mapping[str, str]) -> Iterator[Draft]:
    kinds = {offer.id: offer.kind.value for offer in network.offers}
    first = datetime.fromisoformat(rows[0]["at"])
    yield Draft("sample-0", EventKind.ENROLLED, first, rules_on(first.date(), network.rule_sets).id, {})
    for number, row in enumerate(rows, start=1):
        kind, at = EventKind(row["event"]), datetime.fromisoformat(row["at"])
        day = date.fromisoformat(row["visit"]) if "visit" in row else at.date()
        body = {name: value for name, value in row.items() if name not in {"event", "at", "cards"}}
        if kind is EventKind.REDEMPTION:
            body |= {
                "giving": f"sample-giving-{number}",
                "kind": kinds[row["offer"]],
                "notes": [],
                "provisional": False,
                "overridden": [],
                "list_version": 0,
                "collects": "",
            }
        elif kind is EventKind.RESERVATION:
            body |= {"kind": kinds[row["offer"]]}
        elif kind is EventKind.QUOTA:
            body |= {"sold_out": False, "author": "manager"}
        refs = _refs([cards[label] for label in row.get("cards", ())])
        yield Draft(f"sample-{number}", kind, at, rules_on(day, network.rule_sets).id, body, refs)


def _refs(ids: list[str]) -> tuple[CardRef, ...]:
    if len(ids) == 1:
        return (CardRef(CardRole.HOLDER, ids[0]),)
    return tuple(
        CardRef(CardRole.MEMBER if place else CardRole.COMMUNITY, card) for place, card in enumerate(ids)
    )
