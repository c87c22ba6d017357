"""Bring articles of another newsroom in: all of a folder, or none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect

from guidance.models import Region
from portal.manuscripts import MalformedText
from portal.manuscripts.items import Item
from portal.news.bodies import NamesARecord
from portal.news.models import NewsIndexPage, NewsPage, Organisation, Person, Topic
from portal.news.moving_in.reading import read_folder
from portal.news.written_pages import publish_item
from portal.news.written_references import WrittenReferences


class FolderRefused(Exception):
    """Nothing was brought in, for these reasons."""

    def __init__(self, problems: Iterable[MalformedText]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass
class Brought:
    """Count what a folder brought, and name what was left out."""

    published: int
    known: int
    problems: list[MalformedText]


def bring_in(folder: Path, *, skip_bad: bool) -> Brought:
    """Publish the articles of a folder; those whose address is known stay as they are."""
    read = read_folder(folder)
    brought = Brought(0, 0, read.problems)
    stored: list[Any] = []
    known = set(NewsPage.objects.values_list("slug", flat=True))
    try:
        with transaction.atomic():
            for item in read.items:
                if item.address in known:
                    brought.known += 1
                else:
                    _bring_in_one(item, brought, stored)
            if brought.problems and not skip_bad:
                raise FolderRefused(brought.problems)
    except BaseException:
        _forget(stored)
        raise
    return brought


def _bring_in_one(item: Item, brought: Brought, stored: list[Any]) -> None:
    references = WrittenReferences(item, is_own=False)
    try:
        with transaction.atomic():
            _check_records(item)
            publish_item(NewsIndexPage.objects.get(), item, references)
            _lead_on(item)
    except MalformedText as wrong:
        brought.problems.append(wrong)
    except NamesARecord as wrong:
        brought.problems.append(_wrong(item, str(wrong)))
    except ValidationError as refused:
        brought.problems += _told(item, refused)
    else:
        brought.published += 1
        stored += references.stored
        return
    _forget(references.stored)


def _check_records(item: Item) -> None:
    wanted = (
        ("region", Region.objects, "code", item.regions),
        ("topic", Topic.objects, "slug", item.topics),
        ("person", Person.objects, "slug", (*item.people, item.signed_by)),
        ("organisation", Organisation.objects, "slug", (*item.organisations, item.issued_by)),
    )
    for name, rows, key, asked in wanted:
        found: Any = rows.filter(**{f"{key}__in": asked}).values_list(key, flat=True)
        for missing in sorted(set(filter(None, asked)) - set(found)):
            raise _wrong(item, f"there is no {name} {missing!r}")


def _lead_on(item: Item) -> None:
    page = NewsPage.objects.get(slug=item.address)
    for path in item.old_addresses:
        if not path.startswith("/"):
            raise _wrong(item, f"old_addresses: {path!r} does not begin with /")
        Redirect.add_redirect(path, redirect_to=page, is_permanent=True)


def _told(item: Item, refused: ValidationError) -> Iterator[MalformedText]:
    """Name the file of each language that may not go live, and the line of the block."""
    errors = getattr(refused, "error_dict", {"": [refused]})
    for name, found in errors.items():
        field, _underscore, language = name.rpartition("_")
        text = item.texts.get(language)
        blocks = getattr(found[0], "block_errors", None)
        if field == "body" and text is not None and blocks:
            for place, error in blocks.items():
                yield MalformedText(text.name, text.blocks[place].line, "; ".join(_leaves(error)))
        else:
            file = text.name if text is not None else ""
            reason = "; ".join(message for error in found for message in _leaves(error))
            yield MalformedText(file, 2, f"{name}: {reason}") if file else _wrong(item, reason)


def _leaves(error: Any) -> Iterator[str]:
    inner = getattr(error, "block_errors", None)
    if inner:
        for each in inner.values() if isinstance(inner, dict) else inner:
            yield from _leaves(each) if each is not None else ()
    elif hasattr(error, "as_json_data"):
        yield from error.messages
    else:
        yield str(error)


def _wrong(item: Item, reason: str) -> MalformedText:
    return MalformedText(next(iter(item.texts.values())).name, 2, reason)


def _forget(files: Iterable[Any]) -> None:
    """Take files away whose rows were taken back."""
    for file in files:
        file.storage.delete(file.name)
