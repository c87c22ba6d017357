"""Putting translated texts into an article: the target's body mirrors the source's.

Pictures, dates and links come with the blocks of the source; a block without a translation stays
out until it has one; blocks that stand in the target alone stay, unless somebody left them out.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from wagtail.fields import StreamField

from portal.news.translations.leaves import leaves, with_texts
from portal.news.translations.pairing import pairs
from portal.news.translations.parts import Raw
from portal.news.translations.rows import targets_of
from portal.news.translations.texts import (
    fields_of,
    relations_of,
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
) -> None:
    """Set a page's texts in the target language, by the addresses of the source's."""
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
    for relation, model in relations_of(type(page)):
        _put_rows(page, relation, [each.name for each in fields_of(model)], target, known)


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
            yield from _translated(stream, here, inside)
        elif there is not None and f"{name}/{there['id']}" not in left_out:
            yield from with_texts(stream, [there], inside)


def _translated(stream: Any, child: Raw, texts: Mapping[str, str]) -> Iterator[Raw]:
    """Give a block of the source with the target's words; without any it stays out."""
    own = [leaf for leaf in leaves(stream, [child]) if leaf.text.strip()]
    if own and not any(texts.get(leaf.path, "").strip() for leaf in own):
        return
    said = {leaf.path: texts.get(leaf.path, "") for leaf in leaves(stream, [child])}
    yield from with_texts(stream, [child], said)


def _put_rows(
    page: Any, relation: str, names: list[str], target: str, texts: Mapping[str, str]
) -> None:
    rows = rows_by_key(page, relation)
    if not rows:
        return
    for key, row in rows.items():
        for name in names:
            setattr(row, f"{name}_{target}", texts.get(f"{relation}/{key}/{name}", ""))
    # Rows read from the database are others at each reading: these are the page's from now on.
    getattr(page, relation).set(list(rows.values()))
