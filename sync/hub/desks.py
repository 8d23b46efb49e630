"""The hub's commands about desks: what rights they hold, and writing off what will not come back. `sync.hub.cli` takes them up."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated

import typer

from sync.hub import lending
from sync.hub.hub import Hub
from sync.hub.lending import Lent, Strict
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from validator.errors import ConfigError

app = typer.Typer(help="What the desks hold.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="Date of visit; without it, every one that is not over."
    ),
]


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


@app.command("write-off")
def write_off(
    desk: Annotated[str, typer.Argument(help="The desk's id, as `rights` lists it.", show_default=False)],
    *,
    day: Day = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it.")] = False,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
) -> None:
    """Give the rights of a desk that will not come back to the others. Without --yes it only says what that may cost."""
    with Hub.open(data, database) as hub:
        at_stake = lending.possible_oversell(hub, desk, _date(day))
        if not at_stake:
            typer.echo("this desk holds no rights: there is nothing to write off")
            return
        for row in at_stake:
            typer.echo(_lease(row))
        most = sum(row.out for row in at_stake)
        typer.echo(f"if this desk still gives tickets, up to {most} may be given twice")
        if not yes:
            raise ConfigError("nothing was written off: say --yes to do it")
        count = lending.write_off(hub, desk, _date(day))
    typer.echo(f"written off: {count}; a new epoch of this desk's rights has begun")


def _number(row: Strict) -> str:
    sold_out = ", sold out" if row.sold_out else ""
    return (
        f"{row.visit}  {row.scope} {row.target}: {row.value}{sold_out}; {row.given} given, {row.out} at desks,"
        f" {row.free} free; in force at {row.heard} of {row.desks} desks"
    )


def _lease(row: Lent) -> str:
    show = f", {row.performance}" if row.performance else ""
    over = f", {row.over} more than granted" if row.over else ""
    end = "; its epoch is over" if row.is_over else f"; keeps {row.keep}"
    return (
        f"{row.visit}  {row.desk} ({row.desk_name})  {row.offer}{show}: {row.out} out; {row.granted} granted,"
        f" {row.spent} spent, {row.returned} returned{over}{end}"
    )


def _date(day: datetime | None) -> date | None:
    return None if day is None else day.date()
