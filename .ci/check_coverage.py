"""Hold the coverage floors: 95 % of everything, and every branch of the files that .ci/perfect.txt lists.

Reads the combined data that `make test MEASURE=yes` leaves. A listed glob that matches no file is an error, and so is a
`pragma: no cover` in a listed file.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from coverage import Coverage

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "build/coverage/data"
FLOOR = 95.0
SHOWN = 12
"""Gaps of one file that are named."""


def main() -> int:
    """Print what is below its floor; 0 when nothing is."""
    report = _report()
    overall = float(report["totals"]["percent_covered"])
    complaints = list(_imperfect(report["files"]))
    if overall < FLOOR:
        complaints.append(f"overall: {overall:.2f} % is below {FLOOR:g} % (`coverage report` lists the gaps)")
    for complaint in complaints:
        print(complaint)
    if any((ROOT / name).stat().st_mtime > DATA.stat().st_mtime for name in report["files"]):
        print("Code has changed since it was measured: `make test MEASURE=yes` measures anew.")
    outcome = "not all floors hold" if complaints else "all floors hold"
    print(f"Coverage: {overall:.2f} % of lines and branches; {outcome}.")
    return 1 if complaints else 0


def _report() -> dict[str, Any]:
    coverage = Coverage(config_file=str(ROOT / "pyproject.toml"))
    coverage.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.json")
        coverage.json_report(outfile=str(path))
        report: dict[str, Any] = json.loads(path.read_text())
    return report


def _imperfect(files: dict[str, Any]) -> list[str]:
    complaints = []
    for pattern in _patterns():
        paths = sorted(ROOT.glob(pattern))
        if not paths:
            complaints.append(f".ci/perfect.txt: {pattern} matches no file")
        for path in paths:
            name = path.relative_to(ROOT).as_posix()
            if "pragma: no cover" in path.read_text():
                complaints.append(f"{name}: a listed file excludes nothing by pragma")
            if name not in files:
                complaints.append(f"{name}: was not measured")
                continue
            lines, branches = files[name]["missing_lines"], files[name]["missing_branches"]
            if lines or branches:
                gaps = [str(line) for line in lines] + [f"{start}->{end}" for start, end in branches]
                more = f" and {len(gaps) - SHOWN} more" if len(gaps) > SHOWN else ""
                complaints.append(f"{name}: not covered: {', '.join(gaps[:SHOWN])}{more}")
    return complaints


def _patterns() -> list[str]:
    lines = (ROOT / ".ci/perfect.txt").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main())
