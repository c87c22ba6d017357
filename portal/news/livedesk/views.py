"""Screens of a live post: write an entry and let it go out, say what is known, correct, end."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.news import live
from portal.news.livedesk.door import entry_of, may_publish, post_of, show
from portal.news.livedesk.forms import (
    EntryCorrectionForm,
    EntryForm,
    LanguagesForm,
    SummaryForm,
    open_languages,
)
from portal.news.models import LiveEntry, LivePage, LiveState, LiveSummary

ENTRIES_ON_A_PAGE = 20


def post(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a live post to its editors; what is posted here is a new entry."""
    page, at = post_of(request, pk), now()
    entry = LiveEntry(page=page)
    form = _entry_form(request, entry, at)
    if request.method == "POST" and form.is_valid() and _done(request, form.save(commit=False), at):
        return redirect("live:post", pk)
    return _screen(request, page, entry_form=form)


@require_POST
def known(request: HttpRequest, pk: int) -> HttpResponse:
    """Pin a new version of what is known."""
    page, at = post_of(request, pk, to_publish=True), now()
    form = SummaryForm(request.POST, prefix="known", instance=LiveSummary(page=page, at=at))
    if not form.is_valid():
        return _screen(request, page, known_form=form)
    live.say_what_is_known(page, form.cleaned_data, by=request.user, at=at)
    messages.success(request, _("What is known is pinned anew."))
    return redirect("live:post", pk)


def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a draft; of a public entry, add a language that it lacks."""
    stored, at = entry_of(request, pk), now()
    if stored.published_at:
        return _languages(request, stored)
    form = _entry_form(request, stored, at)
    if request.method == "POST" and form.is_valid() and _done(request, form.save(commit=False), at):
        return redirect("live:post", stored.page_id)
    title = _("Draft of an entry")
    publish = may_publish(request, stored.page)
    context = {"entry_form": form, "entry": stored, "may_publish": publish}
    return show(request, "news/livedesk/entry.html", stored.page, title, **context)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away; what is public stays."""
    stored = entry_of(request, pk)
    try:
        live.discard(stored)
        messages.success(request, _("The draft is gone."))
    except live.EntryIsPublic:
        messages.error(request, _("This entry is public: correct it instead."))
    return redirect("live:post", stored.page_id)


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a public entry before everybody's eyes."""
    stored = entry_of(request, pk, to_publish=True)
    if not stored.published_at:
        return redirect("live:entry", pk)
    spoken = [code for code, _name in settings.LANGUAGES if getattr(stored, f"headline_{code}")]
    form = EntryCorrectionForm(request.POST or None, languages=spoken)
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data.pop("kind")
        live.correct_entry(stored, kind, form.cleaned_data, by=request.user, at=now())
        messages.success(request, _("The correction stands under the entry."))
        return redirect("live:post", stored.page_id)
    title = _("Correct an entry")
    context = {"correction_form": form, "entry": stored}
    return show(request, "news/livedesk/correct.html", stored.page, title, **context)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a live post."""
    live.end(post_of(request, pk, to_publish=True), by=request.user, at=now())
    messages.success(request, _("Readers are told that this live post has ended."))
    return redirect("live:post", pk)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a live post that had ended."""
    live.reopen(post_of(request, pk, to_publish=True), by=request.user)
    messages.success(request, _("The live post goes on."))
    return redirect("live:post", pk)


def _entry_form(request: HttpRequest, entry: LiveEntry, at: datetime) -> EntryForm:
    is_publishing = request.POST.get("action") == "publish"
    return EntryForm(request.POST or None, instance=entry, now=at, is_publishing=is_publishing)


def _done(request: HttpRequest, entry: LiveEntry, at: datetime) -> bool:
    """Keep or publish an entry, as the pressed button says; a refusal is told."""
    is_publishing = request.POST.get("action") == "publish"
    if is_publishing:
        post_of(request, entry.page_id, to_publish=True)
    try:
        if is_publishing:
            live.publish_entry(entry, by=request.user, at=at)
            messages.success(request, _("The entry is public."))
        else:
            live.keep_draft(entry, by=request.user)
            messages.success(request, _("The draft is kept; readers don't see it."))
    except live.EntryIsThere:
        messages.success(request, _("This entry was sent twice; it stands once."))
    except live.PostIsNotPublic:
        messages.error(request, _("Publish the page of the live post first."))
        return False
    return True


def _languages(request: HttpRequest, stored: LiveEntry) -> HttpResponse:
    form = LanguagesForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        try:
            live.add_languages(form.save(commit=False), by=request.user)
            messages.success(request, _("The entry speaks one language more."))
        except live.EntryIsPublic:
            messages.error(request, _("This entry is public: correct it instead."))
        return redirect("live:post", stored.page_id)
    title = _("Add a language to an entry")
    context = {"languages_form": form, "entry": stored}
    return show(request, "news/livedesk/languages.html", stored.page, title, **context)


def _screen(request: HttpRequest, page: LivePage, **forms: Any) -> HttpResponse:
    """Show the whole post: the forms, the drafts, what is public."""
    summary = LiveSummary.objects.filter(page=page).latest_first().first()
    public = LiveEntry.objects.published().filter(page=page).newest_first()
    shown = Paginator(public, ENTRIES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "entry_form": EntryForm(now=now(), is_publishing=False),
        "known_form": SummaryForm(prefix="known", instance=summary),
        **forms,
        "summary": summary,
        "state": LiveState.objects.filter(page=page).first(),
        "drafts": LiveEntry.objects.drafts().filter(page=page),
        "entries": shown,
        "lines": [(entry, bool(open_languages(entry))) for entry in shown],
        "may_publish": may_publish(request, page),
    }
    return show(request, "news/livedesk/post.html", page, page.title, **context)
