"""The desk's core: rules, store, scanning and use cases. No Qt and no HTTP anywhere in here."""

__version__ = "0.1.0"
