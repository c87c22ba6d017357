"""Which block of one language's body says what a block of another language's says.

A body made from another one keeps its ids. Bodies that were written apart are laid side by side
by the types of their blocks.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from wagtail import blocks

from portal.news.translations.parts import Part, Raw, children, is_text, parts_of

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
    for here, there in _parts_paired(block, source, target):
        yield from texts_by_path(here.block, here.value, there.value, f"{path}/{here.key}")


def _parts_paired(block: Any, source: Raw, target: Raw) -> Iterator[tuple[Part, Part]]:
    ours, theirs = parts_of(block, source), parts_of(block, target)
    by_key = {part.key: part for part in theirs}
    if isinstance(block, blocks.StreamBlock):
        for here, there in pairs(children(source), children(target)):
            if here is not None and there is not None:
                child = block.child_blocks[here["type"]]
                yield Part(here["id"], "", child, here["value"]), by_key[there["id"]]
    elif isinstance(block, blocks.ListBlock) and not any(part.key in by_key for part in ours):
        yield from zip(ours, theirs, strict=False)
    else:
        yield from ((part, by_key[part.key]) for part in ours if part.key in by_key)
