"""Letting this desk into a network: from a hub's address and a one-time code to an identity in the ledger.

1. The desk makes its own signing key, before it asks, and keeps it until the answer is in the ledger: if the answer is lost on
   the way, the same code with the same key is good again.
2. Identity, the network's keys and the journal's first entry (``enrolled``) are written in one transaction.
3. A folder that belongs to a desk is never given to another: its journal would be lost with its name.

The first card list comes with the first pass (`sync.courier`), which can be stopped and gone on with.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from sync.reading import network_facts
from sync.transport import Address, Transport
from sync.wire import EnrolRequest
from validator import __version__
from validator.clock import Clock
from validator.domain.journal import Draft, EventKind
from validator.domain.network import HELSINKI, rules_on
from validator.errors import ConfigError
from validator.signing import Signer
from validator.store.identity import Identity
from validator.store.ledger import Ledger

SCHEME = "kaikuportti"
"""Of an invitation as a QR picture: ``kaikuportti://enrol?hub=https://hub.example.fi&code=KXTR-MHZB-WQFN&pin=<sha-256>``."""

_PENDING_KEY = "enrolling_key"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a desk needs to enrol.

    Attributes:
        address: the hub's.
        code: good once, for one desk.
    """

    address: Address
    code: str = field(repr=False)

    @classmethod
    def of(cls, hub: str, code: str, fingerprint: str = "") -> Invitation:
        """An invitation as somebody typed it.

        Raises:
            ConfigError: the address is none, or there is no code.
        """
        if not code.strip():
            raise ConfigError("the one-time code is missing", field="code", fault="code")
        return cls(Address.of(hub, fingerprint), code.strip())

    @classmethod
    def read(cls, text: str) -> Invitation:
        """An invitation as a QR picture holds it.

        Raises:
            ConfigError: it is no invitation.
        """
        try:
            parts = urlsplit(text.strip())
            fields = parse_qs(parts.query)
        except ValueError:
            raise ConfigError("this is no invitation of a hub", field="code", fault="invitation") from None
        if parts.scheme != SCHEME or not {"hub", "code"} <= set(fields):
            raise ConfigError("this is no invitation of a hub", field="code", fault="invitation")
        return cls.of(fields["hub"][0], fields["code"][0], fields.get("pin", [""])[0])


def enrol(ledger: Ledger, invitation: Invitation, clock: Clock, name: str = "") -> Identity:
    """Enrol this desk.

    Args:
        ledger: of a folder without a desk.
        invitation: the hub's address and a code.
        clock: the machine's.
        name: what people call this desk; "" takes the name that the hub gave with the code.

    Raises:
        HubError: the hub could not be reached or did not accept the code; the same code may be tried again.
        ConfigError: the folder belongs to a desk already.
        StoreError: the ledger cannot be written.
    """
    signer = _own_key(ledger)
    request = EnrolRequest(
        code=invitation.code, public_key=signer.public, desk_name=name, program=__version__
    )
    with Transport(invitation.address, "", clock) as line:
        answer = line.enrol(request)
    network = network_facts(answer.network)
    identity = Identity(
        desk=answer.desk,
        name=answer.desk_name,
        venues=answer.venues,
        signer=signer,
        token=answer.token,
        hub=invitation.address.url,
        hub_key=answer.hub_public_key,
        certificate=invitation.address.fingerprint,
    )
    now = answer.hub_time.astimezone(HELSINKI)
    first = Draft(
        uuid.uuid4().hex, EventKind.ENROLLED, now, rules_on(now.date(), ()).id, {"program": __version__}
    )
    with ledger.write() as books:
        _need_no_desk(books.identity())
        books.put_identity(identity)
        books.put_network(network)
        books.put_clock_floor(answer.hub_time)
        books.put_setting(_PENDING_KEY, None)
        books.append(first)
    return identity


def _own_key(ledger: Ledger) -> Signer:
    """The key that this desk will sign with; the same one until it is enrolled."""
    with ledger.write() as books:
        _need_no_desk(books.identity())
        kept = books.setting(_PENDING_KEY)
        signer = Signer.fresh() if kept is None else Signer(bytes.fromhex(kept))
        books.put_setting(_PENDING_KEY, signer.secret.hex())
    return signer


def _need_no_desk(identity: Identity | None) -> None:
    if identity is not None:
        raise ConfigError("this folder belongs to a desk already", desk=identity.name, fault="enrolled")
