"""Each filter of news: how it is called, what can be chosen, what an unknown value is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guidance.rules.alphabet import alphabetical
from guidance.shown.ground import Ground
from guidance.shown.places import by_alphabet, first_level
from portal.news.archive import month_names
from portal.news.choices import NewsKind
from portal.news.models.organisations import Organisation
from portal.news.models.records import Topic

MOST_OF_A_VALUE = 60  # how much of an odd value is told back


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold one filter: its name in the address, what was asked, and what can be asked."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    message: str

    @property
    def is_unknown(self) -> bool:
        """Tell whether the address asks for what does not exist."""
        return bool(self.value) and self.value not in dict(self.choices)

    @property
    def error(self) -> str:
        """Return what to tell a reader whose address names something unknown."""
        told = self.value[:MOST_OF_A_VALUE]
        return self.message % {"value": told} if self.is_unknown else ""

    @property
    def known(self) -> str:
        """Return what was asked, if it exists."""
        return "" if self.is_unknown else self.value

    @property
    def chosen(self) -> str:
        """Name what was chosen."""
        return dict(self.choices).get(self.value, "")


def by_type(asked: str) -> Filter:
    """Choose one type of article."""
    choices = tuple((kind.value.lower(), str(kind.label)) for kind in NewsKind)
    return Filter("type", _("Type"), asked, choices, _("There is no such type: %(value)s."))


def by_region(asked: str, ground: Ground) -> Filter:
    """Choose the country or a region; a place inside one is not offered, but may be asked for."""
    atlas = ground.atlas
    offered = [ground.country, *by_alphabet(first_level(atlas), ground.lang)]
    if asked in atlas.regions and atlas.regions[asked] not in offered:
        offered.append(atlas.regions[asked])
    choices = tuple((region.code, region.name) for region in offered)
    return Filter("region", _("Region"), asked, choices, _("There is no such region: %(value)s."))


def by_topic(asked: str, lang: str) -> Filter:
    """Choose a topic."""
    choices = tuple(_named(Topic.objects.by_slug(), lang))
    return Filter("topic", _("Topic"), asked, choices, _("There is no such topic: %(value)s."))


def by_organisation(asked: str, lang: str) -> Filter:
    """Choose an organisation, by the name that it has now."""
    named = _named(Organisation.objects.by_slug(), lang)
    choices = tuple(sorted(named, key=lambda choice: alphabetical(choice[1], lang)))
    message = _("There is no such organisation: %(value)s.")
    return Filter("organisation", _("Organisation"), asked, choices, message)


def by_year(asked: str, years: Sequence[int]) -> Filter:
    """Choose a year that has articles."""
    choices = tuple((str(year), str(year)) for year in years)
    return Filter("year", _("Year"), asked, choices, _("There is nothing from the year %(value)s."))


def by_month(asked: str) -> Filter:
    """Choose a month of the year."""
    choices = tuple((str(number), name) for number, name in month_names())
    message = _("There is no such month: %(value)s. Months are numbered from 1 to 12.")
    return Filter("month", _("Month"), asked.removeprefix("0"), choices, message)


def _named(rows: Any, lang: str) -> Iterator[tuple[str, str]]:
    """Read address and name of each row, and build no objects: every reader of a list waits."""
    # Rows by name: a list of columns would hold Kazakh once where that is the language.
    for row in rows.values("slug", f"name_{lang}", "name_kk"):
        yield row["slug"], row[f"name_{lang}"] or row["name_kk"]
