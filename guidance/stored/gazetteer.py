"""The names of all regions and settlements, read once and kept while the regions stay."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from guidance.models import LANGUAGES, FormerName, Region
from guidance.rules.gazetteer import Gazetteer, Named, bare_name
from guidance.stored.atlas import Atlas

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
COLUMNS = ("name", "names_cyrillic", "names_latin")
# A place with a page of its own comes before any settlement that is only inside one.
OWN_PAGE = {"COUNTRY": 10**9, "CITY": 9 * 10**8, "TOWN": 8 * 10**8}
OTHER_PAGE = 7 * 10**8

_kept: tuple[Atlas, Gazetteer] | None = None


def gazetteer(atlas: Atlas) -> Gazetteer:
    """Give the names of the places of an atlas."""
    global _kept  # one a process, as the atlas is
    if _kept is None or _kept[0] is not atlas:
        _kept = (atlas, Gazetteer([*_regions(atlas), *_settlements(atlas)]))
    return _kept[1]


def _regions(atlas: Atlas) -> Iterator[Named]:
    aliases = {row["code"]: row["names"].split(";") for row in rows_of("place_aliases.csv")}
    for code, region in atlas.regions.items():
        former = [name for row in region.former_names.all() for name in _names(row)]
        names = (*_names(region), *former, *aliases.get(code, ()))
        yield Named(code, names, OWN_PAGE.get(region.kind, OTHER_PAGE))


def _settlements(atlas: Atlas) -> Iterator[Named]:
    """Lead a settlement to its own page, or to that of the region which holds it."""
    own_pages = dict(_towns(atlas))
    for row in rows_of("places.csv"):
        if row["region"] not in atlas.regions:
            continue
        names = tuple(name for column in COLUMNS for name in row[column].split(";") if name)
        keys = ((row["region"], bare_name(name)) for name in names)
        own = next((own_pages[key] for key in keys if key in own_pages), None)
        yield Named(own or row["region"], names, int(row["population"]))


def _towns(atlas: Atlas) -> Iterator[tuple[tuple[str, tuple[str, ...]], str]]:
    for region in atlas.regions.values():
        if region.kind == "TOWN" and region.parent_id is not None:
            for name in _names(region):
                yield (atlas.code(region.parent_id), bare_name(name)), region.code


def _names(row: Region | FormerName) -> tuple[str, ...]:
    return tuple(getattr(row, f"name_{lang}") or "" for lang in LANGUAGES)


@lru_cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """Read a table of the reference data."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source))
