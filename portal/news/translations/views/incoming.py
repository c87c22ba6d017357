"""Files that come back: taken in, looked at beside the article, and decided about."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.news.models import IncomingTranslation, Settled
from portal.news.translations.forms import ImportForm
from portal.news.translations.judging import Judged, Verdict
from portal.news.translations.receiving import BadFiles, Upload, receive
from portal.news.translations.report import editable_by
from portal.news.translations.settling import AlreadySettled, discard, judged_of, take
from portal.news.translations.storing import Refused, Stale
from portal.news.translations.views.articles import NAMES, article_for

MOST_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in a translator's file; say by line what is wrong with it."""
    form = ImportForm(request.POST or None, request.FILES or None)
    faults: list[Any] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = receive(
                [Upload(file.name, file.read())],
                by=request.user,
                at=now(),
                is_machine=form.cleaned_data["is_machine"],
            )
        except BadFiles as refused:
            faults = list(refused.faults[:MOST_SHOWN])
        else:
            if len(made) == 1:
                return redirect("translations_incoming", made[0].pk)
            return redirect("translations_import")
    title = _("Import a translation")
    context = {
        "title": title,
        "form": form,
        "faults": faults,
        "waiting": _waiting(request.user),
        "breadcrumbs": _crumbs(title),
    }
    return render(request, "news/translations/import.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def incoming(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a translation beside the article; store what an editor chooses."""
    row = get_object_or_404(IncomingTranslation, pk=pk)
    page = article_for(request, row.page_id)
    if request.method == "POST":
        answer = _decide(request, row, page)
        if answer is not None:
            return answer
    judged = judged_of(row)
    title = _("Translation from a file: %(title)s") % {"title": page.get_admin_display_title()}
    context = {
        "title": title,
        "incoming": row,
        "is_waiting": row.status == Settled.WAITING,
        "rows": [(each, _is_chosen(request, each)) for each in judged],
        "changed": [each for each in judged if each.verdict is Verdict.CHANGED],
        "seen": page.latest_revision_id or "",
        "source": {"code": row.source, "name": NAMES[row.source]},
        "target": {"code": row.target, "name": NAMES[row.target]},
        "edit_address": reverse("translations_edit", args=[page.pk, row.source, row.target]),
        "breadcrumbs": _crumbs(title),
    }
    return render(request, "news/translations/incoming.html", context)


def _decide(request: HttpRequest, row: IncomingTranslation, page: Any) -> HttpResponse | None:
    try:
        if "discard" in request.POST:
            discard(row.pk)
            messages.success(request, _("The file was put away; the article has none of it."))
            return redirect("translations_import")
        if page.permissions_for_user(request.user).page_locked():
            messages.error(request, _("The article is locked: nothing was saved."))
            return None
        take(
            row.pk,
            request.POST.getlist("take"),
            seen=_number(request.POST.get("seen", "")),
            by=request.user,
            at=now(),
        )
    except AlreadySettled:
        messages.error(request, _("Somebody decided about this file before."))
    except Stale:
        messages.error(request, _("The article has changed meanwhile. Look at it again."))
    except Refused as refused:
        for address, faults in refused.faults.items():
            messages.error(request, f"{address}: {' '.join(faults)}")
    else:
        messages.success(request, _("The texts were saved."))
        return redirect("translations_edit", page.pk, row.source, row.target)
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 19 else None


def _is_chosen(request: HttpRequest, each: Judged) -> bool:
    if request.method == "POST":
        return each.id in request.POST.getlist("take")
    return each.verdict is Verdict.NEW


def _waiting(person: Any) -> list[IncomingTranslation]:
    rows = IncomingTranslation.objects.filter(status=Settled.WAITING).select_related("page")
    latest = list(rows.order_by("-received_at", "-pk")[:MOST_SHOWN])
    mine = editable_by(person, [row.page_id for row in latest])
    return [row for row in latest if row.page_id in mine]


def _crumbs(title: str) -> list[dict[str, Any]]:
    return [
        {"url": reverse("translations"), "label": _("Translations")},
        {"url": "", "label": title},
    ]
