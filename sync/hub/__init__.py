"""The register server that desks sync with. Nothing of a desk in here."""
