"""The register at the desks: snapshot, deltas, programme, and the news of the network."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import threading
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from sync.frames import seal, unseal
from sync.hub import changes, settings, snapshot
from sync.hub.hub import Hub
from sync.hub.refusals import NotFound
from sync.wire import CardRow, Manifest, RegisterChanges, SyncAnswer, manifest_words
from tests.sync.stage import EVENING, YEAR, SetClock, Till, card_id, code, statuses
from validator.domain.card import CardKind, CardToken
from validator.domain.network import Area, Names, Offer, Venue, Window
from validator.errors import ConfigError, StoreFull, StoreReadOnly
from validator.signing import verifies


class Copy:
    """A desk's copy of the register: what it would hold after each answer."""

    def __init__(self, hub: Hub, *venues: str) -> None:
        self.hub, self.till = hub, Till.at(hub, *venues)
        self.cards: dict[str, CardRow] = {}
        self.programmes: list[dict[str, Any]] = []
        self.answers: list[RegisterChanges] = []

    def pull(self) -> SyncAnswer:
        """One answer, applied."""
        answer = self.till.sync()
        changes = answer.register_changes
        assert changes is not None
        rows: tuple[CardRow, ...] = changes.cards
        if changes.snapshot is not None:
            self.cards, rows = {}, tuple(rows_of(self.hub, changes.snapshot))
        for row in rows:
            self.cards.pop(row.id, None) if row.gone else self.cards.update({row.id: row})
        if changes.programme is not None:
            self.programmes.append(changes.programme.model_dump())
        self.till.versions["register_version"] = changes.version
        self.answers.append(changes)
        return answer

    def pull_all(self) -> RegisterChanges:
        """Answers until the list is complete; the last one."""
        while not (changes := self.pull().register_changes) or not changes.complete:
            pass
        assert changes.count == len(self.cards)
        return changes


def rows_of(hub: Hub, manifest: Manifest) -> Iterator[CardRow]:
    with hub.snapshots.path(manifest.digest).open("rb") as file:
        for line in unseal(file, manifest.key):
            yield CardRow.model_validate_json(line)


@pytest.fixture
def copy(hub: Hub) -> Copy:
    return Copy(hub)


# Snapshot


def test_a_first_list_is_a_snapshot(hub: Hub, copy: Copy) -> None:
    changes = copy.pull_all()
    assert changes.snapshot is not None
    assert changes.made_at == hub.clock.now()
    assert set(copy.cards) == {card_id(hub, number) for number in (1, 2, 3, 4, 5, 9)}
    row = copy.cards[card_id(hub, 1)]
    token = CardToken.of(code(1), hub.token_key)
    assert (row.token, row.epoch, row.kind, row.area) == (token.digest, 1, "personal", "espoo")
    assert (row.valid_from, row.valid_to, row.status, row.children, row.gone) == (*YEAR, "active", 2, False)


def test_the_manifest_is_the_hubs_word(hub: Hub, copy: Copy) -> None:
    manifest = copy.pull_all().snapshot
    assert manifest is not None
    file = hub.snapshots.path(manifest.digest).read_bytes()
    lines = b"".join(unseal(io.BytesIO(file), manifest.key))
    assert hashlib.sha256(file).hexdigest() == manifest.digest
    assert hashlib.sha256(lines).hexdigest() == manifest.content_digest
    assert (manifest.count, manifest.bytes) == (len(lines.splitlines()), len(file))
    assert verifies(hub.signer.public, manifest.signature, manifest_words(manifest))
    again = Manifest.model_validate_json(manifest.model_dump_json())
    assert manifest_words(again) == manifest_words(manifest)


def test_the_file_tells_nothing_without_its_key(hub: Hub, copy: Copy) -> None:
    manifest = copy.pull_all().snapshot
    assert manifest is not None
    file = hub.snapshots.path(manifest.digest).read_bytes()
    assert b"espoo" not in file
    for row in copy.cards.values():
        assert row.id.encode() not in file
        assert row.token not in file


def test_a_snapshot_is_made_once_and_kept_through_a_restart(hub: Hub, copy: Copy) -> None:
    first = copy.pull_all().snapshot
    again = Copy(hub, "museum").pull_all().snapshot
    assert again == first
    snapshots = snapshot.Snapshots(hub.folder, hub.database, hub.vault, hub.signer, hub.clock)
    assert snapshots.current() == first
    assert [path.name for path in (hub.folder / "snapshots").iterdir()] == [first.digest if first else ""]


def test_a_lost_file_is_made_anew(hub: Hub, copy: Copy) -> None:
    first = copy.pull_all().snapshot
    assert first is not None
    hub.snapshots.path(first.digest).unlink()
    second = Copy(hub).pull_all().snapshot
    assert second is not None
    assert (second.digest != first.digest, second.content_digest) == (True, first.content_digest)


def test_an_older_snapshot_is_brought_up_by_a_delta(hub: Hub, copy: Copy, clock: SetClock) -> None:
    copy.pull_all()
    clock.advance(days=3)
    with hub.change() as register:
        fresh = register.add_card(code(30), CardKind.PERSONAL, "espoo", *YEAR)
        register.close_card(code(1))
    late = Copy(hub)
    assert late.pull().more
    assert (late.answers[0].complete, late.answers[0].made_at) == (False, EVENING)
    late.pull_all()
    assert (fresh in late.cards, late.cards[card_id(hub, 1)].status) == (True, "closed")
    assert (late.answers[-1].made_at, late.answers[-1].snapshot) == (clock.now(), None)


def test_who_is_far_behind_takes_a_newer_snapshot(
    hub: Hub, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "SNAPSHOT_GAP", 3)
    monkeypatch.setattr(snapshot, "SNAPSHOT_GAP", 3)
    first = copy.pull_all()
    with hub.change() as register:
        for number in range(40, 45):
            register.add_card(code(number), CardKind.PERSONAL, "espoo", *YEAR)
    second = copy.pull_all()
    assert first.snapshot is not None
    assert second.snapshot is not None
    assert (second.snapshot.count, second.complete) == (first.snapshot.count + 5, True)


def test_the_newest_few_files_stay(hub: Hub, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "SNAPSHOT_GAP", 0)
    digests = []
    for number in range(40, 45):
        with hub.change() as register:
            register.add_card(code(number), CardKind.PERSONAL, "espoo", *YEAR)
        manifest = hub.snapshots.current()
        assert manifest is not None
        digests.append(manifest.digest)
    assert {path.name for path in (hub.folder / "snapshots").iterdir()} == set(digests[-3:])
    with pytest.raises(NotFound):
        hub.snapshots.path(digests[0])


@pytest.mark.parametrize("name", ["", "..", "../hub.db", "../hub.key", "0" * 64, "/etc/passwd", "ä" * 64])
def test_no_other_file_is_handed_out(tmp_path: Any, name: str) -> None:
    with Hub.create(tmp_path / "hub", "", SetClock()) as hub, pytest.raises(NotFound):
        hub.snapshots.path(name)


def test_who_waits_too_long_is_told_nothing_of_the_list_yet(
    hub: Hub, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of a million cards takes longer to make than a desk waits for an answer."""
    started, go_on = threading.Event(), threading.Event()

    def slowly(lines: Iterable[bytes], key: bytes) -> Iterator[bytes]:
        started.set()
        assert go_on.wait(30)
        return seal(lines, key)

    monkeypatch.setattr(snapshot, "seal", slowly)
    monkeypatch.setattr(snapshot.Snapshots.current, "__defaults__", (0.001,))
    given = copy.till.give(1)
    answer = copy.till.sync(given)
    assert started.wait(30)
    assert (statuses(answer.answers), answer.register_changes, answer.more) == (["accepted"], None, False)
    go_on.set()
    monkeypatch.setattr(snapshot.Snapshots.current, "__defaults__", (30.0,))
    assert copy.pull_all().snapshot is not None
    assert len(list((hub.folder / "snapshots").iterdir())) == 1


def test_a_closing_hub_gives_up_what_it_makes(hub: Hub) -> None:
    hub.close()
    assert hub.snapshots.current() is None
    assert list((hub.folder / "snapshots").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(hub: Hub) -> None:
    (hub.folder / "snapshots").write_text("no folder")
    for _ in range(2):
        with pytest.raises(StoreReadOnly):
            hub.snapshots.current()


def test_a_full_disk_is_told_and_leaves_no_half_file(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(StoreFull):
            hub.snapshots.current()
    assert list((hub.folder / "snapshots").iterdir()) == []
    assert hub.snapshots.current() is not None


def test_a_desk_ahead_of_the_hub_takes_a_snapshot(hub: Hub) -> None:
    """The hub was restored from an older copy."""
    copy = Copy(hub)
    copy.till.versions["register_version"] = 10**9
    assert copy.pull_all().snapshot is not None


# Delta


def test_a_desk_that_lacks_nothing_is_told_so(hub: Hub, copy: Copy, clock: SetClock) -> None:
    before = copy.pull_all()
    clock.advance(hours=5)
    after = copy.pull_all()
    assert (after.cards, after.programme, after.snapshot) == ((), None, None)
    assert (after.version, after.made_at) == (before.version, clock.now())


def test_closing_and_replacing_reach_the_desks(hub: Hub, copy: Copy) -> None:
    copy.pull_all()
    with hub.change() as register:
        register.close_card(code(1))
        fresh = register.replace_card(code(2), code(20))
    changes = copy.pull_all()
    assert {row.id: row.status for row in changes.cards} == {
        card_id(hub, 1): "closed",
        card_id(hub, 2): "replaced",
        fresh: "active",
    }


def test_a_long_delta_comes_page_by_page(hub: Hub, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "DELTA_PAGE", 2)
    copy.pull_all()
    with hub.change() as register:
        for number in range(40, 45):
            register.add_card(code(number), CardKind.PERSONAL, "espoo", *YEAR)
    copy.answers.clear()
    copy.pull_all()
    assert [(len(each.cards), each.complete) for each in copy.answers] == [(2, False), (2, False), (1, True)]
    assert len(copy.cards) == 11


def test_old_cards_leave_the_lists_with_the_new_day(hub: Hub, copy: Copy, clock: SetClock) -> None:
    with hub.change() as register:
        register.add_card(code(30), CardKind.PERSONAL, "espoo", date(2017, 1, 1), date(2017, 10, 13))
        register.close_card(code(1), EVENING - timedelta(days=364))
    copy.pull_all()
    assert len(copy.cards) == 7
    clock.advance(days=1)
    changes = copy.pull_all()
    assert [(row.gone, row.status) for row in changes.cards] == [(True, "active")]
    clock.advance(days=1)
    assert [row.id for row in copy.pull_all().cards] == [card_id(hub, 1)]
    late = Copy(hub)
    late.pull_all()
    assert len(late.cards) == 5
    with hub.read() as register:
        assert len(list(register.cards())) == 7


def test_a_card_that_ended_long_ago_never_enters_the_lists(hub: Hub, copy: Copy) -> None:
    with hub.change() as register:
        register.add_card(code(30), CardKind.PERSONAL, "espoo", date(2016, 1, 1), date(2016, 12, 31))
    copy.pull_all()
    assert len(copy.cards) == 6


# Programme and network


def test_a_desk_gets_every_area_but_only_its_own_venues(hub: Hub, copy: Copy) -> None:
    copy.pull_all()
    (programme,) = copy.programmes
    ids = {name: sorted(row["id"] for row in rows) for name, rows in programme.items()}
    assert ids == {
        "areas": ["espoo", "savonlinna"],
        "rule_sets": ["2018", "2025"],
        "venues": ["theatre"],
        "offers": ["open", "play"],
        "performances": ["tomorrow", "tonight"],
    }


@pytest.mark.parametrize(
    ("row", "heard"),
    [
        (Area("oulu", Names("Oulu"), Window(date(2018, 6, 25), date(2019, 12, 31))), True),
        (Venue("theatre", Names("Uusi nimi"), area="espoo"), True),
        (Offer("play", "theatre", Names("Uusi näytelmä")), True),
        (Offer("entry", "museum", Names("Uusi sisäänpääsy")), False),
    ],
)
def test_a_changed_programme_comes_whole_to_whom_it_concerns(hub: Hub, row: object, heard: bool) -> None:
    copy = Copy(hub)
    copy.pull_all()
    with hub.change() as register:
        match row:
            case Area():
                register.put_area(row)
            case Venue():
                register.put_venue(row)
            case Offer():
                register.put_offer(row)
    copy.pull_all()
    copy.pull_all()
    assert len(copy.programmes) == 1 + heard
    assert {each["id"] for each in copy.programmes[-1]["offers"]} == {"play", "open"}


def test_the_networks_facts_come_first_and_when_they_change(hub: Hub, copy: Copy) -> None:
    first = copy.pull().network
    assert first is not None
    assert (first.token_key, first.token_epoch, first.code_check) == (hub.token_key.secret, 1, "mod37_36")
    assert copy.pull().network is None
    with hub.database.write() as tx:
        settings.write(hub.database, tx, settings.NAME, "Uusi nimi")
    changed = copy.pull().network
    assert changed is not None
    assert changed.name == "Uusi nimi"
    assert copy.pull().network is None


def test_the_policy_travels_in_seconds(hub: Hub, copy: Copy) -> None:
    with hub.database.write() as tx:
        settings.set_policy(hub.database, tx, {"notice_after": 3600, "provisional": False}, EVENING)
    policy = json.loads(copy.pull().model_dump_json())["policy"]
    assert (policy["notice_after"], policy["banner_after"], policy["provisional"]) == (3600, 604800, False)


def test_a_policy_that_makes_no_sense_is_refused(hub: Hub, copy: Copy) -> None:
    before = copy.pull().policy
    for row in ({"notice_after": "soon"}, {"no_such_number": 5}, {"last_ones": "many"}, {"banner_after": 60}):
        with hub.database.write() as tx, pytest.raises(ConfigError):
            settings.set_policy(hub.database, tx, row, EVENING)
    assert copy.pull().policy == before
