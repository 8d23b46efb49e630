"""PDF sheets as a scanner would see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]

POINTS_PER_INCH = 72


def pages(pdf: bytes | Path, dots_per_inch: int) -> Iterator[Any]:
    """Each page as an array of grey dots."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            dots = page.render(scale=dots_per_inch / POINTS_PER_INCH, grayscale=True).to_numpy()
            yield np.ascontiguousarray(dots.squeeze())


def properties(pdf: bytes | Path) -> dict[str, str]:
    """What the file says of itself."""
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())
