"""The office's commands about desks: what they hold, and what writing off costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sync.hub import desks, strays
from sync.hub.hub import Hub
from tests.sync.stage import EVENING, TODAY, SetClock, Till, set_the_stage
from validator.clock import SystemClock
from validator.domain.journal import EventKind, Json
from validator.errors import ConfigError

TONIGHT: dict[str, str] = {"offer": "play", "performance": "tonight", "visit": TODAY.isoformat()}
DAY = TODAY.isoformat()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub with a theatre."""
    with Hub.create(tmp_path / "hub", clock=SetClock()) as hub:
        set_the_stage(hub)
        yield hub


@pytest.fixture
def till(hub: Hub) -> Till:
    """A desk that holds seven of the ten tickets of the night, and gave two."""
    return holding(hub)


def holding(hub: Hub) -> Till:
    till = Till.at(hub, "theatre")
    till.sync(till.quota(10), wants=[TONIGHT])
    given = till.give(1, quota_use=2, rights={"epoch": 1, "count": 2})
    back: dict[str, Json] = {**TONIGHT, "venue": "theatre", "rights": {"epoch": 1, "count": 1}}
    till.sync(given, till.event(EventKind.GIVE_BACK, back))
    return till


def run(hub: Hub, *words: str) -> Result:
    words = (*words, "--data", str(hub.folder))
    return CliRunner().invoke(desks.app, list(words), catch_exceptions=False)


def test_nothing_is_out(hub: Hub) -> None:
    assert run(hub, "rights").stdout == "no strict number is set, and no desk holds rights\n"


def test_what_is_out_is_listed(hub: Hub, till: Till) -> None:
    heard = till.sync().feed_cursor
    Till.at(hub)
    till.push(
        till.quota(4, mode="trusting"), till.give(2, rights={"epoch": 3, "count": 1}), feed_cursor=heard
    )
    till.push(till.quota(10))
    beyond = "1 more than granted; its epoch is over"
    assert run(hub, "rights", "--date", DAY).stdout.splitlines() == [
        f"{DAY}  venue theatre: 10; 3 given, 7 at desks, 0 free; in force at 0 of 2 desks",
        f"{DAY}  {till.desk} (Lippukassa)  play, tonight: 7 out; 10 granted, 2 spent, 1 returned; keeps 7",
        f"{DAY}  {till.desk} (Lippukassa)  play, tonight: 0 out; 0 granted, 1 spent, 0 returned, {beyond}",
    ]
    till.push(till.give(3, offer="open", performance=None), feed_cursor=till.sync().feed_cursor)
    told = json.loads(run(hub, "rights", "--date", DAY, "--json").stdout)
    assert (told["numbers"][0]["heard"], told["numbers"][0]["visit"]) == (1, DAY)
    assert [row["out"] for row in told["leases"]] == [7, 0]


def test_a_number_below_what_was_given_and_lent_out_is_over_by_so_many(hub: Hub, till: Till) -> None:
    till.push(till.quota(6))
    (line, *_) = run(hub, "rights", "--date", DAY).stdout.splitlines()
    assert line == (
        f"{DAY}  venue theatre: 6; 2 given, 7 at desks, 0 free, over by 3; in force at 0 of 1 desks"
    )
    (number,) = json.loads(run(hub, "rights", "--date", DAY, "--json").stdout)["numbers"]
    assert (number["value"], number["over"]) == (6, 3)
    till.push(till.quota(9))
    assert "over" not in run(hub, "rights", "--date", DAY).stdout.splitlines()[0]


def test_days_that_are_over_are_not_listed(hub: Hub, till: Till) -> None:
    """The command goes by the hub's clock, which here is the machine's: years after."""
    assert run(hub, "rights").stdout.startswith("no strict number")
    assert run(hub, "write-off", till.desk, "--yes").stdout.startswith("this desk holds no rights")


def test_a_write_off_says_what_it_may_cost_first(hub: Hub, till: Till) -> None:
    with pytest.raises(ConfigError, match="--yes"):
        run(hub, "write-off", till.desk, "--date", DAY)
    assert till.sync(wants=[TONIGHT | {"epoch": 1, "granted": 10, "left": 7}]).leases[0].epoch == 1


def test_what_is_written_off_is_free_and_the_desk_hears_of_it(hub: Hub, till: Till) -> None:
    done = run(hub, "write-off", till.desk, "--date", DAY, "--yes").stdout.splitlines()
    assert done[0].startswith(f"{DAY}  {till.desk} (Lippukassa)  play, tonight: 7 out")
    assert done[1:] == [
        "if this desk still gives tickets, up to 7 may be given twice",
        "written off: 7; a new epoch of this desk's rights has begun",
    ]
    (row,) = till.sync().leases
    assert (row.epoch, row.granted) == (2, 0)
    other = Till.at(hub)
    (row,) = other.sync(wants=[TONIGHT | {"need": 9}]).leases
    assert (row.epoch, row.granted) == (1, 8)
    till.push(till.give(2, quota_use=1, rights={"epoch": 1, "count": 1}))
    assert "1 more than granted" in run(hub, "rights", "--date", DAY).stdout


def test_a_desk_that_is_not_there(hub: Hub) -> None:
    with pytest.raises(ConfigError, match="no such desk"):
        run(hub, "write-off", "d-nowhere", "--yes")


def test_desks_are_listed(hub: Hub) -> None:
    assert run(hub, "desks").stdout == "no desk has come in yet\n"
    till = Till.at(hub, "theatre", "museum")
    name = f"{till.desk}  Lippukassa  museum, theatre"
    assert run(hub, "desks").stdout == f"{name}  new; program ?, came in 2018-10-13, never heard\n"
    till.push(till.give(1), head_sequence=3, head_hash="x", program="0.2")
    told = "program 0.2, came in 2018-10-13, heard 2018-10-13 14:30 UTC; 2 entries wait there"
    assert run(hub, "desks").stdout == f"{name}  active; {told}\n"
    run(hub, "revoke", till.desk)
    shown = run(hub, "desks").stdout
    assert shown.startswith(f"{name}  revoked since ")
    assert shown.endswith(f" UTC, 0 events came since; {told}\n")
    (row,) = json.loads(run(hub, "desks", "--json").stdout)
    assert (row["id"], row["venues"], row["state"], row["waiting"]) == (
        till.desk,
        ["museum", "theatre"],
        "revoked",
        2,
    )


def test_a_desk_is_shut_out_and_let_in_again(hub: Hub, till: Till) -> None:
    assert run(hub, "revoke", till.desk).stdout == "shut out\n"
    assert till.sync().revoked
    assert run(hub, "revoke", till.desk).stdout == "this desk was shut out before\n"
    assert run(hub, "restore", till.desk).stdout == "let in again\n"
    assert not till.sync().revoked
    assert run(hub, "restore", till.desk).stdout == "this desk was not shut out\n"


def test_what_a_desk_that_is_shut_out_holds_is_said(tmp_path: Path) -> None:
    # The commands, which open the hub for themselves, have the same evening by its own offset.
    offset = EVENING - SystemClock().now()
    with Hub.create(tmp_path / "hub", clock=SetClock(), demo_offset=offset) as hub:
        set_the_stage(hub)
        said = run(hub, "revoke", holding(hub).desk).stdout.splitlines()
    assert said == [
        "shut out",
        "it holds 7 rights, until it gives them back or they are written off (write-off)",
    ]


def test_a_token_is_renewed(hub: Hub, till: Till) -> None:
    assert run(hub, "roll", till.desk).stdout == "a new token goes out with the next sync\n"
    assert run(hub, "roll", till.desk).stdout == "a new token is on its way already\n"
    assert till.sync().token


def test_the_key_behind_the_hashes_is_replaced(hub: Hub) -> None:
    assert run(hub, "rotate-key").stdout == "a new key, epoch 2; 6 cards were hashed anew\n"
    assert hub.token_key.epoch == 2


@pytest.mark.allow_log
def test_what_no_key_signed_is_listed_and_let_go(
    hub: Hub, till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the office's command, without a word of what it says."""
    assert run(hub, "strays", "list").stdout == "every desk's key signed all that it sent\n"
    monkeypatch.setattr(strays, "MOST", 3)
    till.push("KAI0000017", "x", "y", till.sign(b"no header"))
    row = f"{till.desk}  Lippukassa  3 items that its key did not sign, 18 bytes, the first of 2018-10-13 14:30 UTC"
    besides = "1 that it signed are kept besides"
    listed = run(hub, "strays", "list").stdout
    assert listed == f"{row}, 3 of them not settled, no room for more, {besides}\n"
    stay = "3 stay, because no manager has settled their cases (cases): --unsettled lets them go too"
    assert run(hub, "strays", "clear", till.desk).stdout.splitlines() == ["let go: 0; their cases stay", stay]
    done = run(hub, "strays", "clear", till.desk, "--unsettled")
    assert done.stdout == "let go: 3; their cases stay\n"
    (told,) = json.loads(run(hub, "strays", "list", "--json").stdout)
    assert [told[name] for name in ("unsigned", "bytes", "since", "room", "let_go", "signed")] == [
        0,
        0,
        None,
        3,
        3,
        1,
    ]
    assert run(hub, "strays", "clear", till.desk).stdout == "there is nothing of this desk to let go\n"
    assert run(hub, "cases").stdout.count("refused") == 4
    with pytest.raises(ConfigError, match="no such desk"):
        run(hub, "strays", "clear", "d-nobody")
