"""Words: every text that a person reads, in Finnish, Swedish, English and plain Finnish (selko), without Qt.

The texts stand in `assets/translations/kaikuportti_{fi,sv,en,selko}.ts`, Qt Linguist's own format. Nothing is written in the
code: a text is named by a context and a key, and the key is the message's ``<source>``. Window and headless commands read the
same files: the window through the .qm compiled from them, everything else through `Catalogue`.

Adding a text
1. Choose the context: ``verdict`` (codes of `Reason`), ``word`` (the panel's one word), ``remedy``, ``rule``, ``outcome``,
   ``used`` and ``value`` (the trace), ``error`` (keys of `KnownError`), ``hint``, ``lift`` (what a manager allows, and why),
   ``entry`` (the journal's kinds), ``state``, ``period``, ``role``, ``language``, ``ui`` (controls), ``help``.
2. Put the same ``<message>`` into all four files, by hand or with Qt Linguist::

       <message>
           <source>today.none</source>
           <translation>Tälle päivälle ei ole tilaisuuksia.</translation>
       </message>

3. Values are written ``{name}``, with the same names in every language (one may leave a name out). They are formatted here, by
   language: pass a date, not "13.10.2018".
4. Where a number decides between singular and plural, the message has ``numerus="yes"`` and two ``<numerusform>`` in every
   language. The number is ``{k}`` where the text has one, else ``{n}``. Qt's own ``%n`` is not used.
5. A text for missing values has the key with ``.without_`` and their names in alphabetical order (``R23.without_from_to``).
   Other variants: ``.zero`` (n is 0), ``.some_left`` (n is above 0), ``.at_limit`` (n equals k); of an error, what its details
   call reason, fault or error (``config.tls``).
6. Name the key in the code as a constant, ``tr("ui", "today.none")``, never put together from pieces: the tests look for it.
   They fail on a key without a text, a text without a key, and a text that one language lacks.

Say it as one would across a counter: short, kind, with what to do next; never why somebody holds a card, or who gave it to them.
"""

from validator.words.catalogue import LANGUAGES, Catalogue, Lookup
from validator.words.formats import Formats
from validator.words.wording import (
    NOT_FOR_THE_CUSTOMER,
    Explanation,
    Value,
    Wording,
    sentence,
    sentences,
)

__all__ = [
    "LANGUAGES",
    "NOT_FOR_THE_CUSTOMER",
    "Catalogue",
    "Explanation",
    "Formats",
    "Lookup",
    "Value",
    "Wording",
    "sentence",
    "sentences",
]
