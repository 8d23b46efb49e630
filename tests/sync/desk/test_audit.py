"""Whether a journal holds: every way to tamper with one is named, at the right entry."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync.audit import SENTENCES, Flaw, told
from sync.chain import Chain
from sync.station import Station
from tests.sync.desk.journals import Pieces, read
from tests.sync.desk.world import CODES, World, give, world
from validator.domain.journal import digest
from validator.domain.network import HELSINKI
from validator.store.keys import FileVault

LAST = 7
"""Entries of the journal: 1 to 4 countersigned each by itself, 5 to 7 given with the line down."""


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("net")) as made:
        yield made


@pytest.fixture(scope="module")
def station(net: World) -> Station:
    station = net.ready()
    for number in range(3):
        give(station, CODES[number])
        station.courier().carry()
    for number in range(3, 6):
        give(station, CODES[number], online=False)
    return station


@pytest.fixture(scope="module")
def exported(station: Station, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "journal.jsonl"
    assert station.export(path) == LAST
    return path


@pytest.fixture
def pieces(station: Station, exported: Path, tmp_path: Path) -> Pieces:
    identity = station.identity
    assert identity is not None
    return Pieces.of(Path(shutil.copy(exported, tmp_path / "tampered.jsonl")), identity.signer)


def test_a_whole_export_holds_and_says_so(station: Station, exported: Path, pieces: Pieces) -> None:
    found = read(exported)
    assert (found.holds, found.entries, found.good, found.cards, found.erased) == (True, 7, 7, 6, 0)
    assert (found.proven, found.first_bad, found.flaw) == (4, None, None)
    assert found.head == digest(pieces.header(pieces.entry(LAST)))
    assert found == station.audit()
    assert told(found)["last_at"] == station.clock.now().astimezone(HELSINKI).isoformat()
    assert "all 7 entries hold" in found.sentence
    assert pieces.write() == found, "put together again it is the same"


def edited(pieces: Pieces) -> None:
    pieces.edit(3, b'"adults":1', b'"adults":9')


def edited_where_the_hub_has_signed(pieces: Pieces) -> None:
    pieces.edit(4, b'"adults":1', b'"adults":9')


def edited_where_the_hub_has_not_signed(pieces: Pieces) -> None:
    pieces.edit(5, b'"adults":1', b'"adults":9')


def edited_into_another_place(pieces: Pieces) -> None:
    pieces.edit(3, b'"seq":3', b'"seq":5')


def edited_at_the_end(pieces: Pieces) -> None:
    pieces.edit(LAST, b'"adults":1', b'"adults":9')


def edited_to_no_header(pieces: Pieces) -> None:
    pieces.edit(3, b"{", b"[")


def signature_of_another(pieces: Pieces) -> None:
    pieces.rows[pieces.entry(3)]["signature"] = pieces.rows[pieces.entry(2)]["signature"]


def cut_in_the_middle(pieces: Pieces) -> None:
    del pieces.rows[pieces.entry(3)]


def cut_at_the_beginning(pieces: Pieces) -> None:
    del pieces.rows[pieces.entry(1)]


def cut_at_the_end(pieces: Pieces) -> None:
    del pieces.rows[pieces.entry(LAST)]


def cut_behind_the_last_head(pieces: Pieces) -> None:
    del pieces.rows[pieces.head(4) + 1 : -1]


def cut_with_the_last_line(pieces: Pieces) -> None:
    del pieces.rows[pieces.entry(6) :]


def swapped(pieces: Pieces) -> None:
    five, six = pieces.entry(5), pieces.entry(6)
    pieces.rows[five], pieces.rows[six] = pieces.rows[six], pieces.rows[five]


def moved_to_the_end(pieces: Pieces) -> None:
    pieces.rows.insert(len(pieces.rows) - 1, pieces.rows.pop(pieces.entry(2)))


def twice(pieces: Pieces) -> None:
    pieces.rows.insert(pieces.entry(6), pieces.rows[pieces.entry(5)])


def other_card_part(pieces: Pieces) -> None:
    pieces.rows[pieces.entry(3)]["sealed"] = pieces.rows[pieces.entry(4)]["sealed"]


def card_part_gone(pieces: Pieces) -> None:
    pieces.rows[pieces.entry(3)]["sealed"] = ""


def head_of_nobody(pieces: Pieces) -> None:
    head = pieces.rows[pieces.head(3)]["head"]
    head["signature"] = pieces.rows[pieces.head(4)]["head"]["signature"]


def head_gone(pieces: Pieces) -> None:
    del pieces.rows[pieces.head(4)]


def torn(pieces: Pieces) -> None:
    pieces.rows[pieces.entry(3)] = {"raw": b"\x00\xff\x00 {{{\n"}


def something_in_between(pieces: Pieces) -> None:
    pieces.rows.insert(pieces.entry(3), {"raw": b"{}\n"})


def something_behind_the_end(pieces: Pieces) -> None:
    pieces.rows.append({"raw": b"{}\n"})


def an_entry_behind_the_end(pieces: Pieces) -> None:
    pieces.rows.append(pieces.rows.pop(pieces.entry(LAST)))


def another_name(pieces: Pieces) -> None:
    pieces.rows[0]["name"] = "Kassa 9"


def another_count(pieces: Pieces) -> None:
    pieces.rows[-1]["entries"] = 3


def keys_of_somebody_else(pieces: Pieces) -> None:
    pieces.rows[0]["public_key"] = pieces.rows[0]["hub_key"]


@pytest.mark.parametrize(
    ("tamper", "first_bad", "flaw"),
    [
        (edited, 3, Flaw.EDITED),
        (edited_where_the_hub_has_signed, 4, Flaw.EDITED),
        (edited_where_the_hub_has_not_signed, 5, Flaw.EDITED),
        (edited_into_another_place, 3, Flaw.EDITED),
        (edited_at_the_end, LAST, Flaw.SIGNATURE),
        (edited_to_no_header, 3, Flaw.EDITED),
        (signature_of_another, 3, Flaw.SIGNATURE),
        (cut_in_the_middle, 3, Flaw.MISSING),
        (cut_at_the_beginning, 1, Flaw.MISSING),
        (cut_at_the_end, LAST, Flaw.CUT),
        (cut_behind_the_last_head, 5, Flaw.CUT),
        (cut_with_the_last_line, 6, Flaw.CUT),
        (swapped, 5, Flaw.MOVED),
        (moved_to_the_end, 2, Flaw.MOVED),
        (twice, 5, Flaw.REPEATED),
        (other_card_part, 3, Flaw.CARDS),
        (card_part_gone, 3, Flaw.CARDS),
        (head_of_nobody, 3, Flaw.HEAD),
        (head_gone, 0, Flaw.FILE),
        (torn, 3, Flaw.TORN),
        (something_in_between, 3, Flaw.TORN),
        (something_behind_the_end, LAST + 1, Flaw.TORN),
        (an_entry_behind_the_end, 0, Flaw.FILE),
        (another_name, 0, Flaw.FILE),
        (another_count, 0, Flaw.FILE),
        (keys_of_somebody_else, 1, Flaw.SIGNATURE),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_who_has_not_the_desks_key_is_found_out(
    pieces: Pieces, tamper: Callable[[Pieces], None], first_bad: int, flaw: Flaw
) -> None:
    tamper(pieces)
    found = pieces.write()
    assert (found.first_bad, found.flaw) == (first_bad, flaw)
    assert SENTENCES[flaw] in found.sentence
    assert found.good == (LAST if first_bad in {0, LAST + 1} else max(found.good, first_bad - 1))


def changed_and_signed_anew(pieces: Pieces) -> None:
    edited(pieces)
    pieces.sign_anew(3)


def changed_alone_and_signed_anew(pieces: Pieces) -> None:
    """The entry itself only: the one behind it still follows from what was there."""
    pieces.edit(6, b'"adults":1', b'"adults":9')
    place = pieces.entry(6)
    pieces.put(place, pieces.header(place))


def cut_to_an_old_state(pieces: Pieces) -> None:
    """The head that the hub countersigned stays: nobody else has it to take away."""
    for number in range(4, LAST + 1):
        del pieces.rows[pieces.entry(number)]


def two_in_one_place(pieces: Pieces) -> None:
    place = pieces.entry(6)
    other = pieces.header(place).replace(b'"adults":1', b'"adults":9')
    pieces.rows.insert(place + 1, {})
    pieces.put(place + 1, other)


def signed_nonsense(pieces: Pieces) -> None:
    pieces.put(pieces.entry(5), b"nonsense")


def signed_for_another_desk(pieces: Pieces) -> None:
    place = pieces.entry(5)
    desk = pieces.rows[0]["desk"].encode()
    pieces.put(place, pieces.header(place).replace(desk, b"d-another"))


def signed_below_the_first(pieces: Pieces) -> None:
    place = pieces.entry(5)
    pieces.put(place, pieces.header(place).replace(b'"seq":5', b'"seq":0'))


def a_card_part_where_there_is_none(pieces: Pieces) -> None:
    place = pieces.entry(1)
    pieces.put(place, pieces.header(place), b"sealed")


@pytest.mark.parametrize(
    ("tamper", "first_bad", "flaw"),
    [
        (changed_and_signed_anew, 3, Flaw.FORKED),
        (changed_alone_and_signed_anew, 7, Flaw.FORKED),
        (cut_to_an_old_state, 4, Flaw.OLD_COPY),
        (two_in_one_place, 6, Flaw.FORKED),
        (signed_nonsense, 5, Flaw.UNREADABLE),
        (signed_for_another_desk, 5, Flaw.OTHER_DESK),
        (signed_below_the_first, 5, Flaw.UNREADABLE),
        (a_card_part_where_there_is_none, 1, Flaw.CARDS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_who_has_the_desks_key_is_found_out_too(
    pieces: Pieces, tamper: Callable[[Pieces], None], first_bad: int, flaw: Flaw
) -> None:
    tamper(pieces)
    pieces.close()
    found = pieces.write()
    assert (found.first_bad, found.flaw) == (first_bad, flaw)


def test_every_flaw_is_reached() -> None:
    rows = [
        mark.args[1]
        for test in (
            test_who_has_not_the_desks_key_is_found_out,
            test_who_has_the_desks_key_is_found_out_too,
        )
        for mark in test.pytestmark  # type: ignore[attr-defined]
    ]
    assert {row[2] for table in rows for row in table} == set(Flaw) == set(SENTENCES)


def test_an_old_copy_of_the_folder_is_found_in_its_own_journal(net: World, tmp_path: Path) -> None:
    station = net.ready("restored")
    give(station, CODES[10])
    station.courier().carry()
    shutil.copytree(station.folder, net.folder / "backup")
    give(station, CODES[11])
    station.courier().carry()
    folder = net.folder / "backup"
    with Station.open(folder, FileVault(folder), net.clock) as old:
        assert old.audit().holds, "nobody but the hub can know yet"
        assert old.courier().carry().chain is Chain.LOST_HERE
        found = old.audit()
        assert (found.first_bad, found.flaw, found.proven) == (3, Flaw.OLD_COPY, 2)
        old.export(tmp_path / "old")
        assert (read(tmp_path / "old").first_bad, read(tmp_path / "old").flaw) == (3, Flaw.OLD_COPY)
        for number in (12, 13):
            give(old, CODES[number])
        found = old.audit()
        assert (found.first_bad, found.flaw) == (3, Flaw.FORKED)


def test_after_retention_the_export_holds_and_says_erased(net: World, tmp_path: Path) -> None:
    station = net.ready("old")
    give(station, CODES[20])
    give(station, CODES[21])
    station.courier().carry()
    give(station, CODES[22])
    with station.ledger.write() as books:
        later = station.clock.now() + timedelta(days=400)
        assert books.erase(later.date(), later) == 2
    station.export(tmp_path / "old")
    found = read(tmp_path / "old")
    assert (found.holds, found.cards, found.erased) == (True, 1, 2)
    assert "2 with their cards erased" in found.sentence
