"""The pages under the news as Wagtail's explorer lists them."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.conf import settings
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import (
    ExplorableIndexView,
    GenericPageFilterSet,
    IndexView,
    PageFilterSet,
)
from wagtail.admin.viewsets.pages import PageViewSet

from portal.news.explorer_facts import FactsFilterSet, facts_columns
from portal.news.models import LanguageState, NewsIndexPage, NewsPage, Progress

STATES = [
    (f"{code}-{value}", format_lazy("{}: {}", name, label))
    for code, name in settings.LANGUAGES
    for value, label in Progress.choices
]


class LanguagesColumn(Column):
    """Say how far each language of a page is."""

    cell_template_name = "news/translations/languages_cell.html"

    def get_value(self, page: Any) -> Any:
        """Return the languages in their order, with their states."""
        states = {row.language: row for row in page.language_states.all()}
        return [states[code] for code, _name in settings.LANGUAGES if code in states]


class _StateFilter(FactsFilterSet):
    """Filter by the state of a language, by type and by region."""

    languages = django_filters.MultipleChoiceFilter(
        label=_("Languages"), choices=STATES, widget=CheckboxSelectMultiple, method="in_state"
    )

    def in_state(self, pages: Any, name: str, values: list[str]) -> Any:
        """Return the pages of which some language is in one of the states."""
        if not values:
            return pages
        asked = (value.split("-") for value in values)
        wanted = reduce(or_, (Q(language=code, progress=state) for code, state in asked))
        return pages.filter(pk__in=LanguageState.objects.filter(wanted).values("page_id"))


class NewsFilterSet(_StateFilter, PageFilterSet):
    """Filter a flat list of articles."""


class NewsExplorerFilterSet(_StateFilter, GenericPageFilterSet):
    """Filter the pages under the news."""


class NewsIndexView(IndexView):
    """List articles with the state of their languages."""

    def annotate_queryset(self, pages: Any) -> Any:
        """Load the states of all pages at once."""
        return super().annotate_queryset(pages).prefetch_related("language_states", "regions")


class NewsExplorerView(ExplorableIndexView):
    """Explore the pages under the news."""

    base_columns = [
        *(each for each in ExplorableIndexView.base_columns if each.name != "type"),
        *facts_columns(),
        LanguagesColumn("languages", label=_("Languages"), width="15%"),
    ]

    def annotate_queryset(self, pages: Any) -> Any:
        """Load the states of all pages at once."""
        return super().annotate_queryset(pages).prefetch_related("language_states", "regions")


class NewsPagesViewSet(PageViewSet):
    """List the pages under the news with columns of their own."""

    model = NewsPage
    parent_models = [NewsIndexPage]
    index_view_class = NewsExplorerView
    filterset_class = NewsExplorerFilterSet
