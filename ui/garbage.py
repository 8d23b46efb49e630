"""Python's search for garbage stops every thread: on a desk's hundred thousand lasting things it takes a tenth of a second.

So none is made while the program starts, and what lasts as long as the program does is never looked at again. What comes later is
little, and looked through in a moment.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """The program starts: nothing is looked through yet."""
    gc.disable()


def take_up() -> None:
    """The first page stands, and what there is by now lasts. Does nothing where the search was not put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
