"""The guards of tests/conftest.py and the floors of .ci/check_coverage.py bite: each sees something bad."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run_pytest(tmp_path: Path, body: str) -> str:
    """Run the tests in ``body`` under our conftest; the closing lines."""
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_it.py").write_text(body)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "pytest_timeout",
        "-p",
        "pytestqt.plugin",
        "-o",
        "testpaths=.",
    ]
    env = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # the others only cost time here
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    return done.stdout


@pytest.mark.parametrize("daemon", [True, False])
def test_a_thread_left_running_fails_its_own_test(tmp_path: Path, daemon: bool) -> None:
    out = run_pytest(
        tmp_path,
        "import threading\n"
        "stop = threading.Event()\n"
        "def test_leaves():\n"
        f"    threading.Thread(target=stop.wait, args=[30], name='left-over', daemon={daemon}).start()\n"
        "def test_innocent():\n"
        "    stop.set()\n",
    )
    assert "threads left running: ['left-over']" in out
    assert "2 passed, 1 error" in out
    assert "ERROR test_it.py::test_leaves" in out


def test_a_warning_in_the_log_fails_unless_the_test_expects_it(tmp_path: Path) -> None:
    out = run_pytest(
        tmp_path,
        "import logging, pytest\n"
        "def test_warns():\n"
        "    logging.getLogger('desk').warning('odd')\n"
        "def test_informs():\n"
        "    logging.getLogger('desk').info('fine')\n"
        "@pytest.mark.allow_log\n"
        "def test_expects():\n"
        "    logging.getLogger('desk').warning('odd')\n",
    )
    assert "WARNING desk: odd" in out
    assert "3 passed, 1 error" in out
    assert "ERROR test_it.py::test_warns" in out


def test_a_warning_of_python_or_qt_fails(tmp_path: Path) -> None:
    out = run_pytest(
        tmp_path,
        "import warnings\n"
        "from PySide6.QtCore import qWarning\n"
        "def test_python():\n"
        "    warnings.warn('old', DeprecationWarning)\n"
        "def test_qt():\n"
        "    qWarning('odd')\n",
    )
    assert "2 failed" in out


def test_a_long_test_waits_to_be_asked_for(tmp_path: Path) -> None:
    out = run_pytest(
        tmp_path,
        "import pytest\n"
        "@pytest.mark.long\n"
        "def test_slow():\n"
        "    raise AssertionError\n"
        "def test_quick():\n"
        "    pass\n",
    )
    assert "1 passed, 1 deselected" in out


@pytest.mark.parametrize(
    ("listed", "called", "complaint"),
    [
        ("validator/rule.py", "rule(True), rule(False)", None),
        ("validator/rule.py", "rule(True)", "validator/rule.py: not covered: 4, 2->4"),
        ("validator/none/*.py", "rule(True), rule(False)", "validator/none/*.py matches no file"),
        ("validator/__init__.py", "rule(True)", "overall: 66.67 % is below 95 %"),
    ],
)
def test_the_coverage_floors(tmp_path: Path, listed: str, called: str, complaint: str | None) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/check_coverage.py", tmp_path / ".ci")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".ci/perfect.txt").write_text(f"# listed\n{listed}\n")
    for package in ("assets", "sync", "ui", "validator"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("")
    rule = "def rule(so: bool) -> int:\n    if so:\n        return 1\n    return 2\n"
    (tmp_path / "validator/rule.py").write_text(rule)
    (tmp_path / "try.py").write_text(f"from validator.rule import rule\n{called}\n")
    (tmp_path / "build/coverage").mkdir(parents=True)
    # The measuring of this very test run must not reach into the run that is looked at.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    coverage = [sys.executable, "-m", "coverage"]
    # In a process of the process, as our own programs are started by the tests.
    inner = "import subprocess, sys; subprocess.run([sys.executable, 'try.py'], check=True)"
    (tmp_path / "outer.py").write_text(inner)
    subprocess.run([*coverage, "run", "outer.py"], cwd=tmp_path, env=env, check=True)
    subprocess.run([*coverage, "combine", "--quiet"], cwd=tmp_path, env=env, check=True)
    done = subprocess.run(
        [sys.executable, ".ci/check_coverage.py"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (0 if complaint is None else 1)
    assert (complaint or "all floors hold") in done.stdout
