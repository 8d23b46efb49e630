"""Codes that the hub makes up: those on new cards, and the one-time codes that let a desk in.

A card's code is ten signs A-Z 0-9, the last one the check character. A one-time code is typed by a person from paper or
a screen: three groups of four letters without I, L and O, which gives 54 bits; it is kept only as a hash.
"""

from __future__ import annotations

import hashlib
import secrets
from string import ascii_uppercase, digits

from validator.domain.code import CardCode, check_character

CARD_SIGNS = 10

_ENROLMENT_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
_ENROLMENT_GROUPS = 3
_GROUP_SIGNS = 4


def fresh_card_code() -> CardCode:
    """A random code with its check character. That no card has it yet is the register's to see."""
    body = "".join(secrets.choice(ascii_uppercase + digits) for _ in range(CARD_SIGNS - 1))
    return CardCode(body + check_character(body))


def fresh_enrolment_code() -> str:
    """A one-time code as it is shown, e.g. ``KXTR-MHZB-WQFN``."""
    groups = (
        "".join(secrets.choice(_ENROLMENT_LETTERS) for _ in range(_GROUP_SIGNS))
        for _ in range(_ENROLMENT_GROUPS)
    )
    return "-".join(groups)


def enrolment_hash(code: str) -> bytes:
    """What the hub keeps of a one-time code. Case, spaces and hyphens do not count; any text has a hash."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(plain.encode(errors="replace")).digest()


def token_hash(token: str) -> bytes:
    """What the hub keeps of a desk's token. 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode(errors="replace")).digest()
