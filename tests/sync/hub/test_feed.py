"""What the desks of a venue hear of each other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.hub import feed
from sync.hub.hub import Hub
from sync.wire import FeedItem
from tests.sync.hub.test_notes import by_token
from tests.sync.stage import EVENING, TODAY, Till, card_id, code
from validator.domain.card import CardKind
from validator.domain.effects import Given, effect
from validator.domain.journal import EventKind, read_cards


def kinds(items: tuple[FeedItem, ...]) -> list[str]:
    return [each.kind for each in items]


def test_every_kind_that_moves_something_is_heard(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(
        one.event(EventKind.ENROLLED, {"program": "x"}),
        one.give(1, giving="g"),
        one.void("g"),
        one.reserve(2),
        one.release(),
        one.quota(3),
        one.event(EventKind.OVERRIDE, {"venue": "theatre", "reasons": [], "author": "m"}),
        one.event("tomorrows_kind", {"venue": "theatre"}),
        one.give(1, offer="entry"),
    )
    heard = other.sync().feed
    assert kinds(heard) == ["redemption", "void", "reservation", "release", "quota"]
    assert {each.desk for each in heard} == {one.desk}
    assert [each.cursor for each in heard] == sorted(each.cursor for each in heard)


def test_an_item_reads_as_the_event_did(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1, giving="g", at=EVENING))
    (heard,) = other.sync().feed
    given = effect(heard.kind, heard.body, read_cards(heard.cards), heard.desk, heard.at)
    assert isinstance(given, Given)
    assert [(use.card, use.giving, use.given_at, use.desk) for use in given.redemptions] == [
        (card_id(hub, 1), "g", EVENING, one.desk)
    ]


def test_a_desk_does_not_hear_itself_but_for_quotas(hub: Hub) -> None:
    till = Till.at(hub)
    answer = till.sync(till.give(1), till.quota(3))
    assert kinds(answer.feed) == ["quota"]
    assert answer.feed[0].desk == till.desk


def test_quotas_end_alike_at_every_desk(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.quota(1))
    other.push(other.quota(2))
    heard = [[each.body["value"] for each in till.sync().feed] for till in (one, other)]
    assert heard == [[1, 2], [1, 2]]


def test_another_venue_is_not_heard(hub: Hub) -> None:
    theatre, museum, agency = Till.at(hub), Till.at(hub, "museum"), Till.at(hub, "theatre", "museum")
    theatre.push(theatre.give(1))
    assert museum.sync().feed == ()
    assert kinds(agency.sync().feed) == ["redemption"]


def test_nothing_is_heard_twice(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1))
    cursor = other.sync().feed_cursor
    one.push(one.give(2))
    answer = other.sync(feed_cursor=cursor)
    assert len(answer.feed) == 1
    assert other.sync(feed_cursor=answer.feed_cursor).feed == ()


def test_a_lost_answer_is_heard_again(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1), one.give(2))
    assert other.sync().feed == other.sync().feed


def test_the_feed_comes_page_by_page(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "FEED_PAGE", 2)
    one, other, cursor = Till.at(hub), Till.at(hub), 0
    one.push(*(one.give(1, giving=f"g{number}") for number in range(5)))
    heard, more = [], True
    while more:
        answer = other.sync(feed_cursor=cursor, register_version=10**6)
        heard += [each.body["giving"] for each in answer.feed]
        assert len(answer.feed) <= 2
        cursor, more = answer.feed_cursor, answer.feed_cursor < 5
    assert heard == [f"g{number}" for number in range(5)]


def test_a_page_says_whether_more_wait(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "FEED_PAGE", 1)
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1), one.give(2))
    version = other.sync().register_changes
    assert version is not None
    first = other.sync(register_version=version.version)
    last = other.sync(register_version=version.version, feed_cursor=first.feed_cursor)
    assert [(len(answer.feed), answer.more) for answer in (first, last)] == [(1, True), (1, False)]


def test_visits_that_no_limit_counts_any_more_are_left_out(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    days = [TODAY - timedelta(days=400), TODAY.replace(month=1, day=1), TODAY]
    one.push(*(one.give(1, visit=day, giving=day.isoformat()) for day in days))
    answer = other.sync()
    assert [each.body["visit"] for each in answer.feed] == [day.isoformat() for day in days[1:]]
    assert answer.feed_cursor == 3


def test_a_cursor_ahead_of_the_hub_is_told_everything_again(hub: Hub) -> None:
    """The hub was restored from an older copy."""
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1))
    answer = other.sync(feed_cursor=99)
    assert (len(answer.feed), answer.feed_cursor) == (1, 1)


def test_an_unknown_card_is_heard_by_its_id_once_it_is_registered(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(by_token(hub, 50)))
    (unknown,) = read_cards(other.sync().feed[0].cards)
    with hub.change() as register:
        fresh = register.add_card(code(50), CardKind.PERSONAL, "espoo", TODAY, TODAY)
    (known,) = read_cards(other.sync().feed[0].cards)
    assert (unknown.id, unknown.token, known.id) == ("", by_token(hub, 50).token, fresh)
    assert code(50).reveal().encode() not in other.sync().feed[0].cards
