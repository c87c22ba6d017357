"""Steps of a live post: an entry goes out, is corrected; what is known changes; the post ends."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from wagtail import hooks
from wagtail.log_actions import log

from portal.news.choices import UpdateKind
from portal.news.models import LiveEntry, LivePage, LiveState, LiveSummary, Update

# Whoever keeps a copy of what a live post says registers a function of its page under this hook.
LIVE_POST_CHANGED = "live_post_changed"


class StepNotPossible(Exception):
    """Refuse a step of a live post."""


class PostIsNotPublic(StepNotPossible):
    """Refuse to publish an entry of a post that nobody can read."""


class EntryIsPublic(StepNotPossible):
    """Refuse to rewrite what readers have seen."""


class EntryIsThere(StepNotPossible):
    """Refuse an entry that came before: somebody pressed twice."""


@transaction.atomic
def keep_draft(entry: LiveEntry, *, by: Any) -> LiveEntry:
    """Keep an entry that only the newsroom sees."""
    _hold(entry.page)
    refuse_if_public(entry)
    _refuse_the_same(entry)
    entry.author = entry.author or by
    entry.save()
    return entry


@transaction.atomic
def publish_entry(entry: LiveEntry, *, by: Any, at: datetime) -> LiveEntry:
    """Put an entry on its page, for ever; give it the next number."""
    _hold(entry.page)
    if not _is_public(entry.page):
        raise PostIsNotPublic
    refuse_if_public(entry)
    _refuse_the_same(entry)
    last = LiveEntry.objects.filter(page=entry.page).aggregate(last=Max("number"))["last"]
    entry.number = (last or 0) + 1
    entry.at = entry.at or at
    entry.author = entry.author or by
    entry.published_at = at
    entry.save()
    log(entry.page, "news.live.entry", user=by, data={"number": entry.number})
    _tell_of(entry.page)
    return entry


def refuse_if_public(entry: LiveEntry) -> None:
    """Refuse an entry that is public, whatever its instance in memory says."""
    if entry.pk and LiveEntry.objects.published().filter(pk=entry.pk).exists():
        raise EntryIsPublic


@transaction.atomic
def discard(entry: LiveEntry) -> None:
    """Throw a draft away."""
    _hold(entry.page)
    refuse_if_public(entry)
    entry.delete()


def add_languages(entry: LiveEntry, *, by: Any) -> LiveEntry:
    """Let a public entry speak a language more; the database refuses to reword the others."""
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as refused:  # somebody else has just added it
        raise EntryIsPublic from refused
    log(entry.page, "news.live.translation", user=by, data={"number": entry.number})
    _tell_of(entry.page)
    return entry


@transaction.atomic
def correct_entry(
    entry: LiveEntry, kind: UpdateKind, texts: Mapping[str, str], *, by: Any, at: datetime
) -> Update:
    """Say under an entry what was wrong in it; the page's log and lists say so too."""
    line = Update.objects.create(
        page_id=entry.page_id, entry=entry, at=at, kind=kind, is_notable=True, **texts
    )
    log(entry.page, "news.live.correction", user=by, data={"number": entry.number})
    _tell_of(entry.page)
    return line


@transaction.atomic
def say_what_is_known(
    page: LivePage, words: Mapping[str, Any], *, by: Any, at: datetime
) -> LiveSummary:
    """Pin a new version of what is known; before the page is public it waits for the page."""
    _hold(page)
    summary = LiveSummary.objects.filter(page=page, published_at=None).first()
    summary = summary or LiveSummary(page=page)
    for name, value in words.items():
        setattr(summary, name, value)
    summary.at, summary.author = at, by
    summary.published_at = at if _is_public(page) else None
    summary.save()
    log(page, "news.live.summary", user=by)
    _tell_of(page)
    return summary


def release(page: LivePage, at: datetime) -> None:
    """Let what was said of a page before its publication go out with it."""
    LiveSummary.objects.filter(page=page, published_at=None).update(published_at=at, at=at)


def end(page: LivePage, *, by: Any, at: datetime) -> None:
    """Say that a live post has ended."""
    LiveState.objects.update_or_create(page=page, defaults={"ended_at": at})
    log(page, "news.live.end", user=by)


def reopen(page: LivePage, *, by: Any) -> None:
    """Go on with a live post that had ended."""
    LiveState.objects.update_or_create(page=page, defaults={"ended_at": None})
    log(page, "news.live.reopen", user=by)


def _tell_of(page: LivePage) -> None:
    for keep in hooks.get_hooks(LIVE_POST_CHANGED):
        keep(page)


def _refuse_the_same(entry: LiveEntry) -> None:
    if LiveEntry.objects.filter(key=entry.key).exclude(pk=entry.pk).exists():
        raise EntryIsThere


def _is_public(page: LivePage) -> bool:
    """Ask the table: the instance in memory may be older than the publication."""
    return bool(LivePage.objects.live().filter(pk=page.pk).exists())


def _hold(page: LivePage) -> None:
    """Let two editors of one post wait for each other, so that numbers have no gaps."""
    LiveState.objects.get_or_create(page=page)
    LiveState.objects.select_for_update().get(page=page)
