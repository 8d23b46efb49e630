"""``kaikuportti-hub conformance URL``: hold any hub to the protocol. It needs two one-time codes for one and the same venue.

A command of ``--revoke-with`` that fails says nothing of the hub: the promise is skipped, and the exit code is 2.
"""

from __future__ import annotations

import shlex
import subprocess
from typing import Annotated

import typer

from sync.hub.conformance.elsewhere import NUMBER as LENT_OF
from sync.hub.conformance.elsewhere import SOON
from sync.hub.conformance.line import over_http
from sync.hub.conformance.promises import AHEAD, NUMBER, as_json, try_all
from sync.hub.conformance.trial import FAILED, Skip, Trial
from validator.errors import ConfigError

app = typer.Typer(help="Holding a hub to the protocol.")

PATIENCE_SECONDS = 60
"""For the operator's command that shuts a desk out."""

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

    shutting, failures = _words(revoke_with), list[str]()

    def revoke(desk: str) -> None:
        if failure := _run([word.replace("{desk}", desk) for word in shutting]):
            failures.append(failure)
            raise Skip(failure)

    if not as_json_:
        typer.echo(
            f"writes: two desks with a few entries; numbers ({NUMBER}, {LENT_OF}) of the first offer,"
            f" {AHEAD.days} and {SOON.days} days ahead, one ticket for a made-up card, and the settling of its case"
        )
    findings = try_all(Trial(over_http(url, certificate), code, revoke if shutting else None))
    if as_json_:
        typer.echo(as_json(findings))
    else:
        for row in findings:
            typer.echo(
                f"{row.result:8} {row.paragraph:9} {row.promise}" + (f": {row.why}" if row.why else "")
            )
    if any(row.result == FAILED for row in findings):
        raise typer.Exit(1)
    if failures:
        raise ConfigError(failures[0])


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError as error:
        raise ConfigError(
            "the command of --revoke-with cannot be read: a quotation mark is left open"
        ) from error


def _run(words: list[str]) -> str:
    """Why the operator's command failed; "" where it did not. What it has to say itself goes to standard error."""
    try:
        done = subprocess.run(words, check=False, stdout=subprocess.DEVNULL, timeout=PATIENCE_SECONDS)  # noqa: S603  the operator's own words
    except subprocess.TimeoutExpired:
        return f"the command of --revoke-with does not end within {PATIENCE_SECONDS} seconds"
    except OSError as error:
        return f"the command of --revoke-with cannot be run ({type(error).__name__})"
    return (
        ""
        if done.returncode == 0
        else f"the command of --revoke-with failed, with exit code {done.returncode}"
    )
