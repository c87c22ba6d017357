"""Type and regions of articles in the lists of Wagtail's admin: columns and filters."""

from typing import Any

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from guidance.models import Region
from portal.news.choices import NewsKind
from portal.news.models import NewsPage

SHOWN = 3  # so many regions are named in a row; the rest are counted


class KindColumn(Column):
    """Name the type of an article."""

    def get_value(self, page: Any) -> str:
        """Return the type in the editor's language."""
        return str(page.get_kind_display())


class RegionsColumn(Column):
    """Name the regions of an article."""

    def get_value(self, page: Any) -> str:
        """Return the first regions, and how many more there are."""
        names = [region.name for region in page.regions.all()]
        more = len(names) - SHOWN
        return ", ".join(names[:SHOWN]) + (f" +{more}" if more > 0 else "")


def facts_columns(kind: str | None = None) -> list[Column]:
    """Return both columns; a table is sorted by type under the name of its column."""
    return [
        KindColumn("kind", label=_("Type"), sort_key=kind, width="12%"),
        RegionsColumn("regions", label=_("Regions"), width="16%"),
    ]


def _among(pages: Any, wanted: Any) -> Any:
    # The explorer lists pages of any type, which have no columns of ours.
    return pages.filter(pk__in=wanted.order_by().values("pk"))


def _regions() -> list[tuple[str, str]]:
    return [(region.code, region.name) for region in Region.objects.by_code()]


class FactsFilterSet(django_filters.FilterSet):
    """Filter by type and region."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Type"), choices=NewsKind, widget=CheckboxSelectMultiple, method="of_kinds"
    )
    region = django_filters.ChoiceFilter(label=_("Region"), choices=_regions, method="about_region")

    def of_kinds(self, pages: Any, name: str, values: list[str]) -> Any:
        """Return the pages of some types."""
        return _among(pages, NewsPage.objects.of_kinds(values)) if values else pages

    def about_region(self, pages: Any, name: str, value: str) -> Any:
        """Return the pages about a region or a place inside it."""
        return _among(pages, NewsPage.objects.about_region(value)) if value else pages
