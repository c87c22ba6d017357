"""Storing translated texts: a new draft of the article, which nobody but an editor publishes."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.news.translations.checking import Faults, faults_of
from portal.news.translations.mirror import put
from portal.news.translations.noting import note

TRANSLATED = "news.translated"


class Stale(Exception):
    """Tell that somebody else saved the article meanwhile."""


class Refused(Exception):
    """Hold by address what is wrong with the texts."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        super().__init__(", ".join(faults))


def store(
    pk: int,
    source: str,
    target: str,
    texts: Mapping[str, str],
    *,
    seen: int | None,
    by: Any,
    at: datetime,
    left_out: Collection[str] = (),
    is_machine: bool = False,
) -> Any:
    """Save translated texts as a new draft; return its revision."""
    with transaction.atomic():
        page: Any = Page.objects.select_for_update(of=("self",)).get(pk=pk).specific
        if page.latest_revision_id != seen:
            raise Stale
        draft = page.get_latest_revision_as_object()
        put(draft, source, target, texts, left_out)
        if is_machine and (flag := machine_flag(draft, target)):
            setattr(draft, flag, True)
        if faults := faults_of(draft, target):
            raise Refused(faults)
        draft.minimal_clean()
        if not page.live:
            draft.save(clean=False)
        revision = draft.save_revision(user=by, clean=False, log_action=TRANSLATED)
        note(draft, at=at)
    return revision


def machine_flag(page: Any, language: str) -> str | None:
    """Name the field by which readers are told of a machine's text; none if a page has no such."""
    name = f"is_machine_{language}"
    return name if name in {each.name for each in page._meta.fields} else None
