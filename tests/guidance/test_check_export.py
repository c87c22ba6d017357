"""A file that somebody took out of the audit, compared with the log by a command."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from guidance.models import NOWHERE, AuditEntry
from guidance.publishing.canonical import sha256
from guidance.taken_out import lines_of, record_export
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office


@pytest.fixture
def rows(aqtobe: Office, tmp_path: Path) -> Path:
    """Take the whole log out, and let the log know of it."""
    factories.published(aqtobe.drafter, aqtobe.approver)
    body = lines_of(AuditEntry.objects.order_by("-at", "-pk"))
    facts = {"format": "pdf", "question": "upto=7", "sha256": sha256(body)}
    record_export(aqtobe.approver, NOON, NOWHERE, desk=None, facts=facts)
    path = tmp_path / "rows.jsonl"
    path.write_bytes(body)
    return path


def test_a_true_file_is_known_with_who_took_it(rows: Path) -> None:
    out = io.StringIO()

    call_command("check_export", str(rows), stdout=out)

    assert "aqtobe-approver · 2026-11-22T12:00:00+00:00 · upto=7" in out.getvalue()


@pytest.mark.parametrize(
    "forged", [b'{"entry":1}', b"[]", b"not JSON", b'{"entry":"1 OR 1"}', b'{"entry":99999999999}']
)
def test_a_forged_line_is_named_by_its_place(forged: bytes, rows: Path) -> None:
    lines = rows.read_bytes().splitlines()
    rows.write_bytes(b"\n".join([lines[0], forged, *lines[2:]]) + b"\n")

    with pytest.raises(CommandError, match=r"\(1\): 2"):
        call_command("check_export", str(rows))


def test_a_file_with_a_line_less_is_known_to_nobody(rows: Path) -> None:
    rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[1:]))

    with pytest.raises(CommandError, match="Nobody took out"):
        call_command("check_export", str(rows))


def test_a_file_that_is_not_there_is_told(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("check_export", str(tmp_path / "missing.jsonl"))
