"""The texts inside a body of blocks, found by the definitions of the blocks.

Addresses of leaves are made of the blocks' own ids, so that they stay when blocks move.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

Raw = Any  # a value as a StreamField stores it
TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
# Heirs of a block of text whose value is no sentence.
CARRIED_BLOCKS = (blocks.URLBlock, blocks.EmailBlock, blocks.RegexBlock, blocks.RawHTMLBlock)


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
    for child in value:
        block = stream.child_blocks.get(child["type"])
        if block is not None:
            label = str(block.label)
            yield from _inside(block, child["value"], child["id"], label, child["type"])


def with_texts(stream: Any, value: Sequence[Raw], texts: Mapping[str, str]) -> list[Raw]:
    """Return a body whose texts are those of `texts`, by address; all else stays as it is."""
    return [_child_with(stream, child, texts, child["id"]) for child in value]


def is_text(block: Any) -> bool:
    """Tell whether a block holds words that a translator translates."""
    if getattr(block.meta, "is_carried", False):
        return False
    return isinstance(block, TEXT_BLOCKS) and not isinstance(block, CARRIED_BLOCKS)


def is_rich(block: Any) -> bool:
    """Tell whether a block holds text with links and emphasis."""
    return isinstance(block, blocks.RichTextBlock)


def _inside(block: Any, value: Raw, path: str, label: str, kind: str) -> Iterator[Leaf]:
    if is_text(block):
        yield Leaf(path, str(value or ""), block, label, kind)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            words = f"{label}: {child.label}"
            yield from _inside(child, (value or {}).get(name), f"{path}/{name}", words, kind)
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(items(value), start=1):
            words = f"{label} {number}"
            yield from _inside(
                block.child_block, item["value"], f"{path}/{item['id']}", words, kind
            )
    elif isinstance(block, blocks.StreamBlock):
        for leaf in leaves(block, value or []):
            yield Leaf(f"{path}/{leaf.path}", leaf.text, leaf.block, leaf.label, kind)


def _with(block: Any, value: Raw, texts: Mapping[str, str], path: str) -> Raw:
    if is_text(block):
        return texts.get(path, value)
    if isinstance(block, blocks.StructBlock):
        return {
            **(value or {}),
            **{
                name: _with(child, (value or {}).get(name), texts, f"{path}/{name}")
                for name, child in block.child_blocks.items()
                if name in (value or {}) or is_text(child)
            },
        }
    if isinstance(block, blocks.ListBlock):
        child = block.child_block
        return [
            {**item, "value": _with(child, item["value"], texts, f"{path}/{item['id']}")}
            for item in items(value)
        ]
    if isinstance(block, blocks.StreamBlock):
        return [_child_with(block, item, texts, f"{path}/{item['id']}") for item in value or []]
    return value


def _child_with(stream: Any, child: Raw, texts: Mapping[str, str], path: str) -> Raw:
    block = stream.child_blocks.get(child["type"])
    if block is None:
        return child
    return {**child, "value": _with(block, child["value"], texts, path)}


def items(value: Raw) -> list[Raw]:
    """Return the items of a list block; one stored without ids is addressed by its place."""
    return [
        item
        if isinstance(item, dict) and {"type", "value", "id"} <= item.keys()
        else {"type": "item", "value": item, "id": f"n{number}"}
        for number, item in enumerate(value or [], start=1)
    ]
