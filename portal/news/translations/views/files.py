"""Files for translators: one article, or many in an archive."""

import zipfile
from io import BytesIO
from types import ModuleType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portal.news.models import LanguageState, Progress
from portal.news.translations import po, xliff
from portal.news.translations.forms import ExportForm
from portal.news.translations.receiving import MOST_FILES
from portal.news.translations.report import editable_by, states_for
from portal.news.translations.sending import job_of
from portal.news.translations.views.articles import article_for, languages_of

FORMATS: dict[str, ModuleType] = {"xliff": xliff, "po": po}


@require_safe
def one_file(request: HttpRequest, pk: int, source: str, target: str, form: str) -> HttpResponse:
    """Give the file of one article."""
    source, target = languages_of(source, target)
    if form not in FORMATS:
        raise Http404
    page = article_for(request, pk)
    written = FORMATS[form].write(job_of(page, source, target))
    return _file(written, FORMATS[form].MEDIA_TYPE, _name(page, source, target, form))


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Ask which articles, and give their files in an archive."""
    form = ExportForm(request.GET if "format" in request.GET else None)
    if form.is_bound and form.is_valid():
        pages = _chosen(request.user, form.cleaned_data)
        if 0 < len(pages) <= MOST_FILES:
            return _archive(pages, form.cleaned_data)
        too_many = _("More than 200 articles: choose fewer types or states.")
        form.add_error(None, too_many if pages else _("No article is like that."))
    title = _("Export for translation")
    context = {"title": title, "form": form, "breadcrumbs": _crumbs(title)}
    return render(request, "news/translations/export.html", context)


def _chosen(person: Any, asked: dict[str, Any]) -> list[Any]:
    rows = states_for(person).filter(language=asked["target"], shown__in=asked["state"])
    if asked["type"]:
        rows = rows.filter(kind__in=asked["type"])
    silent = LanguageState.objects.filter(language=asked["source"], progress=Progress.MISSING)
    rows = rows.exclude(page_id__in=silent.values("page_id"))
    pks = editable_by(person, rows.values_list("page_id", flat=True)[: 10 * MOST_FILES])
    return list(Page.objects.filter(pk__in=pks).order_by("pk")[: MOST_FILES + 1])


def _archive(pages: list[Any], asked: dict[str, Any]) -> HttpResponse:
    packed = BytesIO()
    form = FORMATS[asked["format"]]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for page in pages:
            job = job_of(page.specific, asked["source"], asked["target"])
            name = _name(page, asked["source"], asked["target"], asked["format"])
            archive.writestr(name, form.write(job))
    name = f"translations-{asked['source']}-{asked['target']}.zip"
    return _file(packed.getvalue(), "application/zip", name)


def _name(page: Any, source: str, target: str, form: str) -> str:
    return f"{page.pk}-{page.slug}-{source}-{target}{FORMATS[form].SUFFIXES[0]}"


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": disposition}
    )


def _crumbs(title: str) -> list[dict[str, Any]]:
    return [
        {"url": reverse("translations"), "label": _("Translations")},
        {"url": "", "label": title},
    ]
