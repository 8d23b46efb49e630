"""The settings of a desk: from a TOML file and the environment, read and checked once.

The file is ``kaikuportti.toml`` in the user's folder for settings, or the one that ``KAIKUPORTTI_CONFIG`` names; it need not exist.
Every field can be set by a variable ``KAIKUPORTTI_<FIELD>`` too, which wins over the file. A field that does not exist or makes no
sense is a `ConfigError` that names file and field: a misspelt setting must not be a silent default.

The hub's address, the desk's name and its keys are not settings: the desk gets them when it is enrolled.
"""

from __future__ import annotations

import logging
import os
import sys
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_config_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from validator.errors import ConfigError

PROGRAM = "kaikuportti"
PREFIX = "KAIKUPORTTI_"
FILE_VARIABLE = "KAIKUPORTTI_CONFIG"

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Language = Literal["fi", "sv", "en", "selko"]
Look = Literal["system", "light", "dark"]


class KeyStorage(StrEnum):
    """Where the key of the encrypted files is kept."""

    KEYRING = "keyring"
    FILE = "file"
    PASSPHRASE = "passphrase"  # noqa: S105  a choice, not a secret


class Settings(BaseModel):
    """The settings of a desk.

    Attributes:
        data: folder of the two encrypted files; and of how the window looks, as it was chosen there last.
        keys: where their key is kept; a key file protects little and has to be chosen knowingly.
        look: of the window; "system" follows the computer's.
        text_size: factor by which the window's texts are enlarged at its start.
        camera: "off", the number or name of a camera, or a folder of pictures that are shown one after the other.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Field(default_factory=lambda: user_data_path(PROGRAM, appauthor=False))
    language: Language = "fi"
    look: Look = "system"
    text_size: float = Field(default=1.0, ge=1.0, le=2.0)
    keys: KeyStorage = KeyStorage.KEYRING
    camera: str = Field(default="0", min_length=1, max_length=1024)
    log_level: LogLevel = "INFO"


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
    for name in Settings.model_fields:
        variable = PREFIX + name.upper()
        if variable in environ:
            fields[name], origins[name] = environ[variable], variable
    try:
        return Settings.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        origin = origins.get(field.partition(".")[0], str(path))
        known = ", ".join(Settings.model_fields)
        fault = f"no such setting; there are {known}" if first["type"] == "extra_forbidden" else first["msg"]
        raise ConfigError(f"{origin}: {field}: {fault}", file=origin, field=field, fault=fault) from None


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
