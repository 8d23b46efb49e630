"""The door to the manager's page: a PIN, tried against the clock, remembered in the ledger.

A forgotten one is set anew with a one-time code of the house's, which this desk knows by the hub's signed word. Nobody guesses
such a code, so it is looked at while a lock-out lasts too.
"""

from __future__ import annotations

import json
from datetime import datetime

from validator.desk.means import Means
from validator.desk.pin import PinAnswer, PinState, set_pin, try_pin
from validator.domain.reset import Reset
from validator.store.transaction import Reading, Writing

_SETTING = "manager_pin"
_RESET, _USED = "pin_reset", "pin_reset_used"


class ManagerDoor:
    """Opens for the right PIN. What it opens is a page; what a manager may do is asked of `Role.MANAGER` again at each act."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def has_pin(self) -> bool:
        """Whether a PIN was ever set; the first run asks for one."""
        with self._means.ledger.read() as books:
            return bool(PinState.load(books.setting(_SETTING)).hashed)

    def set_pin(self, pin: str) -> None:
        """Set the PIN.

        Raises:
            ValueError: it is too short.
        """
        state = set_pin(pin)
        with self._means.ledger.write() as books:
            books.put_setting(_SETTING, state.dump())

    def try_pin(self, pin: str) -> PinAnswer:
        """Try the PIN, or the house's code; wrong tries are counted, also over a restart."""
        with self._means.ledger.write() as books:
            if _fits(books, pin, self._means.time.now()):
                return PinAnswer(right=False, resets=True)
            answer, state = try_pin(pin, PinState.load(books.setting(_SETTING)), self._means.time.now())
            books.put_setting(_SETTING, state.dump())
        return answer

    def reset_pin(self, code: str, pin: str) -> bool:
        """Set the PIN with the house's code, which is spent by it. Whether it was the code.

        Raises:
            ValueError: the PIN is too short.
        """
        state = set_pin(pin)
        with self._means.ledger.write() as books:
            if not _fits(books, code, self._means.time.now()):
                return False
            reset = _pending(books)
            books.put_setting(_SETTING, state.dump())
            books.put_setting(_USED, None if reset is None else reset.id)
            books.put_setting(_RESET, None)
        return True


def keep_reset(books: Writing, reset: Reset) -> None:
    """Keep the hub's word; one that was used already means nothing any more."""
    if reset.id == books.setting(_USED) or reset == _pending(books):
        return
    row = {"id": reset.id, "digest": reset.digest, "until": reset.until.isoformat()}
    books.put_setting(_RESET, json.dumps(row))


def _pending(books: Reading) -> Reset | None:
    text = books.setting(_RESET)
    if text is None:
        return None
    row = json.loads(text)
    return Reset(row["id"], row["digest"], datetime.fromisoformat(row["until"]))


def _fits(books: Reading, code: str, now: datetime) -> bool:
    reset = _pending(books)
    return reset is not None and reset.fits(code, now)
