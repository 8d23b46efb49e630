"""Opens a ledger in a folder that may not be written; a program of its own, since the superuser may write everywhere.

Prints ``read-only`` where the store said so, and ``untouched`` where the folder is as before.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.store.desk import KEY, begin
from validator.errors import StoreReadOnly
from validator.store.ledger import Ledger

NOBODY = 65534


def main(case: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if case == "started":
            begin(folder)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(NOBODY)
        try:
            with Ledger.open(folder, KEY) as ledger, ledger.write() as tx:
                tx.put_setting("language", "fi")
        except StoreReadOnly:
            sys.stdout.write("read-only\n")
        finally:
            if superuser:
                os.seteuid(0)
            folder.chmod(0o755)
        if {path.name: path.read_bytes() for path in folder.iterdir()} == before:
            sys.stdout.write("untouched\n")


if __name__ == "__main__":
    main(sys.argv[1])
