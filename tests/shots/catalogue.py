"""The one list of the window's states: for `make shots`, for the walk of `tests/walk` and for the tests of dignity.

To add a state, write a function in a module of `tests/shots/states` (a new module there is found by itself):

    @state(Page.CLERK)
    def give_children(on: Stage) -> None:
        "A card that is valid, two children with it."
        on.show(HOLDER)
        on.clerk.flow.set_children(2)
        on.settled()

Its name is the state's (``give-children``), its docstring the caption below the picture. It gets a desk of its own, open and ready
for the first customer, and brings it there through the parts that a user would move: cards that are read, keys (`Stage.press`),
calls that a key or a thread makes. It waits for what it asked for (`Stage.settled`, `Stage.until`) and leaves nothing under way,
because language, look and size of texts change while it is shown. It returns nothing where the desk's window shows the state, else
the widget that does.

Another evening (``begin=``): a function that fills an empty folder and returns its `Theatre`; `evening` in `tests/shots/stage.py`
is the usual one. A state that is not met at 1024 x 700 or in all languages does not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.shots.stage import Begin, Stage, evening

Reach = Callable[[Stage], QWidget | None]


class Page(StrEnum):
    """Where in the program a state is seen; the rules of the clerk's page are the strictest."""

    BEFORE = "before"
    CLERK = "clerk"
    TEST = "test"
    PAPER = "paper"
    MANAGER = "manager"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class State:
    """One state of the window.

    Attributes:
        caption: what is to be seen, in a sentence.
        reach: brings a desk there.
        begin: what the desk's files hold before.
        passphrase: the files ask for one; then there is no desk yet.
    """

    name: str
    page: Page
    caption: str
    reach: Reach
    begin: Begin = evening
    passphrase: bool = False


_states: dict[str, State] = {}


def state(page: Page, *, begin: Begin = evening, passphrase: bool = False) -> Callable[[Reach], Reach]:
    """Put a state into the list."""

    def put(reach: Reach) -> Reach:
        name = reach.__name__.replace("_", "-")
        caption = (reach.__doc__ or "").strip()
        if name in _states or not caption:
            raise ValueError(f"{name}: a state has a name of its own and a caption")
        _states[name] = State(name, page, caption, reach, begin, passphrase)
        return reach

    return put


@lru_cache(maxsize=1)
def catalogue() -> tuple[State, ...]:
    """All of them, page by page."""
    for path in sorted(Path(__file__).with_name("states").glob("*.py")):
        import_module(f"tests.shots.states.{path.stem}")
    places = list(Page)
    return tuple(sorted(_states.values(), key=lambda each: places.index(each.page)))
