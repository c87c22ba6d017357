"""The texts inside a body of blocks, by addresses made of the blocks' own ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.news.translations.parts import Raw, children, is_text, parts_of, rebuilt


@dataclass(frozen=True, slots=True)
class Leaf:
    """Hold one text of a body with its address, its block and what an editor calls it."""

    path: str
    text: str
    block: Any
    label: str
    kind: str  # the type of the block in the body


def leaves(stream: Any, value: Sequence[Raw]) -> Iterator[Leaf]:
    """Give every text of a body, in reading order."""
    kinds = {child["id"]: child["type"] for child in children(value)}
    for part in parts_of(stream, value):
        yield from _inside(part.block, part.value, part.key, part.label, kinds[part.key])


def with_texts(block: Any, value: Raw, texts: Mapping[str, str], path: str = "") -> Raw:
    """Return a value whose texts are those of `texts`, by address; all else stays as it is."""
    if is_text(block):
        return texts.get(path, value)
    inner = {
        part.key: with_texts(part.block, part.value, texts, f"{path}/{part.key}".lstrip("/"))
        for part in parts_of(block, value)
    }
    return rebuilt(block, value, inner)


def _inside(block: Any, value: Raw, path: str, label: str, kind: str) -> Iterator[Leaf]:
    if is_text(block):
        yield Leaf(path, str(value or ""), block, label, kind)
    for part in parts_of(block, value):
        words = f"{label}: {part.label}" if part.label else label
        yield from _inside(part.block, part.value, f"{path}/{part.key}", words, kind)
