"""Which block of one language's body says what a block of another language's says.

A body made from another one keeps its ids. Bodies that were written apart are laid side by side
by the types of their blocks.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from wagtail import blocks

from portal.news.translations.leaves import is_text, items

Raw = Any
Pair = tuple[Raw | None, Raw | None]


def pairs(source: Sequence[Raw], target: Sequence[Raw]) -> list[Pair]:
    """Pair the blocks of two bodies in the order of the source; lone targets keep their place."""
    by_id = {child["id"]: child for child in target}
    known = {child["id"] for child in source if child["id"] in by_id}
    if known:
        return _by_id(source, target, known)
    return list(_by_type(source, target))


def _by_id(source: Sequence[Raw], target: Sequence[Raw], known: set[str]) -> list[Pair]:
    found: list[Pair] = []
    followers = _lone_after(target, known)
    by_id = {child["id"]: child for child in target}
    gap: list[Raw] = []
    waiting = followers.get(None, [])
    for child in source:
        if child["id"] in known:
            found += [*_by_type(gap, waiting), (child, by_id[child["id"]])]
            gap, waiting = [], followers.get(child["id"], [])
        else:
            gap.append(child)
    return [*found, *_by_type(gap, waiting)]


def _lone_after(target: Sequence[Raw], known: set[str]) -> dict[str | None, list[Raw]]:
    """Group the target's other children by the known one that they follow."""
    followers: dict[str | None, list[Raw]] = {}
    last: str | None = None
    for child in target:
        if child["id"] in known:
            last = child["id"]
        else:
            followers.setdefault(last, []).append(child)
    return followers


def _by_type(source: Sequence[Raw], target: Sequence[Raw]) -> Iterator[Pair]:
    types = [child["type"] for child in source], [child["type"] for child in target]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *types, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(source[i1:i2], target[j1:j2], strict=True)
        else:
            yield from ((child, None) for child in source[i1:i2])
            yield from ((None, child) for child in target[j1:j2])


def texts_by_path(block: Any, source: Raw, target: Raw, path: str) -> Iterator[tuple[str, str]]:
    """Give the target's texts under the addresses that the source's have."""
    if is_text(block):
        yield path, str(target or "")
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            inner = (source or {}).get(name), (target or {}).get(name)
            yield from texts_by_path(child, *inner, f"{path}/{name}")
    elif isinstance(block, blocks.ListBlock):
        for one, other in _items_paired(items(source), items(target)):
            yield from texts_by_path(
                block.child_block, one["value"], other["value"], f"{path}/{one['id']}"
            )
    elif isinstance(block, blocks.StreamBlock):
        for here, there in pairs(source or [], target or []):
            child = block.child_blocks.get(here["type"]) if here and there else None
            if here and there and child is not None:
                yield from texts_by_path(
                    child, here["value"], there["value"], f"{path}/{here['id']}"
                )


def _items_paired(source: list[Raw], target: list[Raw]) -> Iterator[tuple[Raw, Raw]]:
    by_id = {item["id"]: item for item in target}
    if any(item["id"] in by_id for item in source):
        yield from ((item, by_id[item["id"]]) for item in source if item["id"] in by_id)
    else:
        yield from zip(source, target, strict=False)
