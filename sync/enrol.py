"""Letting this desk into a network: from a hub's address and a one-time code to an identity in the ledger.

1. The desk makes its own signing key, before it asks, and keeps it until the answer is in the ledger: if the answer is lost on
   the way, the same code with the same key is good again.
2. Identity, the network's keys and the journal's first entry (``enrolled``) are written in one transaction.
3. A folder that belongs to a desk is never given to another: its journal would be lost with its name. The desk itself may come in
   again, by its own key: journal, rights and name stay, the token is new, and it may serve other venues. Then it hears all of the
   feed and takes the whole list again.

The first card list comes with the first pass (`sync.courier`), which can be stopped and gone on with.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from sync.reading import network_facts, put_network
from sync.transport import Address, Transport
from sync.wire import EnrolAnswer, EnrolRequest, proof_words
from validator import __version__
from validator.clock import Clock
from validator.domain.journal import Draft, EventKind
from validator.domain.network import HELSINKI, rules_on
from validator.errors import ConfigError, HubRefused
from validator.signing import Signer
from validator.store.identity import Identity
from validator.store.ledger import Ledger
from validator.store.transaction import Writing

SCHEME = "kaikuportti"
"""Of an invitation as a QR picture: ``kaikuportti://enrol?hub=https://hub.example.fi&code=KXTR-MHZB-WQFN&pin=<sha-256>``."""

_PENDING_KEY = "enrolling_key"
_OTHER_NETWORK = "other_network"


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
    """Enrol this desk, or enrol it again.

    Args:
        ledger: the desk's.
        invitation: the hub's address and a code.
        clock: the machine's.
        name: what people call this desk; "" takes the name that the hub gave with the code, or has.

    Raises:
        HubError: the hub could not be reached or did not accept the code; the same code may be tried again.
        ConfigError: the folder belongs to a desk of another network.
        StoreError: the ledger cannot be written.
    """
    before, signer = _own_key(ledger)
    request = EnrolRequest(
        code=invitation.code,
        public_key=signer.public,
        desk_name=name,
        program=__version__,
        desk="" if before is None else before.desk,
        hub_public_key=b"" if before is None else before.hub_key,
    )
    request = request.model_copy(update={"proof": signer.sign(proof_words(request))})
    answer = _answer(ledger, invitation, request, before, clock)
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
    with ledger.write() as books:
        if _desk_of(books.identity()) != _desk_of(before):
            raise ConfigError("another window has set this desk up meanwhile", fault="enrolled")
        books.put_identity(identity)
        if before is None:
            _begin(books, answer)
            books.put_network(network)
        else:
            put_network(books, network)
            books.hear_all_again()
    return identity


def _answer(
    ledger: Ledger, invitation: Invitation, request: EnrolRequest, before: Identity | None, clock: Clock
) -> EnrolAnswer:
    """The hub's, which is the desk's own hub where there was one before."""
    with Transport(invitation.address, "", clock) as line:
        try:
            answer = line.enrol(request)
        except HubRefused as error:
            if error.details.get("error") != _OTHER_NETWORK:
                raise
            raise _elsewhere(ledger, before) from error
    if before is not None and (answer.desk, answer.hub_public_key) != (before.desk, before.hub_key):
        raise _elsewhere(ledger, before)
    return answer


def _begin(books: Writing, answer: EnrolAnswer) -> None:
    """The journal's first entry."""
    now = answer.hub_time.astimezone(HELSINKI)
    first = Draft(
        uuid.uuid4().hex, EventKind.ENROLLED, now, rules_on(now.date(), ()).id, {"program": __version__}
    )
    books.put_clock_floor(answer.hub_time)
    books.put_setting(_PENDING_KEY, None)
    books.append(first)


def _own_key(ledger: Ledger) -> tuple[Identity | None, Signer]:
    """Who this desk was before, and the key that it signs with; the same one until it is enrolled, and for ever after."""
    with ledger.write() as books:
        before = books.identity()
        if before is not None:
            return before, before.signer
        kept = books.setting(_PENDING_KEY)
        signer = Signer.fresh() if kept is None else Signer(bytes.fromhex(kept))
        books.put_setting(_PENDING_KEY, signer.secret.hex())
    return None, signer


def _desk_of(identity: Identity | None) -> str:
    return "" if identity is None else identity.desk


def _elsewhere(ledger: Ledger, before: Identity | None) -> ConfigError:
    """The code is another network's. What this desk has not told its own yet would never arrive."""
    with ledger.read() as books:
        waiting = books.waiting().events
    name = "" if before is None else before.name
    return ConfigError(
        f"this folder belongs to the desk {name} of another network; {waiting} events wait for that one's hub",
        desk=name,
        n=waiting,
        fault=_OTHER_NETWORK,
    )
