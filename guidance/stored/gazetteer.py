"""The names of all regions and settlements, read once and kept while the regions stay."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from guidance.models import LANGUAGES, FormerName, Region
from guidance.rules.gazetteer import Mention, bare_name
from guidance.rules.place_finder import SETTLEMENT, Finding, Known, PlaceFinder
from guidance.rules.texts import Texts
from guidance.rules.whereabouts import TOWN, Settlement
from guidance.stored.atlas import Atlas

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
COLUMNS = ("name", "names_cyrillic", "names_latin")
# A place with a page of its own comes before any settlement that is only inside one.
OWN_PAGE = {"COUNTRY": 10**9, "CITY": 9 * 10**8, "TOWN": 8 * 10**8}
OTHER_PAGE = 7 * 10**8
# Kinds of regions that a settlement can be by itself.
SETTLED = ("CITY", "TOWN")


@dataclass(frozen=True, slots=True)
class Located:
    """Hold a settlement without a page of its own, with the region whose page tells its level."""

    settlement: Settlement
    region: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Find places by name; a key is the code of a region, or names a settlement inside one."""

    finder: PlaceFinder
    located: Mapping[str, Located]

    def find(self, words: Sequence[str]) -> Finding:
        """Find what typed words may mean."""
        return self.finder.find(words)

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """Find the regions that words name, themselves or by a settlement inside them."""
        return [
            replace(mention, codes=tuple(dict.fromkeys(map(self.page_of, mention.codes))))
            for mention in self.finder.mentions(words)
        ]

    def settlements(self, words: Sequence[str]) -> list[Located]:
        """Find the settlements that words name."""
        keys = (key for mention in self.finder.mentions(words) for key in mention.codes)
        return [self.located[key] for key in dict.fromkeys(keys) if key in self.located]

    def page_of(self, key: str) -> str:
        """Give the code of the region whose page tells the level of a place."""
        return self.located[key].region if key in self.located else key


_kept: tuple[Atlas, Directory] | None = None


def gazetteer(atlas: Atlas) -> Directory:
    """Give the names of the places of an atlas."""
    global _kept  # one a process, as the atlas is
    if _kept is None or _kept[0] is not atlas:
        _kept = (atlas, _directory(atlas))
    return _kept[1]


def _directory(atlas: Atlas) -> Directory:
    own_pages = _own_pages(atlas)
    known = {each.key: each for each in _regions(atlas)}
    located: dict[str, Located] = {}
    taken: set[str] = set()
    for row in _settlement_rows():
        for region in filter(None, (row["region"], row["also_region"])):
            if region not in atlas.regions:
                continue
            own = _own_page(own_pages, row, region)
            key = own if own and own not in taken else f"{region} {row['name_kk']}"
            if key == own:
                taken.add(key)
            else:
                located[key] = _located(row, region, located.get(key), has_namesake=own is not None)
            known[key] = _joined(known.get(key), key, row, atlas)
    return Directory(PlaceFinder(known.values()), located)


def _own_page(
    own_pages: Mapping[tuple[str, tuple[str, ...]], str], row: Mapping[str, str], region: str
) -> str | None:
    names = (row["name"], *(row[f"name_{lang}"] for lang in LANGUAGES))
    keys = ((region, bare_name(name)) for name in names)
    return next((own_pages[key] for key in keys if key in own_pages), None)


def _located(
    row: Mapping[str, str], region: str, known: Located | None, *, has_namesake: bool
) -> Located:
    """Take namesakes in one region for one, and for a town only if it can be nothing else."""
    name = Texts(*(row[f"name_{lang}"] for lang in LANGUAGES))
    is_town = row["kind"] == TOWN and not has_namesake
    return Located(
        Settlement(name, is_town and (known is None or known.settlement.is_town)), region
    )


def _joined(known: Known | None, key: str, row: Mapping[str, str], atlas: Atlas) -> Known:
    names = tuple(_names_of_settlement(row))
    if known is not None:
        return replace(known, names=(*known.names, *names))
    region = key.partition(" ")[0]
    around = frozenset(atlas.tree.lineage(region))
    return Known(key, SETTLEMENT, names, around, int(row["population"]))


def _regions(atlas: Atlas) -> Iterator[Known]:
    aliases = {row["code"]: row["names"].split(";") for row in rows_of("place_aliases.csv")}
    for code, region in atlas.regions.items():
        former = [name for row in region.former_names.all() for name in _names(row)]
        names = (*_names(region), *former, *aliases.get(code, ()))
        around = frozenset(atlas.tree.ancestors(code))
        yield Known(code, region.kind, names, around, OWN_PAGE.get(region.kind, OTHER_PAGE))


def _own_pages(atlas: Atlas) -> dict[tuple[str, tuple[str, ...]], str]:
    """Know towns by name and by every region around: one may stand below its district."""
    return {
        (around, bare_name(name)): region.code
        for region in atlas.regions.values()
        if region.kind in SETTLED
        for around in atlas.tree.lineage(region.code)
        for name in _names(region)
    }


def _settlement_rows() -> Iterable[dict[str, str]]:
    names = {row["geonames_id"]: row for row in rows_of("settlement_names.csv")}
    return ({**row, **names[row["geonames_id"]]} for row in rows_of("places.csv"))


def _names_of_settlement(row: Mapping[str, str]) -> Iterator[str]:
    for column in (*COLUMNS, *(f"name_{lang}" for lang in LANGUAGES)):
        yield from filter(None, row[column].split(";"))


def _names(row: Region | FormerName) -> tuple[str, ...]:
    return tuple(getattr(row, f"name_{lang}") or "" for lang in LANGUAGES)


@lru_cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """Read a table of the reference data."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source))
