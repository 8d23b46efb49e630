"""The four translation files: whole, alike, finished, and kind."""

import re
import tokenize
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from validator.errors import BugError
from validator.words import LANGUAGES, Catalogue
from validator.words.catalogue import read

ROOT = Path(__file__).resolve().parents[2]
LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB", "selko": "fi_FI"}
REFERENCE = Catalogue.load("fi")
NAMES = {
    *(
        "n",
        "k",
        "i",
        "age",
        "date",
        "pin",
        "time",
        "from",
        "to",
        "area",
        "benefit",
        "period",
        "reason",
        "suggestion",
    ),
    *("card", "offer", "done", "total", "version", "rules", "licence", "file", "field", "most", "what"),
    *("seen", "typed", "number"),
}
"""The values that a text may ask for."""
MONEY = (
    "köyh|\\bkoyh|vähävarai|vahavarai|vähätulo|pienitulo|matalatulo|varaton|toimeentulo|fattig|låginkomst|mindre bemedlad"
    "|medellös|poor|poverty|low.income|needy|hard.up|disadvantag|deprived"
)
"""Stems that say why somebody holds a card."""
ISSUERS = (
    "sosiaali|social|kela\\b|seurakun|församling|diakoni|hyvinvointialue|välfärdsområde|työvoima|mielenterv"
)
"""Stems that say who gave the card."""


def root_of(language: str) -> ET.Element:
    path = ROOT / "assets" / "translations" / f"kaikuportti_{language}.ts"
    return ET.parse(path).getroot()  # noqa: S314  our own file


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return Catalogue.load(request.param)


@pytest.mark.parametrize("language", LANGUAGES)
def test_is_a_finished_translation_file(language: str) -> None:
    root = root_of(language)
    assert (root.tag, root.get("version"), root.get("language")) == ("TS", "2.1", LOCALES[language])
    messages = list(root.iterfind("context/message"))
    assert len(messages) == len(Catalogue.load(language).forms)
    assert [each.findtext("source") for each in messages if each.find("translation") is None] == []
    # "unfinished", "vanished" and "obsolete" are types of a translation.
    assert [each.attrib for each in root.iterfind("context/message/translation") if each.attrib] == []
    counted = [each.findtext("source") for each in messages if each.get("numerus") == "yes"]
    formed = [
        each.findtext("source") for each in messages if each.find("translation/numerusform") is not None
    ]
    assert counted == formed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    root = root_of(language)
    keys = [
        (context.findtext("name"), message.findtext("source"))
        for context in root.iterfind("context")
        for message in context.iterfind("message")
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_language_has_every_text(catalogue: Catalogue) -> None:
    assert set(catalogue.forms) ^ set(REFERENCE.forms) == set()
    # In one order too, so that the files can be read side by side.
    assert list(catalogue.forms) == list(REFERENCE.forms)


def test_texts_are_counted_in_every_language_or_in_none(catalogue: Catalogue) -> None:
    assert {key for key in catalogue.forms if catalogue.counted(*key) != REFERENCE.counted(*key)} == set()
    assert {len(forms) for forms in catalogue.forms.values()} == {1, 2}


def test_no_text_is_empty_or_untidy(catalogue: Catalogue) -> None:
    odd = [
        (key, form)
        for key, forms in catalogue.forms.items()
        for form in forms
        if form != " ".join(form.split()) or not form
    ]
    assert odd == []


def test_placeholders_are_known(catalogue: Catalogue) -> None:
    for key, forms in catalogue.forms.items():
        assert catalogue.names(*key) <= NAMES, key
        for form in forms:
            assert re.sub(r"\{\w+\}", "", form).count("{") == 0, key
            assert re.sub(r"\{\w+\}", "", form).count("}") == 0, key


def test_placeholders_are_the_same_in_every_language(catalogue: Catalogue) -> None:
    # Plain Finnish may say less than the clerk's sentence, and then more than it in one place: R40's next day.
    for key in catalogue.forms:
        names, reference = catalogue.names(*key), REFERENCE.names(*key)
        if catalogue.language == "selko":
            assert names <= reference | {"date"}, key
        else:
            assert names == reference, key


def test_qts_own_placeholder_is_not_used(catalogue: Catalogue) -> None:
    assert [key for key, forms in catalogue.forms.items() if "%" in "".join(forms)] == []


def test_no_text_raises_its_voice(catalogue: Catalogue) -> None:
    loud = re.compile(r"!|\b[A-ZÅÄÖ]{5,}\b")
    assert [key for key, forms in catalogue.forms.items() if loud.search(" ".join(forms))] == []


def test_no_text_says_why_or_from_whom(catalogue: Catalogue) -> None:
    stems = re.compile(f"{MONEY}|{ISSUERS}", re.IGNORECASE)
    assert [key for key, forms in catalogue.forms.items() if stems.search(" ".join(forms))] == []


def test_no_name_in_the_code_says_why() -> None:
    stems = re.compile(MONEY, re.IGNORECASE)
    found = set()
    for package in ("assets", "sync", "ui", "validator"):
        for path in (ROOT / package).rglob("*.py"):
            with tokenize.open(path) as file:
                names = {
                    token.string
                    for token in tokenize.generate_tokens(file.readline)
                    if token.type == tokenize.NAME
                }
            found |= {(path.name, name) for name in names if stems.search(name)}
    assert found == set()


def test_the_stems_find_what_they_are_for() -> None:
    assert re.search(MONEY, "en fattig kund")
    assert re.search(MONEY, "low-income")
    assert re.search(ISSUERS, "sosiaalitoimisto")


def test_sentences_are_whole(catalogue: Catalogue) -> None:
    whole = {
        key: forms
        for key, forms in catalogue.forms.items()
        if key[0] in {"verdict", "remedy", "hint", "error"}
    }
    assert [key for key, forms in whole.items() if not all(form[-1] in ".?" for form in forms)] == []
    assert [
        key for key, forms in whole.items() if not all(re.match("[A-ZÅÄÖ{]", form) for form in forms)
    ] == []


def test_forms_go_by_number() -> None:
    texts = Catalogue.load("sv")
    one, many = "{n} biljett", "{n} biljetter"
    assert [texts.text("ui", "given.tickets", n) for n in (0, 1, 2, 11, 21, 101)] == [
        many,
        one,
        many,
        many,
        many,
        many,
    ]
    assert texts.text("ui", "given.tickets") == one
    assert texts.text("verdict", "A01", 2) == texts.text("verdict", "A01")


def test_what_has_no_text_comes_back_as_its_key() -> None:
    assert REFERENCE.text("ui", "no.such.key", 2) == "no.such.key"
    assert not REFERENCE.holds("ui", "no.such.key")
    assert REFERENCE.names("ui", "no.such.key") == frozenset()


def test_an_unknown_language_is_a_mistake_of_ours() -> None:
    with pytest.raises(BugError, match="no language 'de'"):
        Catalogue.load("de")


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(BugError, match="the texts of fi cannot be read"):
        read("fi", b"<TS><context>")
