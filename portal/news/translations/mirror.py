"""Putting translated texts into an article: the target's body mirrors the source's.

Pictures, dates and links come with the blocks of the source; what is a language's own stays. A
block without a translation stays out until it has one; blocks that stand in the target alone stay,
unless somebody left them out.
Rows beside the page (updates, entries of a live post) are no part of a draft: they are given back.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from wagtail.fields import StreamField

from portal.news.translations.checking import Records
from portal.news.translations.leaves import leaves, with_texts
from portal.news.translations.own import in_language
from portal.news.translations.pairing import pairs
from portal.news.translations.parts import Raw
from portal.news.translations.rows import targets_of
from portal.news.translations.texts import (
    fields_of,
    records_of,
    rows_by_key,
    stored_body,
    stream_of,
)


def put(
    page: Any,
    source: str,
    target: str,
    texts: Mapping[str, str],
    left_out: Collection[str] = (),
) -> Records:
    """Set a page's texts in the target language; return the rows beside it that got some."""
    known = targets_of(page, source, target) | dict(texts)
    for each in fields_of(type(page)):
        name = f"{each.name}_{target}"
        if not isinstance(each, StreamField):
            setattr(page, name, known.get(each.name, ""))
        elif any(address.startswith(f"{each.name}/") for address in (*texts, *left_out)):
            stream = stream_of(page, each.name, target)
            body = list(_mirrored(page, each.name, source, target, known, left_out))
            has_words = any(leaf.text.strip() for leaf in leaves(stream, body))
            setattr(page, name, stream.to_python(body if has_words else []))
    return list(_rows_with(page, target, texts))


def _mirrored(
    page: Any,
    name: str,
    source: str,
    target: str,
    texts: Mapping[str, str],
    left_out: Collection[str],
) -> Iterator[Raw]:
    stream = stream_of(page, name, source)
    here_and_there = pairs(stored_body(page, name, source), stored_body(page, name, target))
    inside = {
        address.removeprefix(f"{name}/"): text
        for address, text in texts.items()
        if address.startswith(f"{name}/")
    }
    for here, there in here_and_there:
        if here is not None:
            yield from (in_language(each, there) for each in _translated(stream, here, inside))
        elif there is not None and f"{name}/{there['id']}" not in left_out:
            yield from with_texts(stream, [there], inside)


def _translated(stream: Any, child: Raw, texts: Mapping[str, str]) -> Iterator[Raw]:
    """Give a block of the source with the target's words; without any it stays out."""
    own = [leaf for leaf in leaves(stream, [child]) if leaf.text.strip()]
    if own and not any(texts.get(leaf.path, "").strip() for leaf in own):
        return
    said = {leaf.path: texts.get(leaf.path, "") for leaf in leaves(stream, [child])}
    yield from with_texts(stream, [child], said)


def _rows_with(
    page: Any, target: str, texts: Mapping[str, str]
) -> Iterator[tuple[str, Any, list[str]]]:
    for records, model in records_of(type(page)):
        if not any(address.startswith(f"{records}/") for address in texts):
            continue
        for key, row in rows_by_key(page, records).items():
            pattern = f"{records}/{key}/{{name}}"
            names = [each.name for each in fields_of(model)]
            given = [name for name in names if pattern.format(name=name) in texts]
            for name in given:
                setattr(row, f"{name}_{target}", texts[pattern.format(name=name)])
            if given:
                yield pattern, row, given
