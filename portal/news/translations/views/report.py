"""The report: all articles in each language, with filters and files to take away."""

from typing import Any

import django_filters
from django.conf import settings
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from portal.news.models import LanguageState, Progress
from portal.news.translations.report import (
    KINDS,
    editable_by,
    is_newsroom,
    kind_label,
    state_label,
    states_for,
    tell,
)
from portal.translated import REQUIRED_LANGUAGES


class StatesFilter(WagtailFilterSet):
    """Filter by language, state and type."""

    language = django_filters.MultipleChoiceFilter(
        label=_("Language"), choices=settings.LANGUAGES, widget=CheckboxSelectMultiple
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), field_name="shown", choices=Progress, widget=CheckboxSelectMultiple
    )
    type = django_filters.MultipleChoiceFilter(
        label=_("Type"), field_name="kind", choices=KINDS, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = LanguageState
        fields: list[str] = []


class LabelledColumn(Column):
    """Name each cell: on a phone the columns stand below each other."""

    cell_template_name = "news/translations/labelled_cell.html"


class ArticleColumn(Column):
    """Name an article in a language it speaks, and lead whoever may to its translation."""

    cell_template_name = "news/translations/article_cell.html"

    def get_value(self, row: Any) -> Any:
        """Return what the cell shows."""
        page, codes = row.specific, [code for code, _name in settings.LANGUAGES]
        language = next(filter(page.speaks, (row.language, *codes)), "kk")
        title = getattr(page, f"headline_{language}") or page.title
        return {"title": title, "language": language, "address": getattr(row, "address", "")}


class LanguageColumn(Column):
    """Name a language in itself."""

    cell_template_name = "news/translations/language_cell.html"

    def get_value(self, row: Any) -> Any:
        """Return code and name."""
        return {"code": row.language, "name": dict(settings.LANGUAGES)[row.language]}


def _day(row: Any) -> str:
    return date_format(localtime(row.changed_at), "SHORT_DATE_FORMAT") if row.changed_at else ""


class TranslationsReport(ReportView):
    """List the articles in each language."""

    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "translations"
    index_results_url_name = "translations_results"
    template_name = "news/translations/report.html"
    results_template_name = "news/translations/report_results.html"
    filterset_class = StatesFilter
    model = LanguageState
    table_classname = "listing translations-report"
    columns = [
        ArticleColumn("article", label=_("Article"), classname="title", accessor="page"),
        LabelledColumn("type", label=_("Type"), accessor=kind_label),
        LanguageColumn("language", label=_("Language"), accessor="language"),
        LabelledColumn("state", label=_("State"), accessor=state_label),
        LabelledColumn("lacking", label=_("Missing")),
        LabelledColumn("outdated", label=_("Older")),
        LabelledColumn("changed", label=_("Changed"), accessor=_day),
        LabelledColumn(
            "owner", label=_("Responsible"), accessor=lambda row: str(row.page.owner or "")
        ),
    ]
    list_export = [
        "page.title", "kind", "language", "shown", "lacks", "older", "changed_at", "page.owner",
        "page.live",
    ]  # fmt: skip
    export_headings = {
        "page.title": _("Article"),
        "kind": _("Type"),
        "language": _("Language"),
        "shown": _("State"),
        "lacks": _("Missing"),
        "older": _("Older"),
        "changed_at": _("Changed"),
        "page.owner": _("Responsible"),
        "page.live": _("Published"),
    }
    export_filename = "translations"

    def get_queryset(self) -> Any:
        """Select what the person may know."""
        return states_for(self.request.user)

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Offer the newsroom files for translators, out and in."""
        if not is_newsroom(self.request.user):
            return []
        return [
            HeaderButton(_("Export"), url=reverse("translations_export"), icon_name="download"),
            HeaderButton(_("Import"), url=reverse("translations_import"), icon_name="upload"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Write beside the rows of this page what they lack."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        # A form of the page's own: it works without script, and on a phone.
        context |= {"filters": None, "filter_form": self.filters.form}
        if not self.is_export:
            rows = context["object_list"]
            tell(rows)
            mine = editable_by(self.request.user, {row.page_id for row in rows})
            for row in rows:
                row.address = _side_by_side(row) if row.page_id in mine else ""
        return context


def _side_by_side(row: Any) -> str:
    source = next(code for code in (*reversed(REQUIRED_LANGUAGES), "kk") if code != row.language)
    return reverse("translations_edit", args=[row.page_id, source, row.language])
