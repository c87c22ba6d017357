"""Two languages of an article beside each other, the target in fields."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.news.models import Progress
from portal.news.translations.forms import FORMATS, SideBySideForm, name_of
from portal.news.translations.noting import TextsChanged, confirm, states_of, version_of
from portal.news.translations.report import name_of as text_name
from portal.news.translations.rows import lone_blocks, rows_of
from portal.news.translations.storing import Refused, Stale, store
from portal.news.translations.views.articles import NAMES, article_for, languages_of
from portal.translated import LANGUAGE_CODES, tab_of

TEMPLATE = "news/translations/side_by_side.html"


@require_http_methods(["GET", "HEAD", "POST"])
def side_by_side(request: HttpRequest, pk: int, source: str, target: str) -> HttpResponse:
    """Show the texts of both languages; save those of the target as a draft."""
    source, target = languages_of(source, target)
    page = article_for(request, pk)
    draft = page.get_latest_revision_as_object()
    form = SideBySideForm(
        request.POST if request.method == "POST" else None,
        rows=rows_of(draft, source, target),
        lone=list(lone_blocks(draft, source, target)),
        language=target,
        initial={"seen": page.latest_revision_id},
    )
    if request.method == "POST" and _is_open(request, page) and form.is_valid():
        answer = _save(request, page, source, target, form)
        if answer is not None:
            return answer
    context = _context(page, draft, source, target, form)
    return render(request, TEMPLATE, context)


@require_POST
def needs_no_translation(request: HttpRequest, pk: int, source: str, target: str) -> HttpResponse:
    """Say that a language needs no change though the others changed."""
    source, target = languages_of(source, target)
    page = article_for(request, pk)
    try:
        confirm(page, target, seen=request.POST.get("seen", ""), by=request.user, at=now())
    except TextsChanged:
        messages.error(request, _("The article has changed meanwhile. Look at it again."))
    else:
        messages.success(request, _("The change needs no translation."))
    return redirect("translations_edit", pk, source, target)


def _is_open(request: HttpRequest, page: Any) -> bool:
    if not page.permissions_for_user(request.user).page_locked():
        return True
    messages.error(request, _("The article is locked: nothing was saved."))
    return False


def _save(
    request: HttpRequest, page: Any, source: str, target: str, form: SideBySideForm
) -> HttpResponse | None:
    texts, left_out = form.changed(), form.left_out()
    if not texts and not left_out:
        messages.info(request, _("Nothing was changed."))
        return redirect("translations_edit", page.pk, source, target)
    try:
        store(
            page.pk,
            source,
            target,
            texts,
            seen=form.cleaned_data["seen"],
            by=request.user,
            at=now(),
            left_out=left_out,
        )
    except Stale:
        form.add_error(None, _stale())
        # Saving once more is the editor's decision, after a look at what is there now.
        form.see(page.latest_revision_id)
    except Refused as refused:
        for address, faults in refused.faults.items():
            _tell(form, page, address, faults)
    else:
        messages.success(request, _("The texts were saved."))
        return redirect("translations_edit", page.pk, source, target)
    return None


def _stale() -> str:
    return _("Somebody else saved the article meanwhile. Your texts are below; nothing was saved.")


def _tell(form: SideBySideForm, page: Any, address: str, faults: list[str]) -> None:
    name = name_of(address)
    if name in form.fields:
        form.add_error(name, faults)
    else:
        label = text_name(page, address.partition("/")[0])
        form.add_error(None, [f"{label}: {fault}" for fault in faults])


def _context(page: Any, draft: Any, source: str, target: str, form: Any) -> dict[str, Any]:
    states = states_of(page)
    state = states.get(target)
    title = _("Translation: %(title)s") % {"title": draft.title}
    others = [code for code in LANGUAGE_CODES if code != target]
    return {
        "title": title,
        "page": page,
        "form": form,
        "media": form.media,
        "source": {"code": source, "name": NAMES[source]},
        "target": {"code": target, "name": NAMES[target]},
        "sources": [(code, NAMES[code], _address(page, code, target)) for code in others],
        "targets": [
            (code, name, _address(page, source if code != source else target, code))
            for code, name in settings.LANGUAGES
        ],
        "state": Progress(state.progress).label if state else "",
        "older": [text_name(draft, name) for name in state.older] if state else [],
        "lacks": [text_name(draft, name) for name in state.lacks] if state else [],
        "seen": version_of(states),
        "formats": FORMATS,
        "edit_address": f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}{tab_of(target)}",
        "incoming": page.incoming_translations.filter(status="WAITING").order_by("-pk"),
        "breadcrumbs": [
            {"url": reverse("translations"), "label": _("Translations")},
            {"url": "", "label": draft.title},
        ],
    }


def _address(page: Any, source: str, target: str) -> str:
    return reverse("translations_edit", args=[page.pk, source, target])
