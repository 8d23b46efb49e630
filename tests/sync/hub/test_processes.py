"""Writers in processes of their own, as a hub's workers are, on PostgreSQL: who follows the feed misses nothing."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from sync.hub.hub import Hub
from tests.sync.stage import SetClock, Till, set_the_stage, statuses
from validator.signing import Signer

WRITERS, GIVINGS = 3, 15
PATIENCE = 60.0


def write(folder: Path, url: str, token: str, desk: str, secret: bytes, together: Barrier) -> None:
    """One process: the hub opened anew, one desk's tickets told one by one."""
    with Hub.open(folder, url, SetClock()) as hub:
        till = Till(hub, token, desk, Signer(secret))
        together.wait(PATIENCE)
        for number in range(GIVINGS):
            given = till.give(1, offer="open", performance=None, giving=f"{desk}/{number}")
            assert statuses(till.push(given)) == ["accepted"]


@pytest.mark.long
def test_followers_miss_nothing_while_processes_write(
    postgres_url: str, tmp_path: Path, clock: SetClock
) -> None:
    ways = multiprocessing.get_context("spawn")
    with Hub.create(tmp_path / "hub", postgres_url, clock) as hub:
        set_the_stage(hub)
        tills, follower = [Till.at(hub) for _ in range(WRITERS)], Till.at(hub)
        together = ways.Barrier(WRITERS)
        writers = [
            ways.Process(
                target=write,
                args=(hub.folder, postgres_url, till.token, till.desk, till.signer.secret, together),
            )
            for till in tills
        ]
        for writer in writers:
            writer.start()
        heard, cursor, whole = list[str](), 0, False
        try:
            while not whole:
                whole = not any(writer.is_alive() for writer in writers)
                answer = follower.sync(feed_cursor=cursor, register_version=10**6)
                assert all(each.cursor > cursor for each in answer.feed)
                heard += [each.body["giving"] for each in answer.feed]
                cursor = answer.feed_cursor
                writers[0].join(0.02)
        finally:
            for writer in writers:
                writer.kill() if not whole else writer.join(PATIENCE)
        assert [writer.exitcode for writer in writers] == [0] * WRITERS
        given = Counter(f"{till.desk}/{number}" for till in tills for number in range(GIVINGS))
        assert Counter(heard) == given
        assert Counter(each.body["giving"] for each in Till.at(hub).sync().feed) == given
