"""Which barcode engines this machine has.

Either may be missing and the desk still reads with the other; the self-check says which one is missing and why. With
neither there is nothing to read with, which is for `validator.scan.reader.Reader` to refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from validator.domain.code import Symbology
from validator.scan.decoder import CARD_FORMATS, ZBAR, ZXING, Decoder

Load: TypeAlias = Callable[[Iterable[Symbology]], Decoder]


class Gap(StrEnum):
    """Why an engine is missing.

    PACKAGE is the Python package, LIBRARY the system's library below it (libzbar, or a C++ runtime on Windows).
    """

    PACKAGE = "package"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Decoders:
    """What is there and what is not.

    Attributes:
        found: the engines, the cheapest and strictest first.
        missing: name of each absent engine -> why.
        formats: the symbologies that they were loaded for.
    """

    found: tuple[Decoder, ...]
    missing: Mapping[str, str] = field(default_factory=dict)
    formats: frozenset[Symbology] = frozenset(CARD_FORMATS)


def available_decoders(
    formats: Iterable[Symbology] = CARD_FORMATS,
    engines: Mapping[str, Load] | None = None,
) -> Decoders:
    """Load every engine that can be loaded.

    Args:
        formats: the symbologies the network uses.
        engines: what to try, in order; the two engines of this package if not told otherwise.
    """
    wanted = tuple(formats)
    found: list[Decoder] = []
    missing: dict[str, str] = {}
    for name, load in (ENGINES if engines is None else engines).items():
        try:
            found.append(load(wanted))
        except ModuleNotFoundError:
            missing[name] = Gap.PACKAGE
        except (ImportError, OSError, AttributeError):  # no libzbar; no runtime for it; one that is too old
            missing[name] = Gap.LIBRARY
    return Decoders(tuple(found), MappingProxyType(missing), frozenset(wanted))


def _zxing(formats: Iterable[Symbology]) -> Decoder:
    from validator.scan.zxing import ZxingDecoder  # noqa: PLC0415  (may be missing)

    return ZxingDecoder(formats)


def _zbar(formats: Iterable[Symbology]) -> Decoder:
    from validator.scan.zbar import ZbarDecoder  # noqa: PLC0415  (may be missing)

    return ZbarDecoder(formats)


ENGINES: Mapping[str, Load] = MappingProxyType({ZXING: _zxing, ZBAR: _zbar})
