"""The hub as a process of its own, and as a thread of the demo."""

from __future__ import annotations

import json
import os
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.hub.cli import main
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.wire import Health
from tests.sync.stage import EVENING, SetClock, Till, set_the_stage
from validator.errors import ConfigError

HUB = [sys.executable, "-c", "from sync.hub.cli import main; main()"]
ROOT = Path(__file__).parents[3]


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A hub's process, and the address that it says."""
    command = [*HUB, "serve", "--data", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            assert said.startswith("listening on ")
            yield said.split()[-1], process
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    with Hub.create(tmp_path / "hub", "", clock) as hub:
        set_the_stage(hub)
    return tmp_path / "hub"


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2018, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = tmp_path / "hub.pem", tmp_path / "hub-key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return paths


def test_a_process_serves_desks_and_loses_nothing_when_it_is_killed(folder: Path, clock: SetClock) -> None:
    with Hub.open(folder, clock=clock) as hub:
        till = Till.at(hub)
        first, second = till.give(1), till.give(2)
        headers = {"Authorization": f"Bearer {till.token}"}
        with served(folder) as (url, process), httpx.Client(trust_env=False) as line:
            answer = line.post(f"{url}/v1/sync", content=till.body(first), headers=headers).json()
            process.kill()
        with served(folder) as (url, _), httpx.Client(trust_env=False) as line:
            again = line.post(f"{url}/v1/sync", content=till.body(first, second), headers=headers).json()
    assert [each["status"] for each in answer["answers"]] == ["accepted"]
    assert [each["status"] for each in again["answers"]] == ["duplicate", "accepted"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_process_ends_when_it_is_asked_to(folder: Path) -> None:
    with served(folder) as (_, process):
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) in {0, -signal.SIGTERM}


def test_a_thread_serves_the_demo(folder: Path, clock: SetClock) -> None:
    with Hub.open(folder, clock=clock) as hub:
        with HubServer(hub, Listening(port=0)) as server, httpx.Client(trust_env=False) as line:
            health = Health.model_validate_json(line.get(f"{server.url}/v1/health").content)
        assert health.hub_time == EVENING
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{server.url}/v1/health", trust_env=False)


def test_tls_with_the_hubs_own_certificate(folder: Path, certificate: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    listening = Listening("localhost", 0, *certificate)
    with Hub.open(folder) as hub, HubServer(hub, listening) as server:
        port = server.url.rpartition(":")[2]
        assert server.url.startswith("https://")
        assert (
            httpx.get(f"https://localhost:{port}/v1/health", verify=context, trust_env=False).status_code
            == 200
        )


@pytest.mark.parametrize(
    "listening",
    [
        Listening("0.0.0.0"),  # noqa: S104  that is what is refused
        Listening("192.0.2.1"),
        Listening("::"),
        Listening("hub.example"),
        Listening(certificate=Path("only.pem")),
        Listening(key=Path("only.pem")),
    ],
)
def test_tokens_never_travel_in_clear(listening: Listening) -> None:
    with pytest.raises(ConfigError):
        listening.check()


@pytest.mark.parametrize(
    "listening",
    [
        Listening(),
        Listening("::1"),
        Listening("127.0.0.53"),
        Listening("localhost"),
        Listening("0.0.0.0", is_behind_proxy=True),  # noqa: S104  the operator has said so
        Listening("0.0.0.0", 1, Path("c.pem"), Path("k.pem")),  # noqa: S104  with TLS
    ],
)
def test_where_a_hub_may_listen(listening: Listening) -> None:
    listening.check()


def test_a_port_that_is_taken(folder: Path) -> None:
    with Hub.open(folder) as hub, HubServer(hub, Listening(port=0)) as server:
        port = int(server.url.rpartition(":")[2])
        with pytest.raises(ConfigError):
            HubServer(hub, Listening(port=port))


# Commands


@dataclass
class Shell:
    """The command as a shell sees it, but in this process."""

    patch: pytest.MonkeyPatch
    output: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> tuple[int, str]:
        self.patch.setattr(sys, "argv", ["kaikuportti-hub", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = self.output.readouterr()
        return int(left.value.code or 0), said.out + said.err


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


def test_init_makes_a_hub_once(shell: Shell, tmp_path: Path) -> None:
    assert shell("init", "--data", tmp_path / "new")[0] == 0
    assert shell("init", "--data", tmp_path / "new") == (
        2,
        "kaikuportti-hub: there is a hub in this place already\n",
    )
    with Hub.open(tmp_path / "new") as hub, hub.read() as register:
        assert (register.network().areas, len(register.network().rule_sets)) == ((), 2)


def test_init_with_the_sample_network_sets_the_demos_clock(shell: Shell, tmp_path: Path) -> None:
    assert shell("init", "--sample", "--data", tmp_path / "new")[0] == 0
    with Hub.open(tmp_path / "new") as hub, hub.read() as register:
        now = hub.clock.now()
        assert len(register.network().areas) == 6
        assert now.date() == EVENING.date()
        answer = Till.at(hub, register.network().venues[0].id).sync()
    assert answer.network is not None
    assert answer.network.demo_offset_seconds < 0


def test_enrol_says_a_code_and_an_invitation(
    shell: Shell, folder: Path, certificate: tuple[Path, Path], tmp_path: Path
) -> None:
    options = ["--data", folder, "--venue", "theatre", "--venue", "museum", "--name", "Lippukassa"]
    code, plain = shell("enrol", *options)
    assert (code, plain.split()[0].count("-")) == (0, 2)
    address = ["--hub-url", "https://hub.example:8765"]
    told = json.loads(shell("enrol", *options, *address, "--certificate", certificate[0], "--json")[1])
    fields = parse_qs(urlsplit(told["invitation"]).query)
    assert told["invitation"].startswith("kaikuportti://enrol?")
    assert (fields["hub"], fields["code"]) == (["https://hub.example:8765"], [told["code"]])
    assert len(fields["pin"][0]) == 64
    assert "https%3A%2F%2Fhub.example%3A8765" in shell("enrol", *options, *address)[1]
    for wrong in (certificate[1], tmp_path / "none.pem"):
        assert shell("enrol", *options, *address, "--certificate", wrong)[0] == 2


def test_commands_on_a_hub_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    for arguments in (
        ("enrol", "--venue", "theatre"),
        ("serve", "--port", "0"),
        ("serve", "--host", "0.0.0.0"),  # noqa: S104
    ):
        code, said = shell(*arguments, "--data", tmp_path / "nothing")
        assert (code, said.startswith("kaikuportti-hub: ")) == (2, True)
    assert not (tmp_path / "nothing").exists()


def test_the_hubs_folder_is_nobody_elses(tmp_path: Path) -> None:
    Hub.create(tmp_path / "new").close()
    modes = {
        path.name: path.stat().st_mode & 0o077 for path in [tmp_path / "new", *(tmp_path / "new").iterdir()]
    }
    assert set(modes.values()) == ({0} if os.name == "posix" else set(modes.values()))


def test_a_place_where_no_folder_can_be(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, said = shell("init", "--data", tmp_path / "file" / "hub")
    assert (code, said) == (2, "kaikuportti-hub: the hub's folder cannot be made\n")


def test_a_lost_key_is_told(shell: Shell, folder: Path) -> None:
    (folder / "hub.key").rename(folder / "elsewhere.key")
    code, said = shell("enrol", "--venue", "theatre", "--data", folder)
    assert (code, "hub.key is missing" in said) == (2, True)


def test_details_follow_the_sentence(shell: Shell, folder: Path) -> None:
    said = shell("enrol", "--venue", "nowhere", "--data", folder)
    assert said == (2, "kaikuportti-hub: a desk needs venues of the register (missing: ['nowhere'])\n")
