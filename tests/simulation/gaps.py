"""What the program does not hold yet, by the invariant's name, with the reason: counted and printed apart, never skipped."""

KNOWN_GAPS = {
    "I6 own": "A desk on an old copy of its disk is not told what it gave itself since: it has to be enrolled anew.",
    "I13 grants": "A hub that was put back grants rights before every desk has reported: the first that has shows it its age.",
    "I13 feed": "A hub that was put back counts its feed on from the backup: who had heard more misses what gets old numbers.",
}
