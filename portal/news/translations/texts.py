"""Every text of an article that is in three languages, read and written by one address each.

An address is a field (`headline`), a block of a body (`body/<id of the block>/text`) or a row that
stands beside the page's revisions (`updates/17/text`). It stays when other texts come and go.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from django.db import models
from django.utils.text import capfirst
from modeltranslation.translator import NotRegistered, translator
from wagtail.fields import StreamField

from portal.news.models import LiveEntry, LiveSummary, Update
from portal.news.translations.leaves import Leaf, leaves
from portal.news.translations.parts import is_rich
from portal.translated import TranslatedPageMixin

Raw = Any
# What readers are told beside the article: never part of a draft, and kept as it was.
RECORDS: dict[str, type[models.Model]] = {
    "summaries": LiveSummary,
    "entries": LiveEntry,
    "updates": Update,
}
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
    is_public: bool = False  # a row that readers have seen

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


def records_of(model: type[Any]) -> Iterator[tuple[str, type[models.Model]]]:
    """Name the rows beside a page that have words in three languages."""
    return ((name, record) for name, record in RECORDS.items() if hasattr(model, name))


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


def rows_by_key(page: Any, records: str) -> dict[str, Any]:
    """Return the rows beside a page; of what is known in a live post, the newest version."""
    if page.pk is None:
        return {}
    rows = RECORDS[records]._default_manager.filter(page=page.pk).order_by("pk")
    newest = rows.reverse()[:1] if records == "summaries" else rows
    return {str(row.pk): row for row in newest}


def is_public(row: Any) -> bool:
    """Tell whether readers have seen a row."""
    return isinstance(row, Update) or row.published_at is not None


def _texts(page: Any, language: str) -> Iterator[Text]:
    for each in fields_of(type(page)):
        if isinstance(each, StreamField):
            stream = stream_of(page, each.name, language)
            found = leaves(stream, stored_body(page, each.name, language))
            yield from (_of_leaf(each.name, leaf) for leaf in found)
        else:
            text = getattr(page, f"{each.name}_{language}") or ""
            yield Text(each.name, each.name, capfirst(str(each.verbose_name)), text)
    for records, model in records_of(type(page)):
        name = capfirst(str(model._meta.verbose_name))
        for key, row in rows_by_key(page, records).items():
            for each in fields_of(model):
                text = getattr(row, f"{each.name}_{language}") or ""
                address = f"{records}/{key}/{each.name}"
                yield Text(address, records, name, text, is_public=is_public(row))


def _of_leaf(name: str, leaf: Leaf) -> Text:
    label = capfirst(leaf.label)
    return Text(f"{name}/{leaf.path}", name, label, leaf.text, leaf.kind, leaf.block)


def _has_words(each: Any) -> bool:
    return isinstance(each, models.CharField | models.TextField | StreamField) and not isinstance(
        each, NO_WORDS
    )


def by_field(texts: Sequence[Text]) -> Mapping[str, list[Text]]:
    """Group texts by the field they belong to."""
    grouped: dict[str, list[Text]] = {}
    for text in texts:
        grouped.setdefault(text.field, []).append(text)
    return grouped
