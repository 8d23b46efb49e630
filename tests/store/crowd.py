"""Several threads of one process that give tickets on one ledger at a time.

    python -m tests.store.crowd FOLDER FIRST THREADS EACH

Gives the numbers from FIRST on; prints what was given.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.store.desk import KEY, giving, holder
from validator.store.ledger import Ledger


def main(folder: Path, first: int, threads: int, each: int) -> None:
    given: list[int] = []
    with Ledger.open(folder, KEY, busy=60) as ledger:

        def give(start: int) -> None:
            for number in range(start, start + each):
                with ledger.write() as tx:
                    tx.append(giving(number, holder(f"card-{number}")))
                given.append(number)

        crowd = [threading.Thread(target=give, args=(first + place * each,)) for place in range(threads)]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
    sys.stdout.write(" ".join(map(str, sorted(given))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
