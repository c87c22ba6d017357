"""What an editor decides about a translation that came back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.news.models.incoming import IncomingTranslation, Settled
from portal.news.translations.judging import Judged, judge
from portal.news.translations.receiving import returned_of
from portal.news.translations.rows import rows_of
from portal.news.translations.storing import store


class AlreadySettled(Exception):
    """Tell that somebody decided about the translation before."""


def judged_of(incoming: IncomingTranslation) -> list[Judged]:
    """Compare a kept translation with the newest draft of its article."""
    page = Page.objects.get(pk=incoming.page_id).specific
    draft = page.get_latest_revision_as_object()
    return judge(rows_of(draft, incoming.source, incoming.target), returned_of(incoming))


def take(pk: int, ids: Collection[str], *, seen: int | None, by: Any, at: datetime) -> Any:
    """Put the chosen texts of a translation into a new draft; return its revision."""
    with transaction.atomic():
        incoming = _waiting(pk)
        texts = {
            each.id: each.came
            for each in judged_of(incoming)
            if each.id in ids and each.verdict.can_be_taken
        }
        revision = store(
            incoming.page_id,
            incoming.source,
            incoming.target,
            texts,
            seen=seen,
            by=by,
            at=at,
            is_machine=incoming.is_machine,
        )
        _settle(incoming, Settled.TAKEN)
    return revision


def discard(pk: int) -> None:
    """Put a translation away; the article gets none of it."""
    with transaction.atomic():
        _settle(_waiting(pk), Settled.DISCARDED)


def _waiting(pk: int) -> IncomingTranslation:
    rows = IncomingTranslation.objects.select_for_update(of=("self",)).select_related("page")
    incoming = rows.get(pk=pk)
    if incoming.status != Settled.WAITING:
        raise AlreadySettled
    return incoming


def _settle(incoming: IncomingTranslation, status: Settled) -> None:
    incoming.status = status
    incoming.save(update_fields=["status"])
