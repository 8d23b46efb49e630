"""Gives tickets until the operating system refuses to let a file grow; a program of its own, since the bound stays.

Prints the error's name and how many were given.
"""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path

from tests.store.desk import KEY, giving
from validator.errors import StoreError
from validator.store.ledger import Ledger


def main(folder: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    given = 0
    with Ledger.open(folder, KEY) as ledger:
        try:
            while True:
                with ledger.write() as tx:
                    tx.append(giving(1000 + given))
                given += 1
        except StoreError as error:
            sys.stdout.write(f"{type(error).__name__} {given}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
