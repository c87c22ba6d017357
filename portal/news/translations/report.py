"""The report of the translation desk: every article in each language, what needs work first."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from portal.news.choices import NewsKind
from portal.news.models import LanguageState, Progress
from portal.news.translations.lacking import is_silent, pictures_of, silent
from portal.news.translations.texts import fields_of, records_of, stream_of
from portal.translated import LANGUAGE_CODES

ALT = "alt"
# Beside the kinds of articles.
INFORMATION = "INFORMATION"
KINDS = [*NewsKind.choices, (INFORMATION, _("Information page"))]
# What looks complete and is not comes before what nobody began.
ORDER = (Progress.PARTLY, Progress.OLDER, Progress.MISSING, Progress.COMPLETE)


def states_for(person: Any) -> Any:
    """Select what somebody may know: the newsroom every article, everybody else the live ones."""
    rows: Any = LanguageState.objects.select_related("page", "page__owner").annotate(
        shown=_shown(), kind=_kind(), published_at=F("page__newspage__published_at")
    )
    rows = rows if is_newsroom(person) else rows.filter(page__live=True)
    rank = Case(
        *(When(shown=state.value, then=Value(n)) for n, state in enumerate(ORDER)),
        output_field=IntegerField(),
    )
    latest = F("published_at").desc(nulls_last=True)
    return rows.order_by(rank, latest, "page_id", "language")


def is_newsroom(person: Any) -> bool:
    """Tell whether somebody writes or publishes articles."""
    writing = ("add", "change", "publish")
    return bool(page_permission_policy.user_has_any_permission(person, writing))


def editable_by(person: Any, pks: Iterable[int]) -> set[int]:
    """Name those pages that somebody may edit."""
    pages = page_permission_policy.instances_user_has_permission_for(person, "change")
    return set(pages.filter(pk__in=list(pks)).values_list("pk", flat=True))


def tell(rows: Iterable[LanguageState]) -> None:
    """Write beside each row what is missing or older there, in words."""
    rows = list(rows)
    pages: dict[int, Any] = {
        page.pk: page
        for page in Page.objects.filter(pk__in={row.page_id for row in rows}).specific()
    }
    pictures = pictures_of(pages.values(), LANGUAGE_CODES)
    for row in rows:
        page: Any = pages[row.page_id]
        row.specific = page  # type: ignore[attr-defined]
        lacks = [name_of(page, name) for name in row.lacks]
        if page.live and page.speaks(row.language) and is_silent(page, row.language, pictures):
            lacks.append(str(_("alternative text")))
        row.lacking = "" if row.progress == Progress.MISSING else ", ".join(lacks)  # type: ignore[attr-defined]
        row.outdated = ", ".join(name_of(page, name) for name in row.older)  # type: ignore[attr-defined]


def name_of(page: Any, name: str) -> str:
    """Name a text, a kind of block or the rows of a page in the editor's language."""
    field, _colon, kind = name.partition(":")
    for each in fields_of(type(page)):
        if each.name == field and kind:
            block = stream_of(page, field, "kk").child_blocks.get(kind)
            return str(block.label) if block is not None else kind
        if each.name == field:
            return str(each.verbose_name)
    for records, model in records_of(type(page)):
        if field.partition("/")[0] == records:
            return str(model._meta.verbose_name)
    return field


def kind_label(row: Any) -> str:
    """Name the type of an article."""
    return str(dict(KINDS).get(row.kind, row.kind))


def state_label(row: Any) -> str:
    """Name the state of a language."""
    return capfirst(str(Progress(row.shown).label))


def _shown() -> Case:
    wordless = reduce(or_, (silent(code) for code in LANGUAGE_CODES))
    whole = (Progress.COMPLETE, Progress.OLDER)
    return Case(
        When(wordless, progress__in=whole, then=Value(Progress.PARTLY.value)),
        default=F("progress"),
        output_field=CharField(),
    )


def _kind() -> Case:
    return Case(
        When(page__newspage__isnull=True, then=Value(INFORMATION)),
        default=F("page__newspage__kind"),
        output_field=CharField(),
    )
