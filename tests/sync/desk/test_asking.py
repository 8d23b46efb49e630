"""From words on a command line to what the desk is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest

from sync.asking import BadInput, Wanted, read_card, read_instant, read_overrides, read_party
from sync.telling import told
from tests.sync.desk.world import CODES, EVENING, OFFER, THEATRE, World, world
from validator.domain.code import CodeFormat, Source
from validator.domain.network import Names, Offer, OfferKind, Window
from validator.domain.party import Purpose
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Reason
from validator.errors import PictureBad

FORM = CodeFormat()


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=1) as made:
        yield made


@pytest.mark.parametrize(
    "word", ["KAIKU00001", "", " ", "x" * 100_000, "a\x00b", "https://kaiku.example/k/ABC", "-"]
)
def test_any_other_word_is_a_typed_code(word: str) -> None:
    read = read_card(word, FORM, EVENING)
    assert (read.payload, read.source, read.at) == (word, Source.TYPED, EVENING)


def test_a_picture_without_a_code(tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    assert cv2.imwrite(str(path), np.full((200, 300), 255, np.uint8))
    with pytest.raises(BadInput) as caught:
        read_card(str(path), FORM, EVENING)
    assert caught.value.details["what"] == "picture"


@pytest.mark.parametrize("word", ["card.png", "folder/card.JPEG", "x.tiff"])
def test_a_picture_that_is_not_there(word: str) -> None:
    with pytest.raises(PictureBad):
        read_card(word, FORM, EVENING)


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureBad):
        read_card(str(tmp_path), FORM, EVENING)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2018-10-13T17:30", datetime(2018, 10, 13, 14, 30, tzinfo=UTC)),
        (" 2018-01-13 17:30 ", datetime(2018, 1, 13, 15, 30, tzinfo=UTC)),
        ("2018-10-13T17:30:00+00:00", datetime(2018, 10, 13, 17, 30, tzinfo=UTC)),
        ("20181013T1730", datetime(2018, 10, 13, 14, 30, tzinfo=UTC)),
        ("2018-10-13", datetime(2018, 10, 13, 9, 0, tzinfo=UTC)),
    ],
)
def test_instants(text: str, instant: datetime) -> None:
    assert read_instant(text) == instant


@pytest.mark.parametrize(
    "text", ["", "today", "13.10.2018", "2018-13-01", "1999-12-31", "2200-01-01", "9999-12-31T23:59"]
)
def test_what_is_no_instant(text: str) -> None:
    with pytest.raises(BadInput):
        read_instant(text)


def test_parties() -> None:
    party = read_party(2, 15, assistant=True, holder=False, reserve=True)
    assert (party.children, party.child_age, party.assistants, party.holder) == (2, 15, 1, False)
    assert party.purpose is Purpose.RESERVE
    assert read_party(0, None, collect=True).purpose is Purpose.COLLECT
    assert read_party(0, None).purpose is Purpose.TAKE


def test_overrides() -> None:
    assert read_overrides([" r32", "R30"]) == {Reason.ALREADY, Reason.QUOTA_FULL}
    for word in ("R13", "A01", "W01", "", "R99"):
        with pytest.raises(BadInput):
            read_overrides([word])


def test_what_is_lifted_is_a_managers_with_a_reason(net: World) -> None:
    desk = net.ready().desk(lambda: True)
    plain = Wanted(CODES[0].reveal(), override_reason=OverrideReason.FAULT).ask(desk, EVENING)
    assert (plain.role, plain.override_reason) == (Role.CLERK, None)
    lifting = Wanted(CODES[0].reveal(), overrides=frozenset({Reason.ALREADY}))
    assert lifting.ask(desk, EVENING).override_reason is OverrideReason.OTHER
    why = replace(lifting, override_reason=OverrideReason.FAULT).ask(desk, EVENING)
    assert (why.role, why.override_reason) == (Role.MANAGER, OverrideReason.FAULT)


def test_without_an_offer_the_first_open_one_is_taken(net: World) -> None:
    with net.hub.change() as register:
        register.put_offer(Offer("a-cancelled", THEATRE, Names("X"), OfferKind.ADMISSION, cancelled=True))
    station = net.ready()
    desk = station.desk(lambda: True)
    assert Wanted(CODES[0].reveal()).ask(desk, EVENING).choice.offer == OFFER


def test_where_none_is_open_the_first_of_the_day_is_taken(net: World) -> None:
    with net.hub.change() as register:
        register.put_offer(Offer(OFFER, THEATRE, Names("Ilta"), OfferKind.ADMISSION, cancelled=True))
    station = net.ready()
    look = station.desk(lambda: True).counter.look(
        Wanted(CODES[0].reveal()).ask(station.desk(lambda: True), EVENING)
    )
    assert told(look)["code"] == "R27"


def test_where_there_is_nothing_an_offer_has_to_be_named(net: World) -> None:
    yesterday = (EVENING - timedelta(days=1)).date()
    with net.hub.change() as register:
        offer = Offer(OFFER, THEATRE, Names("Ilta"), OfferKind.ADMISSION, days=Window(None, yesterday))
        register.put_offer(offer)
    station = net.ready()
    desk = station.desk(lambda: True)
    with pytest.raises(BadInput) as caught:
        Wanted(CODES[0].reveal()).ask(desk, EVENING)
    assert caught.value.details["what"] == "offer"
    assert Wanted(CODES[0].reveal(), OFFER).ask(desk, EVENING).choice.offer == OFFER
    assert CODES[0].reveal() not in repr(Wanted(CODES[0].reveal(), members=(CODES[0].reveal(),)))
