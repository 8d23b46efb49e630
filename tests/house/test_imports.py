"""What each program pulls in, seen in a process of its own where importing the wrong package ends it.

A shadow of each forbidden package is put first on the path; importing it leaves with `FORBIDDEN`, which no
``except ImportError`` can hide. The path is inherited, so the programs' own child processes are watched too.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sync.hub import sample

ROOT = Path(__file__).resolve().parents[2]
DESK_PACKAGES = ("PySide6", "shiboken6", "cv2", "numpy", "pyzbar", "zxingcpp", "sqlcipher3", "keyring")
HUB_PACKAGES = ("fastapi", "starlette", "uvicorn", "psycopg", "reportlab")
BEHIND = (
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "requests",
    "pydantic",
    "keyring",
    "cv2",
    "numpy",
    *HUB_PACKAGES,
)
QT = ("PySide6", "shiboken6")
FORBIDDEN = 97
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
"""
RUN_DESK = "import sys; from ui.program import main; sys.argv[0] = 'kaikuportti'; sys.exit(main())"


def run(
    tmp_path: Path, forbidden: tuple[str, ...], code: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    shadows = tmp_path / "shadows"
    shadows.mkdir()
    for name in forbidden:
        told = f"print('{name} was imported', file=sys.stderr, flush=True)"
        (shadows / f"{name}.py").write_text(f"import os, sys\n{told}\nos._exit({FORBIDDEN})\n")
    # Homes of every platform lead into the test's folder, so that no run meets a real desk's data.
    homes = {
        name: str(tmp_path)
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA")
    }
    path = os.pathsep.join([str(shadows), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, **homes, "PYTHONPATH": path},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_a_shadow_ends_the_process(tmp_path: Path) -> None:
    code = "try:\n    import cv2\nexcept BaseException:\n    pass"
    assert run(tmp_path, ("cv2",), code).returncode == FORBIDDEN


@pytest.mark.parametrize(
    ("modules", "forbidden"),
    [
        pytest.param(["sync.hub"], DESK_PACKAGES, id="all of the hub, without a desk's packages"),
        pytest.param(["ui", "validator"], HUB_PACKAGES, id="all of the window, without a hub's packages"),
        pytest.param(["sync.cli", "ui.program"], (*QT, *HUB_PACKAGES), id="headless commands, without both"),
        pytest.param(["validator", "sync"], QT, id="all below the window, without Qt"),
        pytest.param(["ui.app"], BEHIND, id="what is in the window first, without what is behind it"),
        pytest.param(
            ["validator.domain"], ("sqlalchemy", "pydantic", "cryptography", "requests"), id="the rules"
        ),
    ],
)
def test_modules_import_without(tmp_path: Path, modules: list[str], forbidden: tuple[str, ...]) -> None:
    done = run(tmp_path, forbidden, IMPORT_ALL, *modules)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--help"], marks=pytest.mark.long),
        ["doctor", "--json"],
        pytest.param(["check", "NO-SUCH-CODE"], marks=pytest.mark.long),
    ],
)
def test_headless_commands_run_without_qt(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, QT, RUN_DESK, *arguments)
    assert done.returncode != FORBIDDEN, done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_gives_a_ticket_without_qt(tmp_path: Path) -> None:
    code = next(card["code"] for card in sample.listing()["cards"] if card["status"] == "active")
    done = run(tmp_path, QT, RUN_DESK, "demo", "--once", code)
    assert done.returncode in {0, 3}, done.stderr
    assert {"code", "verdict", "sentence", "trace"} <= json.loads(done.stdout).keys()
