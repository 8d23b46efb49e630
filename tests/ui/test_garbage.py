"""What lasts is not looked through for garbage: the search would stop the window."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ui import garbage


@pytest.fixture
def as_before() -> Iterator[None]:
    """The search goes on as pytest has it."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("as_before")
def test_the_search_is_put_off_until_the_first_page_stands_and_leaves_out_what_there_is_by_then() -> None:
    before = gc.get_freeze_count()
    garbage.take_up()
    assert gc.get_freeze_count() == before, "nothing was put off"
    garbage.put_off()
    assert not gc.isenabled()
    garbage.take_up()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before
