from pathlib import Path
from typing import Any

import pytest

from sync.hub.importing import listing as module
from sync.hub.importing.kinds import Kind
from sync.hub.importing.listing import Listing, Row, listings
from validator.errors import ImportBad

HEADER = "code;kind;area;valid_from;valid_to"
CELLS = ["5JHWML42KM", "personal", "kainuu", "2018-03-13", "2019-03-12"]
ROW = ";".join(CELLS)


def file(folder: Path, content: str | bytes, name: str = "cards.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path, kind: Kind | None = None) -> Listing:
    (found,) = listings(path, kind)
    return found


def rows(listing: Listing) -> list[Row]:
    return list(listing.rows())


def cells(listing: Listing) -> list[list[Any]]:
    return [list(row.cells.values()) for row in listing.rows() if row.cells is not None]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_in_every_dress(tmp_path: Path, delimiter: str, end: str) -> None:
    text = end.join([HEADER, ROW, "", ROW]).replace(";", delimiter)
    found = only(file(tmp_path, text))
    assert found.kind is Kind.CARDS
    assert [row.number for row in rows(found)] == [2, 4]
    assert cells(found) == [CELLS, CELLS]


def test_rows_can_be_read_again_from_the_top(tmp_path: Path) -> None:
    found = only(file(tmp_path, f"{HEADER}\n{ROW}\n"))
    assert rows(found) == rows(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_finnish_and_swedish(tmp_path: Path, encoding: str) -> None:
    text = "id;name_fi;name_sv;contact\nkarkkila;Karkkila;Högfors;Åsa – ääni\n"
    found = only(file(tmp_path, text.encode(encoding), "areas.csv"))
    assert cells(found) == [["karkkila", "Karkkila", "Högfors", "Åsa – ääni"]]
    assert any("Latin-1" in note for note in found.notes) is (encoding == "cp1252")


def test_headers_may_be_shouted_and_spaced(tmp_path: Path) -> None:
    found = only(file(tmp_path, f" Code ;KIND;Area;Valid from;valid-to\n{ROW}\n"))
    assert found.columns == ("code", "kind", "area", "valid_from", "valid_to")


def test_columns_that_nobody_knows_are_counted_not_read_aloud(tmp_path: Path) -> None:
    found = only(file(tmp_path, f"{HEADER};holder\n{ROW};Somebody\n"))
    assert found.notes == ("columns that are not known and were not read: 1",)


def test_a_quoted_cell_may_hold_the_delimiter(tmp_path: Path) -> None:
    found = only(file(tmp_path, 'id;name_fi;contact\nespoo;Espoo;"a; b"\n', "areas.csv"))
    assert cells(found) == [["espoo", "Espoo", "a; b"]]


def test_empty_cells_at_the_end_of_a_row_are_no_fault(tmp_path: Path) -> None:
    assert cells(only(file(tmp_path, f"{HEADER}\n{ROW};;\n;;;;;;\n"))) == [CELLS]


def test_an_open_quote_spoils_its_own_line_only(tmp_path: Path) -> None:
    found = rows(only(file(tmp_path, f'{HEADER}\n"{ROW}\n{ROW}\n')))
    assert [row.cells is None for row in found] == [True, False]
    assert "quote" in found[0].problem


def test_a_row_with_too_few_or_too_many_fields_is_told(tmp_path: Path) -> None:
    found = rows(only(file(tmp_path, f"{HEADER}\n{ROW};more\nless;personal\n")))
    assert [row.problem for row in found] == [
        "the row has 6 fields where the header has 5",
        "the row has 2 fields where the header has 5",
    ]


def test_a_line_without_end_costs_no_memory(tmp_path: Path) -> None:
    path = file(tmp_path, f"{HEADER}\n{'x' * (3 * module.LONGEST_LINE + 5)}\n{ROW}")
    found = rows(only(path))
    assert [(row.number, row.cells is None) for row in found] == [(2, True), (3, False)]
    assert found[0].raw == ""


def test_the_kind_is_told_by_the_name_the_columns_or_the_office(tmp_path: Path) -> None:
    area = "id;name_fi\nespoo;Espoo\n"
    assert only(file(tmp_path, area, "areas-2018.csv")).kind is Kind.AREAS
    assert only(file(tmp_path, area, "list.csv")).kind is Kind.AREAS
    assert only(file(tmp_path, area, "areastoo.csv")).kind is Kind.AREAS
    rules = "id;from;to;child_under;name_fi\n2031;2031-01-01;;16;x\n"
    assert only(file(tmp_path, rules, "rule-sets.csv")).kind is Kind.RULE_SETS
    assert only(file(tmp_path, rules, "areas-kainuu.csv")).kind is Kind.AREAS
    assert only(file(tmp_path, f"{HEADER}\n{ROW}\n", "areas.csv")).kind is Kind.CARDS
    venue = "id;name_fi;kind;area\ntheatre;Teatteri;theatre;espoo\n"
    assert only(file(tmp_path, venue, "list.csv")).kind is Kind.VENUES
    assert only(file(tmp_path, venue, "list.csv"), Kind.AREAS).kind is Kind.AREAS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n \r\n",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        HEADER.encode("utf-16-le"),
        HEADER.encode("utf-16")[:-1],
        HEADER.encode("utf-32"),
        bytes(range(256)),
        b"what;ever\n1;2\n",
        b"code;kind;area\n1;2;3\n",
        f"{HEADER};code\n{ROW};x\n".encode(),
        b"{",
        b"[1, 2",
        b"{}",
        b'{"customers": []}',
        b'{"cards": {}}',
        b'{"cards": [], "cards": []}',
        b'[{"name": 1}]',
        b"[" * 100_000,
        b"[" + b"9" * 5000 + b"]",
    ],
)
def test_what_is_no_list_is_said_at_once(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportBad, match=r"^list\.csv: "):
        listings(file(tmp_path, content, "list.csv"))


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.csv", "no such file"), (tmp_path, "a folder")):
        with pytest.raises(ImportBad, match=why):
            listings(path)


def test_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    with pytest.raises(ImportBad, match="save it as CSV"):
        listings(file(tmp_path, b"PK\x03\x04" + bytes(100), "cards.xlsx"))


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;;", "sep=;\r"])
def test_excels_line_names_the_delimiter(tmp_path: Path, said: str) -> None:
    found = only(file(tmp_path, f"{said}\n{HEADER}\n{ROW}\n"))
    assert [row.number for row in rows(found)] == [3]
    assert cells(found) == [CELLS]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_excels_line_is_obeyed(tmp_path: Path, delimiter: str) -> None:
    assert only(file(tmp_path, f"sep={delimiter}\n{HEADER.replace(';', delimiter)}\n")).delimiter == delimiter
    other = next(each for each in module.DELIMITERS if each != delimiter)
    with pytest.raises(ImportBad):
        listings(file(tmp_path, f"sep={other}\n{HEADER.replace(';', delimiter)}\n"))


def test_a_wrong_header_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ImportBad, match="no column valid_from, valid_to"):
        listings(file(tmp_path, "code;kind;area\n", "list.csv"), Kind.CARDS)
    for name in ("cards.csv", "cards-2018.csv", "cards.quarantine.csv", "Cards_Kainuu.csv"):
        with pytest.raises(ImportBad, match="no column valid_from, valid_to"):
            listings(file(tmp_path, "code;kind;area\n", name))


def test_columns_that_fit_two_kinds_are_not_guessed_at(tmp_path: Path) -> None:
    path = file(tmp_path, "id;offer;starts_at;ends_at;venue;name_fi;kind\n", "list.csv")
    with pytest.raises(ImportBad, match="--kind"):
        listings(path)


def test_a_huge_json_file_is_turned_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_JSON", 10)
    with pytest.raises(ImportBad, match="save it as CSV"):
        listings(file(tmp_path, '{"cards": []}'))


def test_json_by_kind(tmp_path: Path) -> None:
    found = listings(file(tmp_path, '{"cards": [{"code": "A"}, 5], "areas": []}', "all.json"))
    assert [(each.kind, each.lines) for each in found] == [(Kind.CARDS, 2), (Kind.AREAS, 0)]
    assert [(row.number, row.problem) for row in rows(found[0])] == [(1, ""), (2, "the row is no object")]


def test_a_json_list_of_one_kind(tmp_path: Path) -> None:
    found = only(file(tmp_path, '[{"id": "espoo", "name_fi": "Espoo"}]', "areas.json"))
    assert found.kind is Kind.AREAS
    with pytest.raises(ImportBad, match="other kinds"):
        listings(file(tmp_path, '{"areas": []}', "all.json"), Kind.CARDS)


def test_a_field_named_twice_is_not_chosen_from(tmp_path: Path) -> None:
    found = only(file(tmp_path, '{"cards": [{"code": "A", "code": "B"}]}', "all.json"))
    assert [row.problem for row in rows(found)] == ["the row names a field twice"]


def test_a_row_says_nothing_of_itself_in_a_log(tmp_path: Path) -> None:
    found = rows(only(file(tmp_path, f'{HEADER}\n"{ROW}\n{ROW}\n')))
    assert "5JHW" not in repr(found)
