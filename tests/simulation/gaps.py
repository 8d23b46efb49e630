"""What the program does not hold yet, by the invariant's name, with the reason: counted and printed apart, never skipped."""

KNOWN_GAPS = {
    "I13 grants": "A hub put back, untold, grants rights until a desk shows it its age, and none from then on.",
    "I13 feed": "A hub put back, untold, that never finds out, counts its feed on: who had heard more misses some.",
    "I13 list": "A hub put back, untold, that never finds out, counts its list on: a later number passes for its own.",
    "I13 forks": "A hub put back, untold, that never finds out, misses what it kept of a fork until more of it comes.",
}
