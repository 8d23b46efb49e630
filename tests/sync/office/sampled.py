"""The sample network's commands, decided without a desk: facts made straight from the sample's own files."""

from __future__ import annotations

import argparse
import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from sync.hub import sample
from validator.desk.programme import choice_for, quota_keys
from validator.domain.card import Card
from validator.domain.code import CardRead, Recognised, Source, interpret
from validator.domain.decide import decide
from validator.domain.effects import Booked, Given, QuotaSet, Released, effect
from validator.domain.facts import Facts, Member
from validator.domain.journal import CardRef, CardRole
from validator.domain.network import HELSINKI, Network
from validator.domain.party import Party, Purpose
from validator.domain.policy import Stamp
from validator.domain.quota import QuotaKey, QuotaState
from validator.domain.redemption import Booking, Redemption, Reservation
from validator.domain.verdict import Verdict


def sample_file(name: str) -> dict[str, Any]:
    """One of the sample network's files."""
    content: dict[str, Any] = json.loads((files("assets") / "sample" / name).read_text("utf-8"))
    return content


@dataclass(frozen=True)
class Books:
    """What a desk of the venue would know of the sample's history."""

    redemptions: tuple[Redemption, ...]
    reservations: tuple[Reservation, ...]
    quotas: Mapping[QuotaKey, QuotaSet]


def read_books() -> Books:
    """The history as its effects; a card's id is its label."""
    given: list[Redemption] = []
    booked: dict[str, Reservation] = {}
    quotas: dict[QuotaKey, QuotaSet] = {}
    kinds = {offer["id"]: offer["kind"] for offer in sample_file("programme.json")["offers"]}
    for number, row in enumerate(sample_file("demo.json")["history"]):
        labels = row.get("cards", [])
        roles = [CardRole.HOLDER] if len(labels) == 1 else [CardRole.COMMUNITY, CardRole.MEMBER]
        refs = tuple(CardRef(role, label) for role, label in zip(roles, labels, strict=False))
        body = {
            "giving": f"g{number}",
            "kind": kinds.get(row.get("offer")),
            "sold_out": False,
            "author": "",
            **row,
        }
        match effect(row["event"], body, refs, "desk", datetime.fromisoformat(row["at"])):
            case Given(redemptions=uses):
                given += uses
            case Booked(reservation):
                booked[reservation.id] = reservation
            case Released(reservation_id):
                booked[reservation_id] = replace(booked[reservation_id], state=Booking.RELEASED)
            case QuotaSet() as done:
                quotas[done.quota.key] = done
    return Books(tuple(given), tuple(booked.values()), quotas)


def read_command(command: str) -> argparse.Namespace:
    """The options of ``kaikuportti demo --once``."""
    words = shlex.split(command)
    assert words[:2] == ["kaikuportti", "demo"]
    parser = argparse.ArgumentParser(exit_on_error=False)
    for name in ("once", "offer", "date"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("children", "child-age", "list-age"):
        parser.add_argument(f"--{name}", type=int)
    for name in ("assistant", "without-holder", "reserve", "collect", "offline", "training"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--member", action="append", default=[])
    return parser.parse_args(words[2:])


def decide_command(command: str, network: Network, cards: Mapping[str, Card]) -> Verdict:
    """What the program has to say to a command.

    Args:
        command: as the sample lists it.
        network: of the loaded sample.
        cards: by code; their ids are the labels.
    """
    asked, books = read_command(command), read_books()
    now = datetime.fromisoformat(asked.date).replace(tzinfo=HELSINKI)
    form = sample.code_format()

    def read(text: str) -> Member:
        reading = interpret(CardRead(text, Source.TYPED, now), form)
        card = cards.get(reading.code.reveal()) if isinstance(reading, Recognised) else None
        return Member(reading, card, tuple(use for use in books.redemptions if card and use.card == card.id))

    offer = next(offer for offer in network.offers if offer.id == asked.offer)
    venue = next(venue for venue in network.venues if venue.id == offer.venue)
    choice = choice_for(network, offer, now)
    shown = read(asked.once)
    facts = Facts(
        venue,
        offer,
        next((show for show in network.performances if show.id == choice.performance), None),
        choice.visit,
        network.areas,
        card=shown.card,
        history=shown.history,
        reservations=tuple(held for held in books.reservations if shown.card and held.card == shown.card.id),
        members=tuple(map(read, asked.member)),
        quotas=tuple(
            QuotaState(books.quotas[key].quota, 0) for key in quota_keys(venue, choice) if key in books.quotas
        ),
        rule_sets=network.rule_sets,
        stamp=Stamp(1, now - timedelta(hours=asked.list_age or 0)),
        quotas_at=now - timedelta(hours=asked.list_age or 0),
        online=not asked.offline,
        training=asked.training,
    )
    purpose = Purpose.RESERVE if asked.reserve else Purpose.COLLECT if asked.collect else Purpose.TAKE
    party = Party(
        asked.children or 0,
        int(asked.assistant),
        holder=not asked.without_holder,
        child_age=asked.child_age,
        purpose=purpose,
    )
    return decide(shown.reading, party, facts, now)
