"""Settings: every field from file and environment, every fault named."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from validator.config import FIELDS, KeyStorage, Settings, has_screen, load_settings, settings_path
from validator.errors import ConfigError


def test_without_file_and_variables_everything_has_a_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = load_settings({})
    assert settings.language == "fi"
    assert settings.keys is KeyStorage.KEYRING
    assert settings.data.name == "kaikuportti"
    assert settings_path({}).name == "kaikuportti.toml"


def test_a_variable_wins_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('language = "sv"\nkeys = "file"\ndata = "/srv/desk"\n', encoding="utf-8")
    settings = load_settings({"KAIKUPORTTI_CONFIG": str(path), "KAIKUPORTTI_LANGUAGE": "selko"})
    assert (settings.language, settings.keys, settings.data) == ("selko", KeyStorage.FILE, Path("/srv/desk"))


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_set_by_a_variable(name: str, tmp_path: Path) -> None:
    odd = {
        "data": "/x",
        "language": "en",
        "look": "dark",
        "text_size": "1.5",
        "keys": "passphrase",
        "camera": "off",
        "scanner": "/dev/ttyACM0",
        "scanner_baud": "19200",
        "log_level": "DEBUG",
    }[name]
    settings = load_settings({f"KAIKUPORTTI_{name.upper()}": odd})
    assert str(getattr(settings, name)) == odd
    assert settings.made == {name}


def test_every_field_of_the_settings_can_be_set() -> None:
    assert {each.name for each in fields(Settings)} == {*FIELDS, "made"}


@pytest.mark.parametrize(
    ("text", "field", "fault"),
    [
        ('language = "de"', "language", "'fi', 'sv', 'en' or 'selko'"),
        ('langauge = "fi"', "langauge", "no such setting; there are data, language"),
        ("camera = []", "camera", "must be a text"),
        ("camera = ''", "camera", "must have 1 to 1024 signs"),
        ("scanner = ''", "scanner", "must have 1 to 1024 signs"),
        ("scanner_baud = 9601", "scanner_baud", "must be one of 1200, 2400"),
        ("scanner_baud = true", "scanner_baud", "must be one of 1200, 2400"),
        ("text_size = 9", "text_size", "must be a number from 1 to 2"),
        ("text_size = nan", "text_size", "must be a number from 1 to 2"),
        ("text_size = true", "text_size", "must be a number from 1 to 2"),
        ("text_size = 'large'", "text_size", "must be a number from 1 to 2"),
        ("text_size = []", "text_size", "must be a number from 1 to 2"),
        ("look = [1]", "look", "must be 'system', 'light' or 'dark'"),
        ("data = 1", "data", "must be a text"),
        ('keys = "pocket"', "keys", "'keyring', 'file' or 'passphrase'"),
        ("language = ", "", "Invalid value"),
        ("\udcff", "", "invalid start byte"),
    ],
)
def test_a_fault_names_file_and_field(tmp_path: Path, text: str, field: str, fault: str) -> None:
    path = tmp_path / "desk.toml"
    path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ConfigError) as caught:
        load_settings({"KAIKUPORTTI_CONFIG": str(path)})
    assert str(caught.value).startswith(f"{path}: {field}")
    assert fault in str(caught.value)
    assert caught.value.details["field"] == field


def test_a_bad_variable_is_named_instead_of_the_file() -> None:
    with pytest.raises(ConfigError, match=r"^KAIKUPORTTI_LOG_LEVEL: log_level: "):
        load_settings({"KAIKUPORTTI_LOG_LEVEL": "LOUD"})


def test_a_named_file_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        load_settings({"KAIKUPORTTI_CONFIG": str(tmp_path / "none.toml")})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=str(tmp_path)):
        load_settings({"KAIKUPORTTI_CONFIG": str(tmp_path)})


@pytest.mark.parametrize(
    ("platform", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "wayland-egl"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_where_a_window_can_be_shown(platform: str, environ: dict[str, str], screen: bool) -> None:
    assert has_screen(environ, platform) is screen
