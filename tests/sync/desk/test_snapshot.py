"""The complete list as a file: gone on with where it stopped, and believed only whole."""

from __future__ import annotations

import hashlib
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sync import snapshot
from sync.frames import KEY_BYTES, seal
from sync.snapshot import Stage
from sync.transport import Address, Transport
from sync.wire import CardRow, Manifest, manifest_words
from tests.sync.desk.otherside import OtherSide, http
from validator.clock import SystemClock
from validator.domain.card import Card, CardKind, CardStatus, CardToken
from validator.errors import HubGarbled, StoreError, StoreFull
from validator.signing import Signer

HUB = Signer.fresh()
KEY = bytes(KEY_BYTES)


def line_of(number: int, **changes: object) -> bytes:
    row = CardRow(
        id=f"c{number}",
        token=number.to_bytes(16, "big"),
        epoch=1,
        kind="personal",
        area="espoo",
        valid_from=date(2018, 1, 1),
        valid_to=date(2018, 12, 31),
        status="active",
        children=2,
    )
    return row.model_copy(update=changes).model_dump_json().encode() + b"\n"


LINES = [line_of(number) for number in range(3000)]


def made(lines: list[bytes]) -> tuple[bytes, Manifest]:
    """A sealed file and its signed manifest."""
    content = b"".join(seal(lines, KEY))
    unsigned = Manifest(
        version=7,
        digest=hashlib.sha256(content).hexdigest(),
        content_digest=hashlib.sha256(b"".join(lines)).hexdigest(),
        count=len(lines),
        bytes=len(content),
        made_at=datetime(2018, 10, 13, 14, 30, tzinfo=UTC),
        key=KEY,
        signature=b"",
    )
    return content, signed(unsigned)


def signed(manifest: Manifest) -> Manifest:
    return manifest.model_copy(update={"signature": HUB.sign(manifest_words(manifest))})


@contextmanager
def serving(content: bytes, cut: int | None = None) -> Iterator[tuple[OtherSide, Transport]]:
    """A side that serves the file by ranges; ``cut`` breaks each answer off after so many bytes."""

    def answer(request: bytes) -> bytes:
        start = int(request.partition(b"bytes=")[2].partition(b"-")[0] or 0)
        status, more = "200 OK", []
        if start:
            status, more = (
                "206 Partial Content",
                [f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}"],
            )
        rest = content[start:]
        return http(rest[:cut], status, "application/octet-stream", *more, length=len(rest))

    with OtherSide(answer) as side, Transport(Address.of(side.url), "", SystemClock()) as line:
        yield side, line


def test_a_list_is_fetched_checked_and_read(tmp_path: Path) -> None:
    content, manifest = made(LINES)
    told = list[tuple[Stage, int, int]]()
    with serving(content) as (_, line):
        path = snapshot.fetch(line, manifest, tmp_path, threading.Event(), lambda *step: told.append(step))
    assert path is not None
    rows = list(snapshot.cards(path, manifest))
    assert len(rows) == 3000
    assert rows[5] == (
        CardToken((5).to_bytes(16, "big"), 1),
        Card("c5", CardKind.PERSONAL, "espoo", date(2018, 1, 1), date(2018, 12, 31), CardStatus.ACTIVE, 2),
    )
    assert told[-1] == (Stage.FETCHING, manifest.bytes, manifest.bytes)
    snapshot.clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_cut_line_is_gone_on_with(tmp_path: Path) -> None:
    content, manifest = made(LINES)
    third = len(content) // 3 + 1
    with serving(content, cut=third) as (side, line):
        for _ in range(2):
            with pytest.raises(HubGarbled):
                snapshot.fetch(line, manifest, tmp_path, threading.Event())
        path = snapshot.fetch(line, manifest, tmp_path, threading.Event())
        starts = [request.partition(b"Range: ")[2].split(b"\r\n")[0] for request in side.requests]
    assert starts == [b"", f"bytes={third}-".encode(), f"bytes={2 * third}-".encode()]
    assert path is not None
    assert path.read_bytes() == content


def test_a_stop_keeps_what_has_come(tmp_path: Path) -> None:
    content, manifest = made(LINES)
    stop = threading.Event()
    stop.set()
    with serving(content) as (_, line):
        assert snapshot.fetch(line, manifest, tmp_path, stop) is None
        kept = next(tmp_path.iterdir()).stat().st_size
        assert 0 < kept <= len(content)
        assert snapshot.fetch(line, manifest, tmp_path, threading.Event()) is not None


def test_a_whole_file_is_not_fetched_again(tmp_path: Path) -> None:
    content, manifest = made(LINES)
    with serving(content) as (side, line):
        for _ in range(2):
            assert snapshot.fetch(line, manifest, tmp_path, threading.Event()) is not None
        assert len(side.requests) == 1


@pytest.mark.parametrize("wrong", ["other", "longer", "shorter"])
def test_a_file_that_is_not_the_one_announced_is_thrown_away(tmp_path: Path, wrong: str) -> None:
    content, manifest = made(LINES)
    other = {"other": content[:-1] + b"!", "longer": content + b"!", "shorter": content[:-1]}[wrong]
    with serving(other) as (_, line), pytest.raises(HubGarbled):
        snapshot.fetch(line, manifest, tmp_path, threading.Event())
    with serving(content) as (_, line):
        path = snapshot.fetch(line, manifest, tmp_path, threading.Event())
    assert path is not None
    assert path.read_bytes() == content


def test_what_an_older_list_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "list-0123456789abcdef.part").write_bytes(b"half")
    content, manifest = made(LINES)
    with serving(content) as (_, line):
        path = snapshot.fetch(line, manifest, tmp_path, threading.Event())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "lines",
    [
        [b"no json\n"],
        [b'{"id": "c1"}\n'],
        [line_of(1, kind="platinum")],
        [line_of(1, status="mislaid")],
    ],
)
def test_rows_that_cannot_be_read(tmp_path: Path, lines: list[bytes]) -> None:
    content, manifest = made(lines)
    path = tmp_path / "list-x.part"
    path.write_bytes(content)
    with pytest.raises(HubGarbled) as caught:
        list(snapshot.cards(path, manifest))
    assert "platinum" not in repr(caught.value)
    assert b64encode((1).to_bytes(16, "big")).decode() not in str(caught.value)
    assert not path.exists()


def test_content_that_is_not_the_one_announced(tmp_path: Path) -> None:
    content, manifest = made(LINES)
    path = tmp_path / "list-x.part"
    path.write_bytes(content)
    with pytest.raises(HubGarbled, match="digest"):
        list(snapshot.cards(path, manifest.model_copy(update={"content_digest": "0" * 64})))
    assert not path.exists()


def test_a_manifest_is_the_hubs_word_only_with_its_signature() -> None:
    _, manifest = made([])
    snapshot.verify(manifest, HUB.public)
    with pytest.raises(HubGarbled):
        snapshot.verify(manifest, Signer.fresh().public)
    with pytest.raises(HubGarbled):
        snapshot.verify(manifest.model_copy(update={"count": 1}), HUB.public)


@pytest.mark.parametrize("digest", ["../../etc/passwd", "0" * 63, "x" * 64])
def test_a_digest_is_never_taken_for_a_path(digest: str) -> None:
    _, manifest = made([])
    with pytest.raises(HubGarbled):
        snapshot.verify(signed(manifest.model_copy(update={"digest": digest})), HUB.public)


def test_a_full_disk(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    content, manifest = made(LINES)
    (tmp_path / f"list-{manifest.digest[:16]}.part").symlink_to(full)
    with serving(content) as (_, line), pytest.raises(StoreFull):
        snapshot.fetch(line, manifest, tmp_path, threading.Event())


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    content, manifest = made([])
    # A folder stands where the file should go: in the way of every user, also of one who may write anywhere.
    (tmp_path / f"list-{manifest.digest[:16]}.part").mkdir()
    with serving(content) as (_, line), pytest.raises(StoreError):
        snapshot.fetch(line, manifest, tmp_path, threading.Event())
