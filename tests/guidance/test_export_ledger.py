"""The export, and the verifier that needs nothing of the portal."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from guidance.models import Ledger
from tests import factories
from tests.guidance.conftest import Office

VERIFIER = settings.BASE_DIR / "docs" / "verify_ledger.py"


@pytest.fixture
def export(aqtobe: Office, tmp_path: Path) -> Path:
    """Give the export of three acts."""
    for level in ("YELLOW", "ORANGE", "RED"):
        factories.published(aqtobe.drafter, aqtobe.approver, level=level)
    path = tmp_path / "ledger.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        call_command("export_ledger", stdout=stream)
    return path


def verify(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the verifier with the system's Python, which knows no package of ours."""
    command = ["python3", "-I", str(VERIFIER), str(path), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"}
    )


def rewritten(path: Path, number: int, **members: object) -> None:
    lines = path.read_text("utf-8").splitlines()
    lines[number] = json.dumps({**json.loads(lines[number]), **members}, ensure_ascii=False)
    path.write_text("\n".join(lines), "utf-8")


def test_an_export_verifies_and_ends_in_the_head(export: Path) -> None:
    result = verify(export)

    head = Ledger.objects.get(exercise=False).head
    assert (result.returncode, result.stdout.strip()) == (0, f"3 bulletins verified, head {head}")


def test_a_changed_bulletin_is_found(export: Path) -> None:
    body = json.loads(export.read_text("utf-8").splitlines()[1])["bulletin"]
    rewritten(export, 1, bulletin=body.replace("ORANGE", "YELLOW"))

    result = verify(export)

    assert result.returncode == 1
    assert "line 2 (2026-0002): the bulletin was changed" in result.stdout


@pytest.mark.parametrize("bulletin", ["", "{}", "[]", "null", '{"number": 7, "sequence": 2}'])
def test_what_is_no_bulletin_is_named_by_its_line(export: Path, bulletin: str) -> None:
    rewritten(export, 1, bulletin=bulletin)

    result = verify(export)

    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == "line 2 (2026-0002): this is no bulletin\n"


def test_what_is_no_export_is_told_so(export: Path) -> None:
    export.write_text("not JSON\n", "utf-8")

    result = verify(export)

    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize(
    ("removed", "told"),
    [
        (slice(1, 2), "does not follow the bulletin before"),
        (slice(2, 3), "its tail is missing"),
        (slice(3, 4), "the export is cut off"),
    ],
    ids=["a line in the middle", "the last bulletin", "the head"],
)
def test_a_missing_line_is_found(export: Path, removed: slice, told: str) -> None:
    lines = export.read_text("utf-8").splitlines()
    del lines[removed]
    export.write_text("\n".join(lines), "utf-8")

    result = verify(export)

    assert result.returncode == 1
    assert told in result.stdout


def test_a_head_noted_on_an_earlier_day_must_still_be_there(export: Path) -> None:
    earlier = json.loads(export.read_text("utf-8").splitlines()[0])["hash"]

    assert verify(export, earlier).returncode == 0
    assert "its history was rewritten" in verify(export, "f" * 64).stdout
