"""The desk's window: PySide6 Widgets, and the only Qt of the project."""
