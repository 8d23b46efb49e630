"""The printable pages: real PDF files in four languages, whole on their page, and drawn beside the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Clerk
from ui.guide import LINES
from ui.paper.cheat import KEYS, write_guide
from ui.paper.sheet import ROWS, write_sheet
from validator.errors import StoreReadOnly
from validator.words import LANGUAGES, Wording

ROOT = Path(__file__).resolve().parents[2]
A4 = (595, 842)


def read(path: Path) -> list[tuple[tuple[int, int], str]]:
    """Each page's size in points, and its text on one line."""
    document = pypdfium2.PdfDocument(path)
    pages = [document[place] for place in range(len(document))]
    found = []
    for page in pages:
        text = page.get_textpage()
        found.append(((round(page.get_width()), round(page.get_height())), words(text.get_text_range())))
        text.close()
        page.close()
    document.close()
    return found


def words(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cheat_sheet_is_one_page_with_every_key_and_the_guide_is_behind_it(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    wording = Wording(language)
    write_guide(tmp_path / "guide.pdf", wording, "020 123")
    (size, cheat), (_, guide) = read(tmp_path / "guide.pdf")
    assert size == A4
    for _, key in KEYS:
        assert words(wording.phrase("help", key)) in cheat, key
    for key in LINES:
        assert words(wording.phrase("help", key)) in guide, key
    assert "020 123" in cheat
    assert "020 123" in guide


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_page_and_asks_for_no_name(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    wording = Wording(language)
    write_sheet(tmp_path / "sheet.pdf", wording, "Kajaanin kaupunginteatteri")
    ((size, text),) = read(tmp_path / "sheet.pdf")
    assert size == A4[::-1]
    for key in ("paper.time", "paper.code", "paper.children", "paper.assistants", "sheet.how", "sheet.after"):
        assert words(wording.phrase("ui", key)) in text, key
    assert text.count(wording.phrase("ui", "sheet.member")) == ROWS
    assert "Kajaanin kaupunginteatteri" in text


def test_where_nothing_can_be_written_it_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        write_sheet(tmp_path / "nowhere" / "sheet.pdf", Wording("fi"))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_ctrl_p_asks_where_and_writes_the_file_beside_the_window(clerk: Clerk, tmp_path: Path) -> None:
    printables, window, shown = clerk.session.printables, clerk.session.window, list[Path]()
    printables._shown = shown.append  # noqa: SLF001  the system's viewer is outside
    clerk.keys.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    dialog = window.dialog
    assert dialog is not None
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(tmp_path / "guide.pdf"))
    dialog.close()
    clerk.bot.waitUntil(lambda: shown == [tmp_path / "guide.pdf"])
    assert len(read(tmp_path / "guide.pdf")) == 2
    printables.save_sheet()
    assert window.dialog is not None
    window.dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    window.dialog.close()
    clerk.bot.waitUntil(lambda: len(shown) == 2)
    assert "Kajaanin kaupunginteatteri" in read(tmp_path / "sheet.pdf")[0][1]


@pytest.mark.parametrize("command", ["sheet", "guide"])
def test_the_commands_write_them_without_a_screen(tmp_path: Path, command: str) -> None:
    out = tmp_path / "page.pdf"
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from ui.program import main; main()",
            command,
            "--out",
            str(out),
            "--lang",
            "sv",
        ],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(out), "")
    assert read(out)
