"""What the hub knows of itself and of its network: name, form of the codes, policy, keys, the demo's clock.

Settings stand as JSON under their name. Changing one that desks must hear of takes a number of the register's counter, so that
each desk gets it once, with the next answer.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from sync.hub import schema
from sync.hub.database import REGISTER, Database, advance, once
from sync.hub.vault import Vault
from sync.rows import from_rows
from sync.wire import NetworkConfig, SignedPolicy, policy_words
from validator.domain.card import TokenKey
from validator.domain.code import CheckScheme, CodeFormat, OtherScheme
from validator.domain.policy import Policy
from validator.errors import ConfigError
from validator.sealing import Opener
from validator.signing import Signer

NAME = "name"
CODE_FORMAT = "code_format"
POLICY = "policy"
POLICY_VERSION = "policy_version"
TOKEN_EPOCH = "token_epoch"  # noqa: S105  a setting's name
NETWORK_VERSION = "network_version"
LIST_VERSION = "list_version"
"""The register's version before which no list is good any more: its cards are hashed by an old key."""
DEMO_OFFSET = "demo_offset_seconds"
SUPPORT = "support"
"""Whom desks may ask for help: one line, such as a service's name, address and number."""
SEALING_KEY = "sealing_key"
"""The public key that desks seal exports to, as they have been told."""
LONGEST_SUPPORT = 200
LIFE = "life"
ENDED_LIVES = "ended_lives"
LEFT_ON = "left_on"
"""The day on which cards that ended long ago last left the list."""

_SIGNING_KEY = "signing-key"
_TOKEN_KEY_BYTES = 32
_ALL = select(schema.settings)


def read(tx: Connection, name: str) -> Any:  # noqa: ANN401  JSON
    """A setting's value, or None where it is not set."""

    def find() -> dict[str, str]:
        return {row.name: row.value for row in tx.execute(_ALL)}

    text = once(tx, "settings", find).get(name)
    return None if text is None else json.loads(text)


def write(database: Database, tx: Connection, name: str, value: object) -> None:
    """Set a setting; desks that must hear of it will."""
    database.put(tx, schema.settings, {"name": name, "value": json.dumps(value)})
    if name in {NAME, CODE_FORMAT, DEMO_OFFSET, SUPPORT}:
        _tell_network(database, tx)


def make_keys(tx: Connection, vault: Vault) -> None:
    """The first token key and the hub's signing key, for a new hub."""
    for name, secret in (
        (_token_key(1), secrets.token_bytes(_TOKEN_KEY_BYTES)),
        (_SIGNING_KEY, Signer.fresh().secret),
    ):
        tx.execute(insert(schema.secrets).values(name=name, sealed=vault.seal(secret, name)))
    tx.execute(insert(schema.settings).values(name=TOKEN_EPOCH, value="1"))


def token_key(tx: Connection, vault: Vault) -> TokenKey:
    """The network's key for card tokens."""
    epoch = int(read(tx, TOKEN_EPOCH))
    return TokenKey(_secret(tx, vault, _token_key(epoch)), epoch)


def new_token_key(database: Database, tx: Connection, vault: Vault) -> TokenKey:
    """Put a fresh key for card tokens in the old one's place. Hashing the cards by it is `sync.hub.rotation`'s."""
    before, table = token_key(tx, vault), schema.secrets
    key = TokenKey(secrets.token_bytes(_TOKEN_KEY_BYTES), before.epoch + 1)
    name = _token_key(key.epoch)
    tx.execute(insert(table).values(name=name, sealed=vault.seal(key.secret, name)))
    tx.execute(delete(table).where(table.c.name == _token_key(before.epoch)))
    write(database, tx, TOKEN_EPOCH, key.epoch)
    return key


def begin_list(database: Database, tx: Connection) -> None:
    """Have every desk take a whole list and the network's keys anew."""
    version = advance(tx, REGISTER)
    for name in (NETWORK_VERSION, LIST_VERSION):
        write(database, tx, name, version)


def signer(tx: Connection, vault: Vault) -> Signer:
    """The hub's own signing key."""
    return Signer(_secret(tx, vault, _SIGNING_KEY))


def opener(tx: Connection, vault: Vault) -> Opener:
    """What opens the exports of desks' journals. It follows from the signing key: a hub that has one has the other."""
    return Opener.derived(signer(tx, vault).secret)


def tell_sealing_key(database: Database, tx: Connection, vault: Vault) -> None:
    """Let desks hear of the key, also those that came in before there was one."""
    row = {"name": SEALING_KEY, "value": json.dumps(opener(tx, vault).public.hex())}
    if database.put_new(tx, schema.settings, row):
        _tell_network(database, tx)


def format_row(code_format: CodeFormat) -> dict[str, Any]:
    """The form of the codes as a setting."""
    return {
        "pattern": code_format.pattern,
        "check": code_format.check.value if code_format.check else "",
        "other_schemes": {other.name: other.pattern for other in code_format.other_schemes},
    }


def code_format(tx: Connection) -> CodeFormat:
    """The form of the network's codes."""
    row = read(tx, CODE_FORMAT)
    others = tuple(OtherScheme(name, pattern) for name, pattern in row["other_schemes"].items())
    return CodeFormat(row["pattern"], CheckScheme(row["check"]) if row["check"] else None, others)


def network_config(tx: Connection, vault: Vault) -> NetworkConfig:
    """What desks must know of the network."""
    key, row = token_key(tx, vault), read(tx, CODE_FORMAT)
    return NetworkConfig(
        name=read(tx, NAME),
        token_key=key.secret,
        token_epoch=key.epoch,
        code_pattern=row["pattern"],
        code_check=row["check"],
        other_schemes=row["other_schemes"],
        demo_offset_seconds=read(tx, DEMO_OFFSET) or 0.0,
        sealing_key=opener(tx, vault).public,
        support=support(tx),
    )


def support(tx: Connection) -> str:
    """Whom desks may ask for help; "" where nobody was named."""
    return read(tx, SUPPORT) or ""


def set_support(database: Database, tx: Connection, text: str) -> None:
    """Name whom desks may ask for help; desks hear of it with their next sync.

    Raises:
        ConfigError: it is more than one line, or a very long one.
    """
    line = text.strip()
    if len(line) > LONGEST_SUPPORT or not line.isprintable():
        raise ConfigError(f"the contact is one line of at most {LONGEST_SUPPORT} signs")
    write(database, tx, SUPPORT, line)


def policy_row(tx: Connection) -> dict[str, Any]:
    """The network's policy as it travels: durations in seconds."""
    set_here = read(tx, POLICY) or {}
    return _in_seconds(Policy()) | set_here


def policy_version(tx: Connection) -> int:
    """The policy's version; 1 for the program's own numbers."""
    return read(tx, POLICY_VERSION) or 1


def signed_policy(tx: Connection, signer: Signer) -> SignedPolicy:
    """The network's policy, signed."""
    words = policy_words(policy_version(tx), policy_row(tx))
    return SignedPolicy(policy=words, signature=signer.sign(words))


def set_policy(database: Database, tx: Connection, changes: Mapping[str, object], now: datetime) -> None:
    """Change some of the policy's numbers (durations in seconds; None: the program's own again).

    The new version is the second in which it was set: also at a hub that was put back to an older copy it is later than any that
    desks have heard.

    Raises:
        ConfigError: there is no such number, or the value makes no sense.
    """
    row = (read(tx, POLICY) or {}) | dict(changes)
    row = {name: value for name, value in row.items() if value is not None}
    if unknown := sorted(set(row) - set(_in_seconds(Policy()))):
        raise ConfigError("the policy has no such number", names=unknown)
    if from_rows(Policy, [row])[1]:
        raise ConfigError("a number of the policy makes no sense")
    write(database, tx, POLICY, row)
    write(database, tx, POLICY_VERSION, max(policy_version(tx) + 1, int(now.timestamp())))


def _tell_network(database: Database, tx: Connection) -> None:
    version = advance(tx, REGISTER)
    database.put(tx, schema.settings, {"name": NETWORK_VERSION, "value": json.dumps(version)})


def _in_seconds(policy: Policy) -> dict[str, Any]:
    return {
        name: int(value.total_seconds()) if isinstance(value, timedelta) else value
        for name, value in asdict(policy).items()
        if name != "version"
    }


def _token_key(epoch: int) -> str:
    return f"token-key-{epoch}"


def _secret(tx: Connection, vault: Vault, name: str) -> bytes:
    table = schema.secrets
    sealed = tx.execute(select(table.c.sealed).where(table.c.name == name)).scalar_one()
    return vault.open(sealed, name)
