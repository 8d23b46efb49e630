"""A page that shows and hides many parts at once is laid out once. Left alone, Qt lays it out at each of them, before the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(page: QWidget) -> Iterator[None]:
    """Nothing in the page gets a new place meanwhile; the event loop gives them all theirs, before it paints."""
    parts = (page, *page.findChildren(QWidget))
    layouts = [layout for part in parts if (layout := part.layout()) is not None and layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
