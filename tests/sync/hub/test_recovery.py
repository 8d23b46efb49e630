"""A desk is lost, and its export comes in at the hub: what it had yet to tell is booked, as if it had told it, and once."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sync.audit import Flaw
from sync.hub import recovery
from sync.hub.recovery import recover
from sync.station import Station
from tests.sync.desk.journals import Pieces
from tests.sync.desk.world import CODES, World, give, states, world
from validator.errors import ConfigError
from validator.store.keys import FileVault

GIVEN = 4


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=8) as made:
        yield made


@pytest.fixture
def station(net: World) -> Station:
    """A desk that gave once with its line up and three times without."""
    station = net.ready()
    give(station, CODES[0])
    station.courier().carry()
    for number in range(1, GIVEN):
        give(station, CODES[number], online=False)
    return station


@pytest.fixture
def exported(station: Station, tmp_path: Path) -> Path:
    path = tmp_path / "journal.jsonl"
    assert station.export(path) == GIVEN + 1
    return path


@pytest.fixture
def pieces(station: Station, exported: Path, tmp_path: Path) -> Pieces:
    identity = station.identity
    assert identity is not None
    return Pieces.of(Path(shutil.copy(exported, tmp_path / "tampered.jsonl")), identity.signer)


def test_the_tickets_of_a_desk_that_is_lost_are_booked(net: World, station: Station, exported: Path) -> None:
    other = net.ready("other")
    station.close()
    shutil.rmtree(station.folder)
    done = recover(net.hub, exported)
    assert (done.whole, done.counts) == (True, Counter(duplicate=2, accepted=GIVEN - 1))
    assert len(net.rows("redemptions")) == GIVEN
    assert other.courier().carry().heard == GIVEN - 1, "the desks of the venue hear of them"
    assert give(other, CODES[2]).verdict.main.reason.value != "A01", "and keep to the card's limit"


def test_twice_is_once(net: World, station: Station, exported: Path) -> None:
    recover(net.hub, exported)
    before = {name: net.rows(name) for name in ("events", "redemptions", "feed", "strays", "desks")}
    assert recover(net.hub, exported).counts == Counter(duplicate=GIVEN + 1)
    assert {name: net.rows(name) for name in before} == before
    station.courier().carry()
    assert states(station) == ["confirmed"] * GIVEN, "and the desk, should it come back, tells nothing new"
    assert len(net.rows("redemptions")) == GIVEN


def test_batches_are_as_good_as_one(net: World, exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "EVENTS_PER_PASS", 2)
    assert recover(net.hub, exported).counts == Counter(duplicate=2, accepted=3)


def test_large_batches_are_cut_by_their_size(
    net: World, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "_MOST_BYTES", 1)
    assert recover(net.hub, exported).counts == Counter(duplicate=2, accepted=3)


def test_the_desk_is_not_seen_by_it(net: World, exported: Path) -> None:
    (before,) = net.rows("desks")
    recover(net.hub, exported)
    (after,) = net.rows("desks")
    assert after.head_sequence == GIVEN + 1
    assert after.seen_at == before.seen_at


@pytest.mark.parametrize("damage", ["torn", "cards"])
def test_what_is_damaged_costs_the_others_nothing_and_may_still_come(
    net: World, exported: Path, pieces: Pieces, damage: str
) -> None:
    place = pieces.entry(3)
    if damage == "torn":
        pieces.rows[place] = {"raw": b"???\n"}
    else:
        pieces.rows[place]["sealed"] = pieces.rows[pieces.entry(4)]["sealed"]
    pieces.write()
    done = recover(net.hub, pieces.path)
    assert (done.whole, done.audit.first_bad) == (False, 3)
    assert done.counts == Counter(duplicate=2, accepted=2, refused=1)
    assert [row.status for row in net.rows("events")].count("missing") == 1
    assert recover(net.hub, exported).counts == Counter(duplicate=4, accepted=1)
    assert len(net.rows("redemptions")) == GIVEN


def test_what_stands_behind_a_gap_is_left_for_a_better_copy(
    net: World, exported: Path, pieces: Pieces
) -> None:
    del pieces.rows[pieces.entry(3)]
    pieces.write()
    done = recover(net.hub, pieces.path)
    assert (done.whole, done.audit.flaw) == (False, Flaw.MISSING)
    assert done.counts == Counter(duplicate=2, later=2)
    assert recover(net.hub, exported).counts == Counter(duplicate=2, accepted=3)


def test_half_a_file_brings_what_is_in_it(net: World, exported: Path) -> None:
    whole = exported.read_bytes()
    exported.write_bytes(whole[: -len(whole) // 4])
    done = recover(net.hub, exported)
    assert (done.whole, done.audit.flaw) == (False, Flaw.CUT)
    assert 0 < done.counts["accepted"] < GIVEN


def test_a_second_journal_of_the_same_desk_is_a_fork_and_is_kept_aside(
    net: World, station: Station, tmp_path: Path
) -> None:
    station.courier().carry()
    folder = net.folder / "backup"
    shutil.copytree(station.folder, folder)
    give(station, CODES[5])
    station.courier().carry()
    with Station.open(folder, FileVault(folder), net.clock) as old:
        for number in (6, 7):
            give(old, CODES[number], online=False)
        old.export(tmp_path / "old")
    done = recover(net.hub, tmp_path / "old")
    assert done.audit.holds, "it is whole in itself: only the hub can know"
    assert done.counts == Counter(duplicate=GIVEN + 1, refused=2)
    assert not done.whole
    assert all(answer.reason.startswith("forked") for answer in done.refused)
    assert len(net.rows("redemptions")) == GIVEN + 1
    assert net.rows("desks")[0].epoch == 2, "two journals go by this desk's name"


def test_a_past_that_was_signed_anew_does_not_open(net: World, pieces: Pieces) -> None:
    pieces.edit(2, b'"adults":1', b'"adults":9')
    pieces.sign_anew(2)
    pieces.close()
    pieces.write()
    done = recover(net.hub, pieces.path)
    assert (done.audit.first_bad, done.audit.flaw) == (2, Flaw.FORKED)
    assert done.counts == Counter(duplicate=1, refused=GIVEN)
    assert len(net.rows("redemptions")) == 1


def test_keys_in_the_file_count_for_nothing(net: World, pieces: Pieces) -> None:
    pieces.rows[0]["public_key"] = pieces.rows[0]["hub_key"]
    pieces.write()
    done = recover(net.hub, pieces.path)
    assert done.audit.flaw is Flaw.FILE
    assert done.counts == Counter(duplicate=2, accepted=GIVEN - 1)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("desk", "d-another", "no desk of this hub"),
        ("sealed_to", "AAAA", "no desk of this hub"),
        ("ephemeral", "AAAA", "nothing in it can be opened"),
    ],
)
def test_a_file_that_is_not_for_this_hub(
    net: World, pieces: Pieces, field: str, value: str, why: str
) -> None:
    pieces.rows[0][field] = value
    pieces.write()
    with pytest.raises(ConfigError, match=why):
        recover(net.hub, pieces.path)
    assert len(net.rows("events")) == 2


def run(net: World, *words: object) -> Result:
    words = (*words, "--data", net.hub.folder)
    return CliRunner().invoke(recovery.app, [str(word) for word in words], catch_exceptions=False)


def test_the_command_says_what_became_of_it(net: World, exported: Path, pieces: Pieces) -> None:
    checked = run(net, exported, "--check")
    assert (checked.exit_code, len(net.rows("events"))) == (0, 2)
    assert "all 5 entries hold" in checked.stdout
    del pieces.rows[pieces.entry(3)]
    pieces.write()
    gap = run(net, pieces.path)
    assert gap.exit_code == recovery.DOES_NOT_HOLD
    assert gap.stdout.splitlines()[1] == "0 new, 2 here before, 0 not accepted, 2 behind a gap"
    done = run(net, exported, "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert (told["holds"], told["answers"]) == (True, {"duplicate": 2, "accepted": 3})
    pieces.rows[pieces.entry(4)]["signature"] = ""
    pieces.write()
    assert "entry 0: garbled: the signature does not hold" in run(net, pieces.path).stdout
