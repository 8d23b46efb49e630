"""A file to import, as numbered rows of one kind each: CSV as offices save it, or JSON.

1. CSV: comma, semicolon or tab, whichever makes most sense of the header, or as a first line `sep=;` (Excel's) says; one row a
   line, read as it goes, so that a file of any length fits. A quote that is left open spoils its own line only.
2. UTF-8, with or without a byte-order mark; UTF-16 with one (Excel's "Unicode text"); else Latin-1 (as Windows writes it), and
   then the listing says so.
3. JSON: a list of rows of one kind, or an object of such lists by kind.
4. What is no list at all (empty, binary, a header that fits no kind) is `ImportBad`, before a single row is taken.
5. Messages name files, lines and columns that we know; never what stands in the file.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sync.hub.importing.kinds import Kind
from sync.hub.importing.rows import SORTS
from validator.errors import ImportBad

LONGEST_LINE = 64 * 1024
LARGEST_JSON = 256 * 1024 * 1024
DELIMITERS = ";,\t"

_CHUNK = 1024 * 1024
_BINARY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BOM = "\ufeff"
_SEPARATOR = re.compile(rf'"?sep=([{DELIMITERS}])"?[{DELIMITERS}]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file.

    Attributes:
        number: the line of a CSV file; the place in a JSON list, from 1.
        cells: by column, or None where the row could not be taken apart.
        problem: why not.
        raw: the row for the quarantine file.
    """

    number: int
    cells: Mapping[str, object] | None = field(repr=False)
    problem: str = ""
    raw: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of one kind in one file.

    Attributes:
        columns: of a CSV file; empty for JSON.
        notes: what the office should know of how the file was read.
        lines: how many rows there are at most, for a progress bar.
        rows: starts from the top each time it is called.
    """

    path: Path
    kind: Kind
    rows: Callable[[], Iterator[Row]]
    lines: int
    columns: tuple[str, ...] = ()
    delimiter: str = ""
    notes: tuple[str, ...] = ()


class _Doubled(dict[str, object]):
    """A JSON object that names a field twice."""


def listings(path: Path, kind: Kind | None = None) -> tuple[Listing, ...]:
    """What a file holds.

    Args:
        path: the file.
        kind: of its rows; None: as its name or its columns say.

    Raises:
        ImportBad: it cannot be read as a list.
    """
    encoding, lines = _examine(path)
    if _first_sign(path, encoding) in {"{", "["}:
        return _json_listings(path, encoding, kind)
    return (_csv_listing(path, encoding, lines, kind),)


def _examine(path: Path) -> tuple[str, int]:
    """The file's encoding and its number of lines."""
    if not path.exists():
        raise ImportBad(f"{path.name}: there is no such file")
    if not path.is_file():
        raise ImportBad(f"{path.name}: this is a folder or a device, and no file")
    for encoding in ("utf-16", "utf-8", "cp1252"):
        try:
            if encoding != "utf-16" or _has_wide_mark(path):
                return encoding, _lines(path, encoding)
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise ImportBad(f"{path.name}: the file cannot be read") from error
    raise _no_text(path)


def _has_wide_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}


def _no_text(path: Path) -> ImportBad:
    return ImportBad(f"{path.name}: the file is no text; from a spreadsheet, save it as CSV")


def _lines(path: Path, encoding: str) -> int:
    decoder, lines, signs = codecs.getincrementaldecoder(encoding)(), 0, 0
    with path.open("rb") as file:
        for chunk in iter(partial(file.read, _CHUNK), b""):
            text = decoder.decode(chunk)
            if _BINARY.search(text):
                raise _no_text(path)
            lines, signs = lines + text.count("\n"), signs + len(text.strip().strip(_BOM))
    decoder.decode(b"", final=True)
    if not signs:
        raise ImportBad(f"{path.name}: the file is empty")
    return lines


def _first_sign(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding) as file:
        for line in file:
            if text := line.strip().strip(_BOM):
                return text[0]
    return ""


def _csv_listing(path: Path, encoding: str, lines: int, kind: Kind | None) -> Listing:
    header_at, header, delimiters = _header(path, encoding)
    found = [(_columns(header, delimiter), delimiter) for delimiter in delimiters]
    fits = [(_kind_of(columns, path, kind), columns, delimiter) for columns, delimiter in found]
    named, columns, delimiter = max(fits, key=lambda fit: _known(fit[0], fit[1]))
    if named is None:
        raise ImportBad(f"{path.name}: {_wanted([columns for columns, _ in found], path, kind)}")
    if len(set(columns)) < len(columns):
        raise ImportBad(f"{path.name}: the header names a column twice")
    notes = (
        ["read as Latin-1, as it is no UTF-8: look at the letters å, ä and ö"] if encoding == "cp1252" else []
    )
    if unread := len(columns) - _known(named, columns):
        notes.append(f"columns that are not known and were not read: {unread}")
    rows = partial(_csv_rows, path, encoding, header_at, columns, delimiter)
    return Listing(path, named, rows, max(lines - header_at, 1), columns, delimiter, tuple(notes))


def _csv_rows(
    path: Path, encoding: str, header_at: int, columns: tuple[str, ...], delimiter: str
) -> Iterator[Row]:
    for number, line in _csv_lines(path, encoding):
        if number <= header_at:
            continue
        if line is None:
            yield Row(number, None, f"the line is longer than {LONGEST_LINE} signs", "")
            continue
        try:
            parts = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            yield Row(number, None, "a quote is left open, or closed in the wrong place", line)
            continue
        if not any(part.strip() for part in parts):
            continue
        if len(parts) > len(columns) and not any(part.strip() for part in parts[len(columns) :]):
            parts = parts[: len(columns)]
        if len(parts) != len(columns):
            problem = f"the row has {len(parts)} fields where the header has {len(columns)}"
            yield Row(number, None, problem, line)
        else:
            yield Row(number, dict(zip(columns, parts, strict=True)), raw=parts)


def _csv_lines(path: Path, encoding: str) -> Iterator[tuple[int, str | None]]:
    """Lines by number, without their ends; None for one that is too long to be a row."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding) as file:
            while line := file.readline(LONGEST_LINE):
                number += 1
                is_whole = line.endswith("\n") or len(line) < LONGEST_LINE
                while not is_whole and (rest := file.readline(LONGEST_LINE)):
                    is_whole, line = rest.endswith("\n"), ""
                yield number, line.rstrip("\n") if line else None
    except (OSError, UnicodeDecodeError) as error:
        raise ImportBad(f"{path.name}: the file can no longer be read after line {number}") from error


def _header(path: Path, encoding: str) -> tuple[int, str, str]:
    """The header's line, the header, and the delimiters that it may have."""
    delimiters = DELIMITERS
    for number, line in _csv_lines(path, encoding):
        if said := _SEPARATOR.fullmatch(line or ""):
            delimiters = said[1]
        elif line is not None and line.strip():
            return number, line, delimiters
    return 0, "", delimiters


def _columns(header: str, delimiter: str) -> tuple[str, ...]:
    try:
        parts = next(csv.reader([header], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return ()
    names = [re.sub(r"[\s-]+", "_", part.strip().strip(_BOM).lower()) for part in parts]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _json_listings(path: Path, encoding: str, kind: Kind | None) -> tuple[Listing, ...]:
    try:
        if path.stat().st_size > LARGEST_JSON:
            raise ImportBad(f"{path.name}: a JSON file of this size cannot be read: save it as CSV")
        text = path.read_text(encoding).removeprefix(_BOM)
        content = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise ImportBad(f"{path.name}: line {error.lineno} is no JSON") from error
    except (ValueError, RecursionError) as error:
        raise ImportBad(f"{path.name}: the file is no JSON that can be read") from error
    except OSError as error:
        raise ImportBad(f"{path.name}: the file cannot be read") from error
    if isinstance(content, list):
        columns = {name for row in content if isinstance(row, dict) for name in row}
        found = _kind_of(columns, path, kind)
        if found is None:
            raise ImportBad(f"{path.name}: {_wanted([columns], path, kind)}")
        lists: dict[Kind, list[object]] = {found: content}
    else:
        lists = _by_kind(path, content, kind)
    return tuple(Listing(path, each, partial(_json_rows, rows), len(rows)) for each, rows in lists.items())


def _by_kind(path: Path, content: object, wanted: Kind | None) -> dict[Kind, list[object]]:
    kinds = {kind.value: kind for kind in Kind}
    if not isinstance(content, dict) or not content or isinstance(content, _Doubled):
        raise ImportBad(f"{path.name}: needs a list of rows, or lists of rows by kind")
    if not content.keys() <= kinds.keys() or not all(isinstance(rows, list) for rows in content.values()):
        raise ImportBad(f"{path.name}: lists of rows stand under {', '.join(kinds)} and nothing else")
    lists = {kinds[name]: rows for name, rows in content.items()}
    if wanted is not None and lists.keys() != {wanted}:
        raise ImportBad(f"{path.name}: holds other kinds than {wanted.value}")
    return lists


def _json_rows(rows: list[object]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            yield Row(number, None, "the row is no object", row)
        elif isinstance(row, _Doubled):
            yield Row(number, None, "the row names a field twice", dict(row))
        else:
            yield Row(number, row, raw=row)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else _Doubled(plain)


def _kind_of(columns: Iterable[str], path: Path, wanted: Kind | None) -> Kind | None:
    """The one kind that these columns can be rows of: as asked, as the file is named, or as no other kind fits as well."""
    names = set(columns)
    fitting = [kind for kind in Kind if SORTS[kind].required <= names]
    if wanted is None and _named(path) in fitting:
        wanted = _named(path)
    if wanted is not None:
        return wanted if wanted in fitting else None
    most = max((_known(kind, names) for kind in fitting), default=0)
    best = [kind for kind in fitting if _known(kind, names) == most]
    return best[0] if len(best) == 1 else None


def _named(path: Path) -> Kind | None:
    """The kind that the file's name says."""
    name = path.stem.lower().replace("-", "_")
    return next((kind for kind in Kind if re.match(rf"{kind.value}(?![a-z])", name)), None)


def _known(kind: Kind | None, columns: Iterable[str]) -> int:
    return 0 if kind is None else len(SORTS[kind].columns.keys() & set(columns))


def _wanted(found: Iterable[Iterable[str]], path: Path, kind: Kind | None) -> str:
    names: set[str] = set().union(*found)
    if kind is None and any(SORTS[each].required <= names for each in Kind):
        return f"rows of several kinds have these columns: say which with --kind ({', '.join(Kind)})"
    kind = kind or _named(path)
    if kind is not None:
        return f"has no column {', '.join(sorted(SORTS[kind].required - names))}"
    return f"the columns fit no kind of row ({', '.join(Kind)})"
