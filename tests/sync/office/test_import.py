import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sync.hub.hub import Hub
from sync.hub.importing import ListReport, import_files, summary
from sync.hub.importing import run as module
from sync.hub.importing.listing import Listing
from tests.sync.stage import code
from validator.domain.card import CardKind, CardStatus
from validator.domain.network import CardLimit, Network, Period, VenueKind, Window
from validator.errors import ImportBad

HEADER = "code;kind;area;valid_from;valid_to;children\n"

Bring = Callable[..., ListReport]


@pytest.fixture
def bring(hub: Hub, tmp_path: Path) -> Bring:
    """Import one list, written on the spot."""

    def bring_in(text: str, name: str = "cards.csv") -> ListReport:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        (report,) = import_files(hub, [path])
        return report

    return bring_in


def counts(report: ListReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.same, report.quarantined


def network(hub: Hub) -> Network:
    with hub.read() as register:
        return register.network()


def card(number: int, rest: str) -> str:
    return f"{code(number).reveal()};{rest}\n"


def test_good_rows_come_in_and_bad_ones_wait_outside(hub: Hub, bring: Bring, tmp_path: Path) -> None:
    report = bring(
        HEADER
        + card(21, "personal;espoo;2018-05-01;30.4.2019;2")
        + card(22, "personal;espoo;2018-05-01;15/2018;1")
        + card(23, "community;savonlinna;2018-03;2/2019;")
        + "KAI0000240;personal;espoo;2018-05-01;2019-04-30;-1\n"
        + card(25, "personal;espoo;2018-05-01;2018-04-30;1")
        + card(26, "community;espoo;2018-05-01;2019-04-30;2")
        + card(27, "somebody;espoo;;2019-04-30;")
    )
    assert counts(report) == (2, 0, 0, 5)
    assert report.bad == [
        (3, "valid_to: names month 15, which does not exist"),
        (5, "code: has a wrong check character: a sign is mistyped; children: is negative"),
        (6, "valid_to: lies before valid_from"),
        (7, "children: a community card counts none"),
        (8, "kind: is none of personal, community; valid_from: is missing"),
    ]
    with hub.read() as register:
        first, second = register.card(code(21)).card, register.card(code(23)).card
    assert (first.valid_from, first.valid_to, first.children) == (date(2018, 5, 1), date(2019, 4, 30), 2)
    assert (second.kind, second.valid_from, second.valid_to, second.children) == (
        CardKind.COMMUNITY,
        date(2018, 3, 1),
        date(2019, 2, 28),
        None,
    )


def test_the_quarantine_is_the_offices_own_file_and_can_be_imported_again(
    hub: Hub, bring: Bring, tmp_path: Path
) -> None:
    report = bring(HEADER + card(22, "personal;espoo;2018-05-01;15/2018;1") + '"open;quote\n')
    path = Path(report.quarantine)
    assert path == tmp_path / "cards.quarantine.csv"
    assert path.stat().st_mode & 0o777 == 0o600
    with path.open(newline="") as file:
        found = list(csv.DictReader(file, delimiter=";"))
    assert [row["row"] for row in found] == ["2", "3"]
    assert found[0]["reason"] == "valid_to: names month 15, which does not exist"
    assert found[0]["code"] == code(22).reveal()
    assert found[1]["unread"] == '"open;quote'

    path.write_text(path.read_text().replace("15/2018", "5/2019"))
    (mended,) = import_files(hub, [path])
    assert counts(mended) == (1, 0, 0, 1)
    again = Path(mended.quarantine)
    assert again.name == "cards.quarantine.quarantine.csv"
    assert again.read_text().splitlines()[0] == path.read_text().splitlines()[0]


def test_json_has_its_quarantine_too(hub: Hub, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    good = {"id": "oulu", "name_fi": "Oulu", "from": "2018-06", "to": "12/2019", "colour": "\ud800"}
    bad = {
        "code": code(22).reveal(),
        "kind": "personal",
        "area": "oulu",
        "valid_from": 2018,
        "row": 9,
        "x": "\ud800",
    }
    path.write_text(json.dumps({"cards": [bad, [1]], "areas": [good]}))
    areas, cards = import_files(hub, [path])
    assert (counts(areas), counts(cards)) == ((1, 0, 0, 0), (0, 0, 0, 2))
    found = json.loads((tmp_path / "all.quarantine.json").read_text())
    assert found["cards"][0] == {
        **bad,
        "row": 1,
        "reason": ["valid_from: is no text", "valid_to: is missing"],
    }
    assert found["cards"][1] == {"row": 2, "reason": ["the row is no object"], "unread": [1]}


def test_the_quarantine_goes_where_it_is_wanted(hub: Hub, tmp_path: Path) -> None:
    path, folder = tmp_path / "cards.csv", tmp_path / "elsewhere"
    folder.mkdir()
    path.write_text(HEADER + "bad;;;;;\n")
    (report,) = import_files(hub, [path], quarantine=folder)
    assert Path(report.quarantine).parent == folder
    with pytest.raises(ImportBad, match="--quarantine"):
        import_files(hub, [path], quarantine=tmp_path / "none")


def test_files_of_one_name_have_a_quarantine_each(hub: Hub, tmp_path: Path) -> None:
    wanted, lists = tmp_path / "bad", []
    for folder in ("kainuu", "lappi", "bad"):
        (tmp_path / folder).mkdir()
        lists.append(tmp_path / folder / "areas.csv")
        lists[-1].write_text(f"id;name_fi\n{folder}!;Nimi\n")
    reports = import_files(hub, lists[:2], quarantine=wanted)
    assert [Path(report.quarantine).name for report in reports] == [
        "areas.quarantine.csv",
        "areas.quarantine-2.csv",
    ]
    said = [Path(report.quarantine).read_text() for report in reports]
    assert ["kainuu!" in said[0], "lappi!" in said[1]] == [True, True]


def test_mended_rows_are_not_written_over_by_new_bad_ones(hub: Hub, tmp_path: Path) -> None:
    """`import *.csv` takes yesterday's quarantine file along."""
    path = tmp_path / "areas.csv"
    path.write_text("id;name_fi\nbad!;Nimi\n")
    (report,) = import_files(hub, [path])
    mended = Path(report.quarantine)
    mended.write_text(mended.read_text().replace("bad!", "good"))
    first, second = import_files(hub, [path, mended])
    assert (counts(first), counts(second)) == ((0, 0, 0, 1), (1, 0, 0, 0))
    assert "good" in mended.read_text()
    assert Path(first.quarantine).name == "areas.quarantine-2.csv"


def test_the_same_list_again_changes_nothing(hub: Hub, bring: Bring) -> None:
    text = HEADER + card(21, "personal;espoo;2018-05-01;2019-04-30;2")
    assert counts(bring(text)) == (1, 0, 0, 0)
    with hub.read() as register:
        before = register.card(code(21))
    assert counts(bring(text)) == (0, 0, 1, 0)
    with hub.read() as register:
        assert register.card(code(21)) == before


def test_a_changed_row_is_told(bring: Bring) -> None:
    bring(HEADER + card(21, "personal;espoo;2018-05-01;2019-04-30;2"))
    report = bring(HEADER + card(21, "personal;savonlinna;2018-05-01;2019-04-30;"))
    assert counts(report) == (0, 1, 0, 0)
    assert report.changes == [(2, "area was espoo, is savonlinna; children was 2, is nothing")]


def test_columns_that_a_list_lacks_stay_as_they_are(hub: Hub, bring: Bring) -> None:
    rows = f"{code(1).reveal()};personal;espoo;2018-01-01;2019-01-31\n"
    report = bring("code;kind;area;valid_from;valid_to\n" + rows)
    assert report.changes == [(2, "valid_to was 2018-12-31, is 2019-01-31")]
    with hub.read() as register:
        assert register.card(code(1)).card.children == 2


def test_no_list_opens_a_closed_card_again(hub: Hub, bring: Bring) -> None:
    with hub.change() as register:
        register.close_card(code(1))
    header, row = (
        "code;kind;area;valid_from;valid_to;status\n",
        f"{code(1).reveal()};personal;espoo;2018-01-01;2018-12-31;",
    )
    assert counts(bring(header + row + "\n")) == (0, 0, 1, 0)
    report = bring(header + row + "active\n")
    assert report.bad == [(2, "status: the register has the card as closed, and no list opens it again")]
    with hub.read() as register:
        assert register.card(code(1)).card.status is CardStatus.CLOSED


def test_a_row_that_says_otherwise_than_an_earlier_one_is_bad(hub: Hub, bring: Bring) -> None:
    row = card(21, "personal;espoo;2018-05-01;2019-04-30;2")
    report = bring(HEADER + row + row + card(21, "personal;espoo;2018-05-01;2019-04-30;3"))
    assert counts(report) == (1, 0, 1, 1)
    assert report.bad == [(4, "code: row 3 of this file says otherwise of the same one")]
    with hub.read() as register:
        assert register.card(code(21)).card.children == 2


def test_so_it_is_across_batches(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 1)
    row = card(21, "personal;espoo;2018-05-01;2019-04-30;2")
    report = bring(HEADER + row + row + card(21, "personal;espoo;2018-05-01;2019-04-30;3"))
    assert counts(report) == (1, 0, 1, 1)


def test_a_day_goes_before_a_month_whichever_comes_first(hub: Hub, bring: Bring) -> None:
    header, month, day = (
        "id;name_fi;from;to\n",
        "oulu;Oulu;6/2018;12/2019\n",
        "oulu;Oulu;25.6.2018;31.12.2019\n",
    )
    window = Window(date(2018, 6, 25), date(2019, 12, 31))
    first = bring(header + month + day, "areas.csv")
    assert counts(first) == (1, 1, 0, 0)
    assert first.changes == [(3, "from was 2018-06-01, is 2018-06-25")]
    assert {area.id: area.window for area in network(hub).areas}["oulu"] == window
    assert counts(bring(header + month, "areas.csv")) == (0, 0, 1, 0)
    assert counts(bring(header + day + month, "areas.csv")) == (0, 0, 2, 0)
    later = bring(header + month + "oulu;Oulu;26.6.2018;31.12.2019\n", "areas.csv")
    assert later.changes == [(3, "from was 2018-06-25, is 2018-06-26")]


def test_a_month_that_was_taken_for_its_first_day_gives_way_to_a_day_of_that_month_only(bring: Bring) -> None:
    header, month = "id;name_fi;from;to\n", "oulu;Oulu;6/2018;12/2019\n"
    report = bring(header + month + "oulu;Oulu;1.7.2018;31.12.2019\n", "areas.csv")
    assert report.bad == [(3, "id: row 2 of this file says otherwise of the same one")]


def test_the_whole_programme_comes_in_whatever_the_order_of_the_files(empty_hub: Hub, tmp_path: Path) -> None:
    lists = {
        "performances.csv": "id,offer,starts_at,ends_at\nfirst,play,2018-10-13 19:00,2018-10-13 21:30\n",
        "offers.csv": "id,venue,name_fi,kind,limits,opens_at\nplay,theatre,Näytelmä,performance,2 per month,2018-09-01 10:00\n"
        "visit,pop,Käynti,popup,,\n",
        "cards.csv": HEADER.replace(";", ",")
        + card(1, "personal;espoo;2018-01-01;2018-12-31;1").replace(";", ","),
        "venues.csv": "id,name_fi,kind,area,benefit_fi,areas,day_ends,id_hint\ntheatre,Teatteri,theatre,espoo,,,04:00,yes\n"
        "pop,Pop-up,popup,,vapaa pääsy,espoo,,\n",
        "municipalities.csv": "municipality,area\nEspoo,espoo\n",
        "areas.csv": "id,name_fi,name_sv,local_from,local_to\nespoo,Espoo,Esbo,2018-02,12/2018\n",
        "rule_sets.csv": "id,from,child_under,terms\n2030,2030-01-01,18,autumn 8-1 12-31\n",
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, "utf-8")
    reports = import_files(empty_hub, [tmp_path / name for name in lists])
    bad = {report.kind: report.bad for report in reports if report.bad}
    assert bad == {"rule_sets": [(2, "from, to: another rule set is in force on some of these days")]}
    found = network(empty_hub)
    (area,) = found.areas
    assert (area.municipalities, area.local) == (("Espoo",), Window(date(2018, 2, 1), date(2018, 12, 31)))
    venues, offers = {each.id: each for each in found.venues}, {each.id: each for each in found.offers}
    assert (venues["theatre"].day_ends.hour, venues["theatre"].id_hint) == (4, True)
    assert (venues["pop"].kind, venues["pop"].area) == (VenueKind.POPUP, None)
    assert venues["pop"].areas == {"espoo"}
    assert offers["play"].limits == (CardLimit(2, Period.MONTH),)
    assert offers["visit"].limits == (CardLimit(1, Period.DAY),)
    assert offers["play"].opens_at == datetime(2018, 9, 1, 7, tzinfo=UTC)
    assert [show.starts_at for show in found.performances] == [datetime(2018, 10, 13, 16, tzinfo=UTC)]
    with empty_hub.read() as register:
        assert register.card(code(1)).card.area == "espoo"


def test_a_performance_may_move_and_another_take_its_hour(hub: Hub, bring: Bring) -> None:
    report = bring(
        "id;offer;starts_at;ends_at\ntonight;play;13.10.2018 18:00;13.10.2018 20:00\n"
        "late;play;13.10.2018 19:30;13.10.2018 21:00\n",
        "performances.csv",
    )
    assert counts(report) == (1, 1, 0, 0)


def test_a_municipality_may_move_to_an_area_of_other_days(hub: Hub, bring: Bring) -> None:
    bring("id;name_fi;from;to;municipalities\nold;Vanha;2015;2016\n", "areas.csv")
    bring(
        "id;name_fi;from;to;municipalities\nold;Vanha;2015-01-01;2016-12-31;Tornio\nnew;Uusi;2017-01-01;;\n",
        "areas.csv",
    )
    report = bring("municipality;area\nTornio;new\n", "municipalities.csv")
    assert report.changes == [(2, "area was old, is new")]
    assert counts(bring("municipality;area\nTornio;new\n", "municipalities.csv")) == (0, 0, 1, 0)
    towns = {area.id: area.municipalities for area in network(hub).areas}
    assert (towns["old"], towns["new"]) == ((), ("Tornio",))


def test_a_file_that_is_no_list_stops_everything_before_it_began(hub: Hub, tmp_path: Path) -> None:
    good, bad = tmp_path / "cards.csv", tmp_path / "other.csv"
    good.write_text(HEADER + card(21, "personal;espoo;2018-05-01;2019-04-30;2"))
    bad.write_bytes(b"\x00\x01")
    with pytest.raises(ImportBad, match=r"other\.csv: the file is no text"):
        import_files(hub, [good, bad])
    with hub.read() as register:
        assert [stored for stored in register.cards() if stored.code == code(21)] == []


def test_stopping_keeps_the_batches_that_are_in(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 10)
    path = tmp_path / "cards.csv"
    path.write_text(
        HEADER
        + "bad;;;;;\n"
        + "".join(card(n, "personal;espoo;2018-05-01;2019-04-30;2") for n in range(100, 135))
    )

    def stop(listing: Listing, read: int) -> bool:
        assert listing.lines == 36
        return read < 20

    (report,) = import_files(hub, [path, tmp_path / "cards.csv"][:1], progress=stop)
    assert (counts(report), report.stopped) == ((19, 0, 0, 1), True)
    assert (tmp_path / "cards.quarantine.csv").read_text().count("\n") == 2
    seen: list[int] = []

    def note(_: Listing, read: int) -> bool:
        seen.append(read)
        return True

    (rest,) = import_files(hub, [path], progress=note)
    assert (counts(rest), rest.stopped) == ((16, 0, 19, 1), False)
    assert seen == [10, 20, 30, 36]


def test_a_summary_tells_of_all_lists_and_of_no_code(bring: Bring) -> None:
    row = card(21, "personal;espoo;2018-05-01;2019-04-30;2")
    reports = [
        bring(HEADER + row),
        bring(HEADER + card(21, "personal;espoo;2018-05-01;2019-05-30;2") + row),
        # The columns have shifted: every cell holds what belongs elsewhere.
        bring("area;code;valid_from;kind;children;valid_to\n" + row),
        bring("id;offer;starts_at;ends_at\n" + ";".join([code(21).reveal()] * 4), "performances.csv"),
    ]
    told = json.dumps([summary(reports), *map(repr, reports)])
    assert summary(reports)["quarantined"] == 3
    assert code(21).reveal() not in told
    assert (
        code(21).reveal() in Path(reports[2].quarantine).read_text() + Path(reports[3].quarantine).read_text()
    )


def test_a_summary_stays_short(bring: Bring) -> None:
    report = bring(HEADER + "bad;;;;;\n" * (module.TOLD + 5))
    assert (report.quarantined, len(report.bad)) == (module.TOLD + 5, module.TOLD)
