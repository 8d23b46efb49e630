"""Deliberate bugs about cases, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from itertools import count

from sync.hub import cases as hub_cases
from sync.hub import events as hub_events
from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.domain.cases import Case, Said, Settling, case_id
from validator.store.cases import Cases
from validator.store.identity import Identity


@bug(
    "I3, W13", "A case gets another id each time that something joins it: the same matter is shown twice.", 10
)
def case_by_another_name(bugged: ExitStack) -> None:
    before, made = case_id, count()
    another = replaced(hub_cases, "case_id", lambda kind, *anchor: before(kind, *anchor, str(next(made))))
    bugged.enter_context(another)


@bug("I6", "A manager's settling stays at the desk where it was made.", 10)
def settlings_not_fed(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(hub_events, "_FED", hub_events._FED - {"settle"}))  # noqa: SLF001


@bug("I6", "A case that has grown is taken for one that is known already.", 10)
def growth_is_no_news(bugged: ExitStack) -> None:
    before = Cases.hear

    def hear(cases: Cases, told: object, cursor: int) -> None:
        known = {each.case.id for each in cases.told()}
        before(cases, [each for each in told if each[0].id not in known], cursor)  # type: ignore[attr-defined]

    bugged.enter_context(replaced(Cases, "hear", hear))


@bug("I6", "A case is settled for good by whoever settled a part of it: what joins it later is hidden.", 40)
def settled_for_good(bugged: ExitStack) -> None:
    def is_settled(case: Case, settlings: Iterable[Settling]) -> bool:
        return case.ended or any(True for _ in settlings)

    bugged.enter_context(replaced(Case, "is_settled", is_settled))


@bug("I2", "A case that somebody settled before it was told of stays open.", 40)
def settling_before_case(bugged: ExitStack) -> None:
    before = Cases.said

    def said(cases: Cases) -> Mapping[str, tuple[Said, ...]]:
        return {case: tuple(each for each in words if each.here) for case, words in before(cases).items()}

    bugged.enter_context(replaced(Cases, "said", said))


@bug(
    "I2, I10", "What the hub did not accept counts as sent anew once a manager says so, and is not sent.", 40
)
def sent_anew_in_words_only(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(Cases, "tell_anew", lambda *_: None))


@bug("I1, I4", "What is sent anew spends its rights once more.", 40)
def sent_anew_spends_again(bugged: ExitStack) -> None:
    before = Cases.tell_anew

    def tell_anew(cases: Cases, event: str, name: str, known: Identity) -> None:
        before(cases, event, name, known)
        connection = cases._connection  # noqa: SLF001
        connection.exec_driver_sql("UPDATE lease SET spent = spent + 1 WHERE spent + returned < granted")

    bugged.enter_context(replaced(Cases, "tell_anew", tell_anew))
