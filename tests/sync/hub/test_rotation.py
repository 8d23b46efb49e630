"""A new key behind the card hashes: nothing that was given is forgotten, and no desk mixes the two."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from sync.hub import rotation, schema
from sync.hub.hub import Hub
from sync.wire import Manifest
from tests.sync.hub.looking import count
from tests.sync.stage import YEAR, Till, card_id, code
from validator.domain.card import CardKind, CardToken, TokenKey
from validator.domain.journal import CardRef, CardRole
from validator.domain.verdict import Reason


def rotate(hub: Hub) -> rotation.Rotated:
    with hub.database.write() as tx:
        return rotation.rotate(hub.database, tx, hub.vault, batch=4)


class Late:
    """Snapshots during whose making the key changes."""

    def __init__(self, hub: Hub) -> None:
        self.hub, self.made = hub, hub.snapshots.current()

    def current(self) -> Manifest | None:
        rotate(self.hub)
        return self.made


def by_token(number: int, key: TokenKey) -> CardRef:
    """A card as a desk tells of it that does not know it."""
    token = CardToken.of(code(number), key)
    return CardRef(CardRole.HOLDER, token=token.digest.hex(), epoch=token.epoch)


def test_every_card_is_hashed_anew_and_stays_the_same_card(hub: Hub) -> None:
    before, ids = hub.token_key, [card_id(hub, number) for number in range(1, 6)]
    assert rotate(hub) == rotation.Rotated(epoch=2, cards=6)
    after = hub.token_key
    assert (after.epoch, after.secret != before.secret) == (2, True)
    assert [card_id(hub, number) for number in range(1, 6)] == ids
    with hub.database.read() as tx:
        rows = {row.id: row for row in tx.execute(select(schema.cards))}
        names = set(tx.execute(select(schema.secrets.c.name)).scalars())
    assert {row.epoch for row in rows.values()} == {2}
    assert bytes(rows[ids[0]].token) == CardToken.of(code(1), after).digest
    assert len({row.version for row in rows.values()}) == 6
    assert names == {"token-key-2", "signing-key"}


def test_what_was_given_is_remembered_over_the_key(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.give(1))
    rotate(hub)
    (answer,) = other.push(other.give(by_token(1, hub.token_key)))
    assert answer.notes == (Reason.DUPLICATE.value,)


def test_hashes_of_earlier_keys_are_still_known(hub: Hub) -> None:
    till, first = Till.at(hub), hub.token_key
    rotate(hub)
    second = hub.token_key
    rotate(hub)
    answers = till.push(till.give(by_token(1, first)), till.give(by_token(2, second)))
    assert [(answer.status, answer.notes) for answer in answers] == [("accepted", ())] * 2
    with hub.database.read() as tx:
        given = set(tx.execute(select(schema.redemptions.c.card)).scalars())
    assert given == {card_id(hub, 1), card_id(hub, 2)}
    assert count(hub, schema.old_tokens) == 12


def test_a_hash_that_was_nobodys_is_still_nobodys(hub: Hub) -> None:
    till, old = Till.at(hub), hub.token_key
    rotate(hub)
    (answer,) = till.push(till.give(by_token(77, old)))
    assert answer.notes == (Reason.UNKNOWN_CARD.value,)


def test_desks_get_the_key_with_the_whole_list_and_never_by_a_change(hub: Hub) -> None:
    till = Till.at(hub)
    first = till.sync().register_changes
    assert first is not None
    assert first.snapshot is not None
    rotate(hub)
    answer = till.sync(register_version=first.version)
    changes, network = answer.register_changes, answer.network
    assert changes is not None
    assert network is not None
    assert (changes.snapshot is not None, changes.cards, network.token_epoch) == (True, (), 2)
    assert changes.snapshot != first.snapshot
    later = till.sync(register_version=changes.version)
    assert later.register_changes is not None
    assert (later.register_changes.snapshot, later.register_changes.cards, later.network) == (None, (), None)


def test_a_key_that_changes_while_a_list_is_made_is_not_mixed_with_it(hub: Hub) -> None:
    late = Late(hub)
    till = Till.at(replace(hub, snapshots=late))  # type: ignore[arg-type]
    assert till.sync().register_changes is None
    till.hub = hub
    changes = till.sync().register_changes
    assert changes is not None
    assert changes.snapshot is not None
    assert late.made is not None
    assert changes.snapshot.version > late.made.version


def test_cards_are_found_and_made_by_the_key_of_the_moment(hub: Hub) -> None:
    rotate(hub)
    with hub.change() as register:
        register.close_card(code(1))
        register.add_card(code(6), CardKind.PERSONAL, "espoo", *YEAR)
    till = Till.at(hub)
    answers = till.push(till.give(by_token(6, hub.token_key)), till.give(1))
    assert [answer.notes for answer in answers] == [(), (Reason.CARD_CLOSED.value,)]
