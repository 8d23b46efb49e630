"""The settings of a desk: from a TOML file and the environment, read and checked once.

The file is ``kaikuportti.toml`` in the user's folder for settings, or the one that ``KAIKUPORTTI_CONFIG`` names; it need not exist.
Every field can be set by a variable ``KAIKUPORTTI_<FIELD>`` too, which wins over the file. A field that does not exist or makes no
sense is a `ConfigError` that names file and field: a misspelt setting must not be a silent default.

The fields are read by hand: the window needs them before anything else, and pydantic would take longer to load than all of it.

The hub's address, the desk's name and its keys are not settings: the desk gets them when it is enrolled.
"""

from __future__ import annotations

import logging
import os
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path, user_data_path

from validator.errors import ConfigError

PROGRAM = "kaikuportti"
PREFIX = "KAIKUPORTTI_"
FILE_VARIABLE = "KAIKUPORTTI_CONFIG"
_LARGEST = 2.0
LONGEST = 1024
"""Signs of a text."""
_SPEEDS = ("1200", "2400", "4800", "9600", "19200", "38400", "57600", "115200")

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Language = Literal["fi", "sv", "en", "selko"]
Look = Literal["system", "light", "dark"]


class KeyStorage(StrEnum):
    """Where the key of the encrypted files is kept."""

    KEYRING = "keyring"
    FILE = "file"
    PASSPHRASE = "passphrase"  # noqa: S105  a choice, not a secret


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a desk.

    Attributes:
        data: folder of the two encrypted files; and of what was chosen in the window last.
        keys: where their key is kept; a key file protects little and has to be chosen knowingly.
        look: of the window; "system" follows the computer's.
        text_size: factor by which the window's texts are enlarged at its start.
        camera: "off", the name or number of a camera, or a folder of pictures or a video that is shown instead.
        scanner: a serial hand scanner: "none", "auto" for whichever says that it is one, or a port's name.
        scanner_baud: the speed of its line; a scanner on USB takes no notice of it.
        made: the names of those that somebody made; the others are the program's own.
    """

    data: Path = field(default_factory=lambda: user_data_path(PROGRAM, appauthor=False))
    language: Language = "fi"
    look: Look = "system"
    text_size: float = 1.0
    keys: KeyStorage = KeyStorage.KEYRING
    camera: str = "0"
    scanner: str = "auto"
    scanner_baud: int = 9600
    log_level: LogLevel = "INFO"
    made: frozenset[str] = frozenset()


def settings_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the settings' file is looked for."""
    named = environ.get(FILE_VARIABLE)
    return Path(named) if named else user_config_path(PROGRAM, appauthor=False) / f"{PROGRAM}.toml"


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    Raises:
        ConfigError: the file or a field cannot be used; the text names both, ``details`` has ``file`` and ``field``.
    """
    path = settings_path(environ)
    fields: dict[str, Any] = dict(_read(path, must_exist=bool(environ.get(FILE_VARIABLE))))
    origins = dict.fromkeys(fields, str(path))
    for name in FIELDS:
        variable = PREFIX + name.upper()
        if variable in environ:
            fields[name], origins[name] = environ[variable], variable
    for name, value in fields.items():
        try:
            fields[name] = _sense(name, value)
        except ValueError as error:
            origin, fault = origins[name], str(error)
            raise ConfigError(f"{origin}: {name}: {fault}", file=origin, field=name, fault=fault) from None
    return Settings(**fields, made=frozenset(fields))


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window could be shown: on Windows and macOS always, elsewhere if a display or a Qt platform of its own is named."""
    if platform in ("win32", "darwin"):
        return True
    own = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if own and not own.startswith(("xcb", "wayland")):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def set_up_logging(level: LogLevel) -> None:
    """Log to standard error, one line a record; the console's standard output is left to answers."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")


def _read(path: Path, *, must_exist: bool) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        if not must_exist:
            return {}
        raise ConfigError(
            f"{path}: there is no such file", file=str(path), field="", fault="missing"
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fault = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(f"{path}: {fault}", file=str(path), field="", fault=str(fault)) from error


def _sense(name: str, value: object) -> object:
    """A field's value as it was meant.

    Raises:
        ValueError: it makes no sense; the text says why.
    """
    if name not in _SENSES:
        raise ValueError(f"no such setting; there are {', '.join(FIELDS)}")
    return _SENSES[name](value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text")  # noqa: TRY004  a setting that makes no sense, whatever its type
    return value


def _some_text(value: object) -> str:
    text = _text(value)
    if not 1 <= len(text) <= LONGEST:
        raise ValueError(f"must have 1 to {LONGEST} signs")
    return text


def _factor(value: object) -> float:
    try:
        factor = float(value) if isinstance(value, str | int | float) and value is not True else 0.0
    except (ValueError, OverflowError):
        factor = 0.0
    if not 1.0 <= factor <= _LARGEST:
        raise ValueError(f"must be a number from 1 to {_LARGEST:g}")
    return factor


def _speed(value: object) -> int:
    text = str(value)
    if text not in _SPEEDS:
        raise ValueError(f"must be one of {', '.join(_SPEEDS)}")
    return int(text)


def _one_of(*known: str) -> Callable[[object], str]:
    def sense(value: object) -> str:
        if value not in known:
            *others, last = (f"'{each}'" for each in known)
            raise ValueError(f"must be {', '.join(others)} or {last}")
        return str(value)

    return sense


_SENSES: Mapping[str, Callable[[object], object]] = {
    "data": lambda value: Path(_text(value)),
    "language": _one_of(*get_args(Language)),
    "look": _one_of(*get_args(Look)),
    "text_size": _factor,
    "keys": lambda value: KeyStorage(_one_of(*KeyStorage)(value)),
    "camera": _some_text,
    "scanner": _some_text,
    "scanner_baud": _speed,
    "log_level": _one_of(*get_args(LogLevel)),
}
FIELDS = tuple(_SENSES)
"""The names of all settings."""
