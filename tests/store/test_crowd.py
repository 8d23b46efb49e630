from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from tests.store.desk import KEY, LATER, SLOT, answer, begin, giving, granted, told
from validator.domain.quota import QuotaKey, QuotaScope
from validator.store.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]


def test_eight_threads_in_two_processes_leave_no_gap(tmp_path: Path) -> None:
    begin(tmp_path)
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.crowd", str(tmp_path), str(first), "4", "10"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in (1000, 2000)
    ]
    given = [number for program in programs for number in map(int, program.communicate()[0].split())]
    assert [program.returncode for program in programs] == [0, 0]
    assert given == [*range(1000, 1040), *range(2000, 2040)]
    with Ledger.open(tmp_path, KEY) as ledger, ledger.read() as tx:
        found = tx.verify()
        assert (found.entries, found.first_bad) == (4 + 80, None)
        assert {each.event for each in tx.outbox(200)} >= {f"event-{number}" for number in given}
        assert all(len(tx.history([f"card-{number}"])) == 1 for number in given)


def test_a_quota_is_never_overdrawn_by_windows_that_look_before_they_give(tmp_path: Path) -> None:
    """Look and give in one transaction: what one window has read no other can change before it has given."""
    begin(tmp_path)
    begun = threading.Barrier(8)

    def run(ledger: Ledger, start: int) -> None:
        begun.wait()
        for number in range(start, start + 5):
            with ledger.write() as tx:
                (state,) = tx.quota([key])
                if state.used < 14:
                    tx.append(giving(number))

    with Ledger.open(tmp_path, KEY, busy=60) as one, Ledger.open(tmp_path, KEY, busy=60) as other:
        with one.read() as tx:
            key = QuotaKey(QuotaScope.VENUE, "theatre", tx.given()[0].visit)
        crowd = [
            threading.Thread(target=run, args=((one, other)[place % 2], 100 + 10 * place))
            for place in range(8)
        ]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        with one.read() as tx:
            assert [state.used for state in tx.quota([key])] == [14]
            assert tx.verify().first_bad is None


def test_a_lease_is_spent_to_the_last_right_and_no_further(tmp_path: Path) -> None:
    """Two windows and eight threads; a lease of 50, of which one giving has spent 3."""
    begin(tmp_path)
    begun = threading.Barrier(8)
    given: list[int] = []

    def run(ledger: Ledger, start: int) -> None:
        begun.wait()
        for number in range(start, start + 9):
            with ledger.write() as tx:
                lease = tx.lease(SLOT)
                if lease is not None and lease.left:
                    tx.append(giving(number, rights=lease.spend(1).to_json()))
                    given.append(number)

    with Ledger.open(tmp_path, KEY, busy=60) as one, Ledger.open(tmp_path, KEY, busy=60) as other:
        with one.write() as tx:
            tx.hear_leases([granted(53)])
        crowd = [
            threading.Thread(target=run, args=((one, other)[place % 2], 100 + 10 * place))
            for place in range(8)
        ]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        assert len(given) == len(set(given)) == 50
        with other.read() as reader:
            assert reader.lease(SLOT) == granted(53).moved(spent=53)
            assert reader.verify().entries == 4 + 50


def test_the_desk_reads_while_a_sync_is_writing(ledger: Ledger) -> None:
    """What is being settled holds up no look, and shows nothing of itself before it is whole."""
    with ledger.write() as tx:
        tx.append(giving(1))
    with ledger.write() as tx:
        tx.settle([answer(1)], LATER)
        tx.apply_feed([told(giving(2), 1)], 1)
        with ledger.read() as meanwhile:
            assert [row.giving for row in meanwhile.history(["card-1"])] == ["giving-1"]
            assert meanwhile.waiting().tickets == 1
    with ledger.read() as tx:
        assert len(tx.history(["card-1"])) == 2
        assert tx.waiting().tickets == 0


def test_a_reading_sees_one_moment(ledger: Ledger) -> None:
    with ledger.read() as before:
        assert before.head().sequence == 1
        with ledger.write() as tx:
            tx.append(giving(1))
        assert before.head().sequence == 1
        assert before.given() == ()
    with ledger.read() as after:
        assert after.head().sequence == 2
