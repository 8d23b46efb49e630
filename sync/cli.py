"""The headless commands of `kaikuportti`. They import no Qt, and the hub's packages only for the demo.

Exit codes: 0 given (or: fit, enrolled, it holds), 1 the world is in the way, 2 bad input, 3 declined (or: it does not hold), 4 no
screen for a window.

A verdict is ONE JSON object on standard output (`sync.telling`). With exit codes 1 and 2 that object is
``{"error": <word>, "what": <word or "">, "message": <sentence>}``. Everything else is on standard error.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from sync import decoding, records, settling
from sync.asking import Wanted, read_instant, read_overrides, read_party
from sync.records import passphrase
from validator.config import PROGRAM, Settings, has_screen, load_settings, set_up_logging
from validator.domain.role import OverrideReason
from validator.errors import ConfigError, KnownError, PictureBad

GIVEN, FAILED, BAD_INPUT, DECLINED, NO_SCREEN, INTERRUPTED = 0, 1, 2, 3, 4, 130

NO_SCREEN_TEXT = """\
There is no screen here, so no window can be opened. Without a window:

    kaikuportti demo --once J4KJP74ZCQ              a code, or the path of a picture
    kaikuportti demo --once card.png --children 2 --offline
    kaikuportti --help                              all commands
    kaikuportti-hub sample                          the sample network's cards and offers
"""

app = typer.Typer(
    help="The ticket desk of the Kaikukortti. Without a command: the window.",
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(records.app, name="journal")
app.add_typer(settling.app, name="cases")
app.command("day-close")(records.day_close)
app.command("decode")(decoding.decode)

Card = Annotated[
    str, typer.Argument(metavar="IMAGE_OR_CODE", help="A picture's path, or a code as it is typed.")
]
Offer = Annotated[str, typer.Option(help="Id of an offer; without it the first open one.")]
Children = Annotated[int, typer.Option(min=0, max=1000, help="Child tickets.")]
ChildAge = Annotated[int | None, typer.Option(min=0, max=150, help="The oldest child's age.")]
Assistant = Annotated[bool, typer.Option("--assistant", help="And an assistant or interpreter.")]
WithoutHolder = Annotated[bool, typer.Option("--without-holder", help="The cardholder does not come along.")]
Member = Annotated[list[str] | None, typer.Option(help="Card of a group's member; may be repeated.")]
Reserve = Annotated[bool, typer.Option("--reserve", help="Book instead of giving.")]
Training = Annotated[bool, typer.Option("--training", help="For practice: nothing is recorded.")]
Collect = Annotated[bool, typer.Option("--collect", help="Collect what was booked.")]
Override = Annotated[list[str] | None, typer.Option(help="Code that a manager lifts; may be repeated.")]
OverrideWhy = Annotated[OverrideReason, typer.Option(help="Why the manager lifts it; kept in the journal.")]
Offline = Annotated[bool, typer.Option("--offline", help="Without the hub.")]
Date = Annotated[str, typer.Option(help="The instant that is now, e.g. 2018-10-13T17:30 (Helsinki's time).")]
ListAge = Annotated[
    float | None, typer.Option(min=0, max=100_000, help="Hours since the hub was last heard.")
]
Data = Annotated[Path | None, typer.Option(file_okay=False, help="Folder of a demo to go on with.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def demo(  # noqa: PLR0913  a command's options
    *,
    once: Annotated[
        str | None, typer.Option(metavar="IMAGE_OR_CODE", help="Answer for this one card, print JSON, exit.")
    ] = None,
    desks: Annotated[int, typer.Option(min=1, max=4, help="Windows, on one hub.")] = 1,
    offer: Offer = "",
    children: Children = 0,
    child_age: ChildAge = None,
    assistant: Assistant = False,
    without_holder: WithoutHolder = False,
    member: Member = None,
    reserve: Reserve = False,
    collect: Collect = False,
    override: Override = None,
    override_reason: OverrideWhy = OverrideReason.OTHER,
    training: Training = False,
    date: Date = "",
    offline: Offline = False,
    list_age: ListAge = None,
    data: Data = None,
) -> None:
    """The sample network on this machine: one answer with --once, else the window."""
    if once is None:
        raise typer.Exit(_windows(data, desks))
    from sync.demo import Moment
    from sync.demo import once as answer

    wanted = Wanted(
        once,
        offer,
        read_party(
            children,
            child_age,
            assistant=assistant,
            holder=not without_holder,
            reserve=reserve,
            collect=collect,
        ),
        tuple(member or ()),
        read_overrides(override or []),
        override_reason,
        training,
    )
    age = None if list_age is None else timedelta(hours=list_age)
    _say(answer(wanted, Moment(read_instant(date) if date else None, offline, age), data))


@app.command()
def check(  # noqa: PLR0913  a command's options
    card: Card,
    *,
    offer: Offer = "",
    children: Children = 0,
    child_age: ChildAge = None,
    assistant: Assistant = False,
    without_holder: WithoutHolder = False,
    member: Member = None,
    reserve: Reserve = False,
    collect: Collect = False,
    override: Override = None,
    override_reason: OverrideWhy = OverrideReason.OTHER,
    offline: Offline = False,
    on_demo: Annotated[
        bool, typer.Option("--demo", help="On the sample network instead of this desk.")
    ] = False,
    date: Annotated[str, typer.Option(help="With --demo: the instant that is now.")] = "",
) -> None:
    """The verdict on a card, as JSON; nothing is given."""
    wanted = Wanted(
        card,
        offer,
        read_party(
            children,
            child_age,
            assistant=assistant,
            holder=not without_holder,
            reserve=reserve,
            collect=collect,
        ),
        tuple(member or ()),
        read_overrides(override or []),
        override_reason,
    )
    if on_demo:
        from sync.demo import Moment
        from sync.demo import once as answer

        _say(answer(wanted, Moment(read_instant(date) if date else None, offline), give=False))
        return
    _say(_look(wanted, load_settings(), offline=offline))


@app.command()
def enrol(
    hub: Annotated[str, typer.Option(help="The hub's address.")] = "",
    code: Annotated[str, typer.Option(help="The one-time code.")] = "",
    pin: Annotated[str, typer.Option(help="Fingerprint of the hub's certificate.")] = "",
    invitation: Annotated[str, typer.Option(help="What the hub's invitation says, instead of these.")] = "",
    name: Annotated[str, typer.Option(help="What people call this desk.")] = "",
) -> None:
    """Let this desk into a network, and fetch its first card list."""
    from sync.enrol import Invitation
    from sync.station import Station, vault_for

    settings = load_settings()
    invited = Invitation.read(invitation) if invitation else Invitation.of(hub, code, pin)
    with Station.open(settings.data, vault_for(settings, passphrase)) as station:
        again = " again" if station.identity is not None else ""
        identity = station.enrol(invited, name)
        typer.echo(f"enrolled{again} as {identity.name}", err=True)
        done = station.courier().carry()
        typer.echo(f"{done.cards} cards", err=True)


@app.command()
def doctor(*, as_json: AsJson = False) -> None:
    """Is this machine fit to be a desk? Looks at the decoders, the files, the clock, the hub and the list's age."""
    from sync.doctor import examine, is_fit
    from sync.station import vault_for

    settings = load_settings()
    findings = examine(settings, lambda: vault_for(settings, passphrase))
    fit = is_fit(findings)
    if as_json:
        rows = [{"what": each.what, "state": each.state.value, "detail": each.detail} for each in findings]
        _print({"ok": fit, "checks": rows})
    else:
        for each in findings:
            typer.echo(f"{each.state.value:6}  {each.what:16}  {each.detail}")
    raise typer.Exit(0 if fit else FAILED)


@app.callback(invoke_without_command=True)
def _start(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from validator import __version__

        typer.echo(__version__)
        raise typer.Exit(0)


def main(arguments: Sequence[str]) -> int:
    """Run a command; its exit code."""
    try:
        set_up_logging("WARNING")
        code = app(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except typer.TyperException as error:
        message = error.format_message()
        _print({"error": "usage", "what": "", "message": message})
        typer.echo(f"{message}\nTry: {PROGRAM} --help", err=True)
        return BAD_INPUT
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except KnownError as error:
        is_input = isinstance(error, PictureBad | ConfigError) or error.key == "bad_input"
        known = (error.details.get(name) for name in ("what", "reason", "fault", "error"))
        what = next((str(word) for word in known if word), "")
        _print({"error": error.key, "what": what, "message": _sentence(error)})
        typer.echo(_sentence(error), err=True)
        return BAD_INPUT if is_input else FAILED
    return code if isinstance(code, int) else 0


def _windows(data: Path | None, desks: int) -> int:
    if not has_screen():
        typer.echo(NO_SCREEN_TEXT, err=True)
        return NO_SCREEN
    from sync.demo import DEMO_FOLDER, DEMO_PIN, Demo

    # Being asked to end is like Ctrl+C, and so is a terminal that is closed: the windows and the hub are ended too.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    with Demo(data or DEMO_FOLDER, desks) as running:
        typer.echo(f"The demo's hub is at {running.url}; the manager's PIN is {DEMO_PIN}.", err=True)
        if sys.stdin is not None and sys.stdin.isatty():
            typer.echo("Enter cuts the hub off, Enter again brings it back.", err=True)
            # A daemon, because nothing can end its wait for a key.
            threading.Thread(target=_obey_keys, args=(running.toggle,), name="keys", daemon=True).start()
        running.open_windows()
        typer.echo(f"{desks} open." if desks > 1 else "It is open.", err=True)
        return running.wait()


def _obey_keys(toggle: Callable[[], bool]) -> None:
    for _ in sys.stdin:
        typer.echo("The hub is back." if toggle() else "The hub is cut off.", err=True)


def _look(wanted: Wanted, settings: Settings, *, offline: bool) -> dict[str, Any]:
    """The verdict at this machine's own desk. Nothing is sent; the hub is only asked whether it is there."""
    from sync.doctor import QUICK
    from sync.station import Station, vault_for
    from sync.telling import told
    from validator.store.ledger import FILE_NAME

    if not (settings.data / FILE_NAME).exists():
        raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
    with Station.open(settings.data, vault_for(settings, passphrase)) as station:
        desk = station.desk(lambda: not offline and station.is_heard(QUICK))
        look = desk.counter.look(wanted.ask(desk, station.clock.now()))
        return told(look, station.venue_of(look.ask.choice.offer))


def _say(answer: dict[str, Any]) -> None:
    _print(answer)
    raise typer.Exit(GIVEN if answer["verdict"] == "give" else DECLINED)


def _print(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=sys.stdout.encoding.lower() != "utf-8") + "\n")


def _sentence(error: KnownError) -> str:
    """In English, as everything on the console. Settings and input are named as they are; the rest has its words."""
    if isinstance(error, ConfigError) or error.key == "bad_input":
        return str(error)
    from validator.words import Wording

    return Wording("en").problem(error)
