"""The key that desks seal their exports to: told to every desk, also by a hub from before there was one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from sync.hub import schema, settings
from sync.hub.hub import Hub
from tests.sync.stage import SetClock, Till, set_the_stage


def test_a_hub_from_before_tells_its_desks_once(tmp_path: Path, clock: SetClock) -> None:
    with Hub.create(tmp_path / "hub", clock=clock) as hub:
        set_the_stage(hub)
        till = Till.at(hub)
        with hub.database.write() as tx:
            table = schema.settings
            tx.execute(delete(table).where(table.c.name == settings.SEALING_KEY))
            version = settings.read(tx, settings.NETWORK_VERSION)
    till.versions["register_version"] = version
    for opened in range(2):
        with Hub.open(tmp_path / "hub", clock=clock) as hub:
            till.hub = hub
            answer = till.sync()
            if opened:
                assert answer.network is None
                continue
            with hub.database.read() as tx:
                key = settings.opener(tx, hub.vault).public
                till.versions["register_version"] = settings.read(tx, settings.NETWORK_VERSION)
            assert answer.network is not None
            assert (answer.network.sealing_key, len(key)) == (key, 32)
