"""Who this desk is, and what it must know of its network to read cards. Both came at enrolment and are kept in the ledger.

The desk's signing key, its token and the network's token key stand nowhere else, and in no repr.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from validator.domain.card import TokenKey
from validator.domain.code import CheckScheme, CodeFormat, OtherScheme
from validator.signing import Signer

_KNOWN = 16
"""Texts that are not read anew: each look at a card asks for both, and they change once a year. One desk has two."""


@dataclass(frozen=True)
class Identity:
    """One enrolled desk.

    Attributes:
        desk: its id, which every journal header carries.
        name: what people call it.
        venues: ids of the venues it serves; the first is the one it opens with.
        signer: its private key.
        token: what it shows to the hub.
        hub: the hub's address.
        hub_key: the hub's public key, 32 bytes.
        certificate: fingerprint of the hub's TLS certificate, or "" for the system's own check.
    """

    desk: str
    name: str
    venues: tuple[str, ...]
    signer: Signer
    token: str = field(repr=False)
    hub: str
    hub_key: bytes
    certificate: str = ""


@dataclass(frozen=True)
class NetworkFacts:
    """The network's name and keys, and what its codes look like.

    Attributes:
        demo_offset: how far the demo's clock is set from the machine's; zero in earnest.
        sealing_key: what to seal to the hub with (X25519, 32 bytes), or empty where it has given none yet.
        support: whom to ask for help, in the network's own words; "" where it names nobody.
    """

    name: str
    token_key: TokenKey
    code_format: CodeFormat = field(default_factory=CodeFormat)
    demo_offset: timedelta = timedelta(0)
    sealing_key: bytes = b""
    support: str = ""


def identity_text(identity: Identity) -> str:
    """The identity as the ledger keeps it."""
    return json.dumps(
        {
            "desk": identity.desk,
            "name": identity.name,
            "venues": identity.venues,
            "signer": identity.signer.secret.hex(),
            "token": identity.token,
            "hub": identity.hub,
            "hub_key": identity.hub_key.hex(),
            "certificate": identity.certificate,
        }
    )


@lru_cache(maxsize=_KNOWN)
def read_identity(text: str) -> Identity:
    """The identity that `identity_text` wrote."""
    fields = json.loads(text)
    return Identity(
        desk=fields["desk"],
        name=fields["name"],
        venues=tuple(fields["venues"]),
        signer=Signer(bytes.fromhex(fields["signer"])),
        token=fields["token"],
        hub=fields["hub"],
        hub_key=bytes.fromhex(fields["hub_key"]),
        certificate=fields["certificate"],
    )


def network_text(network: NetworkFacts) -> str:
    """The network's facts as the ledger keeps them."""
    form = network.code_format
    return json.dumps(
        {
            "name": network.name,
            "secret": network.token_key.secret.hex(),
            "epoch": network.token_key.epoch,
            "pattern": form.pattern,
            "check": form.check.value if form.check else "",
            "other_schemes": [[other.name, other.pattern] for other in form.other_schemes],
            "max_length": form.max_length,
            "demo_offset": network.demo_offset.total_seconds(),
            "sealing_key": network.sealing_key.hex(),
            "support": network.support,
        }
    )


@lru_cache(maxsize=_KNOWN)
def read_network(text: str) -> NetworkFacts:
    """The facts that `network_text` wrote."""
    fields = json.loads(text)
    return NetworkFacts(
        name=fields["name"],
        token_key=TokenKey(bytes.fromhex(fields["secret"]), fields["epoch"]),
        code_format=CodeFormat(
            pattern=fields["pattern"],
            check=CheckScheme(fields["check"]) if fields["check"] else None,
            other_schemes=tuple(OtherScheme(name, pattern) for name, pattern in fields["other_schemes"]),
            max_length=fields["max_length"],
        ),
        demo_offset=timedelta(seconds=fields["demo_offset"]),
        sealing_key=bytes.fromhex(fields.get("sealing_key", "")),
        support=fields.get("support", ""),
    )
