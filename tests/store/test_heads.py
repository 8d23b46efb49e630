"""The journal's heads as the hub countersigned them."""

from __future__ import annotations

from validator.store.heads import HubHead
from validator.store.ledger import Ledger


def test_heads_are_kept_in_the_order_of_the_journal(ledger: Ledger) -> None:
    said = [HubHead(number, f"{number:064}", b"signed") for number in (3, 1, 7)]
    with ledger.write() as tx:
        for each in said:
            tx.keep_head(each)
    with ledger.read() as tx:
        assert list(tx.hub_heads()) == sorted(said, key=lambda each: each.sequence)


def test_what_the_hub_said_first_of_a_place_stays(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.keep_head(HubHead(3, "a" * 64, b"first"))
        tx.keep_head(HubHead(3, "b" * 64, b"second"))
        tx.keep_head(HubHead(0, "0" * 64, b"before the first entry"))
        assert list(tx.hub_heads()) == [HubHead(3, "a" * 64, b"first")]
