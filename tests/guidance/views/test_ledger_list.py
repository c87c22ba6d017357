"""The rows of the ledger as readers browse it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.core.management import call_command

from guidance.intake.catalogues import REFERENCE
from tests.factories import DAY, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import Reader


def test_a_place_is_named_as_on_the_day_of_its_own_clocks(read: Reader, republican: Office) -> None:
    first_hours = datetime.fromisoformat("2019-03-23T01:30:00+06:00")
    published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ-71",),
        at=first_hours, ends_at=first_hours + DAY,
    )  # fmt: skip

    assert "Nur-Sultan" in read("/en/history/?year=2019", NOON).text


def test_an_estimated_end_is_told_as_such(
    read: Reader, reference_data: None, tmp_path: Path
) -> None:
    record = (REFERENCE / "timeline-2016-2017.csv").read_text("utf-8").splitlines(keepends=True)
    first = record[1].replace(",,ESTIMATED,", ",2016-06-12T20:00:00+05:00,ESTIMATED,")
    path = tmp_path / "record.csv"
    path.write_text(record[0] + first, "utf-8")
    call_command("replay", str(path), verbosity=0)

    assert "approximately 12 June 2016, 20:00" in read("/en/history/", NOON).text
