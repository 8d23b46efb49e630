"""A long list goes into a register in a process apart: the same register, the same errors, and an end at any moment."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest

from sync.listing import APART_FROM, Listing
from tests.scan.processes import pids
from tests.sync.desk.test_snapshot import line_of, made
from validator.domain.card import CardToken
from validator.domain.network import Area, Names, Network
from validator.errors import HubGarbled, StoreError
from validator.store.cards import CardFile

KEY = b"k" * 32
NETWORK = Network((Area("espoo", Names("Espoo")),))
LONG = [line_of(number) for number in range(APART_FROM)]
SEALED = made(LONG)


def listing(folder: Path, lines: list[bytes], **changes: object) -> Listing:
    """What is to be made of a fetched list of these lines."""
    content, manifest = SEALED if lines is LONG else made(lines)
    path = folder / "list.part"
    path.write_bytes(content)
    return Listing(path, manifest.model_copy(update=changes), NETWORK)


def test_a_long_list_is_written_by_another_process_and_is_the_same_register(tmp_path: Path) -> None:
    at_work: list[set[int]] = []
    far: list[int] = []

    def progress(done: int, whole: int) -> None:
        assert whole == APART_FROM
        at_work.append(pids())
        far.append(done)

    path = tmp_path / "register.db"
    assert listing(tmp_path, LONG).write(path, KEY, progress, threading.Event())
    assert all(at_work)
    assert far == sorted(far)
    assert far[-1] == APART_FROM
    assert not pids()
    file = CardFile(path, KEY)
    try:
        assert (file.count(), file.version(), file.network()) == (APART_FROM, 7, NETWORK)
        for number in (0, 777, APART_FROM - 1):
            card = file.find(CardToken(number.to_bytes(16, "big"), 1))
            assert card is not None
            assert card.id == f"c{number}"
    finally:
        file.close()


def test_a_short_list_needs_no_process(tmp_path: Path) -> None:
    at_work: list[set[int]] = []
    path = tmp_path / "register.db"
    work = listing(tmp_path, LONG[:3000])
    assert work.write(path, KEY, lambda _done, _whole: at_work.append(pids()), threading.Event())
    assert at_work == [set()] * 3


def test_it_stops_when_the_desk_wants_to(tmp_path: Path) -> None:
    stop = threading.Event()
    work = listing(tmp_path, LONG)
    assert not work.write(tmp_path / "register.db", KEY, lambda _done, _whole: stop.set(), stop)
    assert not pids()


def test_what_is_wrong_with_a_list_is_said_as_if_it_were_read_here(tmp_path: Path) -> None:
    work = listing(tmp_path, [*LONG[:-1], b'{"id": "c1"}\n'])
    with pytest.raises(HubGarbled, match="row of the list") as caught:
        work.write(tmp_path / "register.db", KEY, lambda _done, _whole: None, threading.Event())
    assert caught.value.details == {"reason": "list"}
    assert not work.listed.exists()
    assert not pids()


def test_a_card_too_few_is_noticed(tmp_path: Path) -> None:
    work = listing(tmp_path, LONG, count=APART_FROM + 1)
    with pytest.raises(HubGarbled, match=f"{APART_FROM} cards where {APART_FROM + 1}"):
        work.write(tmp_path / "register.db", KEY, lambda _done, _whole: None, threading.Event())


def test_a_register_that_cannot_be_written_is_the_disks_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        listing(tmp_path, LONG).write(
            tmp_path / "nowhere" / "register.db", KEY, lambda _done, _whole: None, threading.Event()
        )


def test_a_process_that_is_killed_leaves_the_desk_with_an_error_of_the_disk(tmp_path: Path) -> None:
    def kill(_done: int, _whole: int) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(StoreError, match="the process that writes it ended"):
        listing(tmp_path, LONG).write(tmp_path / "register.db", KEY, kill, threading.Event())
    assert not pids()
