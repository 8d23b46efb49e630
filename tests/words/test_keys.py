"""Every code, state and control has a text, and every text has something that names it."""

import re
from collections.abc import Iterable

import pytest

from tests.words.sources import PACKAGES, ROOT, constants, error_keys, pairs, rules
from ui.scanwords import scanner_state
from ui.words import camera_state, connection_state, face, giving_state, list_state
from validator.domain.card import CardKind, CardStatus
from validator.domain.code import Hint
from validator.domain.journal import EventKind
from validator.domain.network import Period
from validator.domain.party import Representative
from validator.domain.policy import Grade, Listed
from validator.domain.practice import Lesson
from validator.domain.refusal import Refusal
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import OVERRIDABLE, Outcome, Reason, Remedy
from validator.scan.picturefile import PictureFault
from validator.scan.serialport import SerialState
from validator.scan.state import CameraState
from validator.words import LANGUAGES, NOT_FOR_THE_CUSTOMER, Catalogue

TEXTS = Catalogue.load("fi")
VARIANT = re.compile(r"(\.of_[a-z]+)?(\.at_limit|\.zero|\.some_left)?(\.without_[a-z_]+)?$")
NAMED_BY_PAGES = ("ui", "help")
"""Contexts whose keys stand in the pages' own code."""


def plain(context: str) -> set[str]:
    """A context's keys without the variants that values choose."""
    return {VARIANT.sub("", key) for key in TEXTS.keys(context)}


def values(*kinds: Iterable[str]) -> set[str]:
    return {str(each) for kind in kinds for each in kind}


STATES = {
    *(giving_state(state, voided=False) for state in ("recorded", "sent", "confirmed", "refused")),
    giving_state("confirmed", voided=True),
    giving_state("recorded", voided=False, practised=True),
    *(connection_state(online=online) for online in (True, False)),
    list_state(None, Grade.FRESH),
    *(list_state(listed, grade) for listed in Listed for grade in Grade),
    *(camera_state(state) for state in CameraState),
    *(scanner_state(state) for state in SerialState),
}


@pytest.mark.parametrize(
    ("context", "named"),
    [
        ("verdict", values(Reason)),
        ("word", {face(reason).word for reason in Reason}),
        ("remedy", values(Remedy)),
        ("rule", rules()),
        ("outcome", values(Outcome)),
        ("value", {"yes", "no"} | values(CardKind, CardStatus, Grade, Role)),
        ("hint", values(Hint)),
        ("lift", values(OVERRIDABLE, OverrideReason)),
        ("entry", values(EventKind)),
        ("refusal", values(Refusal)),
        ("state", STATES),
        ("period", values(Period)),
        ("role", values(Role, Representative)),
        ("language", set(LANGUAGES)),
        (
            "customer",
            values(set(Reason) - NOT_FOR_THE_CUSTOMER) | {"ready", "looking", "wait", "given", "can_book"},
        ),
        ("practice", {name for lesson in Lesson for name in (lesson.value, f"{lesson.value}.shows")}),
    ],
)
def test_texts_are_just_those_that_are_named(context: str, named: set[str]) -> None:
    assert named - plain(context) == set()
    assert plain(context) - named == set()


def test_every_error_has_a_text() -> None:
    bases = {key for key in TEXTS.keys("error") if "." not in key}
    assert error_keys() - bases == set()
    assert bases - error_keys() == set()
    assert {f"picture_bad.{fault.value}" for fault in PictureFault} - set(TEXTS.keys("error")) == set()


def test_kinds_of_errors_are_named_in_the_code() -> None:
    kinds = {VARIANT.sub("", key).partition(".")[2] for key in TEXTS.keys("error")} - {""}
    assert kinds - constants(*PACKAGES) == set()


def test_what_a_trace_looked_at_is_named_in_the_rules() -> None:
    names = constants("validator/domain") | {"as_of"}
    for key in TEXTS.keys("used"):
        rule, dot, name = key.rpartition(".")
        assert name in names, key
        assert not dot or rule in rules(), key


def test_contexts_are_all_looked_after() -> None:
    assert {context for context, _ in TEXTS.forms} == {
        *("verdict", "word", "remedy", "rule", "outcome", "used", "value", "error", "hint", "lift"),
        *("entry", "refusal", "state", "period", "role", "language", "practice", "customer", *NAMED_BY_PAGES),
    }


def test_every_key_that_code_names_has_a_text() -> None:
    contexts = {context for context, _ in TEXTS.forms}
    named = {pair for pair in pairs("sync", "ui") if pair[0] in contexts}
    assert {pair for pair in named if not TEXTS.holds(*pair)} == set()


@pytest.mark.skipif(not (ROOT / "ui" / "app.py").exists(), reason="there is no window yet")
@pytest.mark.parametrize("context", NAMED_BY_PAGES)
def test_no_control_is_left_over(context: str) -> None:
    # Pages also name keys in tables, so any constant counts.
    assert plain(context) - constants("ui") == set()
