"""load_regions: idempotent, refolding, and refusing what a past act forbids."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from guidance.checking import check
from guidance.intake.catalogues import REFERENCE
from guidance.intake.region_rows import HEADER
from guidance.models import AuditEntry, FormerName, LevelPeriod, Region
from guidance.rules.levels import Level
from guidance.situations import present
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office

NEW = {
    "code": "KZ-15-embi", "parent": "KZ-15", "kind": "TOWN", "slug": "embi",
    "name_kk": "Ембі қаласы", "name_ru": "город Эмба", "name_en": "the town of Emba",
    "name_in_kk": "Ембі қаласында", "name_in_ru": "в городе Эмбе",
    "name_in_en": "in the town of Emba", "time_zone": "Asia/Aqtobe", "kato": "",
    "parts_are_complete": "no", "established_on": "", "formed_from": "", "former_names": "",
}  # fmt: skip
ULYTAU = {**NEW, "code": "KZ-64", "parent": "KZ", "kind": "REGION", "slug": "new-region"}


def shipped(code: str) -> dict[str, str]:
    with (REFERENCE / "regions.csv").open(encoding="utf-8", newline="") as stream:
        return next(row for row in csv.DictReader(stream) if row["code"] == code)


def load(folder: Path, *rows: dict[str, str]) -> str:
    path = folder / "regions.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    out = StringIO()
    call_command("load_regions", str(path), stdout=out)
    return out.getvalue().strip()


@pytest.mark.usefixtures("reference_data")
class TestLoading:
    def test_the_shipped_file_again_changes_nothing(self) -> None:
        entries = AuditEntry.objects.count()
        out = StringIO()

        call_command("load_regions", str(REFERENCE / "regions.csv"), stdout=out)

        assert out.getvalue().strip() == "Regions added: 0, changed: 0."
        assert AuditEntry.objects.count() == entries

    def test_a_town_is_added(self, tmp_path: Path) -> None:
        said = load(tmp_path, NEW)

        assert said == "Regions added: 1, changed: 0."
        assert Region.objects.get(code="KZ-15-embi").parent.code == "KZ-15"
        assert present(NOON).region("KZ-15-embi").name_ru == "город Эмба"

    def test_a_part_may_stand_before_the_whole(self, tmp_path: Path) -> None:
        site = {**NEW, "code": "KZ-15-embi-station", "parent": "KZ-15-embi", "kind": "SITE",
                "slug": "embi-station"}  # fmt: skip

        assert load(tmp_path, site, NEW).startswith("Regions added: 2")

    def test_a_name_is_changed(self, tmp_path: Path) -> None:
        said = load(tmp_path, {**shipped("KZ-75"), "name_en": "Almaty City"})

        assert said == "Regions added: 0, changed: 1."
        assert Region.objects.get(code="KZ-75").name_en == "Almaty City"

    def test_former_names_are_replaced(self, tmp_path: Path) -> None:
        names = "2019-03-23/2022-09-17|А|Б|C"

        load(tmp_path, {**shipped("KZ-71"), "former_names": names})

        assert list(FormerName.objects.filter(region__code="KZ-71").values_list("name_en")) == [
            ("C",)
        ]


WRONG = {
    "an unknown parent": ({**NEW, "parent": "KZ-99", "code": "KZ-99-embi"}, "parent"),
    "a code that is not its parent's": ({**NEW, "code": "KZ-39-embi"}, "code"),
    "a code in Cyrillic": ({**NEW, "code": "KZ-15-ембі"}, "code"),
    "an unknown kind": ({**NEW, "kind": "VILLAGE"}, "kind"),
    "a region inside a town": (
        {**NEW, "code": "KZ-15-aqtobe-x", "parent": "KZ-15-aqtobe", "kind": "REGION"}, "parent",
    ),
    "an address that is taken": ({**NEW, "slug": "aqtobe"}, "slug"),
    "an address with capitals": ({**NEW, "slug": "Embi"}, "slug"),
    "a zone on the moon": ({**NEW, "time_zone": "Moon/Crater"}, "time_zone"),
    "a missing name": ({**NEW, "name_kk": ""}, "name_kk"),
    "maybe": ({**NEW, "parts_are_complete": "maybe"}, "parts_are_complete"),
    "no day": ({**NEW, "established_on": "8 June"}, "established_on"),
    "a first day missing": ({**NEW, "formed_from": "KZ-39"}, "established_on"),
    "two former names at once": (
        {**NEW, "former_names": "/2019-01-01|А|Б|A;2018-01-01/2020-01-01|В|Г|B"}, "former_names",
    ),
    "a former name that never ends": (
        {**NEW, "former_names": f"/2019-01-01|{'А' * 121}|Б|A"}, "former_names",
    ),
    "a region formed from its own part": (
        {**shipped("KZ-15"), "established_on": "2010-01-01", "formed_from": "KZ-15-aqtobe"},
        "formed_from",
    ),
    "half a former name": ({**NEW, "former_names": "2019-01-01|A"}, "former_names"),
    "a late part of a complete region": (ULYTAU, "established_on"),
    "a late part without predecessor": ({**ULYTAU, "established_on": "2026-01-01"}, "formed_from"),
    "a KATO code of letters": ({**NEW, "kato": "abc"}, "kato"),
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "column"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_named_and_nothing_is_written(
    reference_data: None, tmp_path: Path, wrong: dict[str, str], column: str
) -> None:
    before = Region.objects.count()
    good = {**NEW, "code": "KZ-15-good", "slug": "good"}

    with pytest.raises(CommandError, match=f"regions.csv, line 3, column {column}: "):
        load(tmp_path, good, wrong)

    assert Region.objects.count() == before


def test_a_region_formed_later_takes_over_the_level_of_its_predecessor(
    republican: Office, tmp_path: Path
) -> None:
    factories.published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ-39",)
    )

    load(tmp_path, {**ULYTAU, "established_on": "2026-11-25", "formed_from": "KZ-39"})

    assert LevelPeriod.objects.filter(region__code="KZ-64", level="ORANGE").exists()
    assert present(NOON + 5 * factories.DAY).place("KZ-64").level is Level.ORANGE


def test_a_change_that_a_past_act_forbids_is_refused_and_names_it(
    republican: Office, tmp_path: Path
) -> None:
    whole = {"desk": "republican", "level": "RED", "regions": ("KZ",)}
    factories.published(republican.drafter, republican.approver, **whole)
    factories.published(
        republican.drafter, republican.approver, desk="republican", at=NOON + MINUTE,
        level="YELLOW", regions=("KZ-15",),
    )  # fmt: skip

    with pytest.raises(
        CommandError, match="declaration 2026-0002 would no longer hold: Aktobe Region lies"
    ):
        load(tmp_path, {**shipped("KZ"), "parts_are_complete": "no"})

    assert Region.objects.get(code="KZ").parts_are_complete


def test_the_ledger_is_whole_after_a_refold(aqtobe: Office, tmp_path: Path) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, measures=factories.CHECKS)

    load(tmp_path, NEW)

    assert check() == []
