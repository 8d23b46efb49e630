"""The line is cut and brought back, with a real hub process that dies at once and two desks that go on giving."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.demo import Demo
from sync.hub import sample, schema
from sync.hub.hub import Hub
from sync.runner import Connection, Rhythm, Runner
from sync.station import Station
from validator.desk import Ask, Look
from validator.domain.code import CardRead, Source
from validator.domain.verdict import Decline, Give, Reason
from validator.store.keys import FileVault

OFFER = "kainuu-backstage"
PATIENCE = 30.0
QUICK = Rhythm(interval=3600.0, gap=0.0, first=0.02, longest=0.1)


class Till:
    """A desk with its loop running, and somebody who watches the line."""

    def __init__(self, folder: Path, closing: ExitStack) -> None:
        self.station = closing.enter_context(Station.open(folder, FileVault(folder)))
        self._changed = threading.Condition()
        self._begun = self._through = 0
        self.runner: Runner = self.station.runner(self._on_change, QUICK)
        self.desk = self.station.desk(self.runner.online)
        self.runner.start()
        closing.callback(self._end)

    def give(self, code: str) -> Look:
        """One ticket; then the loop is woken, as the window does."""
        read = CardRead(code, Source.TYPED, self.station.clock.now())
        look = self.desk.counter.give(Ask(read, self.desk.choice_for(OFFER)))
        self.runner.wake()
        return look

    def states(self) -> list[str]:
        """Of what was given here, oldest first."""
        return [line.state for line in reversed(self.desk.counter.given())]

    def until(self, wanted: Callable[[Connection], bool]) -> None:
        """Wait for the line to be as wanted."""
        with self._changed:
            assert self._changed.wait_for(lambda: wanted(self.runner.connection), PATIENCE)

    def until_all_is_told(self) -> None:
        """Wait for a pass that begins from now on, and until the hub has answered everything."""
        with self._changed:
            begun = self._begun
        self.runner.wake()
        self.until(lambda state: self._through > begun and not state.working and self._waiting() == 0)

    def journal(self) -> list[tuple[str, int, bytes]]:
        """The desk's own journal."""
        with self.station.ledger.read() as books:
            desk = books.identity()
            assert desk is not None
            assert books.verify().first_bad is None
            return [(desk.desk, entry.sequence, entry.header) for entry in books.entries()]

    def _waiting(self) -> int:
        with self.station.ledger.read() as books:
            return books.waiting().events

    def _on_change(self, connection: Connection) -> None:
        with self._changed:
            self._begun += connection.working
            if connection.online and not connection.working:
                self._through = self._begun
            self._changed.notify_all()

    def _end(self) -> None:
        self.runner.stop()
        assert self.runner.join(PATIENCE)


@contextmanager
def tills(demo: Demo, folder: Path, count: int) -> Iterator[list[Till]]:
    with ExitStack() as closing:
        yield [Till(folder / f"desk-{number}", closing) for number in range(1, count + 1)]


def hub_rows(folder: Path, demo: Demo, table: str) -> list[dict[str, object]]:
    """What the hub's own database says."""
    with Hub.open(folder / "hub") as hub, hub.database.read() as tx:
        return [dict(row) for row in tx.execute(select(schema.metadata.tables[table])).mappings()]


@pytest.fixture(scope="module")
def cards() -> list[str]:
    """Codes of cards that get a ticket anywhere on the demo's evening."""
    evening = sample.demo_instant().date().isoformat()
    return [
        card["code"]
        for card in sample.listing()["cards"]
        if card["kind"] == "personal"
        and card["status"] == "active"
        and card["area"] != "savonlinna"
        and card["valid_from"] <= evening <= card["valid_to"]
    ]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo's folder with its hub and two desks, in which nothing was given yet."""
    folder = tmp_path_factory.mktemp("begun")
    with Demo(folder, desks=2):
        return folder


@pytest.fixture
def place(begun: Path, tmp_path: Path) -> Path:
    """Each test's own copy of it."""
    return shutil.copytree(begun, tmp_path / "demo")


def test_the_hub_is_cut_off_and_comes_back_and_nothing_is_lost_or_doubled(
    place: Path, cards: list[str]
) -> None:
    with Demo(place, desks=2) as demo, tills(demo, place, 2) as (first, second):
        url = demo.url
        first.until(lambda state: state.online)
        second.until(lambda state: state.online)
        assert isinstance(first.give(cards[0]).verdict, Give)
        first.until_all_is_told()
        assert first.states() == ["confirmed"]
        second.until_all_is_told()
        declined = second.give(cards[0]).verdict
        assert isinstance(declined, Decline)
        assert declined.main.reason is Reason.ALREADY

        demo.cut()
        for till in (first, second):
            till.runner.wake()
            till.until(lambda state: not state.online and state.failures > 1)
            assert till.runner.connection.reason == "hub_unreachable"
        for code in cards[1:6]:
            verdict = first.give(code).verdict
            assert isinstance(verdict, Give)
            assert Reason.OFFLINE in {note.reason for note in verdict.notes}
        for code in cards[5:9]:
            assert isinstance(second.give(code).verdict, Give)
        undone = first.desk.counter.given()[0].giving
        assert isinstance(first.desk.counter.undo(undone), Give)
        assert set(first.states()[1:]) <= {"recorded", "sent"}
        assert set(second.states()) <= {"recorded", "sent"}

        demo.restore()
        assert demo.url == url
        for till in (first, second, first, second):
            till.until_all_is_told()
        assert first.states() == ["confirmed"] * 6
        assert second.states() == ["confirmed"] * 4

        journals = sorted(first.journal() + second.journal())
        own = {desk for desk, _, _ in journals}
        held = hub_rows(place, demo, "events")
        mine = sorted((row["desk"], row["sequence"], row["header"]) for row in held if row["desk"] in own)
        assert mine == journals, "the hub holds the very bytes of both journals, once each"
        assert {row["status"] for row in held} == {"accepted"}
        given = [row for row in hub_rows(place, demo, "redemptions") if row["desk"] in own]
        assert len(given) == 6 + 4
        voids = [row for row in hub_rows(place, demo, "voids") if row["desk"] in own]
        assert [row["giving"] for row in voids] == [undone]

        both = cards[6]
        assert isinstance(first.give(both).verdict, Decline), "the first desk has heard of the second's"


@pytest.mark.long
def test_a_desk_that_is_started_while_the_hub_is_away_gives_from_what_it_has(
    place: Path, cards: list[str]
) -> None:
    with Demo(place, desks=1) as demo:
        demo.cut()
        with tills(demo, place, 1) as (till,):
            till.until(lambda state: state.failures > 0)
            assert isinstance(till.give(cards[0]).verdict, Give)
            assert till.desk.status().waiting == 1
        with tills(demo, place, 1) as (till,):
            till.until(lambda state: state.failures > 0)
            assert till.states() in (["recorded"], ["sent"])
            demo.restore()
            till.until_all_is_told()
            assert till.states() == ["confirmed"]
    assert len([row for row in hub_rows(place, demo, "redemptions") if row["offer"] == OFFER]) == 1


@pytest.mark.long
def test_a_demo_goes_on_where_it_stopped(place: Path, cards: list[str]) -> None:
    with Demo(place, desks=1) as demo, tills(demo, place, 1) as (till,):
        till.give(cards[0])
        till.until_all_is_told()
        before = till.station.clock.now()
    assert not demo.connected
    with Demo(place, desks=2) as demo, tills(demo, place, 2) as (till, other):
        assert till.station.clock.now() >= before
        assert (till.station.clock.now() - before).total_seconds() < 600
        other.until(lambda state: state.online)
        assert isinstance(other.give(cards[0]).verdict, Decline)
        assert till.states() == ["confirmed"]


@pytest.mark.long  # on every run a key in the terminal does it: test_windows.py
def test_the_line_is_toggled(place: Path) -> None:
    with Demo(place, desks=1) as demo:
        assert demo.connected
        assert demo.toggle() is False
        assert demo.toggle() is True
        url = demo.url
        demo.cut()
        demo.cut()
        demo.restore()
        assert demo.url == url
