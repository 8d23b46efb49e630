"""The texts of one language, read from its translation file.

A catalogue answers like Qt does with the compiled file: a key without a text comes back as it is, a counted text without a number
is in its first form. Values are put in elsewhere (`validator.words.wording`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Protocol
from xml.etree import ElementTree as ET

from babel import Locale

from validator.errors import BugError

LANGUAGES = ("fi", "sv", "en", "selko")
"""Finnish, Swedish as in Finland, English, plain Finnish."""

LOCALES: Mapping[str, str] = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB", "selko": "fi_FI"}

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Lookup(Protocol):
    """Where texts come from: a catalogue's `text`, or Qt's translation of the same files."""

    def __call__(self, context: str, key: str, n: int | None = None, /) -> str:
        """The text; ``n`` chooses the form of a counted one."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language.

    Attributes:
        language: one of `LANGUAGES`.
        forms: by context and key; two forms, singular and plural, where the text is counted, else one.
    """

    language: str
    forms: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def load(cls, language: str) -> Catalogue:
        """The catalogue of a language; read once a process.

        Raises:
            BugError: there is no such language, or its file is missing or damaged.
        """
        return _load(language)

    def text(self, context: str, key: str, n: int | None = None, /) -> str:
        """A text with its placeholders."""
        forms = self.forms.get((context, key), (key,))
        return forms[0] if n is None or len(forms) == 1 else forms[_form(self.language, n)]

    def holds(self, context: str, key: str) -> bool:
        """Whether there is such a text."""
        return (context, key) in self.forms

    def counted(self, context: str, key: str) -> bool:
        """Whether a number decides the text's form."""
        return len(self.forms.get((context, key), ())) > 1

    def names(self, context: str, key: str) -> frozenset[str]:
        """The names of a text's placeholders."""
        return frozenset(_PLACEHOLDER.findall(" ".join(self.forms.get((context, key), ()))))

    def keys(self, context: str) -> tuple[str, ...]:
        """The keys of a context, in the file's order."""
        return tuple(key for at, key in self.forms if at == context)


def read(language: str, data: bytes) -> Catalogue:
    """The catalogue that a translation file holds.

    Raises:
        BugError: it is no translation file.
    """
    try:
        # Our own file out of the package, never something that came from outside.
        root = ET.fromstring(data)  # noqa: S314
    except ET.ParseError as error:
        raise BugError(f"the texts of {language} cannot be read") from error
    return Catalogue(
        language,
        {
            (context.findtext("name", ""), message.findtext("source", "")): _forms(message)
            for context in root.iterfind("context")
            for message in context.iterfind("message")
        },
    )


@lru_cache(maxsize=len(LANGUAGES))
def _load(language: str) -> Catalogue:
    if language not in LANGUAGES:
        raise BugError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
    file = files("assets") / "translations" / f"kaikuportti_{language}.ts"
    try:
        return read(language, file.read_bytes())
    except OSError as error:
        raise BugError(f"the texts of {language} are missing") from error


@lru_cache
def locale_of(language: str) -> Locale:
    """How a language's days and numbers are written. Babel looks it up in its files each time it is named."""
    return Locale.parse(LOCALES[language])


def _forms(message: ET.Element) -> tuple[str, ...]:
    counted = tuple(form.text or "" for form in message.iterfind("translation/numerusform"))
    return counted or (message.findtext("translation", ""),)


def _form(language: str, n: int) -> int:
    """The place of the form for a number: CLDR's "one", or the other."""
    return 0 if locale_of(language).plural_form(abs(n)) == "one" else 1
