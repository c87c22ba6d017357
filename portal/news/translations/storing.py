"""Storing translated texts: a new draft of the article, which nobody but an editor publishes."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.news.translations.checking import Faults, Records, faults_of
from portal.news.translations.mirror import put
from portal.news.translations.noting import note
from portal.news.translations.texts import RECORDS, is_public

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
    """Save translated texts as a new draft; return its revision, if the draft got any of them."""
    with transaction.atomic():
        page: Any = Page.objects.select_for_update(of=("self",)).get(pk=pk).specific
        if page.latest_revision_id != seen:
            raise Stale
        draft = page.get_latest_revision_as_object()
        records = put(draft, source, target, texts, left_out)
        faults = faults_of(draft, target, records) or _not_theirs(page, records, by)
        if faults:
            raise Refused(faults)
        for _pattern, row, names in records:
            _save_row(row, names, target, is_machine=is_machine)
        revision = None
        if left_out or any(address.partition("/")[0] not in RECORDS for address in texts):
            revision = _save_draft(page, draft, target, by, is_machine=is_machine)
        note(draft, at=at)
    return revision


def _save_draft(page: Any, draft: Any, target: str, by: Any, *, is_machine: bool) -> Any:
    if is_machine and (flag := machine_flag(draft, target)):
        setattr(draft, flag, True)
    draft.minimal_clean()
    if not page.live:
        draft.save(clean=False)
    return draft.save_revision(user=by, clean=False, log_action=TRANSLATED)


def _save_row(row: Any, names: list[str], target: str, *, is_machine: bool) -> None:
    fields = [f"{name}_{target}" for name in names]
    if is_machine and (flag := machine_flag(row, target)):
        setattr(row, flag, True)
        fields.append(flag)
    row.save(update_fields=fields)


def _not_theirs(page: Any, records: Records, by: Any) -> Faults:
    """Refuse words for readers from somebody who publishes nothing."""
    if page.permissions_for_user(by).can_publish():
        return {}
    told = str(_("Readers get this at once: somebody who publishes has to store it."))
    return {
        pattern.format(name=name): [told]
        for pattern, row, names in records
        for name in names
        if is_public(row)
    }


def machine_flag(page: Any, language: str) -> str | None:
    """Name the field by which readers are told of a machine's text; none if a page has no such."""
    name = f"is_machine_{language}"
    return name if name in {each.name for each in page._meta.fields} else None
