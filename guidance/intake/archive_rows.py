"""Rows of an archive of declarations, as `replay` takes them: read and checked one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from guidance.intake.tables import Row, read_table
from guidance.models import LANGUAGES, ActCode, LevelCode, Precision
from guidance.models.declarations import REASON_LENGTH
from guidance.publishing.canonical import canonical, sha256
from guidance.publishing.wording import is_plain
from guidance.rules.acts import NamedMeasure

HEADER = (
    "id", "published_at", "act", "level", "regions", "starts_at", "ends_at", "precision",
    "refers_to", "measures", "authority", "legal_basis", "order_number", "reason_kk", "reason_ru",
    "reason_en", "source_url",
)  # fmt: skip
REASONS = tuple(f"reason_{code}" for code in LANGUAGES)
ALWAYS = (
    "id", "published_at", "act", "precision", "authority", "legal_basis", *REASONS, "source_url",
)  # fmt: skip
NEEDED: Mapping[str, tuple[str, ...]] = {
    ActCode.DECLARE: ("level", "regions", "starts_at"),
    ActCode.CHANGE: ("level", "regions", "starts_at"),
    ActCode.EXTEND: ("regions", "ends_at"),
    ActCode.LIFT: ("regions", "starts_at"),
    ActCode.CORRECT: ("refers_to",),
    ActCode.WITHDRAW: ("refers_to",),
}
EMPTY: Mapping[str, tuple[str, ...]] = {
    ActCode.DECLARE: (),
    ActCode.CHANGE: (),
    ActCode.EXTEND: ("level", "starts_at"),
    ActCode.LIFT: ("level", "ends_at"),
    ActCode.CORRECT: ("level", "regions", "starts_at", "ends_at", "measures"),
    ActCode.WITHDRAW: ("level", "regions", "ends_at", "measures"),
}
LENGTHS = {
    "id": 80, "order_number": 80, "source_url": 500, **dict.fromkeys(REASONS, REASON_LENGTH),
}  # fmt: skip
YEARS = range(1991, 2101)


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """Hold one archived act as its file tells it; codes are not looked up yet."""

    row: Row
    id: str
    published_at: datetime
    act: str
    regions: tuple[str, ...]
    starts_at: datetime | None
    ends_at: datetime | None
    measures: tuple[NamedMeasure, ...]

    @property
    def digest(self) -> str:
        """Give the hash by which the same content is known again."""
        return sha256(canonical(dict(self.row.cells)))


def read_archive(path: Path) -> list[ArchiveRow]:
    """Read an archive in the order of publication, or name its first error."""
    rows = [_archived(row) for row in read_table(path, HEADER)]
    return sorted(rows, key=lambda row: row.published_at)


def _archived(row: Row) -> ArchiveRow:
    for column in ALWAYS:
        _need(row, column)
    if row["act"] not in ActCode.values:
        raise row.error("act", _("unknown act: %(act)s") % {"act": row["act"]})
    if row["precision"] not in Precision.values:
        reason = _("unknown precision: %(precision)s") % {"precision": row["precision"]}
        raise row.error("precision", reason)
    for column in NEEDED[row["act"]]:
        _need(row, column)
    for column in EMPTY[row["act"]]:
        if row[column]:
            reason = _("this cell must be empty for %(act)s") % {"act": row["act"]}
            raise row.error(column, reason)
    if row["level"] and row["level"] not in LevelCode.values:
        raise row.error("level", _("unknown level: %(level)s") % {"level": row["level"]})
    _check_words(row)
    _check_source(row)
    published_at = instant_of(row, "published_at", row["published_at"])
    return ArchiveRow(
        row, row["id"], published_at, row["act"], _codes(row, "regions", row["regions"], ";"),
        _moment(row, "starts_at"), _moment(row, "ends_at"), _measures(row),
    )  # fmt: skip


def _need(row: Row, column: str) -> None:
    if not row[column]:
        raise row.error(column, _("this cell must not be empty"))


def _check_words(row: Row) -> None:
    for column, longest in LENGTHS.items():
        if len(row[column]) > longest:
            reason = _("the cell has more than %(most)d characters") % {"most": longest}
            raise row.error(column, reason)
    for column in ("id", "order_number", *REASONS):
        if not is_plain(in_one_line(row[column]) if column in REASONS else row[column]):
            raise row.error(column, _("there are invisible characters or markup in this cell"))
    for place, column in enumerate(REASONS):
        if any(row[column] == row[other] for other in REASONS[:place]):
            raise row.error(column, _("two languages have the same text"))


def in_one_line(text: str) -> str:
    """Put a space where a cell breaks its line: the file breaks lines, the words do not."""
    return " ".join(text.splitlines())


def _check_source(row: Row) -> None:
    try:
        address = urlsplit(row["source_url"])
        is_address = address.scheme in ("http", "https") and bool(address.hostname)
    except ValueError:
        is_address = False
    if not is_address or any(letter.isspace() for letter in row["source_url"]):
        raise row.error("source_url", _("an address begins with http:// or https://"))


def instant_of(row: Row, column: str, text: str) -> datetime:
    """Read a moment with its offset from UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as problem:
        reason = _("a time is written like 2016-06-05T20:00:00+05:00")
        raise row.error(column, reason) from problem
    if at.tzinfo is None:
        raise row.error(column, _("the offset from UTC is missing, such as +05:00"))
    if at.year not in YEARS:
        raise row.error(column, _("this year cannot be right"))
    return at


def _moment(row: Row, column: str) -> datetime | None:
    return instant_of(row, column, row[column]) if row[column] else None


def _codes(row: Row, column: str, text: str, separator: str) -> tuple[str, ...]:
    if not text:
        return ()
    codes = tuple(code.strip() for code in text.split(separator))
    if not all(codes):
        raise row.error(column, _("there is an empty code in the list"))
    if len(set(codes)) != len(codes):
        raise row.error(column, _("a code stands in the list twice"))
    return codes


def _measures(row: Row) -> tuple[NamedMeasure, ...]:
    if not row["measures"]:
        return ()
    return tuple(_measure(row, text.strip()) for text in row["measures"].split(";"))


def _measure(row: Row, text: str) -> NamedMeasure:
    code, *rest = text.split("@")
    if not code or len(rest) > 2:
        raise row.error("measures", _("a measure is CODE, CODE@regions or CODE@regions@start/end"))
    regions = _codes(row, "measures", rest[0], "+") if rest else ()
    if len(rest) < 2:
        return NamedMeasure(code, regions)
    start, slash, end = rest[1].partition("/")
    if not slash or not start:
        raise row.error("measures", _("the period of a measure is start/end"))
    return NamedMeasure(
        code,
        regions,
        instant_of(row, "measures", start),
        instant_of(row, "measures", end) if end else None,
    )
