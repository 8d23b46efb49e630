import os
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from sync.hub import cardface, printing, sample
from sync.hub.cardface import Box, Words
from sync.hub.hub import Hub
from sync.hub.register import RegisterRefused, StoredCard
from tests.sync.office.sheets import pages, properties
from tests.sync.stage import code
from validator.domain.card import Card, CardKind
from validator.domain.code import CardCode
from validator.errors import StoreError

SAMPLE = [
    StoredCard(
        Card(
            row["label"],
            CardKind(row["kind"]),
            row["area"],
            date.fromisoformat(row["valid_from"]),
            date.fromisoformat(row["valid_to"]),
            children=row["children"],
        ),
        CardCode(row["code"]),
    )
    for row in sample.listing()["cards"]
]


def card(
    text: str = "KAI000001X", kind: CardKind = CardKind.PERSONAL, children: int | None = 2
) -> StoredCard:
    return StoredCard(
        Card("c", kind, "espoo", date(2018, 3, 1), date(2019, 2, 28), children=children), CardCode(text)
    )


def decoded(image: Any, kind: str) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image) if found.format.name == kind]


def words(stored: StoredCard) -> list[str]:
    return [mark.text for mark in cardface.face(stored) if isinstance(mark, Words)]


@pytest.mark.parametrize(
    "dots_per_inch",
    [150, pytest.param(200, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.long)],
)
@pytest.mark.parametrize("kind", ["QRCode", "Code39"])
def test_every_card_of_the_sample_is_read_off_the_sheet(dots_per_inch: int, kind: str) -> None:
    found = [text for page in pages(printing.sheet(SAMPLE), dots_per_inch) for text in decoded(page, kind)]
    assert sorted(found) == sorted(stored.code.reveal() for stored in SAMPLE)


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.long)])
def test_every_card_of_the_sample_is_read_off_its_picture(tmp_path: Path, every: int) -> None:
    cards = SAMPLE[::every]
    printing.write_pictures(cards, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    digits = len(str(len(cards)))
    assert names == [f"card-{number:0{digits}}.png" for number in range(1, len(cards) + 1)]
    for stored, name in zip(cards, names, strict=True):
        with Image.open(tmp_path / name) as picture:
            image = np.asarray(picture)
        for kind in ("QRCode", "Code39"):
            assert decoded(image, kind) == [stored.code.reveal()]


def test_a_card_says_what_it_is_and_no_more() -> None:
    assert words(card()) == [
        "Kaikukortti",
        "Kaikukort",
        "KAI000001X",
        "Viimeinen päivä · Sista dag",
        "28.2.2019",
        "Lapsia · Barn",
        "2",
    ]
    assert words(card(children=0))[-1] == "0"
    assert words(card(children=None))[-1] == "28.2.2019"
    community = words(card(kind=CardKind.COMMUNITY, children=None))
    assert community[1] == "Yhteisön kortti · Organisationens kort"
    assert community[-1] == "28.2.2019"


@pytest.mark.parametrize("text", ["A1B2", "KAI000001X", "ABCDEFGHIJKLMNOPQRST"])
def test_nothing_on_a_card_runs_into_anything_else(text: str) -> None:
    marks = cardface.face(card(text))
    boxes = [mark for mark in marks if isinstance(mark, Box)]
    bars, modules = ([box for box in boxes if (box.height > 5) is is_bar] for is_bar in (True, False))
    lines = [mark for mark in marks if isinstance(mark, Words)]
    narrow = min(bar.width for bar in bars)
    quiet_left, quiet_right = bars[0].left - 10 * narrow, bars[-1].left + bars[-1].width + 10 * narrow
    assert quiet_left >= 0
    assert quiet_right <= cardface.WIDTH
    bars_top = bars[0].bottom + bars[0].height
    assert all(line.bottom > bars_top + 1 for line in lines)
    room = cardface.QR_QUIET_MODULES * cardface.QR_MODULE
    qr_left, qr_bottom = min(box.left for box in modules) - room, min(box.bottom for box in modules) - room
    assert qr_bottom > bars_top
    assert max(box.left + box.width for box in modules) + room <= cardface.WIDTH
    printing.sheet([card(text)])  # loads the fonts
    for line in lines:
        length = stringWidth(line.text, "VeraBd" if line.bold else "Vera", line.points) / mm
        assert line.left + length < qr_left


def test_long_codes_are_read_too() -> None:
    (page,) = pages(printing.sheet([card("ABCDEFGHIJKLMNOPQRST")]), 300)
    assert decoded(page, "QRCode") == decoded(page, "Code39") == ["ABCDEFGHIJKLMNOPQRST"]


def test_a_code_beyond_code_39_has_its_qr_symbol_alone() -> None:
    assert list(cardface.bar_boxes("ÄÖ12")) == []
    (page,) = pages(printing.sheet([card("ÄÖ12")]), 300)
    assert decoded(page, "QRCode") == ["ÄÖ12"]


def test_ten_cards_fill_a_sheet() -> None:
    assert [len(list(pages(printing.sheet([card()] * count), 20))) for count in (1, 10, 11)] == [1, 1, 2]
    with pytest.raises(ValueError, match="needs a card"):
        printing.sheet([])


def test_a_sheet_is_its_owners_alone_and_its_properties_say_no_code(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    out.write_text("an older sheet")
    out.chmod(0o644)
    printing.write_sheet([card()], out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert properties(out)["Title"] == "Kaikukortti"
    assert "KAI000001X" not in str(properties(out))


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"sheet\.pdf cannot be written"):
        printing.write_sheet([card()], tmp_path / "none" / "sheet.pdf")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        printing.write_pictures([card()], tmp_path / "file")


def test_an_older_sheet_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """The name is free and the place is not: what stood there stands, and nothing half is left."""
    out = tmp_path / "sheet.pdf"
    out.write_text("an older sheet")
    (tmp_path / ".sheet.pdf.part").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        printing.write_sheet([card()], out)
    assert out.read_text() == "an older sheet"


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_only_a_file_is_written_over(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "sheet.pdf")
    for path in (pipe, tmp_path):
        with pytest.raises(StoreError, match="and no file"):
            printing.write_sheet([card()], path)
    assert pipe.is_fifo()
    printing.write_sheet([card()], link)
    assert link.is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "link.pdf", "sheet.pdf"}


def test_cards_are_chosen_by_code_or_all_together(hub: Hub) -> None:
    chosen = printing.chosen_cards(hub, [code(3).reveal(), code(1).reveal().lower()])
    assert [stored.code for stored in chosen] == [code(3), code(1)]
    everyone = printing.chosen_cards(hub, ["all"])
    assert [stored.code for stored in everyone] == [code(9), *(code(number) for number in range(1, 6))]
    with pytest.raises(RegisterRefused):
        printing.chosen_cards(hub, ["KAI999"])
