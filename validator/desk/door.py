"""The door to the manager's page: a PIN, tried against the clock, remembered in the ledger."""

from __future__ import annotations

from validator.desk.means import Means
from validator.desk.pin import PinAnswer, PinState, set_pin, try_pin

_SETTING = "manager_pin"


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
        """Try the PIN; wrong tries are counted, also over a restart."""
        with self._means.ledger.write() as books:
            answer, state = try_pin(pin, PinState.load(books.setting(_SETTING)), self._means.time.now())
            books.put_setting(_SETTING, state.dump())
        return answer
