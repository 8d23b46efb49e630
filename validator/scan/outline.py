"""The outline of what was seen: corner points (x right, y down) in pixels of the picture that was handed in."""

from __future__ import annotations

Corners = tuple[tuple[float, float], ...]
"""In order around the symbol; empty where nobody knows."""
