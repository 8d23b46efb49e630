"""A file that is half, changed, empty, huge or none of ours: what is wrong is said, and nothing falls."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.audit import Flaw
from sync.chain import audit_ledger
from tests.sync.desk.journals import Pieces, read
from tests.sync.desk.world import CODES, World, give, world
from validator.errors import ConfigError

OPENING = (
    b'{"kaikuportti":"journal","v":1,"desk":"d-1","public_key":"","hub_key":"","sealed_to":"","ephemeral":"",'
    b'"made_at":"2018-10-13T17:30:00Z"}\n'
)
LAST = 4


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("net"), cards=8) as made:
        yield made


@pytest.fixture(scope="module")
def pieces_of(net: World, tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """The journal of a desk that gave once with its line up and twice without."""
    station = net.ready()
    give(station, CODES[0])
    station.courier().carry()
    for number in (1, 2):
        give(station, CODES[number], online=False)
    path = tmp_path_factory.mktemp("export") / "journal.jsonl"
    assert station.export(path) == LAST
    identity = station.identity
    assert identity is not None
    return Pieces.of(path, identity.signer)


@pytest.fixture(scope="module")
def exported(pieces_of: Pieces) -> Path:
    return pieces_of.path


@pytest.fixture
def pieces(pieces_of: Pieces, tmp_path: Path) -> Pieces:
    return Pieces.of(Path(shutil.copy(pieces_of.path, tmp_path / "tampered.jsonl")), pieces_of.signer)


def test_a_desk_that_is_none_has_no_journal(net: World) -> None:
    with net.empty("empty").ledger.read() as books, pytest.raises(ConfigError, match="not enrolled"):
        audit_ledger(books)


def test_half_a_file_is_cut_in_the_right_place(exported: Path, tmp_path: Path) -> None:
    whole = exported.read_bytes()
    lines = whole.splitlines(keepends=True)
    entries_up_to = 0
    for line in lines[1:-1]:
        entries_up_to += b'"header"' in line
        end = whole.index(line) + len(line)
        for cut in (end, end + 40):
            path = tmp_path / "half"
            path.write_bytes(whole[:cut])
            found = read(path)
            assert (found.first_bad, found.flaw) == (entries_up_to + 1, Flaw.CUT)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_changed_it_does_not_hold_and_nothing_falls(
    exported: Path, tmp_path: Path, data: st.DataObject
) -> None:
    whole = exported.read_bytes()
    # In the last line itself, base64 has room for another spelling of the same bytes.
    start = data.draw(st.integers(0, whole.rindex(b'{"entries"') - 1))
    length = data.draw(st.integers(0, 300))
    other = data.draw(st.binary(max_size=40) | st.sampled_from([b"", b"\n", b"}", b"0"]))
    changed = whole[:start] + other + whole[start + length :]
    (tmp_path / "changed").write_bytes(changed)
    try:
        assert read(tmp_path / "changed").holds == (changed == whole)
    except ConfigError:
        # The opening line, with the end that tells it from the next one.
        assert start < len(whole.splitlines(keepends=True)[0])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"garbage",
        b"\x00\xff" * 5000,
        b"{}\n",
        b"[" * 100_000,
        b'{"kaikuportti":"journal","v":1}\n',
        OPENING.replace(b"d-1", b"d-\\u001b[2J"),
        OPENING.replace(b"d-1", b"d" * 201),
        b"SQLite format 3\x00" + bytes(4096),
        b"x" * 20_000_000,
    ],
    ids=[
        "empty",
        "line",
        "garbage",
        "binary",
        "object",
        "nested",
        "half",
        "terminal",
        "long",
        "database",
        "huge",
    ],
)
def test_what_is_no_export_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match="no exported journal") as said:
        read(path)
    assert content[:20] not in str(said.value).encode() or not content.strip()


def test_a_file_with_nothing_in_it_is_cut_at_the_first_entry(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OPENING)
    found = read(tmp_path / "file")
    assert (found.first_bad, found.flaw, found.first_at) == (1, Flaw.CUT, None)


def test_an_export_of_a_newer_program_is_said_to_be_one(pieces: Pieces) -> None:
    pieces.rows[0]["v"] = 2
    with pytest.raises(ConfigError, match="newer program"):
        pieces.write()


def test_a_line_without_end_is_torn_and_not_kept(pieces: Pieces) -> None:
    pieces.rows[pieces.entry(3)] = {"raw": b"x" * 20_000_000 + b"\n"}
    found = pieces.write()
    assert (found.first_bad, found.flaw, found.entries) == (3, Flaw.TORN, LAST)


def test_no_file_and_no_file_at_all(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(ConfigError, match="cannot be read"):
            read(path)
