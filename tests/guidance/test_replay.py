"""replay: the record of 2016-2017, idempotence, and every wrong row named."""

from __future__ import annotations

import csv
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from guidance.checking import check
from guidance.intake.archive_rows import HEADER
from guidance.intake.catalogues import REFERENCE
from guidance.models import AuditEntry, Bulletin, Declaration, LevelPeriod, OutboxRow
from guidance.rules.levels import Level
from guidance.situations import at_instant

RECORD = REFERENCE / "timeline-2016-2017.csv"


def row(**cells: str) -> dict[str, str]:
    """Write a row that is right: yellow on the country in 2018."""
    whole = {
        "id": "a", "published_at": "2018-03-01T10:00:00+06:00", "act": "DECLARE",
        "level": "YELLOW", "regions": "KZ", "starts_at": "2018-03-01T10:00:00+06:00",
        "ends_at": "2018-03-11T00:00:00+06:00", "precision": "MINUTE", "refers_to": "",
        "measures": "", "authority": "KNB_CHAIR", "legal_basis": "DECREE_611",
        "order_number": "", "reason_kk": "Себебі бар.", "reason_ru": "Причина есть.",
        "reason_en": "There is a reason.", "source_url": "https://example.kz/a",
    }  # fmt: skip
    return {**whole, **cells}


def lift(**cells: str) -> dict[str, str]:
    return row(**{"act": "LIFT", "level": "", "ends_at": "", **cells})


def write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    return path


def replay(path: Path) -> str:
    out = StringIO()
    call_command("replay", str(path), stdout=out)
    return out.getvalue().strip()


@pytest.mark.usefixtures("reference_data")
class TestTheRecord:
    def test_the_noon_of_7_june_2016_is_yellow_with_red_in_the_town_of_aktobe(self) -> None:
        replay(RECORD)

        answer = at_instant(datetime.fromisoformat("2016-06-07T12:00:00+06:00"))

        assert answer.highest is Level.RED
        levels = {answer.place(row).level for row in ("KZ", "KZ-15", "KZ-75", "KZ-10")}
        assert levels == {Level.YELLOW}
        inside = answer.place("KZ-15").inside
        assert [(part.code, part.level) for part in inside] == [("KZ-15-aqtobe", Level.RED)]
        assert answer.numbers_of(answer.place("KZ-15-aqtobe")) == ["2016-0001"]

    def test_numbers_count_by_the_year_of_publication(self) -> None:
        replay(RECORD)

        numbers = Declaration.objects.in_ledger_order().values_list("number", flat=True)
        assert list(numbers) == [f"2016-{serial:04d}" for serial in range(1, 8)] + ["2017-0001"]

    def test_the_archive_has_bulletins_and_audit_but_reaches_no_subscriber(self) -> None:
        replay(RECORD)

        assert Bulletin.objects.count() == 8
        assert AuditEntry.objects.filter(action="PUBLISHED").count() == 8
        assert not OutboxRow.objects.exists()

    def test_the_same_file_again_changes_nothing(self) -> None:
        replay(RECORD)
        before = list(LevelPeriod.objects.values_list("pk", flat=True))

        said = replay(RECORD)

        assert said == "Published: 0, known before: 8."
        assert list(LevelPeriod.objects.values_list("pk", flat=True)) == before

    def test_the_ledger_is_whole_afterwards(self) -> None:
        replay(RECORD)

        assert check() == []

    def test_the_true_word_is_stored(self) -> None:
        replay(RECORD)

        assert Declaration.objects.get(archive_id="aqtobe-red").act == "DECLARE"
        assert Declaration.objects.get(archive_id="almaty-red").act == "CHANGE"

    def test_names_are_those_of_the_day(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "a.csv",
            row(regions="KZ-61"),
            row(id="b", regions="KZ-61", published_at="2018-07-01T10:00:00+06:00",
                starts_at="2018-07-01T10:00:00+06:00", ends_at="2018-07-02T10:00:00+06:00"),
        )  # fmt: skip

        replay(path)

        first, second = Declaration.objects.in_ledger_order()
        assert first.summary_en.startswith("South Kazakhstan Region:")
        assert second.summary_en.startswith("Turkistan Region:")


WRONG = {
    "an empty reason": ({"reason_en": " "}, "reason_en", "must not be empty"),
    "two equal reasons": ({"reason_ru": "Себебі бар. "}, "reason_ru", "the same text"),
    "a long reason": ({"reason_kk": "ә" * 281}, "reason_kk", "more than 280"),
    "markup": ({"reason_kk": "<b>ә</b>"}, "reason_kk", "markup"),
    "a hidden direction mark": ({"reason_kk": "ә\u202eб"}, "reason_kk", "invisible"),
    "a very long cell": ({"order_number": "1" * 10_001}, "order_number", "10000"),
    "a purple level": ({"level": "PURPLE"}, "level", "PURPLE"),
    "an unknown act": ({"act": "RAISE"}, "act", "RAISE"),
    "an unknown precision": ({"precision": "HOUR"}, "precision", "HOUR"),
    "an unknown region": ({"regions": "KZ-99"}, "regions", "KZ-99"),
    "a region twice": ({"regions": "KZ-15;KZ-15"}, "regions", "twice"),
    "an empty code": ({"regions": "KZ-15;"}, "regions", "empty code"),
    "an unknown measure": ({"measures": "FIREWORKS"}, "measures", "FIREWORKS"),
    "a measure elsewhere": ({"regions": "KZ-15", "measures": "CURFEW@KZ-75"}, "measures", "Almaty"),
    "half a period": ({"measures": "CURFEW@KZ@2018-03-01"}, "measures", "start/end"),
    "an unknown authority": ({"authority": "MAYOR"}, "authority", "MAYOR"),
    "an unknown legal basis": ({"legal_basis": "ORDER_66"}, "legal_basis", "ORDER_66"),
    "no offset": ({"starts_at": "2018-03-01T10:00:00"}, "starts_at", "offset"),
    "no time": ({"published_at": "yesterday"}, "published_at", "2016-06-05T20:00:00+05:00"),
    "a year in the future": ({"published_at": "2099-01-01T00:00:00Z"}, "published_at", "future"),
    "a year of antiquity": ({"starts_at": "0001-01-01T00:00:00Z"}, "starts_at", "year"),
    "an end before the start": ({"ends_at": "2018-02-01T00:00:00+06:00"}, "ends_at", "after the"),
    "no source": ({"source_url": ""}, "source_url", "must not be empty"),
    "a source that is no address": ({"source_url": "javascript:x"}, "source_url", "http"),
    "a level in an extension": ({"act": "EXTEND", "starts_at": ""}, "level", "must be empty"),
    "an end in a lift": ({"act": "LIFT", "level": ""}, "ends_at", "must be empty"),
    "no start": ({"starts_at": ""}, "starts_at", "must not be empty"),
    "nothing to refer to": (
        {"act": "WITHDRAW", "level": "", "regions": "", "ends_at": "", "refers_to": "z"},
        "refers_to", "z",
    ),
    "nothing to lift": ({"act": "LIFT", "level": "", "ends_at": ""}, "regions", "nothing to lift"),
    "nothing to extend": (
        {"act": "EXTEND", "level": "", "starts_at": ""}, "regions", "nothing to extend",
    ),
    "not midnight": ({"precision": "DAY"}, "starts_at", "00:00"),
    "a region not yet established": ({"regions": "KZ-10"}, "regions", "did not exist"),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_named_and_nothing_is_written(
    reference_data: None, tmp_path: Path, cells: dict[str, str], column: str, reason: str
) -> None:
    february = {
        "published_at": "2018-02-01T10:00:00+06:00",
        "starts_at": "2018-02-01T10:00:00+06:00",
        "ends_at": "2018-02-02T10:00:00+06:00",
    }
    good = row(id="good", regions="KZ-75", **february)
    path = write(tmp_path / "wrong.csv", good, row(**cells))

    with pytest.raises(CommandError) as refusal:
        replay(path)

    told = str(refusal.value)
    assert told.startswith(f"wrong.csv, line 3, column {column}: ")
    assert reason in told
    assert not Declaration.objects.exists()


@pytest.mark.usefixtures("reference_data")
class TestFiles:
    def test_an_extension_too_short_names_the_end(self, tmp_path: Path) -> None:
        short = row(id="b", act="EXTEND", level="", starts_at="",
                    ends_at="2018-03-05T00:00:00+06:00")  # fmt: skip

        with pytest.raises(CommandError, match="line 3, column ends_at: Kazakhstan: the new end"):
            replay(write(tmp_path / "a.csv", row(), short))

    def test_a_withdrawal_that_is_refused_names_what_it_refers_to(self, tmp_path: Path) -> None:
        withdrawal = row(id="b", act="WITHDRAW", level="", regions="", ends_at="", starts_at="",
                         refers_to="a")  # fmt: skip
        again = {**withdrawal, "id": "c"}

        with pytest.raises(CommandError, match=r"line 4, column refers_to: No[.] 2018-0001 was"):
            replay(write(tmp_path / "a.csv", row(), withdrawal, again))

    def test_rows_run_in_the_order_of_publication(self, tmp_path: Path) -> None:
        later = lift(id="b", starts_at="2018-03-02T00:00:00+06:00",
                     published_at="2018-03-02T00:00:00+06:00")  # fmt: skip

        assert replay(write(tmp_path / "a.csv", later, row())).startswith("Published: 2")

    def test_a_row_before_the_end_of_the_ledger_is_refused(self, tmp_path: Path) -> None:
        replay(write(tmp_path / "a.csv", row()))
        earlier = row(id="b", published_at="2017-03-01T10:00:00+06:00")

        with pytest.raises(CommandError, match="line 2, column published_at"):
            replay(write(tmp_path / "b.csv", earlier))

    def test_the_same_id_with_other_content_is_refused(self, tmp_path: Path) -> None:
        replay(write(tmp_path / "a.csv", row()))

        with pytest.raises(CommandError, match="line 2, column id"):
            replay(write(tmp_path / "b.csv", row(reason_en="Another reason.")))

    def test_bom_crlf_and_blank_lines_are_accepted(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", row(), row(id="b", level="RED"))
        body = path.read_bytes().replace(b"\r\n", b"\r\n\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + body)

        assert replay(path) == "Published: 2, known before: 0."

    def test_the_line_is_the_one_on_which_the_row_begins(self, tmp_path: Path) -> None:
        long_reason = row(reason_en="One\nTwo\nThree")
        path = write(tmp_path / "a.csv", long_reason, row(id="b", level="PURPLE"))

        with pytest.raises(CommandError, match="line 5, column level"):
            replay(path)

    def test_a_reason_that_breaks_its_line_is_stored_in_one(self, tmp_path: Path) -> None:
        replay(write(tmp_path / "a.csv", row(reason_en="One\r\nTwo\nThree")))

        assert Declaration.objects.get().reason_en == "One Two Three"

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            (b"", "line 1"),
            (b"id,act\n", "line 1"),
            (",".join(HEADER).encode() + b"\na,b\n", "line 2: there are 2 cells"),
            (",".join(HEADER).encode() + b"\n" + b"," * 16, "line 2, column id"),
            (",".join(HEADER).encode() + b"\n\xff\n", "line 2: this is not UTF-8"),
            (",".join(HEADER).encode() + b"\na\0b\n", "line 2: there is a NUL"),
            (",".join(HEADER).encode() + b'\n\n"a', "line 3: this row cannot be read"),
        ],
        ids=[
            "empty",
            "another header",
            "too few cells",
            "empty cells",
            "encoding",
            "NUL",
            "an open quote",
        ],
    )
    def test_a_broken_file_names_the_line(self, tmp_path: Path, body: bytes, told: str) -> None:
        path = tmp_path / "broken.csv"
        path.write_bytes(body)

        with pytest.raises(CommandError, match=f"broken.csv, {told}"):
            replay(path)

    def test_a_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="none"):
            replay(tmp_path / "none.csv")

    def test_a_header_alone_is_an_archive_of_nothing(self, tmp_path: Path) -> None:
        assert replay(write(tmp_path / "a.csv")) == "Published: 0, known before: 0."
