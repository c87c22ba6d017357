"""Names and addresses of places, as they were on a day."""

from collections.abc import Iterable
from datetime import date

from guidance.models import Region
from guidance.rules.alphabet import alphabetical
from guidance.rules.places_list import PlaceName
from guidance.rules.texts import Texts, capitalised
from guidance.shown.marks import Named
from guidance.stored.atlas import Atlas, name_of


def place_texts(region: Region, on: date | None = None) -> Texts:
    """Give the name that a region had on a day, in three languages; without a day today's."""
    if on is not None:
        for former in region.former_names.all():
            has_begun = former.from_date is None or former.from_date <= on
            if has_begun and on < former.until_date:
                return name_of(former)
    return name_of(region)


def place_name(region: Region, lang: str, on: date | None = None) -> str:
    """Give the name that a region had on a day."""
    return place_texts(region, on)[lang]


def place_names(atlas: Atlas, codes: Iterable[str], on: date | None = None) -> list[PlaceName]:
    """Name regions for a sentence about a day."""
    return [
        PlaceName(place_texts(atlas.regions[code], on), atlas.tree.depth(code)) for code in codes
    ]


def place_address(region: Region, lang: str, on: date | None = None) -> str:
    """Give the address of a region's page, or of its page about a day."""
    address = f"/{lang}/regions/{region.slug}/"
    return address if on is None else f"{address}on/{on.isoformat()}/"


def named_place(region: Region, lang: str, on: date | None = None) -> Named:
    """Give the name of a region with the address of its page."""
    return Named(place_name(region, lang, on), place_address(region, lang, on))


def headed_place(region: Region, lang: str, on: date | None = None) -> Named:
    """Name a region at the head of a line: «Город Актобе»."""
    return Named(capitalised(place_name(region, lang, on)), place_address(region, lang, on))


def by_alphabet(regions: Iterable[Region], lang: str, on: date | None = None) -> list[Region]:
    """Sort regions by the alphabet of the page's language."""
    return sorted(regions, key=lambda region: alphabetical(place_name(region, lang, on), lang))


def first_level(atlas: Atlas, on: date | None = None) -> list[Region]:
    """List the regions and cities right under the country that existed on a day."""
    return [
        atlas.regions[code]
        for code in atlas.tree.children(atlas.tree.root)
        if on is None or _existed(atlas.regions[code], on)
    ]


def _existed(region: Region, on: date) -> bool:
    return region.established_on is None or region.established_on <= on
