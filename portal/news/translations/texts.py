"""Every text of an article that is in three languages, read and written by one address each.

An address is a field (`headline`), a block of a body (`body/<id of the block>/text`) or a row that
belongs to the page (`updates/20160607T090000/text`). It stays when other texts come and go.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from modeltranslation.translator import NotRegistered, translator
from wagtail.fields import StreamField

from portal.news.translations.leaves import Leaf, leaves
from portal.news.translations.parts import is_rich
from portal.translated import TranslatedPageMixin

Raw = Any
NO_WORDS = (models.SlugField, models.URLField, models.EmailField)
# What an editor answers when an article is published again: of that step, not of the article.
PASSING = ("change_text",)


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text of one language."""

    id: str
    field: str
    label: str
    text: str
    kind: str = ""  # of the block it stands in
    block: Any = dataclass_field(default=None, compare=False)

    @property
    def is_rich(self) -> bool:
        """Tell whether the text has links and emphasis."""
        return self.block is not None and is_rich(self.block)


def is_article(page: Any) -> bool:
    """Tell whether a page has a body in three languages, as articles and guides do."""
    return isinstance(page, TranslatedPageMixin) and hasattr(page, "body")


def fields_of(model: type[models.Model]) -> list[Any]:
    """List the fields of words that a model has in three languages, in the order it names them."""
    try:
        names = set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []
    names -= set(PASSING)
    return [each for each in model._meta.fields if each.name in names and _has_words(each)]


def relations_of(model: type[Any]) -> Iterator[tuple[str, type[models.Model]]]:
    """Name the rows that belong to a page and have words in three languages."""
    for relation in get_all_child_relations(model):
        if fields_of(relation.related_model):
            yield relation.related_name, relation.related_model


def texts_of(page: Any, language: str) -> list[Text]:
    """List every text of a page in one language, in reading order."""
    return list(_texts(page, language))


def stored_body(page: Any, name: str, language: str) -> list[Raw]:
    """Return a body as it is stored, every block with its id."""
    value = getattr(page, f"{name}_{language}")
    return list(value.get_prep_value()) if value else []


def stream_of(page: Any, name: str, language: str) -> Any:
    """Return the definition of the blocks of a body."""
    return page._meta.get_field(f"{name}_{language}").stream_block


def rows_by_key(page: Any, relation: str) -> dict[str, Any]:
    """Return the rows that belong to a page by an address that outlives their publication."""
    rows: dict[str, Any] = {}
    for row in getattr(page, relation).all():
        key = _key(row, len(rows) + 1)
        while key in rows:
            key += "-2"
        rows[key] = row
    return rows


def _texts(page: Any, language: str) -> Iterator[Text]:
    for each in fields_of(type(page)):
        if isinstance(each, StreamField):
            stream = stream_of(page, each.name, language)
            found = leaves(stream, stored_body(page, each.name, language))
            yield from (_of_leaf(each.name, leaf) for leaf in found)
        else:
            text = getattr(page, f"{each.name}_{language}") or ""
            yield Text(each.name, each.name, capfirst(str(each.verbose_name)), text)
    for relation, model in relations_of(type(page)):
        for key, row in rows_by_key(page, relation).items():
            name = capfirst(str(model._meta.verbose_name))
            for each in fields_of(model):
                text = getattr(row, f"{each.name}_{language}") or ""
                yield Text(f"{relation}/{key}/{each.name}", relation, name, text)


def _of_leaf(name: str, leaf: Leaf) -> Text:
    label = capfirst(leaf.label)
    return Text(f"{name}/{leaf.path}", name, label, leaf.text, leaf.kind, leaf.block)


def _has_words(each: Any) -> bool:
    return isinstance(each, models.CharField | models.TextField | StreamField) and not isinstance(
        each, NO_WORDS
    )


def _key(row: Any, position: int) -> str:
    # A row of a draft has no number of its own before the page is published.
    at = getattr(row, "at", None)
    if isinstance(at, datetime):
        return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}"
    return str(row.pk or f"n{position}")


def by_field(texts: Sequence[Text]) -> Mapping[str, list[Text]]:
    """Group texts by the field they belong to."""
    grouped: dict[str, list[Text]] = {}
    for text in texts:
        grouped.setdefault(text.field, []).append(text)
    return grouped
