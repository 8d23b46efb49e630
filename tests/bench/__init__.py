"""Benches. Whoever is measured computes on one core, as in the program: that has to be said before numpy is loaded."""

import validator.scan  # noqa: F401  (says it)
