"""The journal's bytes and its chain, and what an event's body does."""

from __future__ import annotations

import contextlib
import hashlib
import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.world import NOW, TODAY, quota
from validator.domain import effects, journal
from validator.domain.journal import GENESIS, CardRef, CardRole, Draft, EventKind
from validator.domain.redemption import Redemption, Reservation, Tickets
from validator.signing import Signer, verifies

HOLDER = CardRef(CardRole.HOLDER, id="card-1")
UNKNOWN = CardRef(CardRole.HOLDER, token="ab" * 16, epoch=3)
GROUP = (
    CardRef(CardRole.COMMUNITY, id="c"),
    CardRef(CardRole.MEMBER, id="m1"),
    CardRef(CardRole.MEMBER, id="m2"),
)
BODY: dict[str, Any] = {
    "giving": "g1",
    "venue": "theatre",
    "offer": "play",
    "performance": "tonight",
    "visit": "2018-10-13",
    "kind": "performance",
    "tickets": effects.tickets_body(Tickets(1, 2)),
    "quota_use": 3,
    "collects": "",
}
BOOKING = {
    "reservation": "r1",
    "collect_by": "2018-10-13T18:45:00+03:00",
    **{k: v for k, v in BODY.items() if k != "giving"},
}


BAD_FIELDS: list[dict[str, Any]] = [
    {"at": "x"},
    {"at": "2018-10-13T10:00"},
    {"at": 3},
    {"seq": "1"},
    {"body": []},
    {"id": 4},
    {"previous": None},
]


def chain(length: int) -> list[bytes]:
    headers: list[bytes] = []
    previous = GENESIS
    for sequence in range(1, length + 1):
        draft = Draft(f"e{sequence}", EventKind.REDEMPTION, NOW, "2018", BODY, (HOLDER,))
        headers.append(journal.seal(draft, "desk-1", sequence, previous, b"salt" * 4))
        previous = journal.digest(headers[-1])
    return headers


def test_a_header_is_read_back_as_it_was_written() -> None:
    header = journal.parse(chain(1)[0])
    assert (header.id, header.desk, header.sequence, header.kind, header.at, header.rules, header.body) == (
        "e1",
        "desk-1",
        1,
        "redemption",
        NOW,
        "2018",
        BODY,
    )
    assert header.commitment == hashlib.sha256(b"salt" * 4 + b'[{"id":"card-1","role":"holder"}]').hexdigest()
    assert b"card-1" not in chain(1)[0]


def test_the_bytes_of_a_header_are_for_ever() -> None:
    body: dict[str, Any] = {"name": "Höyhen", "visit": "2018-10-13", "n": 1}
    draft = Draft("e1", EventKind.REDEMPTION, NOW, "2018", body, (HOLDER, UNKNOWN))
    commitment = hashlib.sha256(b"salt" + journal.card_part((HOLDER, UNKNOWN))).hexdigest()
    assert journal.card_part((HOLDER, UNKNOWN)).decode() == (
        '[{"id":"card-1","role":"holder"},{"epoch":3,"role":"holder","token":"' + "ab" * 16 + '"}]'
    )
    assert journal.seal(draft, "desk-1", 7, GENESIS, b"salt").decode() == (
        '{"at":"2018-10-13T17:30:00+03:00","body":{"n":1,"name":"Höyhen","visit":"2018-10-13"},'
        f'"commitment":"{commitment}","desk":"desk-1","id":"e1","kind":"redemption",'
        f'"previous":"{"0" * 64}","rules":"2018","seq":7,"v":1}}'
    )
    assert journal.SALT_BYTES == 16


def test_an_event_without_cards_commits_to_none() -> None:
    header = journal.seal(Draft("e", EventKind.VOID, NOW, "2018", {"giving": "g"}), "d", 1, GENESIS, b"")
    assert journal.parse(header).commitment == ""


def test_a_whole_chain_has_no_break() -> None:
    assert journal.first_break([]) is None
    assert journal.first_break(chain(5)) is None
    whole = chain(5)
    assert journal.first_break(whole[2:], previous=journal.digest(whole[1]), sequence=3) is None


@given(st.integers(0, 4), st.data())
def test_any_edit_is_found_at_its_entry_or_the_next(place: int, data: st.DataObject) -> None:
    headers = chain(5)
    at = data.draw(st.integers(0, len(headers[place]) - 1))
    edited = bytearray(headers[place])
    edited[at] ^= data.draw(st.integers(1, 255))
    headers[place] = bytes(edited)
    broken = journal.first_break([*headers, *chain(6)[5:]])
    assert broken in (place + 1, place + 2)


@pytest.mark.parametrize("drop", range(4))
def test_a_cut_and_a_swap_are_found(drop: int) -> None:
    headers = chain(5)
    assert journal.first_break(headers[:drop] + headers[drop + 1 :]) == drop + 1
    headers[drop], headers[drop + 1] = headers[drop + 1], headers[drop]
    assert journal.first_break(headers) == drop + 1


def test_a_number_out_of_turn_is_found() -> None:
    first, second, _ = chain(3)
    skipping = journal.seal(Draft("e", EventKind.VOID, NOW, "2018", {}), "d", 4, journal.digest(second), b"")
    assert journal.first_break([first, second, skipping]) == 3


@pytest.mark.parametrize("nonsense", [
    b"", b"\xff", b"[]", b"null", b"{}", b"7", b"[" * 100_000,
    *(json.dumps({**json.loads(chain(1)[0]), **bad}).encode() for bad in BAD_FIELDS),
])  # fmt: skip
def test_no_header(nonsense: bytes) -> None:
    with pytest.raises(ValueError, match="the header"):
        journal.parse(nonsense)


def test_cards_are_read_back() -> None:
    part = journal.card_part((*GROUP, UNKNOWN))
    assert journal.read_cards(part) == (*GROUP, UNKNOWN)
    assert journal.read_cards(b"") == ()
    assert (HOLDER.key, UNKNOWN.key) == ("card-1", "3:" + "ab" * 16)
    assert "abab" not in repr(UNKNOWN)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"x",
        b"{}x",
        b'[{"id":"a"}]',
        b'[{"role":"king"}]',
        b"[1]",
        b"3",
        b"[" * 100_000,
        b'[{"role":"holder","epoch":"x"}]',
    ],
)
def test_no_card_part(nonsense: bytes) -> None:
    with pytest.raises(ValueError, match="card part"):
        journal.read_cards(nonsense)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_canonical_bytes_survive_a_round_trip(value: Any) -> None:
    try:
        once = journal.canonical(value)
    except UnicodeEncodeError:
        return  # a lone surrogate is no text that we write
    assert journal.canonical(json.loads(once)) == once


def test_signatures() -> None:
    signer = Signer.fresh()
    assert verifies(signer.public, signer.sign(b"x"), b"x")
    assert not verifies(signer.public, signer.sign(b"x"), b"y")
    assert not verifies(b"short", signer.sign(b"x"), b"x")
    assert not verifies(signer.public, b"", b"x")
    assert Signer(signer.secret).public == signer.public
    assert signer.secret.hex() not in repr(signer)


def do(kind: str, body: dict[str, Any], cards: tuple[CardRef, ...] = ()) -> effects.Effect | None:
    return effects.effect(kind, body, cards, "desk-1", NOW)


def test_one_holder_has_all_the_tickets() -> None:
    given_ = do("redemption", BODY, (HOLDER,))
    assert isinstance(given_, effects.Given)
    (one,) = given_.redemptions
    assert (given_.giving, given_.venue, given_.collects) == ("g1", "theatre", "")
    assert one == Redemption(
        id="g1/0",
        giving="g1",
        card="card-1",
        offer="play",
        performance="tonight",
        visit=date(2018, 10, 13),
        tickets=Tickets(1, 2),
        given_at=NOW,
        desk="desk-1",
        kind="performance",
        quota_use=3,
    )


def test_a_giving_says_what_kind_it_was_and_what_it_collects() -> None:
    given_ = do("redemption", BODY | {"kind": "course", "collects": "r1"}, (HOLDER,))
    assert isinstance(given_, effects.Given)
    assert (given_.redemptions[0].kind, given_.collects) == ("course", "r1")
    assert do("redemption", {k: v for k, v in BODY.items() if k != "collects"}, (HOLDER,)) == do(
        "redemption", BODY, (HOLDER,)
    )


def test_a_reservation_is_the_first_cards() -> None:
    booked = do("reservation", BOOKING | {"performance": None}, GROUP)
    assert booked == effects.Booked(
        Reservation(
            id="r1",
            card="c",
            offer="play",
            performance=None,
            visit=TODAY,
            tickets=Tickets(1, 2),
            made_at=NOW,
            collect_by=NOW + timedelta(minutes=75),
            quota_use=3,
        )
    )


def test_a_group_shares_its_tickets_out() -> None:
    body = BODY | {"tickets": effects.tickets_body(Tickets(2, 1, 0, 1)), "performance": None}
    given_ = do("redemption", body, GROUP)
    assert isinstance(given_, effects.Given)
    assert [each.tickets for each in given_.redemptions] == [Tickets(0, 1, 0, 1), Tickets(1), Tickets(1)]
    assert [each.quota_use for each in given_.redemptions] == [3, 0, 0]
    assert {each.performance for each in given_.redemptions} == {None}


def test_a_pair_is_a_group() -> None:
    given_ = do("redemption", BODY | {"tickets": effects.tickets_body(Tickets(1, 0, 0, 1))}, GROUP[:2])
    assert isinstance(given_, effects.Given)
    assert [each.card for each in given_.redemptions] == ["c", "m1"]


def test_the_other_kinds() -> None:
    assert do("void", {"giving": "g1"}) == effects.Voided("g1")
    assert do("release", {"reservation": "r1"}) == effects.Released("r1")
    assert do("enrolled", {"program": "1"}) is None
    assert do("a newer program's kind", {}) is None
    booked = do("reservation", BOOKING, (UNKNOWN,))
    assert isinstance(booked, effects.Booked)
    assert (booked.reservation.card, booked.reservation.performance) == (UNKNOWN.key, "tonight")
    here = quota(12).quota
    assert do("quota", effects.quota_body(here, "theatre", "manager")) == effects.QuotaSet(here, "manager")
    assert effects.quota_body(here, "theatre", "manager") == {
        "venue": "theatre",
        "scope": "offer",
        "target": "play",
        "visit": "2018-10-13",
        "value": 12,
        "mode": "strict",
        "sold_out": False,
        "author": "manager",
    }
    none = quota(None, sold_out=True).quota
    assert do("quota", effects.quota_body(none, "theatre", "manager")) == effects.QuotaSet(none, "manager")
    assert none.key.visit == TODAY


@pytest.mark.parametrize(("kind", "body", "cards"), [
    ("redemption", {}, (HOLDER,)),
    ("redemption", BODY | {"visit": "2018-15-01"}, (HOLDER,)),
    ("redemption", BODY | {"visit": 7}, (HOLDER,)),
    ("redemption", BODY | {"quota_use": -1}, (HOLDER,)),
    ("redemption", BODY | {"quota_use": True}, (HOLDER,)),
    ("redemption", BODY | {"offer": None}, (HOLDER,)),
    ("redemption", BODY | {"tickets": []}, (HOLDER,)),
    ("redemption", BODY, ()),
    ("redemption", BODY, GROUP),
    ("redemption", BODY, GROUP[:1]),
    ("redemption", BODY | {"tickets": effects.tickets_body(Tickets(0, 2))}, GROUP[:1]),
    ("redemption", BODY | {"tickets": effects.tickets_body(Tickets(2))}, (HOLDER, *GROUP[1:])),
    ("redemption", BODY, (HOLDER, HOLDER)),
    ("void", {}, ()),
    ("reservation", BOOKING, ()),
    ("reservation", BOOKING | {"performance": 7}, (HOLDER,)),
    ("reservation", BOOKING | {"collect_by": "2018-10-13T18:45:00"}, (HOLDER,)),
    ("quota", {"scope": "house"}, ()),
])  # fmt: skip
def test_a_body_that_makes_no_sense(kind: str, body: dict[str, Any], cards: tuple[CardRef, ...]) -> None:
    with pytest.raises(ValueError, match=f"the body of a {kind} event makes no sense"):
        do(kind, body, cards)


@given(
    st.sampled_from(EventKind),
    st.dictionaries(st.sampled_from(sorted(BODY | BOOKING)), st.none() | st.integers() | st.text()),
)
def test_any_body_is_read_or_refused(kind: EventKind, body: dict[str, Any]) -> None:
    with contextlib.suppress(ValueError):
        assert do(kind, body, (HOLDER,)) is None or kind is not EventKind.ENROLLED
