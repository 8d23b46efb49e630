"""The commands about cases: what the house should look at, settling it, and sending what was not accepted once more.

Exit codes: 0 all is well, 3 it may not be settled, or cannot be sent; 1 and 2 as `sync.cli` says. The manager's PIN is asked for,
or read from the environment (`KAIKUPORTTI_PIN`); it is never an argument, which other users of the machine could read.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Annotated, Any, NoReturn

import typer

from sync.records import NOT_WELL, WELL, own_station
from sync.station import Station
from validator.desk import CaseBook, CaseLine
from validator.domain.cases import CaseOutcome
from validator.domain.role import Role
from validator.domain.verdict import Give, Verdict
from validator.errors import ConfigError, HubError

app = typer.Typer(
    help="What the house should look at: the customer keeps the ticket in every case.",
    no_args_is_help=True,
    add_completion=False,
)

_NOT_OPEN = "somebody has settled it"
_NOT_HERE = "only what this desk itself gave, undid or held can be, while it still has the cards"


@app.command("list")
def list_cases(
    *,
    every: Annotated[bool, typer.Option("--all", help="Also those that are settled.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """What is still to be settled at this desk's house, the newest first. No card is named. Carries first, if the hub answers."""
    with own_station() as station:
        _carry(station)
        found = station.desk(lambda: False).cases.lines(settled=every)
    if as_json:
        _say(json.dumps([_told(line) for line in found], ensure_ascii=sys.stdout.encoding.lower() != "utf-8"))
        return
    for line in found:
        _say("\n".join(_lines(line)))
    if not found:
        _say("there is nothing to look at")


@app.command("settle")
def settle(
    case: Annotated[str, typer.Argument(help="Its id, or the beginning of it.", show_default=False)],
    outcome: Annotated[CaseOutcome, typer.Argument(help="How it was settled.", show_default=False)],
) -> None:
    """Settle a case, as the manager; the other desks hear of it with their next contact."""
    with own_station() as station:
        cases = station.desk(lambda: False).cases
        _open_door(station)
        _carry(station)
        name = _named(cases, case).case.id
        verdict = cases.settle(name, outcome, Role.MANAGER)
        _carry(station)
    _end(verdict, f"{name}: settled as {outcome.value}")


@app.command("send-anew")
def send_anew(
    case: Annotated[str, typer.Argument(help="Its id, or the beginning of it.", show_default=False)],
) -> None:
    """Send this desk's own entry that was not accepted as a new one, once what stood in the way is mended, and settle the case.

    Nothing is counted twice, and the customer is not needed.
    """
    with own_station() as station:
        cases = station.desk(lambda: False).cases
        _open_door(station)
        _carry(station)
        line = _named(cases, case)
        if line.settled or not line.anew:
            _say(f"not sent: {_NOT_OPEN if line.settled else _NOT_HERE}")
            raise typer.Exit(NOT_WELL)
        verdict = cases.send_anew(line.case.id, Role.MANAGER)
        _carry(station)
        again, waits = cases.refused_again(line), station.desk(lambda: False).status().entries
    if again:
        _say(f"{line.case.id}: sent as a new entry, which was not accepted either: {again}")
        raise typer.Exit(NOT_WELL)
    _end(verdict, f"{line.case.id}: " + ("it goes out as a new entry" if waits else "sent as a new entry"))


def _named(cases: CaseBook, beginning: str) -> CaseLine:
    """The one case whose id begins so."""
    found = [line for line in cases.lines(settled=True) if line.case.id.startswith(beginning)]
    if len(found) != 1:
        raise ConfigError("no case, or more than one, has an id that begins so", fault="case")
    return found[0]


def _end(verdict: Verdict, said: str) -> NoReturn:
    if not isinstance(verdict, Give):
        _say(f"not settled: {verdict.main.reason.value}")
        raise typer.Exit(NOT_WELL)
    _say(said)
    raise typer.Exit(WELL)


def _open_door(station: Station) -> None:
    door = station.desk(lambda: False).door
    if not door.has_pin():
        raise ConfigError("the manager's PIN was never set: it is set in the window, at the first start")
    pin = os.environ.get("KAIKUPORTTI_PIN") or str(typer.prompt("PIN", hide_input=True, err=True))
    if not door.try_pin(pin).right:
        raise ConfigError("the PIN is not right, or the door is locked for a while", fault="pin")


def _carry(station: Station) -> None:
    try:
        station.courier().carry()
    except HubError as error:
        typer.echo(f"the hub was not heard ({error.key}): this is what the desk knows", err=True)


def _told(line: CaseLine) -> dict[str, Any]:
    case = line.case
    return {
        "id": case.id,
        "kind": case.kind,
        "venue": case.venue,
        "offer": case.offer,
        "performance": case.performance,
        "visit": None if case.visit is None else case.visit.isoformat(),
        "opened_at": case.opened_at.isoformat(),
        "count": case.count,
        "settled": line.settled,
        "anew": line.anew and not line.settled,
        "said": [
            {
                "outcome": said.settling.outcome,
                "author": said.settling.author,
                "seen": said.settling.seen,
                "at": said.at.isoformat(),
                "here": said.here,
            }
            for said in line.said
        ],
        "sides": [
            {
                "desk": side.name,
                "here": side.desk == line.here,
                "event": side.event,
                "kind": side.kind,
                "occurred_at": None if side.occurred_at is None else side.occurred_at.isoformat(),
                "received_at": side.received_at.isoformat(),
                "status": side.status,
                "reason": side.reason,
                "remarks": list(side.remarks),
                "over": side.over,
                "decided": dict(side.decided),
            }
            for side in case.sides
        ],
    }


def _lines(line: CaseLine) -> Iterator[str]:
    case = line.case
    what = (
        case.kind,
        case.offer,
        case.performance or "",
        case.visit or "",
        "settled" if line.settled else "",
    )
    yield f"{case.id}  " + "  ".join(str(each) for each in what if each)
    for side in case.sides:
        at = side.received_at if side.occurred_at is None else side.occurred_at
        thinks = " ".join((side.status, *side.remarks, side.reason)).strip()
        yield f"  {side.name}, {at:%Y-%m-%d %H:%M}: decided {side.decided.get('code', '-')}; the hub: {thinks}"
    for said in line.said:
        yield f"  {said.at:%Y-%m-%d %H:%M}: {said.settling.outcome}"
    if line.anew and not line.settled:
        yield "  can be sent as a new entry: send-anew"


def _say(text: str) -> None:
    typer.echo(text.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))
