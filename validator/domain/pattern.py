"""The shape of a code, as the network's data describes it by a regular expression.

The expression arrives by sync, so it is checked when it arrives and not when a customer waits:

1. It has to be a regular expression of the plain kind: signs, classes, groups, alternatives, repetition,
   anchors. Look-around, back-references and inline flags are refused; no card needs them.
2. It has to be quick. Python's engine backtracks, and ``(A+)+B`` keeps it busy for years on sixty letters.
   The number of ways in which an expression can try to fit a text of `LONGEST_CODE` signs is bounded from
   above by counting its choices, and an expression with more than `MOST_WAYS` is refused.
3. A text longer than `LONGEST_CODE` is never matched at all.

What a code means, and whether its check character holds, is `validator.domain.code`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from math import prod
from typing import NamedTuple, Self

LONGEST_CODE = 64
"""Signs. A Code 39 symbol of 64 signs is 30 cm wide in ordinary print: no card carries one."""

LONGEST_PATTERN = 200
"""Signs of the regular expression itself."""

MOST_WAYS = 10_000
"""Choices, multiplied. ``[A-Z]+[0-9]+`` has 4,096; even 10,000 are tried in a few milliseconds."""

_SET_ARITHMETIC = re.compile(r"\[\[|--|&&|~~|\|\|")
"""What Python announces to read as nested sets one day."""

_TOKEN = re.compile(
    r"""
      (?P<open>\((?:\?:|(?!\?)))
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<times>(?:[*+?]|\{(?:\d+(?:,\d*)?|,\d*)\})[+?]?)
    | (?P<anchor>[\^$]|\\[AZ])
    | (?P<strange>\(\?|\\(?![dDwWsS])\w)
    | (?P<sign>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A checked pattern.

    Attributes:
        regex: the compiled expression, on ASCII classes.
        shortest: signs in the shortest text that can fit.
        longest: signs in the longest one, at most `LONGEST_CODE`.
    """

    regex: re.Pattern[str]
    shortest: int
    longest: int

    def fits(self, text: str) -> bool:
        """Whether the whole text has this shape."""
        return len(text) <= LONGEST_CODE and self.regex.fullmatch(text) is not None


@lru_cache(maxsize=256)
def shape(pattern: str) -> Shape:
    """Check a pattern and compile it.

    Raises:
        ValueError: it is no regular expression, not of the plain kind, too slow, or too long.
    """
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"code pattern has {len(pattern)} signs, at most {LONGEST_PATTERN} are taken")
    if doubtful := _SET_ARITHMETIC.search(pattern):
        raise ValueError(f"code pattern {pattern!r} uses {doubtful.group()!r}, which is not taken")
    try:
        regex = re.compile(pattern, re.ASCII)
    except (re.error, OverflowError) as error:
        raise ValueError(f"code pattern {pattern!r} is no regular expression: {error}") from error
    size = _measure(pattern)
    if size.ways > MOST_WAYS:
        raise ValueError(f"code pattern {pattern!r} leaves too many choices to be matched quickly")
    if size.shortest > LONGEST_CODE:
        raise ValueError(f"code pattern {pattern!r} asks for more than {LONGEST_CODE} signs")
    return Shape(regex, size.shortest, min(size.longest, LONGEST_CODE))


class _Size(NamedTuple):
    """Bounds of a part of a pattern: choices, and signs of text."""

    ways: int
    shortest: int
    longest: int
    is_group: bool = False

    def repeated(self, low: int, high: int) -> Self:
        """This part, ``low`` to ``high`` times. A group counts twice at least, so that nested ones add up."""
        ways = max(2, self.ways) ** min(high, LONGEST_CODE) if self.is_group else 1
        ways = min(ways * (high - low + 1), MOST_WAYS + 1)
        return self._replace(ways=ways, shortest=self.shortest * low, longest=self.longest * high)


@dataclass(slots=True)
class _Group:
    """An open bracket: the alternatives behind us, and the parts of the one being read."""

    done: list[_Size] = field(default_factory=list)
    parts: list[_Size] = field(default_factory=list)

    def next_alternative(self) -> None:
        self.done.append(
            _Size(
                prod(part.ways for part in self.parts),
                sum(part.shortest for part in self.parts),
                sum(part.longest for part in self.parts),
            )
        )
        self.parts = []

    def closed(self) -> _Size:
        self.next_alternative()
        return _Size(
            min(sum(way.ways for way in self.done), MOST_WAYS + 1),
            min(way.shortest for way in self.done),
            max(way.longest for way in self.done),
            is_group=True,
        )


def _measure(pattern: str) -> _Size:
    """Walk through a pattern that is known to compile."""
    groups = [_Group()]
    for token in _TOKEN.finditer(pattern):
        match token.lastgroup:
            case "open":
                groups.append(_Group())
            case "close":
                inner = groups.pop().closed()
                groups[-1].parts.append(inner)
            case "bar":
                groups[-1].next_alternative()
            case "times":
                parts = groups[-1].parts
                parts[-1] = parts[-1].repeated(*_times(token.group()))
            case "strange":
                raise ValueError(f"code pattern {pattern!r} uses {token.group()!r}, which is not taken")
            case "sign":
                groups[-1].parts.append(_Size(1, 1, 1))
    return groups[0].closed()


def _times(quantifier: str) -> tuple[int, int]:
    """Least and most repetitions; without an end, as many as the longest code has signs."""
    match quantifier[0]:
        case "?":
            return 0, 1
        case "*":
            return 0, LONGEST_CODE
        case "+":
            return 1, LONGEST_CODE
    least, comma, most = quantifier.strip("{}+?").partition(",")
    low = int(least or 0)
    high = int(most or LONGEST_CODE) if comma else low
    return low, max(low, min(high, LONGEST_CODE))
