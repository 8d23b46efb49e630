"""The commands that a newcomer and a submission rely on."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {"bench", "check", "clean", "demo", "lock", "long", "setup", "shots", "simulate", "soak", "test"}


def make(*arguments: str) -> str:
    # Not as a part of the make that may have started these tests.
    env = {
        name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}
    }
    done = subprocess.run(["make", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_help_is_the_default_and_tells_every_command() -> None:
    told = dict(re.findall(r"^  make ([a-z]+) +(\S.*)$", make(), re.MULTILINE))
    assert told.keys() >= PROMISED
    phony = set(re.findall(r"^\.PHONY: (\w+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert told.keys() == phony


def test_simulate_hands_its_numbers_on() -> None:
    plan = make("--dry-run", "simulate", "SEED=7", "DAYS=3")
    assert "-m tests.simulation --seed 7 --days 3" in " ".join(plan.split())


def test_soak_hands_its_numbers_on() -> None:
    plan = make("--dry-run", "soak", "SECONDS=20", "SEED=7")
    assert "-m tests.soak --seconds 20 --seed 7" in " ".join(plan.split())


def test_a_submission_must_pass_the_tests_and_the_checks() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    steps = [line for line in script.read_text().splitlines() if line and not line.startswith("#")]
    settings = ["export MEASURE=yes", "export SCREEN=needed"]
    assert steps == ["set -eu", 'cd "$(dirname "$0")/.."', *settings, "make test", "make check"]


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="elsewhere it names what is missing, and goes on")
def test_the_system_script_is_silent_when_all_is_there() -> None:
    done = subprocess.run([ROOT / ".ci/system"], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
