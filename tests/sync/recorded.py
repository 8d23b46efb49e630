"""What one desk and one hub say to each other, recorded on the line: the golden files beside this, and how to make them anew.

Every kind of message is said once, by the real desk and the real hub. ``python -m tests.sync.recorded`` writes what they say
today; a file that changes by it is a change of the protocol. What chance made (ids, keys, hashes, salts) is told apart by `masked`.
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sync.daywire import CloseRequest
from sync.enrol import Invitation
from sync.hub import trust
from sync.station import Station
from sync.transport import Patience
from sync.wire import RightsRequest
from tests.sync.desk.otherside import OtherSide
from tests.sync.desk.world import CODES, OFFER, THEATRE, Garbles, Lossy, World, courier_on, line_to, world
from validator.desk import Ask
from validator.domain.card import CardKind
from validator.domain.cases import CaseKind, CaseOutcome
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.network import HELSINKI, CardLimit, Names, Offer, Performance, Period
from validator.domain.paper import PaperRow
from validator.domain.party import Party, Purpose, Representative
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Reason
from validator.errors import HubRefused, HubRevoked, HubUnreachable
from validator.store.keys import FileVault

GOLDEN = Path(__file__).parent / "golden"
GROUP, OTHER_GROUP = (CardCode(body + check_character(body)) for body in ("RYHMA0001", "RYHMA0002"))
DAY = date(2018, 10, 13)
PLAY, TONIGHT = "play", "tonight"

_CHANCE = re.compile(
    r"d-[0-9a-f]{16}|[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16}|[A-Za-z0-9_-]{43}(?![\w-])|[A-Za-z0-9+/]{22}==|(?:[A-Z]{4}-){2}[A-Z]{4}"
)
_JSON_INSIDE = {"header", "cards"}
_BYTES = {
    *("signature", "salt", "public_key", "hub_public_key", "proof", "token_key", "sealing_key", "key"),
    *("hub_key", "sealed_to", "ephemeral", "sealed", "seal_signature"),
}
_HANDED_ON = {"content-type", "content-range", "retry-after"}


@dataclass
class Tape:
    """A line between a desk and a hub that keeps what goes over it, by the name of what is being done."""

    hub: str
    said: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    now: str = ""

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """What is said in the block goes by this name."""
        self.now = name
        yield
        self.now = ""

    def carry(self, request: bytes) -> bytes:
        """Hand a request on, and the answer back."""
        head, _, body = request.partition(b"\r\n\r\n")
        first, *rows = head.decode().split("\r\n")
        method, path, _ = first.split(" ")
        headers = dict(row.split(": ", 1) for row in rows)
        line = http.client.HTTPConnection(urlsplit(self.hub).netloc, timeout=30)
        line.request(method, path, body or None, headers)
        reply = line.getresponse()
        answer = reply.read()
        line.close()
        if self.now and not path.startswith("/v1/snapshot"):
            exchange: dict[str, Any] = {"asked": f"{method} {path}", "status": reply.status}
            if body:
                exchange["request"] = json.loads(body)
            self.said.setdefault(self.now, []).append(exchange | {"answer": json.loads(answer)})
        told = [
            f"HTTP/1.1 {reply.status} {reply.reason}",
            f"Content-Length: {len(answer)}",
            "Connection: close",
        ]
        told += [f"{name}: {value}" for name, value in reply.getheaders() if name.lower() in _HANDED_ON]
        return "\r\n".join([*told, "", ""]).encode() + answer


def said_today(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every exchange of the scene, by the name of its golden file."""
    with world(folder, cards=12) as net:
        with net.hub.change() as register:
            start = net.clock.wall.astimezone(HELSINKI) + timedelta(hours=2)
            limits = (CardLimit(1, Period.PERFORMANCE),)
            register.put_offer(Offer(PLAY, THEATRE, Names("Näytelmä"), limits=limits))
            register.put_performance(Performance(TONIGHT, PLAY, start, start + timedelta(hours=2)))
            for group in (GROUP, OTHER_GROUP):
                register.add_card(group, CardKind.COMMUNITY, "espoo", date(2018, 1, 1), date(2018, 12, 31))
        tape = Tape(net.url)
        with OtherSide(tape.carry) as line:
            _play(net, tape, line.url, folder)
    return tape.said


def _play(net: World, tape: Tape, url: str, folder: Path) -> None:
    first, second = net.empty("first"), net.ready("second")
    _come_in(net, tape, url, first)
    offers = {offer.id: offer for offer in first.registers.network().offers}
    first.desk(lambda: True).quotas.put(offers[OFFER], DAY, 10, Role.MANAGER)
    with tape.of("number_and_lease"):
        first.courier().carry()
    _tickets(first)
    _give(second, CODES[5])
    second.courier().carry()
    with net.hub.change() as register:
        register.close_card(CODES[7])
    with tape.of("tickets"), line_to(first) as line:
        lossy = Lossy(line)
        lossy.lose_answers = 1
        with suppress(HubUnreachable):
            courier_on(first, lossy).carry()
        courier_on(first, lossy).carry()
    with tape.of("rights"):
        first.desk(lambda: True).counter.give(_ask(first, CODES[6], Party(children=2)))
    net.clock.run(timedelta(minutes=1))
    _give(second, CODES[0])
    second.courier().carry()
    first.desk(lambda: False).quotas.put(offers[OFFER], DAY, 3, Role.MANAGER)
    with tape.of("number_offline"):
        first.courier().carry()
    with tape.of("in_vain"):
        counter = first.desk(lambda: False).counter
        assert counter.left(counter.give(_ask(first, CODES[4])))
        first.courier().carry()
    with tape.of("settled"):
        cases = first.desk(lambda: True).cases
        (case,) = (line.case for line in cases.lines() if line.case.kind == CaseKind.DUPLICATE)
        cases.settle(case.id, CaseOutcome.SEEN, Role.MANAGER)
        first.courier().carry()
    first.desk(lambda: True).quotas.put(offers[PLAY], DAY, 20, Role.MANAGER)
    for station in (first, second, first):
        station.courier().carry()
    with tape.of("by_rights"):
        _by_rights(first)
        first.courier().carry()
    _from_paper(tape, first)
    with tape.of("day"):
        assert first.close_day(DAY).differences == ()
        with line_to(first) as line:
            line.close_day(CloseRequest(day=DAY, listed=True))
    first.export(folder / "journal.jsonl")
    tape.said["export"] = [
        json.loads(row) for row in (folder / "journal.jsonl").read_text("utf-8").splitlines()
    ]
    _trust(net, tape, url, first)
    _told_anew(tape, first)
    with tape.of("forked"):
        _on_two_disks(net, folder, first)


def _come_in(net: World, tape: Tape, url: str, station: Station) -> None:
    with tape.of("code_unknown"):
        _refused(lambda: station.enrol(Invitation.of(url, "AAAA-AAAA-AAAA")))
    with tape.of("enrol"):
        station.enrol(Invitation.of(url, net.hub.enrol_code("kassa", [THEATRE]).text), "Kassa 1")
    with tape.of("health"):
        assert station.is_heard(Patience())
    with tape.of("first_list"):
        station.courier().carry()


def _tickets(station: Station) -> None:
    _give(station, CODES[0], Party(children=2))
    _give(station, GROUP, offer=PLAY, group=(CODES[1], CODES[2]))
    undone = _give(station, CODES[3])
    station.desk(lambda: False).counter.undo(undone, Role.MANAGER, "slip")
    _give(station, CODES[3], Party(purpose=Purpose.RESERVE), offer=PLAY)
    _give(station, CODES[3], Party(purpose=Purpose.COLLECT), offer=PLAY)
    booked = _give(station, CODES[4], Party(purpose=Purpose.RESERVE), offer=PLAY)
    station.desk(lambda: False).bookings.release(booked, Role.MANAGER)


def _trust(net: World, tape: Tape, url: str, station: Station) -> None:
    identity = station.identity
    assert identity is not None
    with tape.of("new_token"):
        with net.hub.database.write() as tx:
            trust.roll(tx, net.hub.vault, identity.desk)
        station.courier().carry()
    with tape.of("shut_out"):
        with net.hub.database.write() as tx:
            trust.revoke(tx, identity.desk, net.hub.clock.now())
        offers = {offer.id: offer for offer in station.registers.network().offers}
        station.desk(lambda: False).quotas.put(offers[OFFER], DAY, 8, Role.MANAGER)
        with suppress(HubRevoked):
            station.courier().carry()
        with line_to(station) as line:
            _refused(lambda: line.rights(RightsRequest()))
    with tape.of("enrol_again"):
        station.enrol(Invitation.of(url, net.hub.enrol_code("kassa", [THEATRE]).text))
        station.courier().carry()


def _by_rights(station: Station) -> None:
    """A booking is let go, a group books, and a manager lifts what the rules say: of a play that has a number."""
    booked = _give(station, CODES[8], Party(purpose=Purpose.RESERVE), offer=PLAY)
    station.desk(lambda: False).bookings.release(booked, Role.MANAGER)
    students = Party(representative=Representative.STUDENT, purpose=Purpose.RESERVE)
    _give(station, OTHER_GROUP, students, offer=PLAY, group=(CODES[9], CODES[10]))
    again = _ask(station, CODES[3], offer=PLAY)
    counter = station.desk(lambda: False).counter
    assert not counter.give(again).giving
    lifted = frozenset({Reason.ALREADY})
    lifting = replace(again, overrides=lifted, override_reason=OverrideReason.AGREED, role=Role.MANAGER)
    assert counter.give(lifting).giving


def _from_paper(tape: Tape, station: Station) -> None:
    """Two rows of a sheet: one as the rules have it, and one of a card that was closed since."""
    paper, choice = station.desk(lambda: True).paper, _ask(station, CODES[7], offer=PLAY).choice
    at = station.clock.now().astimezone(HELSINKI) - timedelta(minutes=30)
    for name, code in (("e" * 32, CODES[6]), ("f" * 32, CODES[7])):
        row = PaperRow(name, f"{at:%d.%m.%Y}", f"{at:%H.%M}", choice, code.reveal(), children=1)
        assert paper.record(row).is_done
    with tape.of("paper"):
        station.courier().carry()


def _told_anew(tape: Tape, station: Station) -> None:
    """What a bad line has spoilt, so that the hub did not accept it, is told once more."""
    undone = _give(station, CODES[11], offer=PLAY)
    station.desk(lambda: False).counter.undo(undone, Role.MANAGER, "slip")
    booked = _give(station, CODES[8], Party(purpose=Purpose.RESERVE), offer=PLAY)
    station.desk(lambda: False).bookings.release(booked, Role.MANAGER)
    with line_to(station) as line:
        courier_on(station, Garbles(line)).carry()
    cases = station.desk(lambda: True).cases
    refused = [each.case for each in cases.lines() if each.anew]
    with tape.of("told_anew"):
        for case in sorted(refused, key=lambda case: case.sides[0].kind):
            cases.send_anew(case.id, Role.MANAGER)
        station.courier().carry()


def _on_two_disks(net: World, folder: Path, station: Station) -> None:
    """A copy of the desk's disk goes on beside it."""
    copy = folder / "copy"
    shutil.copytree(station.folder, copy)
    _give(station, CODES[11], offer=PLAY)
    station.courier().carry()
    with Station.open(copy, FileVault(copy), net.clock) as other:
        _give(other, CODES[8], offer=PLAY)
        other.courier().carry()


def masked(value: Any, names: dict[str, str] | None = None) -> Any:
    """A message with everything that chance made named in the order in which it first comes up; headers and cards opened."""
    return _masked(value, {} if names is None else names, "")


def write(folder: Path, said: dict[str, list[dict[str, Any]]]) -> None:
    """The golden files."""
    for name, exchanges in said.items():
        text = json.dumps(exchanges, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", "utf-8")


def read(folder: Path = GOLDEN) -> dict[str, list[dict[str, Any]]]:
    """What the golden files hold, in the order in which it was said."""
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    return {name: files[name] for name in sorted(files, key=ORDER.index)}


ORDER = (
    *("code_unknown", "enrol", "health", "first_list", "number_and_lease", "tickets", "rights"),
    *("number_offline", "in_vain", "settled", "by_rights", "paper", "day", "export", "new_token", "shut_out"),
    *("enrol_again", "told_anew", "forked"),
)
"""What is said in the scene, in its order."""


def _masked(value: Any, names: dict[str, str], key: str) -> Any:
    match value:
        case dict():
            return {name: _masked(each, names, name) for name, each in value.items()}
        case list():
            rows = [_masked(each, names, key) for each in value]
            return sorted(rows) if key == "upon" else rows
        case str() if key in _JSON_INSIDE and value:
            return _masked(json.loads(base64.b64decode(value)), names, "")
        case str() if key in _BYTES and value:
            size = len(base64.b64decode(value))
            return names.setdefault(value, f"<{size if key != 'sealed' else 'some'} bytes {len(names)}>")
        case str() if key == "program":
            return "<program>"
        case str():
            return _CHANCE.sub(lambda found: _named(found[0], names), value)
        case int() if key == "bytes":
            return "<bytes>"
        case _:
            return value


def _named(found: str, names: dict[str, str]) -> str:
    return found if set(found) == {"0"} else names.setdefault(found, f"<{len(names)}>")


def _ask(
    station: Station,
    code: CardCode,
    party: Party | None = None,
    *,
    offer: str = OFFER,
    group: tuple[CardCode, ...] = (),
) -> Ask:
    now = station.clock.now()
    (choice,) = [line.choice for line in station.desk(lambda: False).programme() if line.offer.id == offer]
    return Ask(
        CardRead(code.reveal(), Source.TYPED, now),
        choice,
        party or Party(),
        tuple(CardRead(each.reveal(), Source.TYPED, now) for each in group),
    )


def _give(
    station: Station,
    code: CardCode,
    party: Party | None = None,
    *,
    offer: str = OFFER,
    group: tuple[CardCode, ...] = (),
) -> str:
    """Tickets, without a line; the giving's id."""
    look = station.desk(lambda: False).counter.give(_ask(station, code, party, offer=offer, group=group))
    assert look.giving, look.verdict.main.reason
    return look.giving


def _refused(ask: Callable[[], object]) -> None:
    try:
        ask()
    except HubRefused:
        return
    raise AssertionError("the hub did not refuse")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        write(GOLDEN, said_today(Path(place)))
