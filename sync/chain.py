"""The journal as the hub countersigned it, held against the journal itself: a cut, a fork, an old copy, a hub that lost entries."""

from __future__ import annotations

from enum import StrEnum

from sync.audit import Audit, Auditor, Flaw
from sync.wire import Head, head_words
from validator.domain.journal import digest
from validator.errors import ConfigError, HubGarbled
from validator.signing import verifies
from validator.store.identity import Identity
from validator.store.transaction import Reading


class Chain(StrEnum):
    """How the hub's head of this desk's journal stands to the journal itself."""

    HOLDS = "holds"
    LOST_AT_HUB = "lost_at_hub"
    """The hub was put back to an older state: what it lost is told again."""
    LOST_HERE = "lost_here"
    """The hub holds entries that this journal has not: an old copy of this folder is in use."""
    FORKED = "forked"
    """The hub holds another entry in the same place."""


def verify_head(head: Head, identity: Identity) -> None:
    """Check whose word the head is.

    Raises:
        HubGarbled: it is not the hub's.
    """
    if not verifies(identity.hub_key, head.signature, head_words(head, identity.desk)):
        raise HubGarbled("the signature of the journal's head does not hold", reason="signature")


def compare(head: Head, books: Reading) -> Chain:
    """Whether the hub's last entry is one of this journal's. That the hub has lost entries is not seen from here."""
    if head.sequence > books.head().sequence:
        return Chain.LOST_HERE
    entry = next(books.entries(head.sequence - 1, 1), None) if head.sequence else None
    return Chain.HOLDS if entry is None or digest(entry.header) == head.hash else Chain.FORKED


def audit_ledger(books: Reading) -> Audit:
    """Whether this desk's own journal holds, with all that the hub has countersigned of it.

    Raises:
        ConfigError: the desk is not enrolled.
    """
    identity = books.identity()
    if identity is None:
        raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
    auditor = Auditor(identity.desk, identity.signer.public, identity.hub_key)
    for entry in books.entries():
        auditor.entry(entry.header, entry.signature, entry.cards, entry.salt)
    for said in books.hub_heads():
        auditor.head(Head(sequence=said.sequence, hash=said.hash, signature=said.signature))
    # What stands beside the entries in the ledger has to fit them too.
    is_whole = books.verify().first_bad is None
    return auditor.close(None if is_whole else Flaw.FILE)
