"""A desk that is killed in the middle of its work: one process for each place to fall at, ended by SIGKILL.

    python -m tests.store.falling BASE OUT STORY PLACES

Copies the folder BASE into OUT once for each place, begins the story there in a process of its own and kills it. PLACES is
``commits`` (before and after each COMMIT) or ``statements`` (before each statement). Prints how many processes fell.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

from tests.store.story import STORIES, tell
from validator.store import engine

Fall = Callable[[], None]


def main(base: Path, out: Path, story: str, places: str) -> int:
    fallen = 0
    for moment in ("before", "after") if places == "commits" else ("before",):
        place = 0
        while True:
            place += 1
            folder = out / f"{place:03}-{moment}"
            shutil.copytree(base, folder)
            if not _fell(folder, story, places, place, moment):
                break
            fallen += 1
    return fallen


def _fell(folder: Path, story: str, places: str, place: int, moment: str) -> bool:
    """Whether the story was cut short; False where it has fewer places and came to its end."""
    child = os.fork()
    if child == 0:
        try:
            _mine(places, place, moment)
            tell(folder, STORIES[story])
        except BaseException:  # noqa: BLE001  the child must not go on as its parent
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True
    if os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"the story {story} failed by itself")
    return False


def _mine(places: str, place: int, moment: str) -> None:
    """Lay the charge, at the edge of the process: where the driver is called."""
    seen = 0

    def here() -> bool:
        nonlocal seen
        seen += 1
        return seen == place

    def statement(*_: object) -> None:
        if here():
            os.kill(os.getpid(), signal.SIGKILL)

    commit: Callable[[DefaultDialect, Any], None] = DefaultDialect.do_commit

    def do_commit(self: DefaultDialect, connection: Any) -> None:
        falls = here()
        if falls and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        commit(self, connection)
        if falls:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*arguments: Any, **options: Any) -> Any:
        connection = opened(*arguments, **options)
        # The driver's own word on each: some statements reach it past SQLAlchemy.
        connection.set_trace_callback(statement)
        return connection

    opened = engine.connect
    if places == "statements":
        setattr(engine, "connect", connect)  # noqa: B010  the process ends with it
    else:
        setattr(DefaultDialect, "do_commit", do_commit)  # noqa: B010  the process ends with it


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])}\n")
