"""The nodes that every page's data is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings

from guidance.models import Region, RegionKind
from guidance.shown.places import place_address, place_name

Node = dict[str, Any]

CONTEXT: Final = "https://schema.org"
OF_PLACES: Final = {
    RegionKind.COUNTRY: "Country",
    RegionKind.CITY: "City",
    RegionKind.TOWN: "City",
}


@dataclass(frozen=True, slots=True)
class Site:
    """Hold what a page's data says of the portal."""

    base: str
    lang: str
    name: str
    operator: str
    is_official: bool

    def address(self, path: str) -> str:
        """Give the whole address of a page of the portal; others are whole already."""
        return self.base + path if path.startswith("/") else path

    @property
    def home(self) -> str:
        return self.address(f"/{self.lang}/")

    @property
    def publisher(self) -> Node:
        """Name who runs the portal; only an authority's own channel is called one."""
        return {
            "@type": "GovernmentOrganization" if self.is_official else "Organization",
            "@id": f"{self.base}/#publisher",
            "name": self.operator or self.name,
            "url": self.home,
        }


def present_site(lang: str) -> Site:
    """Give the portal as the settings describe it."""
    return Site(
        settings.BASE_URL,
        lang,
        settings.WAGTAIL_SITE_NAME,
        settings.OPERATOR_NAME[lang],
        settings.IS_OFFICIAL_CHANNEL,
    )


def graph(*nodes: Node) -> Node:
    """Put the nodes of a page together; what is empty is left out."""
    return {"@context": CONTEXT, "@graph": [pruned(node) for node in nodes if node]}


def pruned(value: Any) -> Any:
    """Leave out what says nothing, however deep it lies; write instants and days as text."""
    if isinstance(value, Mapping):
        kept = {name: pruned(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in ("", None, [], {})}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)  # a lazy translation, or safe markup
    if isinstance(value, Sequence):
        return [each for each in map(pruned, value) if each not in ("", None, [], {})]
    return value


def crumbs(site: Site, *steps: tuple[str, str]) -> Node:
    """Lead from the home page to a page; each step is a name with its path."""
    way = ((site.name, f"/{site.lang}/"), *steps)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": site.address(path)}
            for number, (name, path) in enumerate(way, start=1)
        ],
    }


def area(site: Site, region: Region, on: date | None = None) -> Node:
    """Name a place as it was called on a day, with its ISO code."""
    return {
        "@type": OF_PLACES.get(RegionKind(region.kind), "AdministrativeArea"),
        "name": place_name(region, site.lang, on),
        "identifier": region.code,
        "url": site.address(place_address(region, site.lang)),
    }


def areas(site: Site, regions: Iterable[Region], on: date | None = None) -> list[Node]:
    """Name some places."""
    return [area(site, region, on) for region in regions]


def web_page(site: Site, kind: str, path: str, name: str, **facts: Any) -> Node:
    """Describe a page that is not a work of its own."""
    address = site.address(path)
    return {
        "@type": kind,
        "@id": address,
        "url": address,
        "name": name,
        "inLanguage": site.lang,
        "publisher": site.publisher,
        **facts,
    }
