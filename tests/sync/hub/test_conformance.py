"""The conformance kit: our hub keeps every promise, and a hub that breaks one is found out by that one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from typer.testing import CliRunner

from sync.hub.cli import app
from sync.hub.conformance.line import Reply, Send, over_http
from sync.hub.conformance.promises import PROMISES, try_all
from sync.hub.conformance.trial import FAILED, PASSED, SKIPPED, Trial
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.hub.trust import revoke
from validator.errors import ConfigError

Fault = Callable[[str, Any], Any]


@pytest.fixture
def postgres_line(postgres_hub: Hub) -> Iterator[str]:
    with HubServer(postgres_hub, Listening(port=0)) as server:
        yield server.url


@pytest.fixture
def sqlite_line(sqlite_hub: Hub) -> Iterator[str]:
    with HubServer(sqlite_hub, Listening(port=0)) as server:
        yield server.url


def codes(hub: Hub) -> list[str]:
    return [hub.enrol_code("conformance", ["theatre"]).text for _ in range(2)]


def test_our_hub_keeps_every_promise(postgres_hub: Hub, postgres_line: str) -> None:
    """On PostgreSQL; on SQLite the command below shows it."""

    def shut(desk: str) -> None:
        with postgres_hub.database.write() as tx:
            revoke(tx, desk, postgres_hub.clock.now())

    found = try_all(Trial(over_http(postgres_line), codes(postgres_hub), shut))
    assert [(row.promise, row.why) for row in found if row.result != PASSED] == []
    assert len(found) == len(PROMISES)


def told_twice(path: str, message: Any) -> Any:
    return message | {"answers": message["answers"] * 2} if "answers" in message else message


def turned_round(path: str, message: Any) -> Any:
    return message | {"answers": message["answers"][::-1]} if "answers" in message else message


def booked_again(path: str, message: Any) -> Any:
    rows = [
        row | {"status": "accepted"} if row["status"] == "duplicate" else row
        for row in message.get("answers", ())
    ]
    return message | {"answers": rows} if rows else message


def unsigned(path: str, message: Any) -> Any:
    return message | {"head": message["head"] | {"signature": "AAAA"}} if "head" in message else message


def generous() -> Fault:
    given = [0]

    def change(path: str, message: Any) -> Any:
        if path != "/v1/rights" or not message.get("leases"):
            return message
        given[0] += 3
        return message | {"leases": [row | {"granted": given[0]} for row in message["leases"]]}

    return change


def deaf(path: str, message: Any) -> Any:
    return message | {"feed": []} if "feed" in message else message


def another_list(path: str, message: Any) -> Any:
    changes = message.get("register_changes")
    if not changes or not changes.get("snapshot"):
        return message
    return message | {"register_changes": changes | {"snapshot": changes["snapshot"] | {"count": 99}}}


def a_lying_day(path: str, message: Any) -> Any:
    return message | {"digest": "0" * 64} if path == "/v1/close" and "digest" in message else message


def stubborn(path: str, message: Any) -> Any:
    return message | {"error": "no"} if message.get("error") == "code_spent" else message


def silent_on_cases(path: str, message: Any) -> Any:
    return message | {"cases": []} if message.get("cases") else message


def each_case_twice(path: str, message: Any) -> Any:
    return message | {"cases": message["cases"] * 2} if message.get("cases") else message


def never_done_with_cases() -> Fault:
    """What was told once is told with every answer."""
    told: list[Any] = []

    def change(path: str, message: Any) -> Any:
        if message.get("case_cursor") is None:
            return message
        told.extend(message["cases"])
        return message | {"cases": message["cases"] or told[:1]}

    return change


def keeps_settlings_to_itself(path: str, message: Any) -> Any:
    told = [row for row in message.get("feed", ()) if row["kind"] != "settle"]
    return message | {"feed": told} if "feed" in message else message


def lends_nothing(path: str, message: Any) -> Any:
    return message | {"lent": []} if message.get("lent") else message


def lends_a_desk_its_own() -> Fault:
    """What was ever granted is told to every desk, whoever holds it."""
    granted = list[Any]()

    def change(path: str, message: Any) -> Any:
        if path == "/v1/rights":
            granted.extend(
                row | {"venue": "theatre", "out": row["granted"]} for row in message.get("leases", ())
            )
        return message | {"lent": granted[-1:]} if message.get("lent") is not None else message

    return change


def never_has_any_back() -> Fault:
    """The most that was ever out."""
    most = dict[tuple[Any, ...], Any]()

    def change(path: str, message: Any) -> Any:
        for row in message.get("lent") or ():
            slot = (path, row["offer"], row["visit"])
            most[slot] = max(most.get(slot, row), row, key=lambda each: each["out"])
        return message | {"lent": list(most.values())} if message.get("lent") is not None else message

    return change


def all_have_heard(path: str, message: Any) -> Any:
    return message | {"reach": []} if message.get("reach") else message


def nobody_ever_hears() -> Fault:
    """What was once not heard by all is told for good."""
    told = list[Any]()

    def change(path: str, message: Any) -> Any:
        told[:] = message.get("reach") or told
        return message | {"reach": told} if message.get("lent") is not None else message

    return change


def no_fork(path: str, message: Any) -> Any:
    rows = [row | {"reason": ""} for row in message.get("answers", ())]
    return message | {"answers": rows} if rows else message


@pytest.mark.parametrize(
    ("fault", "paragraph"),
    [
        pytest.param(told_twice, "each event is answered", marks=pytest.mark.long),
        pytest.param(turned_round, "each event is answered", marks=pytest.mark.long),
        pytest.param(booked_again, "the same events twice", marks=pytest.mark.long),
        pytest.param(unsigned, "the head is", marks=pytest.mark.long),
        (generous(), "rights are cumulative"),
        pytest.param(deaf, "the other desk hears", marks=pytest.mark.long),
        pytest.param(another_list, "the whole list", marks=pytest.mark.long),
        pytest.param(a_lying_day, "a day is proven", marks=pytest.mark.long),
        pytest.param(stubborn, "a code opens once", marks=pytest.mark.long),
        pytest.param(silent_on_cases, "a case is told", marks=pytest.mark.long),
        pytest.param(each_case_twice, "a case is told", marks=pytest.mark.long),
        pytest.param(never_done_with_cases(), "a case is told", marks=pytest.mark.long),
        pytest.param(keeps_settlings_to_itself, "a settling is told", marks=pytest.mark.long),
        pytest.param(no_fork, "a fork is refused", marks=pytest.mark.long),
        pytest.param(lends_nothing, "each desk is told", marks=pytest.mark.long),
        pytest.param(lends_a_desk_its_own(), "each desk is told", marks=pytest.mark.long),
        pytest.param(never_has_any_back(), "each desk is told", marks=pytest.mark.long),
        pytest.param(all_have_heard, "each desk is told", marks=pytest.mark.long),
        pytest.param(nobody_ever_hears(), "each desk is told", marks=pytest.mark.long),
    ],
)
def test_a_hub_that_breaks_a_promise_is_found_out(
    sqlite_hub: Hub, sqlite_line: str, fault: Fault, paragraph: str
) -> None:
    found = try_all(Trial(lying(over_http(sqlite_line), fault), codes(sqlite_hub)))
    failed = [row.promise for row in found if row.result == FAILED]
    assert any(promise.startswith(paragraph) for promise in failed), failed


def lying(send: Send, fault: Fault) -> Send:
    """A line on which a hub's messages are changed."""

    def sent(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        reply = send(method, path, headers, body)
        if not isinstance(reply.json, dict):
            return reply
        return Reply(reply.status, reply.headers, json.dumps(fault(path, reply.json)).encode())

    return sent


def test_what_is_no_hub_of_ours_keeps_no_promise() -> None:
    page = Reply(200, {"content-type": "text/html"}, b"<!doctype html>")
    found = try_all(Trial(lambda *_: page, ["a", "b"]))
    assert {row.result for row in found} <= {FAILED, SKIPPED}


@pytest.mark.long
def test_the_command_says_what_it_found(sqlite_hub: Hub, sqlite_line: str) -> None:
    both = [word for code in codes(sqlite_hub) for word in ("--code", code)]
    done = CliRunner().invoke(app, ["conformance", sqlite_line, *both, "--json"])
    rows = json.loads(done.stdout)
    assert (done.exit_code, {row["result"] for row in rows}) == (0, {"pass", "skipped"})
    assert [row["promise"] for row in rows if row["result"] == "skipped"] == [
        "who was shut out may only tell"
    ]
    spent = CliRunner().invoke(app, ["conformance", sqlite_line, *both])
    assert spent.exit_code == 1
    assert "fail     §2" in spent.stdout
    assert spent.stdout.startswith("writes: ")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (f"{sys.executable} -c 'raise SystemExit(3)' {{desk}}", "failed, with exit code 3"),
        pytest.param(
            "/nowhere/no-such-program {desk}", "cannot be run (FileNotFoundError)", marks=pytest.mark.long
        ),
    ],
    ids=["fails", "missing"],
)
def test_a_command_that_shuts_nobody_out_is_no_promise_broken(
    sqlite_hub: Hub, sqlite_line: str, command: str, why: str
) -> None:
    both = [word for code in codes(sqlite_hub) for word in ("--code", code)]
    done = CliRunner().invoke(app, ["conformance", sqlite_line, *both, "--revoke-with", command, "--json"])
    assert isinstance(done.exception, ConfigError), "what a command says on standard error, with exit code 2"
    assert why in str(done.exception)
    rows = json.loads(done.stdout)
    assert [(row["promise"], why in row["why"]) for row in rows if row["result"] != PASSED] == [
        ("who was shut out may only tell", True)
    ]


def test_a_command_with_an_open_quotation_mark_is_said_before_anything_is_written(
    sqlite_hub: Hub, sqlite_line: str
) -> None:
    both = [word for code in codes(sqlite_hub) for word in ("--code", code)]
    done = CliRunner().invoke(app, ["conformance", sqlite_line, *both, "--revoke-with", "revoke '{desk}"])
    assert isinstance(done.exception, ConfigError)
    assert done.stdout == ""
