"""The desk's two encrypted files: the ledger that is never thrown away and the register that is always rebuildable."""
