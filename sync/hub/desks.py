"""The hub's commands about desks: which there are and what they hold, rights, shutting out, new tokens and keys, odd items.

`sync.hub.cli` takes them up.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from sync.hub import caselist, demand, lending, pinreset, rotation, setaside, trust
from sync.hub.caselist import Listed
from sync.hub.hub import Hub
from sync.hub.lending import Lent, Strict
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from sync.hub.setaside import Held
from validator.domain.network import HELSINKI
from validator.errors import ConfigError

app = typer.Typer(help="The desks.")
strays_app = typer.Typer(help="What desks sent that their keys did not sign.", no_args_is_help=True)
app.add_typer(strays_app, name="strays")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="Date of visit; without it, every one that is not over."
    ),
]
DeskId = Annotated[str, typer.Argument(help="The desk's id, as `desks` lists it.", show_default=False)]


@app.command("desks")
def list_desks(*, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "", as_json: AsJson = False) -> None:
    """List the desks: where they serve, when they were last heard, and what they have not told yet."""
    with Hub.open(data, database) as hub, hub.database.read() as tx:
        rows = trust.listed(tx)
    if as_json:
        typer.echo(json.dumps([trust.as_json(row) for row in rows], ensure_ascii=False))
        return
    if not rows:
        typer.echo("no desk has come in yet")
    for row in rows:
        typer.echo(_desk(row))


@app.command("demand")
def unmet_demand(*, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "", as_json: AsJson = False) -> None:
    """List how many customers asked in vain, by venue, offer, date of visit and hour. No card is known of them."""
    with Hub.open(data, database) as hub, hub.database.read() as tx:
        rows = demand.listed(tx)
    if as_json:
        told = [
            {
                "venue": row.venue,
                "offer": row.offer,
                "performance": row.performance,
                "visit": row.visit.isoformat(),
                "hour": row.hour.isoformat(),
                "asked": row.asked,
            }
            for row in rows
        ]
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    if not rows:
        typer.echo("nobody has asked in vain")
    for row in rows:
        what = row.offer if row.performance is None else f"{row.offer} ({row.performance})"
        hour = row.hour.astimezone(HELSINKI)
        typer.echo(f"{row.venue}  {what}  for {row.visit}  asked {hour:%Y-%m-%d %H}:00  {row.asked}")


@app.command()
def revoke(desk: DeskId, *, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "") -> None:
    """Shut a desk out. It loses its card list; what it gave it may still tell."""
    with Hub.open(data, database) as hub:
        with hub.database.write() as tx:
            is_new = trust.revoke(tx, desk, hub.clock.now())
        holds = sum(row.out for row in lending.possible_oversell(hub, desk))
    typer.echo("shut out" if is_new else "this desk was shut out before")
    if holds:
        typer.echo(f"it holds {holds} rights, until it gives them back or they are written off (write-off)")


@app.command()
def restore(desk: DeskId, *, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "") -> None:
    """Take a shutting out back. The desk gets its list again with its next sync."""
    with Hub.open(data, database) as hub, hub.database.write() as tx:
        is_new = trust.restore(tx, desk)
    typer.echo("let in again" if is_new else "this desk was not shut out")


@app.command()
def roll(desk: DeskId, *, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "") -> None:
    """Give a desk a new token with its next sync. The old one is good until the new one was used."""
    with Hub.open(data, database) as hub, hub.database.write() as tx:
        is_new = trust.roll(tx, hub.vault, desk)
    typer.echo("a new token goes out with the next sync" if is_new else "a new token is on its way already")


@app.command("reset-pin")
def reset_pin(
    desk: DeskId,
    *,
    hours: Annotated[float, typer.Option(help="How long the code is good for.", min=0.1, max=24 * 30)] = (
        pinreset.LIFE / timedelta(hours=1)
    ),
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Make a one-time code with which a desk's forgotten manager PIN is set anew, after the desk's next sync."""
    with Hub.open(data, database) as hub, hub.database.write() as tx:
        code = pinreset.issue(hub.database, tx, desk, hub.clock.now(), timedelta(hours=hours))
    typer.echo(f"{code.text}   good once, at this desk, until {code.expires_at:%Y-%m-%d %H:%M} UTC")


@app.command("rotate-key")
def rotate_key(*, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "") -> None:
    """Hash every card by a new key. Desks get it with the whole list, at their next sync."""
    with Hub.open(data, database) as hub, hub.database.write() as tx:
        done = rotation.rotate(hub.database, tx, hub.vault)
    typer.echo(f"a new key, epoch {done.epoch}; {done.cards} cards were hashed anew")


@app.command()
def rights(
    *,
    day: Day = None,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    as_json: AsJson = False,
) -> None:
    """List the strict numbers, how far they have reached, and the rights that each desk holds."""
    with Hub.open(data, database) as hub:
        numbers, lent = lending.strict_numbers(hub, _date(day)), lending.lent(hub, _date(day))
    if as_json:
        told = {"numbers": lending.as_json(numbers), "leases": lending.as_json(lent)}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    if not numbers and not lent:
        typer.echo("no strict number is set, and no desk holds rights")
    for line in [*map(_number, numbers), *map(_lease, lent)]:
        typer.echo(line)


@app.command()
def cases(
    *,
    venue: Annotated[str, typer.Option(help="Id of one venue; every one without it.")] = "",
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    as_json: AsJson = False,
) -> None:
    """List what a manager should look at, once each, with what every desk decided and what the hub thinks. No card is named."""
    with Hub.open(data, database) as hub, hub.database.read() as tx:
        found = list(caselist.listed(tx, venue))
    if as_json:
        typer.echo(json.dumps([asdict(case) for case in found], ensure_ascii=False, default=str))
        return
    if not found:
        typer.echo("there is nothing to look at")
    for case in found:
        typer.echo(_case(case))


@app.command("put-back")
def put_back(*, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "") -> None:
    """Say that this hub was put back to an older copy: no rights are granted until every desk has been heard."""
    with Hub.open(data, database) as hub:
        hub.put_back()
    typer.echo(
        "noted: every desk tells again what is missing; no rights are granted at a venue until all its desks have"
    )


@app.command("write-off")
def write_off(
    desk: DeskId,
    *,
    day: Day = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it.")] = False,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Give the rights of a desk that will not come back to the others. Without --yes it only says what that may cost."""
    with Hub.open(data, database) as hub:
        at_stake = lending.possible_oversell(hub, desk, _date(day))
        if not at_stake and not lending.is_awaited(hub, desk):
            typer.echo("this desk holds no rights: there is nothing to write off")
            return
        for row in at_stake:
            typer.echo(_lease(row))
        most = sum(row.out for row in at_stake)
        typer.echo(f"if this desk still gives tickets, up to {most} may be given twice")
        if lending.is_awaited(hub, desk):
            typer.echo(
                "and what it was granted after the copy that this hub was put back to, which nobody knows"
            )
        if not yes:
            raise ConfigError("nothing was written off: say --yes to do it")
        count = lending.write_off(hub, desk, _date(day))
    typer.echo(f"written off: {count}; a new epoch of this desk's rights has begun")


@strays_app.command("list")
def list_strays(*, data: Data = DEFAULT_FOLDER, database: DatabaseUrl = "", as_json: AsJson = False) -> None:
    """List how much each desk sent that its key did not sign, and what of it nobody has looked at. No item is shown."""
    with Hub.open(data, database) as hub, hub.database.read() as tx:
        rows = list(setaside.held(tx))
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, default=str))
        return
    if not rows:
        typer.echo("every desk's key signed all that it sent")
    for row in rows:
        typer.echo(_stray(row))


@strays_app.command("clear")
def clear_strays(
    desk: DeskId,
    *,
    unsettled: Annotated[
        bool, typer.Option("--unsettled", help="Also those whose case no manager has settled.")
    ] = False,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Let go what a desk sent that its key did not sign. That it came, when and why it was not accepted stays."""
    with Hub.open(data, database) as hub, hub.database.write() as tx:
        trust.need_desk(tx, desk)
        count = setaside.let_go(tx, hub.clock.now(), desk, unsettled=unsettled)
        left = next((row.open for row in setaside.held(tx) if row.desk == desk), 0)
    if not count and not left:
        typer.echo("there is nothing of this desk to let go")
        return
    typer.echo(f"let go: {count}; their cases stay")
    if left:
        typer.echo(
            f"{left} stay, because no manager has settled their cases (cases): --unsettled lets them go too"
        )


def _desk(row: trust.Listed) -> str:
    seen = "never heard" if row.seen_at is None else f"heard {row.seen_at:%Y-%m-%d %H:%M} UTC"
    waiting = f"; {row.waiting} entries wait there" if row.waiting else ""
    out = (
        ""
        if row.revoked_at is None
        else f" since {row.revoked_at:%Y-%m-%d %H:%M} UTC, {row.late} events came since"
    )
    return (
        f"{row.id}  {row.name}  {', '.join(row.venues)}  {row.state}{out}; program {row.program or '?'},"
        f" came in {row.enrolled_at:%Y-%m-%d}, {seen}{waiting}"
    )


def _number(row: Strict) -> str:
    sold_out = ", sold out" if row.sold_out else ""
    over = f", over by {row.over}" if row.over else ""
    return (
        f"{row.visit}  {row.scope} {row.target}: {row.value}{sold_out}; {row.given} given, {row.out} at desks,"
        f" {row.free} free{over}; in force at {row.heard} of {row.desks} desks"
    )


def _lease(row: Lent) -> str:
    show = f", {row.performance}" if row.performance else ""
    over = f", {row.over} more than granted" if row.over else ""
    end = "; its epoch is over" if row.is_over else f"; keeps {row.keep}"
    return (
        f"{row.visit}  {row.desk} ({row.desk_name})  {row.offer}{show}: {row.out} out; {row.granted} granted,"
        f" {row.spent} spent, {row.returned} returned{over}{end}"
    )


def _stray(row: Held) -> str:
    parts = [f"{row.unsigned} items that its key did not sign, {row.bytes} bytes"]
    if row.since is not None:
        parts.append(f"the first of {row.since:%Y-%m-%d %H:%M} UTC")
    parts.append(f"{row.open} of them not settled")
    parts.append(f"room for {row.room} more" if row.room else "no room for more")
    parts += [f"{row.let_go} let go before"] if row.let_go else []
    parts += [f"{row.signed} that it signed are kept besides"] if row.signed else []
    return f"{row.desk}  {row.name}  " + ", ".join(parts)


def _date(day: datetime | None) -> date | None:
    return None if day is None else day.date()


def _case(case: Listed) -> str:
    what = (case.venue, case.offer, case.performance or "", case.visit)
    lines = [f"{case.opened_at:%Y-%m-%d %H:%M}  {case.kind}  " + " ".join(str(each) for each in what if each)]
    for side in case.sides:
        at, decided = side.get("occurred_at") or side["received_at"], side.get("decided", {})
        said = " ".join(str(word) for word in (decided.get("code", "-"), *(decided.get("notes") or ())))
        thinks = " ".join((side["status"], *side.get("remarks", ()), side["reason"])).strip()
        lines.append(f"  {side['name']}, entry {side['sequence']}, {at}: decided {said}; the hub: {thinks}")
    lines += [f"  {said['at']}: settled as {said['outcome']}" for said in case.settled]
    return "\n".join(lines)
