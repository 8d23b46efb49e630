"""An exported journal taken apart and put together again, by whoever has the desk's key and whoever has not."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sync.audit import Audit, audit_file
from sync.journalfile import end_words, open_journal, seal_words
from validator.domain.journal import canonical, digest, parse
from validator.signing import Signer

Row = dict[str, Any]


@dataclass
class Pieces:
    """The lines of an export: entries by their number, heads by the entry that they speak of."""

    rows: list[Row]
    path: Path
    signer: Signer = field(repr=False)

    @classmethod
    def of(cls, path: Path, signer: Signer) -> Pieces:
        """An export, read."""
        return cls([json.loads(line) for line in path.read_bytes().splitlines()], path, signer)

    def entry(self, number: int) -> int:
        """Where the line of an entry is."""
        found = (
            place
            for place, row in enumerate(self.rows)
            if "header" in row and parse(self.header(place)).sequence == number
        )
        return next(found)

    def head(self, number: int) -> int:
        """Where the line of a countersigned head is."""
        return next(
            place for place, row in enumerate(self.rows) if row.get("head", {}).get("sequence") == number
        )

    def header(self, place: int) -> bytes:
        """The header in a line."""
        return base64.b64decode(self.rows[place]["header"])

    def edit(self, number: int, old: bytes, new: bytes) -> None:
        """Change an entry's bytes."""
        place = self.entry(number)
        assert old in self.header(place)
        self.rows[place]["header"] = _text(self.header(place).replace(old, new))

    def sign_anew(self, since: int) -> None:
        """Chain and sign every entry from this one on, as only the desk can."""
        previous = digest(self.header(self.entry(since - 1)))
        for place, row in enumerate(self.rows):
            if "header" not in row or parse(self.header(place)).sequence < since:
                continue
            header = canonical(json.loads(self.header(place)) | {"previous": previous})
            self.put(place, header, base64.b64decode(row["sealed"]))
            previous = digest(header)

    def put(self, place: int, header: bytes, sealed: bytes = b"") -> None:
        """An entry as the desk would sign it."""
        words = seal_words(digest(header), sealed)
        self.rows[place] = {
            "header": _text(header),
            "signature": _text(self.signer.sign(header)),
            "sealed": _text(sealed),
            "seal_signature": _text(self.signer.sign(words)),
        }

    def close(self) -> None:
        """Write the last line anew, as only the desk can."""
        body = b"".join(_raw(row) for row in self.rows[:-1])
        entries, whole = sum("header" in row for row in self.rows), hashlib.sha256(body).hexdigest()
        desk = self.rows[0]["desk"]
        signature = _text(self.signer.sign(end_words(desk, entries, whole)))
        self.rows[-1] = {"entries": entries, "digest": whole, "signature": signature}

    def write(self) -> Audit:
        """Put the file together again; whether it holds."""
        self.path.write_bytes(b"".join(map(_raw, self.rows)))
        return read(self.path)


def read(path: Path) -> Audit:
    """Whether an exported journal holds."""
    with open_journal(path) as file:
        return audit_file(file.opening, file.lines())


def _raw(row: Row) -> bytes:
    if "raw" in row:
        return bytes(row["raw"])
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
