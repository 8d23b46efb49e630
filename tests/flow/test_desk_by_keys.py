"""The desk driven as a clerk drives it: the real program in a real window on a screen in memory, a real hub, keys of a keyboard.

What came of it is read from the window's accessible tree and from the desk's own ledger. Where there can be no such screen these
tests are skipped; `.ci/run` has them fail.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.demo import Demo
from tests.flow.evening import CODES, Till, evening, till
from tests.flow.keyboard import FAST, SLOW
from tests.flow.screen import Screen, demand_screen, screen
from tests.flow.spoken import PATIENCE
from tests.scan.printed import card as printed
from tests.scan.printed import on_desk, packed
from ui.words import camera_state, giving_state
from validator.scan.state import CameraState

pytestmark = pytest.mark.timeout(900)
"""Each starts programs, and on a busy machine each start takes half a minute; the long monkey alone types for two."""

PLAIN, SECOND, THIRD = CODES["kainuu-children-0"], CODES["kainuu-second"], CODES["kainuu-third"]
FAMILY, COMMUNITY, CLOSED = CODES["kainuu-children-2"], CODES["kainuu-community"], CODES["kainuu-closed"]
CONFIRMED = giving_state("confirmed", voided=False)
MONKEY_SECONDS = 4.0
LONG_MONKEY_SECONDS = 120.0


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    demand_screen()
    with screen() as made:
        yield made


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, display: Screen) -> Path:
    """A demo's folder with its hub and a desk, in which nothing was given yet."""
    folder = tmp_path_factory.mktemp("begun")
    with Demo(folder, desks=1):
        return folder


@pytest.fixture
def place(begun: Path, tmp_path: Path) -> Path:
    """Each test's own copy of it."""
    return shutil.copytree(begun, tmp_path / "demo")


@pytest.fixture(scope="module")
def shared(
    begun: Path, display: Screen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Demo, Till]]:
    """One window for the tests that leave it as they found it."""
    folder = shutil.copytree(begun, tmp_path_factory.mktemp("shared") / "demo")
    with evening(display, folder) as both:
        yield both


@pytest.fixture
def clerk(shared: tuple[Demo, Till]) -> Iterator[Till]:
    """Somebody at that window, with nobody before them."""
    _, clerk = shared
    clerk.clear()
    yield clerk
    clerk.clear()


def test_one_scan_and_one_enter_give_the_ticket(clerk: Till) -> None:
    before = clerk.keys.count
    clerk.scan(PLAIN)
    assert clerk.tickets(PLAIN) == []
    clerk.give(1)
    assert clerk.keys.count == before + 1
    assert clerk.tickets(PLAIN) == [1]


def test_a_code_is_typed_and_looked_at_by_enter(clerk: Till) -> None:
    clerk.keys.type(SECOND.lower())
    clerk.spoken.until(lambda: SECOND in [each.text.upper() for each in clerk.spoken.things()])
    clerk.keys.press("Return")
    clerk.until_shows(SECOND)
    assert clerk.tickets(SECOND) == []
    clerk.give(1)
    assert clerk.tickets(SECOND) == [1]


def test_children_and_an_assistant_come_along_by_a_key_each(clerk: Till) -> None:
    clerk.scan(FAMILY)
    clerk.keys.press("plus", "plus", "a")
    clerk.give(4)
    assert clerk.tickets(FAMILY) == [4]
    clerk.keys.press("ctrl+z")
    clerk.spoken.until_says(clerk.say(giving_state("confirmed", voided=True), "state"))
    assert clerk.tickets(FAMILY) == []


def test_a_group_goes_on_in_another_language_and_without_the_card_that_does_not_hold(clerk: Till) -> None:
    clerk.keys.scan(COMMUNITY)
    clerk.until_says("group.next")
    clerk.scan_member(THIRD)
    clerk.keys.press("F8")
    clerk.language = "sv"
    clerk.until_says("group.next")
    clerk.scan_member(CLOSED)
    clerk.spoken.until(lambda: clerk.button(clerk.say("group.go_on", n=1)) is not None)
    clerk.keys.press("Return")
    clerk.give(2)
    clerk.keys.press("F8", "F8", "F8")
    clerk.language = "fi"
    clerk.until_says("give.done", n=2)
    assert clerk.tickets(COMMUNITY) == [2]


def test_a_declined_card_gives_nothing_whatever_enter_is_pressed(clerk: Till) -> None:
    before = clerk.given()
    clerk.scan(CLOSED)
    clerk.keys.press("Return", "Return", "KP_Enter", "space")
    clerk.keys.scan(CLOSED)
    clerk.until_shows(CLOSED)
    assert clerk.given() == before


@pytest.mark.long
def test_the_camera_is_unplugged_and_comes_back(display: Screen, place: Path, tmp_path: Path) -> None:
    camera, away = tmp_path / "camera", tmp_path / "unplugged"
    camera.mkdir()
    with evening(display, place, {"CAMERA": str(camera)}) as (_, clerk):
        _hold_up(clerk, camera, PLAIN)
        clerk.give(1)
        camera.rename(away)
        clerk.until_says(camera_state(CameraState.LOST), "state")
        clerk.scan(SECOND)
        clerk.give(1)
        clerk.clear()
        away.rename(camera)
        _hold_up(clerk, camera, THIRD)
        clerk.give(1)
        assert [clerk.tickets(code) for code in (PLAIN, SECOND, THIRD)] == [[1], [1], [1]]


@pytest.mark.long
def test_the_window_is_closed_with_unsent_tickets_and_opened_again(display: Screen, place: Path) -> None:
    with Demo(place, desks=1) as demo:
        with till(display, place / "desk-1") as clerk:
            clerk.until_ready()
            demo.cut()
            clerk.scan(FAMILY)
            clerk.give(1)
            clerk.keys.close_window()
            clerk.process.wait(PATIENCE)  # it says that they are safe, and goes by itself
            assert [line.state for line in clerk.given()] in (["recorded"], ["sent"])
        demo.restore()
        with till(display, place / "desk-1") as clerk:
            clerk.until_ready()
            clerk.until_says(CONFIRMED, "state")
            assert clerk.tickets(FAMILY) == [1]


@pytest.mark.long
def test_a_second_copy_on_the_same_folder_gives_nothing_twice(display: Screen, place: Path) -> None:
    with evening(display, place) as (_, first), till(display, place / "desk-1") as second:
        second.spoken.until(lambda: second.process.poll() is not None or second.says("scan.ready"))
        if second.process.poll() is None:
            second.until_ready()
            second.scan(PLAIN)
            second.give(1)
            second.keys.close_window()
            second.process.wait(PATIENCE)
        first.keys.focus(first.window)
        first.clear()
        first.scan(SECOND)
        first.give(1)
        first.keys.scan(PLAIN)
        first.until_shows(PLAIN)
        assert first.tickets(SECOND) == [1]
        assert first.tickets(PLAIN) in ([1], [])


@pytest.mark.long
def test_the_hub_is_cut_off_and_comes_back_while_a_clerk_goes_on(display: Screen, place: Path) -> None:
    with evening(display, place) as (demo, clerk):
        demo.cut()
        for code in (PLAIN, SECOND):
            clerk.scan(code)
            clerk.give(1)
        assert {line.state for line in clerk.given()} <= {"recorded", "sent"}
        demo.restore()
        clerk.spoken.until(lambda: {line.state for line in clerk.given()} == {"confirmed"})
        clerk.scan(PLAIN)
        clerk.keys.press("Return")
        clerk.clear()
        assert [clerk.tickets(code) for code in (PLAIN, SECOND)] == [[1], [1]]


@pytest.mark.long
@pytest.mark.parametrize("times", [1, 8])
def test_killed_in_the_middle_of_a_giving_it_was_given_wholly_or_not_at_all(
    display: Screen, place: Path, times: int
) -> None:
    chance = random.Random(12)
    with Demo(place, desks=1):
        for _ in range(times):
            with till(display, place / "desk-1") as clerk:
                clerk.until_ready()
                had = clerk.tickets(FAMILY)
                if had:
                    clerk.spoken.until_says(f"…{FAMILY[-4:]}")  # the list has come
                    clerk.keys.press("ctrl+z")
                    clerk.spoken.until(lambda: clerk.tickets(FAMILY) == [])
                    clerk.clear()
                clerk.scan(FAMILY)
                clerk.keys.press("plus", "plus")
                clerk.until_can_give(3)
                pressed = clerk.keys.press("Return")
                said = _says_within(clerk, pressed + chance.uniform(0, 0.04))
                clerk.kill()
                given = clerk.tickets(FAMILY)
                assert given in ([], [3])
                assert given == [3] or not said
        with till(display, place / "desk-1") as clerk:
            clerk.until_ready()
            assert clerk.lives()


@pytest.mark.long
@pytest.mark.parametrize(("seed", "seconds"), [(1, MONKEY_SECONDS), (2, LONG_MONKEY_SECONDS)])
def test_a_monkey_at_the_keys_records_nothing_that_nobody_confirmed(
    display: Screen, place: Path, seed: int, seconds: float
) -> None:
    """All keys, in a scanner's rhythm and a person's, but none that gives: Enter and Space."""
    chance = random.Random(seed)
    with evening(display, place) as (_, clerk):
        clerk.scan(PLAIN)
        late = time.monotonic() + seconds
        while time.monotonic() < late:
            clerk.keys.press(*_keys(chance), gap=chance.choice((FAST, 25, SLOW)))
        assert clerk.lives()
        assert clerk.given() == []
        _home(clerk)
        clerk.scan(SECOND)
        clerk.give(1)
        assert [line.tickets.total for line in clerk.given()] == [1]


@pytest.mark.long
def test_a_monkey_with_enter_gives_nothing_without_a_card(display: Screen, place: Path) -> None:
    chance = random.Random(4)
    with evening(display, place) as (_, clerk):
        late = time.monotonic() + MONKEY_SECONDS
        while time.monotonic() < late:
            clerk.keys.press(
                *_keys(chance, "Return", "space", "KP_Enter"), gap=chance.choice((FAST, 25, SLOW))
            )
        assert clerk.lives()
        assert clerk.given() == []


_NAMED = (
    *(f"F{number}" for number in range(1, 13)),
    *("Escape", "Tab", "shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "Next", "Prior"),
    *("BackSpace", "Delete", "plus", "minus", "period", "ctrl+z", "ctrl+plus", "ctrl+minus", "ctrl+0"),
    *("ctrl+a", "ctrl+v", "ctrl+o", "alt+F4", "alt+v", "Menu", "KP_Add", "KP_5"),
)


def _keys(chance: random.Random, *more: str) -> list[str]:
    """Some keys: of those with a name, or letters and digits."""
    signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/*().:;"
    return [chance.choice((*_NAMED, *more) if chance.random() < 0.4 else signs) for _ in range(12)]


def _home(clerk: Till) -> None:
    """Back to the empty screen, whatever page and language the monkey left."""
    clerk.keys.press("Escape", "Escape", "Escape")

    def found() -> bool:
        for language in ("fi", "sv", "en", "selko"):
            clerk.language = language
            if clerk.says("scan.ready"):
                return True
        return False

    clerk.spoken.until(found)


def _hold_up(clerk: Till, camera: Path, code: str) -> None:
    """Hold a card before the camera until it is read: its picture is put there again and again."""
    picture = packed(on_desk(printed(code)), ".png")

    def read() -> bool:
        (camera.parent / "next.png").write_bytes(picture)
        (camera.parent / "next.png").replace(camera / "card.png")
        return clerk.spoken.says(f"…{code[-4:]}")

    clerk.spoken.until(read)


def _says_within(clerk: Till, late: float) -> bool:
    """Whether the window has said by then that it is recorded."""
    said = False
    while time.perf_counter() < late:
        said = said or clerk.says("give.done", n=3)
    return said
