"""The history as a file: CSV for spreadsheets, JSON Lines for machines, PDF for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from guidance.channels.spreadsheet import sheet_of
from guidance.desk.history.question import QuestionForm
from guidance.desk.history.report import Facts, pdf_of
from guidance.desk.history.rows import Row, rows_of, with_facts
from guidance.desk.scene import Scene
from guidance.models import AuditEntry
from guidance.publishing.canonical import sha256
from guidance.taken_out import heads, lines_of, record_export

KINDS = {"csv": "CSV", "jsonl": "JSON Lines", "pdf": "PDF"}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "pdf": "application/pdf",
}
LIMITS = {"csv": 20_000, "jsonl": 20_000, "pdf": 500}  # a page of paper takes long to set


@dataclass
class TooManyRows(Exception):
    """Refuse a file that would hold more entries than its kind takes."""

    limit: int


def export(scene: Scene, form: QuestionForm, kind: str, *, zone: str, name: str) -> HttpResponse:
    """Make the file of a question, and write down that it was taken out."""
    last = form.cleaned_data["upto"] or _last_entry()
    entries = list(with_facts(form.entries().filter(pk__lte=last))[: LIMITS[kind] + 1])
    if len(entries) > LIMITS[kind]:
        raise TooManyRows(LIMITS[kind])
    lines = lines_of(entries)
    rows = list(rows_of(scene, entries, zone))
    facts = Facts(name, form.query(upto=last), len(rows), sha256(lines), heads())
    body = lines if kind == "jsonl" else _printed(scene, form, kind, rows, facts, zone)
    desk = next((each for each in form.reach.desks if each.code == form["desk"].value()), None)
    record_export(
        scene.user, scene.at, scene.visitor, desk=desk, facts={"format": kind, **facts.as_dict()}
    )
    response = HttpResponse(body, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}-{last}.{kind}"'
    response["X-Content-SHA256"] = facts.sha256
    return response


def _last_entry() -> int:
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def _printed(
    scene: Scene, form: QuestionForm, kind: str, rows: Sequence[Row], facts: Facts, zone: str
) -> bytes:
    if kind == "csv":
        return csv_of(rows)
    return pdf_of(scene, rows, columns(), facts, zone=zone, question=_asked(form))


def _asked(form: QuestionForm) -> list[tuple[str, str]]:
    """Tell the question as its form shows it."""
    asked: list[tuple[str, str]] = []
    for bound in form.visible_fields():
        value = bound.value()
        if value:
            choices: dict[Any, Any] = dict(getattr(bound.field, "choices", ()))
            asked.append((str(bound.label), str(choices.get(value, value))))
    return asked


def columns() -> tuple[tuple[str, str], ...]:
    """Give the columns of every file: the row's own name of each, and its heading."""
    return (
        ("pk", _("Entry")),
        ("local", _("Local time")),
        ("utc", _("Time in UTC")),
        ("person", _("Person")),
        ("about", _("Concerns")),
        ("step", _("Step")),
        ("note", _("Reason")),
        ("declaration", _("Declaration")),
        ("drafter", _("Drafter")),
        ("approver", _("Approver")),
        ("desk", _("Desk")),
        ("address", _("Network address")),
    )


def csv_of(rows: Sequence[Row]) -> bytes:
    """Write rows for a spreadsheet."""
    cells = ([str(getattr(row, name)) for name, _label in columns()] for row in rows)
    return sheet_of([label for _name, label in columns()], cells)
