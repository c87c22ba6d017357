"""Refusing to delete a person, an organisation or a topic that a page names, drafts included."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex, Revision

from portal.news.models import Organisation, Person, Topic

# How the stored revisions of pages name a record.
KEYS = {Person: ("signed_by", "person", "speaker"), Organisation: ("issued_by", "organisation")}


def is_named(record: Any) -> bool:
    """Tell whether a page, a post or a revision of a page names a record."""
    if isinstance(record, Topic):
        return bool(record.pages.exists())
    if ReferenceIndex.get_references_to(record).exists():
        return True
    names = "|".join(KEYS[type(record)])
    # A body stands in a revision as a text of its own, its quotation marks behind backslashes.
    told = rf'"({names})\\*": {record.pk}[,}}]'
    revisions = Revision.objects.annotate(told=Cast("content", TextField()))
    return bool(revisions.filter(told__regex=told).exists())


def keep_what_is_named(request: HttpRequest, records: Sequence[Any]) -> HttpResponse | None:
    """Say which records a page names, and lead back; let the others go."""
    named = [each for each in records if isinstance(each, (*KEYS, Topic)) and is_named(each)]
    if not named:
        return None
    names = ", ".join(str(each) for each in named)
    message = _("%(names)s: pages or posts name this record, so it stays.")
    messages.error(request, message % {"names": names})
    viewset: Any = type(named[0]).snippet_viewset
    if len(records) == 1:
        return redirect(viewset.get_url_name("usage"), named[0].pk)
    return redirect(viewset.get_url_name("list"))
