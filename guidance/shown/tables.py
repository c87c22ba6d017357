"""The tables of regions and of the ledger as rows of plain text: codes for machines, then words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.conf import settings

from guidance.models import Declaration
from guidance.rules.dates import local
from guidance.shown.ground import Ground
from guidance.shown.in_parts import InPart
from guidance.shown.ledger_list import ledger_row
from guidance.shown.marks import LevelMark
from guidance.shown.region_list import RegionRow

TableRow = tuple[str, ...]
REGION_COLUMNS = (
    "code", "name", "level", "level_name", "since", "until", "end_text", "declarations",
    "set_for", "in_part", "as_of",
)  # fmt: skip
LEDGER_COLUMNS = (
    "number", "act", "act_name", "published_at", "regions", "places", "level_afterwards",
    "level_name", "starts_at", "ends_at", "end_text", "address",
)  # fmt: skip


def region_table(ground: Ground, rows: Sequence[RegionRow]) -> Iterator[TableRow]:
    """Write the rows of the page of all regions; times are those of the capital's clocks."""
    zone = ground.country.time_zone
    for row in rows:
        here = ground.place(row.code)
        yield (
            row.code,
            row.place.name,
            _code(row.mark),
            row.mark.name,
            _instant(here.since, zone),
            _instant(here.until, zone),
            row.terms.end if row.terms is not None else "",
            ";".join(ground.public.numbers_of(here)),
            here.inherited_from or "",
            "; ".join(map(_in_part, row.in_part)),
            ground.as_of.iso,
        )


def ledger_table(ground: Ground, acts: Sequence[Declaration]) -> Iterator[TableRow]:
    """Write the rows of the ledger's page, by the clocks of the first place of each."""
    for act in acts:
        row = ledger_row(ground, act)
        codes = [ground.atlas.code(named.region_id) for named in act.regions.all()]
        zone = ground.atlas.regions[codes[0]].time_zone if codes else ground.country.time_zone
        yield (
            row.act.name,
            act.act,
            row.label,
            _instant(act.published_at, zone),
            ";".join(codes),
            row.places,
            _code(row.mark),
            row.mark.name,
            _instant(act.starts_at, zone),
            _instant(act.ends_at, zone),
            row.until,
            settings.BASE_URL + row.act.address,
        )


def _code(mark: LevelMark) -> str:
    return "" if mark.is_none else mark.key.upper()


def _instant(at: datetime | None, zone: str) -> str:
    return "" if at is None else local(at, zone).isoformat(timespec="minutes")


def _in_part(part: InPart) -> str:
    return f"{part.mark.name}: {', '.join(place.name for place in part.places)}"
