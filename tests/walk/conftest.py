"""Windows for the walk, and the ear of a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from tests.shots.stage import Files
from ui.face import Face
from ui.theme import Mode


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Desks' files, each filled once for all the tests of this process."""
    return Files(tmp_path_factory.mktemp("desks"))


@pytest.fixture
def face(qapp: QApplication) -> Iterator[Face]:
    """Finnish, light, plain size."""
    face = Face(qapp, "fi", Mode.LIGHT)
    yield face
    face.close()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say; the way to it is the process's edge."""
    said: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said
