"""``kaikuportti-hub conformance URL``: hold any hub to the protocol. It needs two one-time codes for one and the same venue."""

from __future__ import annotations

import shlex
import subprocess
from typing import Annotated

import typer

from sync.hub.conformance.line import over_http
from sync.hub.conformance.promises import AHEAD, FAILED, NUMBER, Trial, as_json, try_all
from validator.errors import ConfigError

app = typer.Typer(help="Holding a hub to the protocol.")

_DESKS = 2


@app.command()
def conformance(
    url: Annotated[str, typer.Argument(help="The hub's address.", show_default=False)],
    *,
    code: Annotated[
        list[str],
        typer.Option(help="A one-time code; twice, both for desks of the same venue, which has an offer."),
    ],
    revoke_with: Annotated[
        str, typer.Option(help="A command that shuts a desk out; {desk} in it is the desk's id.")
    ] = "",
    certificate: Annotated[str, typer.Option(help="PEM file of a certificate to trust.")] = "",
    as_json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Try every promise of docs/protocol.md that a desk can see. For a hub to try things with: what it writes stays."""
    if len(code) != _DESKS:
        raise ConfigError("two one-time codes are needed, for two desks of one venue: say --code twice")

    def revoke(desk: str) -> None:
        words = [word.replace("{desk}", desk) for word in shlex.split(revoke_with)]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603  the operator's own words

    if not as_json_:
        typer.echo(
            f"writes: two desks with a few entries; a number ({NUMBER}) of the first offer, {AHEAD.days} days ahead,"
            " and one ticket for a made-up card"
        )
    findings = try_all(Trial(over_http(url, certificate), code, revoke if revoke_with else None))
    if as_json_:
        typer.echo(as_json(findings))
    else:
        for row in findings:
            typer.echo(
                f"{row.result:8} {row.paragraph:9} {row.promise}" + (f": {row.why}" if row.why else "")
            )
    if any(row.result == FAILED for row in findings):
        raise typer.Exit(1)
