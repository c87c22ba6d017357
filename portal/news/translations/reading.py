"""What the texts of an article amount to: fingerprints, and what a language lacks."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings
from wagtail.fields import StreamField

from portal.news.translations.steps import Words
from portal.news.translations.texts import (
    Text,
    by_field,
    fields_of,
    records_of,
    stored_body,
    texts_of,
)

# Words run on as one language likes it; each other block has one of its own in every language.
RUNNING = ("paragraph", "heading", "list", "text")
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


Said = Mapping[str, list[Text]]


def said_by(page: Any) -> Said:
    """Return the texts of a page by language."""
    return {lang: texts_of(page, lang) for lang in LANGUAGES}


def words_of(page: Any, said: Said) -> dict[str, dict[str, Words]]:
    """Return by field and language what a page says now."""
    found: dict[str, dict[str, Words]] = {name: {} for name in names_of(type(page))}
    for lang in LANGUAGES:
        texts = by_field(said[lang])
        for name in found:
            here = texts.get(name, [])
            passages = sum(bool(text.text.strip()) for text in here)
            found[name][lang] = Words(_print(page, name, lang, here) if passages else "", passages)
    return found


def lacks_of(said: Said) -> dict[str, list[str]]:
    """Name what each language lacks that another one has: fields, and kinds of blocks."""
    counts = {lang: _counts(texts) for lang, texts in said.items()}
    most: dict[str, int] = {}
    for counted in counts.values():
        for name, number in counted.items():
            most[name] = max(most.get(name, 0), number)
    return {
        lang: [name for name, number in most.items() if counted.get(name, 0) < number]
        for lang, counted in counts.items()
    }


def names_of(model: type[Any]) -> list[str]:
    """Name the fields of words and the rows of a kind of page."""
    names = [each.name for each in fields_of(model)]
    return [*names, *(records for records, _model in records_of(model))]


def _counts(texts: list[Text]) -> dict[str, int]:
    """Count by field whether there are words, and by kind of block how many there are."""
    counted: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for text in texts:
        if not text.text.strip():
            continue
        if not text.kind:
            counted[text.id] = 1
            continue
        counted[text.field] = 1
        block = text.id.split("/")[1]
        if text.kind not in RUNNING and (text.kind, block) not in seen:
            seen.add((text.kind, block))
            name = f"{text.field}:{text.kind}"
            counted[name] = counted.get(name, 0) + 1
    return counted


def _print(page: Any, name: str, lang: str, texts: list[Text]) -> str:
    fields: Mapping[str, Any] = {each.name: each for each in fields_of(type(page))}
    if isinstance(fields.get(name), StreamField):
        said: Any = [_without_ids(child) for child in stored_body(page, name, lang)]
    else:
        said = [text.text.strip() for text in texts]
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:32]


def _without_ids(value: Any) -> Any:
    """Return a stored value without what changes by itself when it is saved."""
    if isinstance(value, Mapping):
        return dict(_kept(value))
    if isinstance(value, list | tuple):
        return [_without_ids(each) for each in value]
    return _BLOCK_KEY.sub("", value) if isinstance(value, str) else value


def _kept(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    is_child = {"type", "value"} <= value.keys()
    return (
        (name, _without_ids(each))
        for name, each in value.items()
        if not (is_child and name == "id")
    )
