"""The package's own list of steps, and what a desk makes of it with the engines that it has."""

from __future__ import annotations

import json

import pytest

from tests.scan.printed import CODE, OTHER_CODE, at_leisure, card, on_desk
from validator.scan.decoder import LINES, ZBAR, ZXING
from validator.scan.engines import Decoders, available_decoders
from validator.scan.reader import Reader
from validator.scan.steps import Part, Step, chosen_steps, parsed

DECODERS = available_decoders()


def test_the_list_begins_with_what_most_cards_need() -> None:
    first = chosen_steps().steps[0]
    assert (first.part, first.view, first.engine) == (Part.FRAME, "whole", ZXING)
    assert 0.02 <= chosen_steps().seconds <= 0.1


def test_what_stands_in_for_a_missing_engine_comes_first_there_and_nowhere_else() -> None:
    whole = Step(Part.FRAME, "whole", ZBAR, stands_in=True)
    assert whole in chosen_steps().steps
    assert whole not in chosen_steps().with_engines({ZXING, ZBAR}).steps
    assert chosen_steps().with_engines({ZBAR}).steps[0] == whole


@pytest.mark.parametrize("missing", [ZXING, ZBAR])
def test_either_engine_may_be_missing(missing: str) -> None:
    found = tuple(one for one in DECODERS.found if one.name != missing)
    steps = chosen_steps().with_engines({one.name for one in found})
    assert {step.engine for step in steps.steps} <= {ZXING, ZBAR, LINES} - {missing}
    reader = Reader(Decoders(found, {missing: "package"}))
    for frame, code in (
        (on_desk(card(CODE)), CODE),
        (on_desk(card(OTHER_CODE, qr=False), roll=40), OTHER_CODE),
    ):
        told = reader.glance(frame, at_leisure).told_alone
        assert told is not None
        assert told.text == code


@pytest.mark.parametrize(("view", "engine"), [("sideways", ZXING), ("whole", "eyes")])
def test_a_list_that_names_what_there_is_not_is_refused(view: str, engine: str) -> None:
    row = {"part": "frame", "view": view, "engine": engine}
    with pytest.raises(ValueError, match="no step"):
        parsed(json.dumps({"seconds": 0.05, "steps": [row]}))


def test_a_step_has_a_name_that_people_can_read() -> None:
    assert Step(Part.BARS, "signs", LINES).name == "lines bars signs"
