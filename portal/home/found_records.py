"""People, organisations and topics as a search finds them: by any name they have or had."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from guidance.shown.marks import Named
from portal.news.models import Organisation, Person, Topic
from portal.search.records import Record, Records
from portal.translated import LANGUAGE_CODES


def find_records() -> Iterator[Records]:
    """Give all people, organisations and topics in the order of their addresses."""
    people = [_record(each, each) for each in Person.objects.by_slug()]
    yield Records("person", _("People"), people)
    bodies = Organisation.objects.by_slug().with_names()
    organisations = [_record(each, each, *each.former_names.all()) for each in bodies]
    yield Records("organisation", _("Organisations"), organisations)
    topics = [_record(each, each) for each in Topic.objects.by_slug()]
    yield Records("topic", _("Topics"), topics)


def _record(kept: Any, *named: Any) -> Record:
    names = [
        (lang, name)
        for row in named
        for lang in LANGUAGE_CODES
        if (name := getattr(row, f"name_{lang}"))
    ]
    return Record(Named(kept.name, kept.get_absolute_url()), names)
