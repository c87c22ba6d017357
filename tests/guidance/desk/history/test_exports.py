"""Files of the history: the same rows as on the screen, with a hash that anybody can check."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pypdf import PdfReader

from guidance.desk.history import exports, report
from guidance.models import AuditEntry, Declaration, Ledger, RoleCode
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

HISTORY = "/admin/desk/history/"
EXPORT = f"{HISTORY}export/"
VERIFIER = settings.BASE_DIR / "docs" / "verify_export.py"


def taken(client: Client, kind: str, **question: Any) -> Any:
    """Take the history out as a file."""
    response = client.get(EXPORT, {"format": kind, **question})
    assert response.status_code == 200, response.headers
    return response


def text_of(body: bytes) -> list[str]:
    """Read the text of every page of a PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_csv_holds_the_rows_of_the_screen(past: Declaration, auditor: Client) -> None:
    rows = auditor.get(HISTORY).context["rows"]

    body = taken(auditor, "csv").content

    assert body.startswith(b"\xef\xbb\xbf")
    sheet = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    assert [line["Entry"] for line in sheet] == [str(row.pk) for row in rows]
    assert [line["Local time"] for line in sheet] == [row.local for row in rows]
    assert [line["Step"] for line in sheet] == [row.step for row in rows]
    assert [line["Declaration"] for line in sheet] == [row.declaration for row in rows]
    assert [line["Network address"] for line in sheet] == [row.address for row in rows]


def test_a_reason_that_looks_like_a_formula_is_harmless(past: Declaration, auditor: Client) -> None:
    sheet = csv.DictReader(io.StringIO(taken(auditor, "csv").content.decode("utf-8-sig")))

    assert "'=Say what kind of threat." in [line["Reason"] for line in sheet]


def test_json_lines_hold_the_entries_of_the_screen_and_stay_the_same(
    past: Declaration, auditor: Client
) -> None:
    page = auditor.get(HISTORY)
    address = dict(page.context["exports"])["JSON Lines"]

    first = auditor.get(address)
    again = auditor.get(address)

    lines = [json.loads(line) for line in first.content.splitlines()]
    assert [line["entry"] for line in lines] == [row.pk for row in page.context["rows"]]
    assert lines[0] | {"entry": 0, "declaration": 0} == {
        "entry": 0, "at": "2026-11-22T12:05:00Z", "action": "PUBLISHED",
        "actor": "aqtobe-approver", "subject": None, "address": "198.51.100.7", "desk": "aqtobe",
        "declaration": 0, "number": past.number, "role_request": None, "note": "",
        "details": {"version": 2},
    }  # fmt: skip
    assert first.content == again.content
    assert first["X-Content-SHA256"] == hashlib.sha256(first.content).hexdigest()


def test_a_file_asks_what_the_screen_asks(past: Declaration, auditor: Client) -> None:
    lines = taken(auditor, "jsonl", action="RETURNED").content.splitlines()

    assert [json.loads(line)["action"] for line in lines] == ["RETURNED"]


def test_the_log_keeps_who_took_what_out(past: Declaration, auditor: Client) -> None:
    body = taken(auditor, "jsonl", action="RETURNED").content

    kept = AuditEntry.objects.get(action="EXPORTED")
    assert kept.actor.username == "auditor"
    assert kept.details["sha256"] == hashlib.sha256(body).hexdigest()
    assert (kept.details["format"], kept.details["rows"]) == ("jsonl", 1)
    assert kept.details["question"].startswith("action=RETURNED&upto=")


@pytest.mark.pdf
def test_a_pdf_carries_the_hash_of_the_json_lines_on_every_page(
    past: Declaration, aqtobe: Office, auditor: Client
) -> None:
    for _more in range(40):
        factories.saved(aqtobe.drafter)
    files = dict(auditor.get(HISTORY).context["exports"])
    lines = auditor.get(files["JSON Lines"]).content

    body = auditor.get(files["PDF"]).content

    digest = hashlib.sha256(lines).hexdigest()
    head = Ledger.objects.get(exercise=False).head
    pages = text_of(body)
    assert len(pages) > 1
    for page in pages:
        assert digest in in_one_line(page)
        assert head in in_one_line(page)
    first = in_one_line(pages[0])
    assert "Takenoutbyauditor,22November2026,17:00(UTC+5)" in first
    assert "Numberofentries47" in first
    assert "upto=" in first


@pytest.mark.pdf
def test_a_pdf_is_tagged_and_has_title_and_language(
    past: Declaration, aqtobe: Office, signed_in: SignIn
) -> None:
    auditor = signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR), language="kk")
    doomed = factories.submitted(aqtobe.drafter)
    factories.reject(doomed, by=aqtobe.approver, reason="Әлі келісілмеген: үңғіһ.", at=NOON)

    read = PdfReader(io.BytesIO(taken(auditor, "pdf").content))

    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "kk"
    assert root["/StructTreeRoot"]
    assert read.metadata is not None
    assert read.metadata.title.startswith("Тарих")
    text = "".join(page.extract_text() for page in read.pages)
    # Kazakh letters are letters, not pictures of them.
    assert "Ақтөбе" in text
    assert "Әлі келісілмеген: үңғіһ." in text.replace("\n", " ")


@pytest.mark.pdf
def test_the_stand_alone_verifier_checks_a_pdf_against_its_json_lines(
    past: Declaration, auditor: Client, tmp_path: Path
) -> None:
    files = dict(auditor.get(HISTORY).context["exports"])
    rows, printed = tmp_path / "rows.jsonl", tmp_path / "report.pdf"
    rows.write_bytes(auditor.get(files["JSON Lines"]).content)
    printed.write_bytes(auditor.get(files["PDF"]).content)

    whole = verify(rows, printed)
    rows.write_bytes(rows.read_bytes().replace(b"aqtobe-approver", b"somebody-else"))
    forged = verify(rows, printed)

    assert whole.returncode == 0, whole.stderr
    assert hashlib.sha256(rows.read_bytes()).hexdigest() not in whole.stdout
    assert forged.returncode == 1
    assert "differ" in forged.stderr


def test_the_verifier_takes_the_hash_that_somebody_reads_from_the_paper(
    past: Declaration, auditor: Client, tmp_path: Path
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_bytes(taken(auditor, "jsonl").content)
    digest = hashlib.sha256(rows.read_bytes()).hexdigest()

    assert verify(rows, digest.upper()).returncode == 0
    assert verify(rows, "0" * 64).returncode == 1
    assert verify(rows, tmp_path / "missing.pdf").returncode == 1


def verify(rows: Path, hash_or_report: object) -> subprocess.CompletedProcess[str]:
    """Run the verifier with nothing but Python's own library."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(VERIFIER), str(rows), str(hash_or_report)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_only_who_audits_every_desk_of_a_file_takes_it(
    past: Declaration, aqtobe: Office, drafter: Client, approver: Client, signed_in: SignIn
) -> None:
    for client in (drafter, approver):
        assert not client.get(HISTORY).context["exports"]
        assert client.get(EXPORT, {"format": "csv"}).status_code == 403
    both = factories.officer("both", "aqtobe", RoleCode.AUDITOR)
    factories.give_role(both, factories.Desk.objects.get(code="almaty"), RoleCode.DRAFTER)
    mixed = signed_in(both)
    assert mixed.get(EXPORT, {"format": "csv"}).status_code == 403
    assert mixed.get(EXPORT, {"format": "csv", "desk": "almaty"}).status_code == 403
    assert mixed.get(EXPORT, {"format": "csv", "desk": "aqtobe"}).status_code == 200


def test_a_file_holds_nothing_of_another_desk(past: Declaration, signed_in: SignIn) -> None:
    stranger = signed_in(factories.officer("stranger", "almaty", RoleCode.AUDITOR))
    for kind in ("csv", "jsonl"):
        body = taken(stranger, kind).content.decode()
        assert "aqtobe" not in body
        assert past.number not in body


@pytest.mark.pdf
def test_a_pdf_holds_nothing_of_another_desk(past: Declaration, signed_in: SignIn) -> None:
    stranger = signed_in(factories.officer("stranger", "almaty", RoleCode.AUDITOR))

    assert "aqtobe" not in "".join(text_of(taken(stranger, "pdf").content))


@pytest.mark.parametrize(
    "question", [{"format": "exe"}, {}, {"format": "csv", "region": "KZ-75"}, {"format": "../csv"}]
)
def test_a_wrong_question_makes_no_file(
    question: dict[str, str], past: Declaration, auditor: Client
) -> None:
    response = auditor.get(EXPORT, question)

    assert response.status_code == 302
    assert response.url.startswith(HISTORY)
    assert not AuditEntry.objects.filter(action="EXPORTED").exists()


def test_a_file_of_too_many_rows_is_refused_with_the_limit(
    past: Declaration, auditor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(exports.LIMITS, "pdf", 3)

    page = auditor.get(EXPORT, {"format": "pdf"}, follow=True)

    assert "At most 3 entries" in page.content.decode()


def test_without_pango_the_page_says_what_to_install(
    past: Declaration, auditor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    page = auditor.get(EXPORT, {"format": "pdf"}, follow=True)

    assert page.status_code == 200
    assert report.PACKAGES.split()[0] in page.content.decode()
    assert not AuditEntry.objects.filter(action="EXPORTED").exists()
