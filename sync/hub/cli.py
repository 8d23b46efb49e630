"""The hub's commands: make a hub, serve it, let a desk in.

What the office does with cards and lists is in `sync.hub.office`, what it does about desks in `sync.hub.desks`.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode, urlsplit

import typer
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_pem_x509_certificate

from sync.hub import desks, office, policy, recovery, sample
from sync.hub.hub import CODE_LIFE, Hub
from sync.hub.place import DEFAULT_FOLDER, Data, DatabaseUrl
from sync.hub.server import DEFAULT_HOST, DEFAULT_PORT, HubServer, Listening
from sync.hub.workers import MOST as MOST_WORKERS
from sync.hub.workers import Place, Workers
from validator.clock import SystemClock
from validator.domain.code import CodeFormat
from validator.errors import ConfigError, KnownError

app = typer.Typer(
    help="The register server that Kaikuportti's desks sync with.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

app.add_typer(office.app)
app.add_typer(desks.app)
app.add_typer(policy.app)
app.add_typer(recovery.app)

_BAD_INPUT = 2
_CENTURY = 100 * 365.25 * 24 * 3600


@app.command()
def init(
    *,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    with_sample: Annotated[
        bool, typer.Option("--sample", help="With the sample network, on an evening of 2018.")
    ] = False,
    name: Annotated[str, typer.Option(help="The network's name.")] = "Kaikukortti",
    clock_offset: Annotated[
        float | None,
        typer.Option(
            help="Seconds by which a demo's clock differs from the machine's; fixed for good.",
            min=-_CENTURY,
            max=_CENTURY,
        ),
    ] = None,
) -> None:
    """Make a hub: its keys, its database and the national rule sets; empty, or with the sample network."""
    offset = timedelta(seconds=clock_offset or 0.0)
    if with_sample and clock_offset is None:
        offset = sample.demo_instant() - SystemClock().now()
    name, form = (sample.network_name(), sample.code_format()) if with_sample else (name, CodeFormat())
    with Hub.create(data, database, name=name, code_format=form, demo_offset=offset) as hub:
        if with_sample:
            sample.load(hub)
        typer.echo(f"made a hub in {data}")


@app.command()
def serve(
    *,
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    host: Annotated[str, typer.Option(help="Address to listen on.")] = DEFAULT_HOST,
    port: Annotated[int, typer.Option(help="0 takes a free one.", min=0, max=65535)] = DEFAULT_PORT,
    certificate: Annotated[Path | None, typer.Option(help="PEM file; needed beyond this machine.")] = None,
    key: Annotated[Path | None, typer.Option(help="PEM file of the certificate's key.")] = None,
    insecure_behind_proxy: Annotated[
        bool, typer.Option("--insecure-behind-proxy", help="Plain HTTP: a proxy in front speaks TLS.")
    ] = False,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1, max=MOST_WORKERS)] = 1,
) -> None:
    """Serve desks until interrupted. The address is printed once the hub listens; its pages are under /docs."""
    listening = Listening(host, port, certificate, key, insecure_behind_proxy)
    if workers > 1:
        parent = Workers(Place(data, database), listening, workers)
        parent.run(lambda: typer.echo(f"listening on {parent.url}"))
        return
    with Hub.open(data, database) as hub:
        server = HubServer(hub, listening)
        server.run(lambda: typer.echo(f"listening on {server.url}"))


@app.command()
def enrol(
    *,
    venue: Annotated[list[str], typer.Option(help="Id of a venue that the desk serves; may be repeated.")],
    data: Data = DEFAULT_FOLDER,
    database: DatabaseUrl = "",
    name: Annotated[str, typer.Option(help="What people call the desk.")] = "",
    hours: Annotated[float, typer.Option(help="How long the code is good for.", min=0.01, max=24 * 365)] = (
        CODE_LIFE / timedelta(hours=1)
    ),
    hub_url: Annotated[
        str, typer.Option(help="The hub's address as desks reach it; adds an invitation.")
    ] = "",
    certificate: Annotated[Path | None, typer.Option(help="The hub's certificate, to pin it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Make a one-time code that lets one desk in."""
    # Looked at first, so that no code is made in vain.
    reached_by = _reached_by(hub_url, certificate) if hub_url else {}
    with Hub.open(data, database) as hub:
        code = hub.enrol_code(name, venue, timedelta(hours=hours))
    link = "kaikuportti://enrol?" + urlencode({**reached_by, "code": code.text}) if hub_url else ""
    if as_json:
        answer = {"code": code.text, "expires_at": code.expires_at.isoformat(), "invitation": link}
        typer.echo(json.dumps(answer))
        return
    typer.echo(f"{code.text}   good once, until {code.expires_at:%Y-%m-%d %H:%M} UTC")
    if link:
        typer.echo(link)


def _reached_by(hub_url: str, certificate: Path | None) -> dict[str, str]:
    """What an invitation says of the hub, but for the code.

    Raises:
        ConfigError: the address is none, or the certificate cannot be read.
    """
    try:
        parts = urlsplit(hub_url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or not hub_url.isprintable() or " " in hub_url:
        raise ConfigError("the hub's address is none such as https://hub.example.fi:8765")
    if certificate is None:
        return {"hub": hub_url}
    try:
        pin = load_pem_x509_certificate(certificate.read_bytes()).fingerprint(SHA256()).hex()
    except (OSError, ValueError) as error:
        raise ConfigError("the certificate cannot be read", file=certificate.name) from error
    return {"hub": hub_url, "pin": pin}


def main() -> None:
    """Run a command; what the world puts in the way is one line and exit code 2."""
    try:
        app()
    except KnownError as error:
        details = ", ".join(f"{name}: {value}" for name, value in error.details.items())
        typer.echo(f"kaikuportti-hub: {error}" + (f" ({details})" if details else ""), err=True)
        sys.exit(_BAD_INPUT)
