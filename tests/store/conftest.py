from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import KEY, LIST_KEY, enrol
from validator.store.ledger import Ledger
from validator.store.register import Registers


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that nobody has enrolled yet."""
    with Ledger.open(tmp_path, KEY) as ledger:
        yield ledger


@pytest.fixture
def ledger(empty: Ledger) -> Ledger:
    """The ledger of an enrolled desk: its first entry is written."""
    with empty.write() as tx:
        enrol(tx)
    return empty


@pytest.fixture
def registers(ledger: Ledger, tmp_path: Path) -> Iterator[Registers]:
    """The desk's registers, without a list."""
    with Registers.open(tmp_path, LIST_KEY, ledger) as registers:
        yield registers
