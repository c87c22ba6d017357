"""Rows of regions.csv: read, checked one by one and against the tree that they would make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from guidance.intake.tables import Row, read_table
from guidance.models import LANGUAGES, RegionKind

HEADER = (
    "code", "parent", "kind", "slug", "name_kk", "name_ru", "name_en", "name_in_kk", "name_in_ru",
    "name_in_en", "time_zone", "kato", "parts_are_complete", "established_on", "formed_from",
    "former_names",
)  # fmt: skip
NAMES = tuple(f"{field}_{code}" for field in ("name", "name_in") for code in LANGUAGES)
NEEDED = ("code", "kind", "slug", *NAMES, "time_zone", "parts_are_complete")
LENGTHS = {"code": 80, "slug": 80, "time_zone": 40, **dict.fromkeys(NAMES, 120)}
FIRST_LEVEL = re.compile(r"KZ-[0-9A-Z]{1,3}")
PART = re.compile(r"[A-Za-z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KATO = re.compile(r"(\d{9})?")
# Which kinds may lie directly inside which.
INSIDE: Mapping[str, frozenset[str]] = {
    RegionKind.REGION: frozenset({RegionKind.COUNTRY}),
    RegionKind.CITY: frozenset({RegionKind.COUNTRY}),
    RegionKind.TOWN: frozenset({RegionKind.REGION, RegionKind.CITY, RegionKind.DISTRICT}),
    RegionKind.DISTRICT: frozenset({RegionKind.REGION, RegionKind.CITY, RegionKind.TOWN}),
    RegionKind.SITE: frozenset(set(RegionKind) - {RegionKind.COUNTRY, RegionKind.SITE}),
}


@dataclass(frozen=True, slots=True)
class OldName:
    """Hold a name that a region had between two days."""

    from_date: date | None
    until_date: date
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """Hold a region as a file describes it, and the row that says so."""

    row: Row
    code: str
    parent: str
    kind: str
    parts_are_complete: bool
    established_on: date | None
    formed_from: str
    former_names: tuple[OldName, ...]

    def columns(self) -> dict[str, object]:
        """Give the plain columns of the table."""
        texts = {name: self.row[name] for name in ("slug", *NAMES, "time_zone", "kato")}
        return {
            **texts,
            "kind": self.kind,
            "parts_are_complete": self.parts_are_complete,
            "established_on": self.established_on,
        }


def read_regions(path: Path) -> list[RegionRow]:
    """Read a file of regions, or name its first error."""
    rows = [_region(row) for row in read_table(path, HEADER)]
    for column in ("code", "slug"):
        seen: set[str] = set()
        for region in rows:
            if region.row[column] in seen:
                raise region.row.error(column, _("this stands in the file twice"))
            seen.add(region.row[column])
    return rows


def _region(row: Row) -> RegionRow:
    for column in NEEDED:
        if not row[column]:
            raise row.error(column, _("this cell must not be empty"))
    for column, longest in LENGTHS.items():
        if len(row[column]) > longest:
            reason = _("the cell has more than %(most)d characters") % {"most": longest}
            raise row.error(column, reason)
    _check_code(row)
    if not SLUG.fullmatch(row["slug"]):
        raise row.error("slug", _("small Latin letters, digits and hyphens only"))
    if not KATO.fullmatch(row["kato"]):
        raise row.error("kato", _("nine digits or nothing"))
    _check_zone(row)
    established_on = _day(row, "established_on", row["established_on"])
    if row["formed_from"] and established_on is None:
        raise row.error("established_on", _("a region formed from another has a first day"))
    former_names = tuple(_old_names(row))
    _check_spans(row, former_names)
    return RegionRow(
        row, row["code"], row["parent"], row["kind"], _is_yes(row), established_on,
        row["formed_from"], former_names,
    )  # fmt: skip


def _check_code(row: Row) -> None:
    code, parent, kind = row["code"], row["parent"], row["kind"]
    if kind not in RegionKind.values:
        raise row.error("kind", _("unknown kind: %(kind)s") % {"kind": kind})
    if kind == RegionKind.COUNTRY:
        if code != "KZ" or parent:
            raise row.error("code", _("the country is KZ and has no parent"))
        return
    if not parent:
        raise row.error("parent", _("only the country has no parent"))
    if parent == "KZ":
        fits = bool(FIRST_LEVEL.fullmatch(code)) or (
            kind == RegionKind.SITE and code.startswith("KZ-")
        )
    else:
        fits = code.startswith(f"{parent}-") and bool(PART.fullmatch(code[len(parent) + 1 :]))
    if not fits:
        reason = _("a code is the parent's, a hyphen, and Latin letters or digits")
        raise row.error("code", reason)


def _check_zone(row: Row) -> None:
    try:
        ZoneInfo(row["time_zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise row.error("time_zone", _("this time zone does not exist")) from problem


def _is_yes(row: Row) -> bool:
    if row["parts_are_complete"] not in ("yes", "no"):
        raise row.error("parts_are_complete", _("yes or no"))
    return row["parts_are_complete"] == "yes"


def _day(row: Row, column: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise row.error(column, _("a day is written YYYY-MM-DD")) from problem


def _old_names(row: Row) -> Iterable[OldName]:
    for entry in filter(None, row["former_names"].split(";")):
        span, *names = entry.split("|")
        start, slash, end = span.partition("/")
        until_date = _day(row, "former_names", end.strip())
        if not slash or until_date is None or len(names) != len(LANGUAGES) or not all(names):
            reason = _("a former name is from/until|Kazakh|Russian|English, joined by ;")
            raise row.error("former_names", reason)
        from_date = _day(row, "former_names", start.strip())
        if from_date is not None and from_date >= until_date:
            raise row.error("former_names", _("a former name ends after it begins"))
        if any(len(name) > LENGTHS["name_kk"] for name in names):
            reason = _("the cell has more than %(most)d characters") % {"most": LENGTHS["name_kk"]}
            raise row.error("former_names", reason)
        yield OldName(from_date, until_date, tuple(names))


def _check_spans(row: Row, names: Iterable[OldName]) -> None:
    """Let a region have one name a day."""
    for earlier, later in pairwise(sorted(names, key=lambda name: name.until_date)):
        if later.from_date is None or later.from_date < earlier.until_date:
            raise row.error("former_names", _("former names overlap"))
