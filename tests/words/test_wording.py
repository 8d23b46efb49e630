"""From values to sentences: variants, forms, missing and odd values, traces and errors."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rows import Row
from tests.domain.verdicts import ROWS
from tests.domain.world import NOW
from tests.words.examples import EXAMPLES, PAGE, page
from validator.domain.decide import decide
from validator.domain.network import HELSINKI, Names, Period
from validator.domain.verdict import Check, Choose, Decline, Finding, Give, Outcome, Reason, Remedy
from validator.errors import (
    ConfigError,
    HubGarbled,
    HubRefused,
    KnownError,
    PictureBad,
    StoreFull,
)
from validator.words import LANGUAGES, NOT_FOR_THE_CUSTOMER, Catalogue, Wording, sentence, sentences
from validator.words.wording import NO_VALUE

VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([UTC, HELSINKI, ZoneInfo("Asia/Tokyo")])),
    st.datetimes(),
    st.text(alphabet=st.characters(exclude_characters="{}"), max_size=20),
    st.builds(Names, st.text(alphabet="abc åä", max_size=9)),
    st.sampled_from(Period),
    st.sampled_from(Reason),
)


def test_the_page_of_all_sentences() -> None:
    assert page() == PAGE.read_text(encoding="utf-8")


def test_the_examples_show_every_text_of_a_verdict_in_every_form() -> None:
    asked: set[tuple[str, int]] = set()
    texts = Catalogue.load("fi")

    def lookup(context: str, key: str, n: int | None = None, /) -> str:
        if context == "verdict":
            asked.add((key, 1 if n is not None and n != 1 else 0))
        return texts.text(context, key, n)

    for reason, params in EXAMPLES:
        sentence(Finding(reason, params), "fi", lookup)
    every = {(key, form) for key in texts.keys("verdict") for form in range(len(texts.forms["verdict", key]))}
    assert every - asked == set()
    assert {reason for reason, _ in EXAMPLES} == set(Reason)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_whatever_is_decided_can_be_said(row: Row) -> None:
    verdict = decide(row.reading, row.party, row.facts, NOW)
    findings = [verdict.main, *verdict.notes]
    findings += verdict.also if isinstance(verdict, Give) else verdict.more
    assert isinstance(verdict, Give | Choose | Decline)
    for language in LANGUAGES:
        wording, texts = Wording(language), Catalogue.load(language)
        for finding in findings:
            said = wording.sentence(finding)
            assert NO_VALUE not in said.replace("vielä –", "").replace("ännu –", "").replace("yet –", "")
            assert "{" not in said
        for check in verdict.trace:
            told = wording.explain(check)
            assert told.rule != check.rule
            assert NO_VALUE not in told.values
            for name in check.used:
                assert texts.holds("used", name), (check.rule, name)


def test_a_check_is_explained() -> None:
    check = Check(
        "card_dates",
        Outcome.DECLINED,
        Finding(Reason.EXPIRED, {"date": date(2018, 9, 30)}),
        {"from": date(2017, 10, 1), "to": date(2018, 9, 30), "k": None},
        datetime(2018, 10, 13, 14, 26, tzinfo=UTC),
        Remedy.RENEW,
    )
    told = Wording("fi").explain(check)
    assert told.rule == "Kortti on voimassa tänä päivänä"
    assert told.outcome == "ei täyty"
    assert told.sentence == "Kortin voimassaolo päättyi 30.9.2018. Kortti uusitaan siellä, mistä se on saatu."
    assert told.values == "alkaen: 1.10.2017, asti: 30.9.2018"
    assert told.age == "tiedot ajalta: 13.10.2018 klo 17.26"
    assert told.remedy == "Kortin voi uusia siellä, mistä se on saatu."


def test_a_check_that_found_nothing_is_explained_by_what_it_has() -> None:
    told = Wording("en").explain(Check("card_status", Outcome.PASSED, used={"status": "active"}))
    assert (told.outcome, told.values) == ("in order", "state of the card: in use")
    assert (told.sentence, told.age, told.remedy) == ("", "", "")


def test_values_are_labelled_by_their_rule_where_it_matters() -> None:
    left = Wording("en").explain(Check("quota", Outcome.PASSED, used={"n": 3, "need": 2}))
    asked = Wording("en").explain(Check("children_count", Outcome.PASSED, used={"n": 3}))
    assert left.values == "left: 3, needed: 2"
    assert asked.values == "asked: 3"


def test_truths_and_unlisted_words_in_a_trace() -> None:
    told = Wording("sv").explain(
        Check("area_dates", Outcome.PASSED, used={"area": "rauma", "same_area": True})
    )
    assert told.values == "område: rauma, samma område: ja"


def test_a_code_within_a_code_has_its_own_values() -> None:
    finding = Finding(
        Reason.MEMBER_INVALID, {"i": 2, "reason": Reason.EXPIRED, "reason_date": date(2018, 9, 30)}
    )
    assert sentence(finding, "en") == (
        "Group card no. 2 not accepted: Card expired on 30 September 2018. It is renewed where it was issued. "
        "Continue without it or cancel."
    )


def test_names_are_said_in_the_language_or_in_finnish() -> None:
    area = Finding(Reason.LOCAL_CARD, {"area": Names("Savonlinna", "Nyslott")})
    assert "Nyslott" in sentence(area, "sv")
    assert "Savonlinna" in sentence(area, "en")
    assert NO_VALUE in sentence(Finding(Reason.LOCAL_CARD, {"area": Names("")}), "fi")


def test_instants_are_shown_in_the_zone_asked_for() -> None:
    finding = Finding(Reason.OFFLINE, {"time": datetime(2018, 10, 13, 14, 26, tzinfo=UTC)})
    assert "17.26" in sentence(finding, "fi")
    assert "16.26" in sentence(finding, "fi", zone=ZoneInfo("Europe/Stockholm"))
    assert "16.26" in sentences(finding, ZoneInfo("Europe/Stockholm"))["sv"]


def test_what_is_missing_and_has_no_variant_is_a_dash() -> None:
    assert sentence(Finding(Reason.EXPIRED), "en") == "Card expired on –. It is renewed where it was issued."


def test_a_time_of_day_and_an_unknown_key() -> None:
    assert Wording("fi").phrase("ui", "status.offline_since", {"time": time(17, 12)}) == (
        "Ei yhteyttä klo 17.12 alkaen. Voit jatkaa lippujen antamista."
    )
    assert Wording("fi").phrase("ui", "no.such.key", {"n": 2}) == "no.such.key"


def test_the_text_comes_from_the_lookup() -> None:
    def shout(context: str, key: str, n: int | None = None, /) -> str:
        return f"{context} {key} {n} {{n}}"

    assert Wording("fi", shout).phrase("ui", "given.tickets", {"n": 2}) == "ui given.tickets 2 2"
    assert Wording("fi", shout).phrase("ui", "today.title") == "ui today.title None –"


@given(st.sampled_from(Reason), st.dictionaries(st.sampled_from(sorted("nki")), VALUES), st.data())
def test_no_value_is_too_odd(reason: Reason, some: dict[str, Any], data: st.DataObject) -> None:
    names = ["date", "time", "from", "to", "area", "benefit", "period", "age", "reason", "suggestion"]
    names += [f"reason_{name}" for name in ("date", "time", "reason", "reason_date")]
    params = some | data.draw(st.dictionaries(st.sampled_from(names), VALUES))
    for said in sentences(Finding(reason, params)).values():
        assert said
        assert "{" not in said


def test_what_is_not_for_the_customer() -> None:
    manager_only = {reason for reason in Reason if reason.value.startswith("S")}
    assert manager_only < NOT_FOR_THE_CUSTOMER
    assert {reason.value for reason in NOT_FOR_THE_CUSTOMER - manager_only} == {
        *("A10", "W01", "W02", "W06", "W07", "W10", "R62"),
    }


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            StoreFull("no room"),
            "The disk is full. The last entry was not saved; earlier ones are safe. Free some space and try again.",
        ),
        (PictureBad(reason="empty"), "The file is empty. Choose another picture."),
        (PictureBad(reason="sunlight"), "The picture cannot be used. Choose another picture."),
        (
            ConfigError(field="hub", fault="tls"),
            "The server's address has to begin with https://. Check the address with whoever looks after the system.",
        ),
        (
            ConfigError(file="kaikuportti.toml", field="camera", fault="odd"),
            "The setting camera cannot be used (kaikuportti.toml). Correct it and start the program again.",
        ),
        (
            ConfigError(file="kaikuportti.toml", field="", fault="missing"),
            "The settings file kaikuportti.toml cannot be read. Correct it and start the program again.",
        ),
        (
            ConfigError(field="camera", fault="odd"),
            "The setting camera is missing or makes no sense. Correct it and start the program again.",
        ),
        (
            ConfigError(desk="Lippukassa", n=1, fault="other_network"),
            (
                "This desk belongs to another network. 1 entry still waits for that network's server."
                " Use a one-time code of the desk's own network."
            ),
        ),
        (
            ConfigError("of no kind"),
            "A setting is missing or makes no sense. Check the settings or ask whoever looks after the system.",
        ),
        (
            HubGarbled(reason="version"),
            "The server and the desk have different versions of the program. Update Kaikuportti.",
        ),
        (
            HubRefused("status 401: no", error="token", reason="no", status=401),
            "The server did not accept the request. Recorded tickets are safe. Check the desk's enrolment or ask support.",
        ),
        (KnownError(odd=object()), "Something got in the way. Recorded tickets are safe. Try again."),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, KnownError) else "",
)
def test_an_error_says_what_to_do(error: KnownError, said: str) -> None:
    assert Wording("en").problem(error) == said
