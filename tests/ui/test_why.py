"""F1: every verdict explains itself from its trace, rule by rule, in every language, with value, age and what would help."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.domain.rows import Row
from tests.domain.verdicts import ROWS
from tests.domain.world import NOW
from ui.clerk.sentence import says_next_step
from ui.clerk.why import WhyPanel
from ui.face import Face
from ui.parts import Button
from ui.scroller import Scroller
from validator.desk import Ask, Look
from validator.domain.code import CardRead, Source
from validator.domain.decide import decide
from validator.domain.rights import Slot
from validator.domain.verdict import Check, Choose, Decline, Outcome, Reason, Remedy, Verdict
from validator.words import LANGUAGES, Wording

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TOLD = (Outcome.DECLINED, Outcome.OVERRIDDEN, Outcome.NOTED, Outcome.PASSED)
OWN = frozenset({"reading", "clock", "party", "group", "rights", "just_now", "id_hint", "list_present"})
"""Rules whose data is this desk's own, or what the clerk said: there is no age to tell."""

PLAIN = frozenset(
    {"reading", "booking", "cancelled", "sold_out", "shared_quota", "id_hint", "list_present", "card_known"}
)
"""Rules that look at whether a thing is so: their name and their sentence are all there is to say."""

RAW = re.compile(r"\{\w*\}|\b[a-z]+_[a-z_]+\b|\bNone\b|\bTrue\b|\bFalse\b")
"""What only a program would say."""


def look_of(row: Row) -> Look:
    verdict = decide(row.reading, row.party, row.facts, NOW)
    read = CardRead("", Source.HAND, NOW)
    slot = Slot(row.facts.offer.id, None, row.facts.visit)
    return Look(Ask(read, slot), verdict, NOW)


def shown_in(panel: WhyPanel) -> str:
    """All that can be read there. The rows before go once Qt has time; those that are shown are the newest."""
    area = panel.findChild(Scroller)
    inside = None if area is None else area.widget()
    assert inside is not None
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def deciding(verdict: Verdict) -> tuple[Check, ...]:
    """The checks that stood in the way or were lifted, and those that noted something."""
    return tuple(check for check in verdict.trace if check.outcome in TOLD[:3])


def telling() -> tuple[Row, ...]:
    """The fewest rows, in their order, that show each way in which a rule can answer."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for row in ROWS:
        checks = look_of(row).verdict.trace
        ways = {(c.rule, c.outcome, c.finding and c.finding.reason, *c.used) for c in checks}
        if ways - seen:
            seen |= ways
            found.append(row)
    return tuple(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_explains_itself_in_every_language(language: str) -> None:
    wording = Wording(language)
    for row in ROWS:
        for check in look_of(row).verdict.trace:
            said = wording.explain(check)
            shown = f"{said.rule} {said.outcome} {said.sentence} {said.values} {said.age} {said.remedy}"
            assert RAW.search(shown) is None, (row.name, shown)


@pytest.mark.parametrize(
    "language", ["fi", *(pytest.param(other, marks=pytest.mark.long) for other in LANGUAGES[1:])]
)
def test_the_panel_shows_all_of_it(face: Face, qtbot: QtBot, language: str) -> None:
    face.speak(language)
    panel = WhyPanel(face, Button(lambda: None))
    qtbot.addWidget(panel)
    panel.show()
    for row in telling():
        panel.show_look(look_of(row))
        told = [check for check in look_of(row).verdict.trace if check.outcome in TOLD]
        shown = shown_in(panel)
        assert told
        assert len(panel.lines) == len(told)
        for check in told:
            said = face.wording.explain(check)
            for part in (f"{said.rule}: {said.outcome}", said.sentence, said.values, said.age):
                assert part in shown, row.name
            once = check.finding is not None and says_next_step(face, check.finding.reason)
            assert once or said.remedy in shown, row.name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_decided_tells_its_value_its_age_and_what_would_help(row: Row) -> None:
    verdict, wording = look_of(row).verdict, Wording("fi")
    for check in deciding(verdict):
        said = wording.explain(check)
        assert said.sentence, check.rule
        assert said.remedy or check.outcome is Outcome.NOTED, check.rule
        assert said.values or check.rule in PLAIN, check.rule
        assert said.age or check.rule in OWN or not row_knows(row), check.rule
    if isinstance(verdict, Decline | Choose):
        first = next(check for check in verdict.trace if check.outcome is Outcome.DECLINED)
        assert first.finding == verdict.main, (
            "what stands in the way first is what the panel says in large letters"
        )


def row_knows(row: Row) -> datetime | None:
    """When the hub told the desk last; a desk that was never told anything has no age to tell."""
    return row.facts.quotas_at if row.facts.stamp is not None else None


def test_other_desks_news_is_told_of_as_theirs() -> None:
    wording = Wording("fi")
    checks = [check for row in ROWS for check in look_of(row).verdict.trace if check.as_of is not None]
    for rule in ("already", "card_limit", "booking", "quota", "shared_quota"):
        check = next(check for check in checks if check.rule == rule)
        assert wording.explain(check).age == "muiden kassojen tiedot ajalta: 13.10.2018 klo 17.26"
    card = next(check for check in checks if check.rule == "card_known")
    assert wording.explain(card).age.startswith("tiedot ajalta: ")


def test_what_the_sentence_says_is_not_advised_again_in_other_words(face: Face, qtbot: QtBot) -> None:
    panel = WhyPanel(face, Button(lambda: None))
    qtbot.addWidget(panel)
    panel.show_look(next(look for look in map(look_of, ROWS) if look.verdict.main.reason is Reason.EXPIRED))
    panel.show()
    shown = shown_in(panel)
    assert "Kortti uusitaan siellä" in shown
    assert face.wording.remedy(Remedy.RENEW) not in shown
