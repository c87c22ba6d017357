"""The checks of the page's own form, for the texts of one language, by the texts' addresses."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField

from portal.news.translations.parts import Raw, parts_of
from portal.news.translations.texts import (
    fields_of,
    stored_body,
    stream_of,
)

Faults = dict[str, list[str]]
# Rows beside a page: the pattern of their addresses, the row, and which of its words were set.
Records = Sequence[tuple[str, Any, list[str]]]


def faults_of(page: Any, language: str, records: Records = ()) -> Faults:
    """Say by address what is wrong with the texts of one language; gaps are no fault."""
    found: Faults = {}
    for address, message in _faults(page, language):
        found.setdefault(address, []).append(message)
    for address, row, names in records:
        for told, message in _of_fields(row, names, language, address):
            found.setdefault(told, []).append(message)
    return found


def _faults(page: Any, language: str) -> Iterator[tuple[str, str]]:
    names = [each.name for each in fields_of(type(page)) if not isinstance(each, StreamField)]
    yield from _of_fields(page, names, language, "{name}")
    for each in fields_of(type(page)):
        if isinstance(each, StreamField):
            yield from _of_body(page, each.name, language)


def _of_fields(row: Any, names: list[str], lang: str, address: str) -> Iterator[tuple[str, str]]:
    said = {f"{name}_{lang}": name for name in names if getattr(row, f"{name}_{lang}")}
    others = {each.name for each in row._meta.concrete_fields} - said.keys()
    try:
        row.clean_fields(exclude=others)
    except ValidationError as refused:
        for field, errors in refused.error_dict.items():
            for error in errors:
                yield from ((address.format(name=said[field]), text) for text in error.messages)


def _of_body(page: Any, name: str, lang: str) -> Iterator[tuple[str, str]]:
    stream = stream_of(page, name, lang)
    raw = stored_body(page, name, lang)
    try:
        stream.clean_deferred(stream.to_python(raw))
    except ValidationError as refused:
        yield from _of_block(refused, stream, raw, name)


def _of_block(error: Any, block: Any, raw: Raw, path: str) -> Iterator[tuple[str, str]]:
    inner = getattr(error, "block_errors", None) or {}
    cells = getattr(error, "cell_errors", None) or {}
    general = getattr(error, "non_block_errors", None) or []
    parts = parts_of(block, raw)
    by_key = {part.key: part for part in parts}
    for key, each in inner.items():
        part = parts[key] if isinstance(key, int) else by_key[key]
        yield from _of_block(each, part.block, part.value, f"{path}/{part.key}")
    for row, columns in cells.items():
        for column, each in columns.items():
            part = by_key[f"r{row + 1}c{column + 1}"]
            yield from _of_block(each, part.block, part.value, f"{path}/{part.key}")
    if inner or cells or general:
        yield from ((path, text) for each in general for text in each.messages)
    else:
        yield from ((path, text) for text in error.messages)
