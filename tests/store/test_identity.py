from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.desk import IDENTITY, KEY, LATER, NETWORK_FACTS, NOW, SIGNER, giving
from validator.domain.card import TokenKey
from validator.domain.code import CheckScheme, CodeFormat, OtherScheme
from validator.domain.policy import Policy, Stamp
from validator.errors import BugError, ConfigError, StoreBusy
from validator.store.identity import NetworkFacts
from validator.store.ledger import Ledger


def test_a_new_ledger_knows_nothing(empty: Ledger) -> None:
    with empty.read() as tx:
        assert tx.identity() is None
        assert tx.network() is None
        assert tx.policy() == Policy()
        assert tx.stamp() is None
        assert tx.register_in_use() is None
        assert tx.feed_cursor() == 0
        assert tx.clock_floor() is None
        assert tx.setting("language") is None
        assert tx.head().sequence == 0
        assert tx.verify().entries == 0


def test_a_desk_that_is_not_enrolled_cannot_append(empty: Ledger) -> None:
    with pytest.raises(BugError), empty.write() as tx:
        tx.append(giving(1))


def test_who_the_desk_is_outlives_the_program(ledger: Ledger, tmp_path: Path) -> None:
    ledger.close()
    with Ledger.open(tmp_path, KEY) as again, again.read() as tx:
        assert tx.identity() == IDENTITY
        assert tx.network() == NETWORK_FACTS


@pytest.mark.parametrize(
    "network",
    [
        NetworkFacts(
            "Ilman tarkistetta", TokenKey(b"k" * 32, 3), CodeFormat(r"[A-Z]{4}", None, max_length=99)
        ),
        NetworkFacts(
            "Täysi",
            TokenKey(b"\x00\xff" * 16, 2),
            CodeFormat(r"[0-9]{8}", CheckScheme.MOD37_36, (OtherScheme("kirjasto", r"[0-9]{6}"),)),
            timedelta(days=-2960, seconds=0.25),
            b"\x09" * 32,
        ),
    ],
)
def test_the_networks_facts_come_back_as_they_were(empty: Ledger, network: NetworkFacts) -> None:
    with empty.write() as tx:
        tx.put_network(network)
    with empty.read() as tx:
        assert tx.network() == network


def test_neither_keys_nor_tokens_show() -> None:
    shown = repr(IDENTITY) + repr(NETWORK_FACTS)
    assert "secret" not in shown
    assert SIGNER.secret.hex() not in shown
    assert repr(SIGNER.secret) not in shown


def test_a_ledger_with_entries_is_not_handed_to_another_desk(ledger: Ledger) -> None:
    with pytest.raises(ConfigError), ledger.write() as tx:
        tx.put_identity(replace(IDENTITY, desk="desk-9"))
    with ledger.write() as tx:
        tx.put_identity(replace(IDENTITY, token="a-new-token"))
    with ledger.read() as tx:
        known = tx.identity()
    assert known is not None
    assert (known.desk, known.token) == ("desk-1", "a-new-token")


def test_before_its_first_entry_a_desk_may_enrol_anew(empty: Ledger) -> None:
    with empty.write() as tx:
        tx.put_identity(IDENTITY)
        tx.put_identity(replace(IDENTITY, desk="desk-9"))
        known = tx.identity()
    assert known is not None
    assert known.desk == "desk-9"


def test_the_networks_numbers_are_kept(empty: Ledger) -> None:
    policy = Policy(notice_after=timedelta(hours=2), provisional=False, again_within=timedelta(seconds=1.5))
    with empty.write() as tx:
        tx.put_policy(policy)
    with empty.read() as tx:
        assert tx.policy() == policy


def test_settings_are_kept_changed_and_taken_back(empty: Ledger) -> None:
    with empty.write() as tx:
        tx.put_setting("language", "fi")
        tx.put_setting("sound", "on")
        tx.put_setting("language", "sv")
        tx.put_setting("sound", None)
    with empty.read() as tx:
        assert tx.setting("language") == "sv"
        assert tx.setting("sound") is None


def test_the_clocks_floor_is_kept(empty: Ledger) -> None:
    with empty.write() as tx:
        tx.put_clock_floor(NOW)
    with empty.read() as tx:
        assert tx.clock_floor() == NOW


def test_a_register_is_named_with_its_stamp_and_dropped(empty: Ledger) -> None:
    with empty.write() as tx:
        tx.use_register("register-5-a.db", Stamp(5, NOW))
    with empty.write() as tx:
        assert (tx.register_in_use(), tx.stamp()) == ("register-5-a.db", Stamp(5, NOW))
        tx.use_register("register-5-a.db", Stamp(6, LATER), instead_of="register-5-a.db")
    with empty.write() as tx:
        assert tx.stamp() == Stamp(6, LATER)
        tx.drop_register()
    with empty.read() as tx:
        assert (tx.register_in_use(), tx.stamp()) == (None, None)


def test_a_switch_that_another_window_has_overtaken_changes_nothing(empty: Ledger) -> None:
    with empty.write() as tx:
        tx.use_register("register-6-b.db", Stamp(6, NOW))
    with pytest.raises(StoreBusy), empty.write() as tx:
        tx.use_register("register-5-a.db", Stamp(7, LATER), instead_of="register-5-a.db")
    with empty.read() as tx:
        assert (tx.register_in_use(), tx.stamp()) == ("register-6-b.db", Stamp(6, NOW))
