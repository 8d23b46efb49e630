"""The quarantine file: the bad rows of one file, each with its number and its reasons, ready to be mended and imported again.

It stands beside the file it came from, or where the office wants it, and is readable by its owner alone: the rows are as they came,
codes and all. It is made with the first bad row; the rows of an earlier import of the same file make way, but never those of
another file of this import, nor a file that is itself being imported (yesterday's bad rows, mended).
"""

from __future__ import annotations

import csv
import itertools
import json
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from sync.hub.importing.kinds import Kind
from sync.hub.importing.listing import Listing, Row
from validator.errors import ImportBad

_ROW, _REASON, _RAW = "row", "reason", "unread"
_OURS = frozenset({_ROW, _REASON, _RAW})


class Quarantine:
    """Takes the bad rows of one file; closed at the end, also when the import is stopped.

    Args:
        path: the file that the rows come from.
        folder: where the quarantine file goes; None: beside it.
        taken: files that are no free place, shared by the quarantines of one import; each adds its own.
    """

    def __init__(self, path: Path, folder: Path | None = None, taken: set[Path] | None = None) -> None:
        self._source, self._folder = path, folder or path.parent
        self._taken = {path.resolve()} if taken is None else taken
        self.path: Path | None = None
        self.count = 0
        self._file: TextIO | None = None
        self._by_kind: dict[Kind, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take(self, listing: Listing, row: Row, reasons: Sequence[str]) -> None:
        """Keep a bad row.

        Raises:
            ImportBad: the file cannot be written.
        """
        self.count += 1
        try:
            if not listing.columns:
                self._file = self._file or self._open(".json")
                self._by_kind.setdefault(listing.kind, []).append(_json_row(row, reasons))
            else:
                self._write_csv(listing, row, reasons)
        except OSError as error:
            raise self._bad() from error

    def close(self) -> None:
        """Write what is left and close the file."""
        if self._file is None:
            return
        try:
            with self._file:
                if self._by_kind:
                    json.dump(self._by_kind, self._file, ensure_ascii=False, indent=1)
        except (OSError, RecursionError) as error:
            raise self._bad() from error
        finally:
            self._file = None

    def _write_csv(self, listing: Listing, row: Row, reasons: Sequence[str]) -> None:
        places = [place for place, name in enumerate(listing.columns) if name not in _OURS]
        is_new = self._file is None
        self._file = self._file or self._open(".csv")
        writer = csv.writer(self._file, delimiter=listing.delimiter, lineterminator="\n")
        if is_new:
            writer.writerow([_ROW, _REASON, *(listing.columns[place] for place in places), _RAW])
        parts, unread = (row.raw, "") if row.cells is not None else ([""] * len(listing.columns), row.raw)
        writer.writerow([row.number, "; ".join(reasons), *(parts[place] for place in places), unread])

    def _open(self, suffix: str) -> TextIO:
        self.path = self._free_place(suffix)
        self._taken.add(self.path.resolve())
        self.path.unlink(missing_ok=True)
        # Made with its mode, so that it is never readable to others, not even for a moment.
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        # JSON can name signs that no file can hold; they are written as their numbers.
        return os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace")

    def _free_place(self, suffix: str) -> Path:
        places = (
            self._folder / f"{self._source.stem}.quarantine{'' if number == 1 else f'-{number}'}{suffix}"
            for number in itertools.count(1)
        )
        return next(place for place in places if place.resolve() not in self._taken)

    def _bad(self) -> ImportBad:
        return ImportBad(
            f"{self._source.name}: its bad rows cannot be written down; give another folder with --quarantine"
        )


def _json_row(row: Row, reasons: Sequence[str]) -> dict[str, Any]:
    content = row.raw if isinstance(row.raw, dict) else {_RAW: row.raw}
    rest = {name: value for name, value in content.items() if name not in {_ROW, _REASON}}
    return {_ROW: row.number, _REASON: list(reasons), **rest}
