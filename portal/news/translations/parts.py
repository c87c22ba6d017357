"""What a block is made of, whatever kind it is: parts with keys that stay when others move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

Raw = Any  # a value as a StreamField stores it
TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
# Heirs of a block of text whose value is no sentence.
CARRIED_BLOCKS = (blocks.URLBlock, blocks.EmailBlock, blocks.RegexBlock, blocks.RawHTMLBlock)
_CELL = blocks.CharBlock(required=False)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a part of a block: its key, what an editor calls it, its definition and its value."""

    key: str
    label: str
    block: Any
    value: Raw


def is_text(block: Any) -> bool:
    """Tell whether a block holds words that a translator translates."""
    if getattr(block.meta, "is_carried", False):
        return False
    return isinstance(block, TEXT_BLOCKS) and not isinstance(block, CARRIED_BLOCKS)


def is_rich(block: Any) -> bool:
    """Tell whether a block holds text with links and emphasis."""
    return isinstance(block, blocks.RichTextBlock)


def parts_of(block: Any, value: Raw) -> list[Part]:
    """List what a block is made of; a block of words, or one without words, has no parts."""
    for kind, (listed, _rebuilt) in _KINDS.items():
        if isinstance(block, kind):
            return listed(block, value)
    return []


def rebuilt(block: Any, value: Raw, parts: Mapping[str, Raw]) -> Raw:
    """Return a block's value with other parts; all else stays as it is."""
    for kind, (_listed, rebuild) in _KINDS.items():
        if isinstance(block, kind):
            return rebuild(block, value, parts)
    return value


def children(value: Raw) -> list[Raw]:
    """Return the items of a list or a stream; one stored without an id is known by its place."""
    return [
        item
        if isinstance(item, dict) and item.get("id") and "value" in item
        else {"type": "item", "value": item, "id": f"n{number}"}
        for number, item in enumerate(value or [], start=1)
    ]


def _of_struct(block: Any, value: Raw) -> list[Part]:
    stored = value or {}
    return [
        Part(name, str(child.label), child, stored.get(name))
        for name, child in block.child_blocks.items()
    ]


def _struct(block: Any, value: Raw, parts: Mapping[str, Raw]) -> Raw:
    return {**(value or {}), **parts}


def _of_list(block: Any, value: Raw) -> list[Part]:
    return [
        Part(item["id"], str(number), block.child_block, item["value"])
        for number, item in enumerate(children(value), start=1)
    ]


def _of_stream(block: Any, value: Raw) -> list[Part]:
    known = [child for child in children(value) if child["type"] in block.child_blocks]
    kinds = [block.child_blocks[child["type"]] for child in known]
    return [
        Part(child["id"], str(kind.label), kind, child["value"])
        for child, kind in zip(known, kinds, strict=True)
    ]


def _items(block: Any, value: Raw, parts: Mapping[str, Raw]) -> Raw:
    return [{**item, "value": parts.get(item["id"], item["value"])} for item in children(value)]


def _of_table(block: Any, value: Raw) -> list[Part]:
    stored = value or {}
    columns = stored.get("columns", [])
    found = [Part("caption", "", _CELL, stored.get("caption", ""))]
    found += [
        Part(f"h{n}", str(n), _CELL, column["heading"]) for n, column in enumerate(columns, start=1)
    ]
    for r, row in enumerate(stored.get("rows", []), start=1):
        for c, (column, cell) in enumerate(zip(columns, row["values"], strict=False), start=1):
            found.append(Part(f"r{r}c{c}", f"{r}.{c}", block.child_blocks[column["type"]], cell))
    return found


def _table(block: Any, value: Raw, parts: Mapping[str, Raw]) -> Raw:
    stored = value or {}
    columns = [
        {**column, "heading": parts.get(f"h{n}", column["heading"])}
        for n, column in enumerate(stored.get("columns", []), start=1)
    ]
    rows = [
        {"values": [parts.get(f"r{r}c{c}", cell) for c, cell in enumerate(row["values"], start=1)]}
        for r, row in enumerate(stored.get("rows", []), start=1)
    ]
    caption = parts.get("caption", stored.get("caption", ""))
    return {"columns": columns, "rows": rows, "caption": caption}


_KINDS: dict[Any, tuple[Callable[[Any, Raw], list[Part]], Callable[..., Raw]]] = {
    blocks.StructBlock: (_of_struct, _struct),
    blocks.ListBlock: (_of_list, _items),
    blocks.StreamBlock: (_of_stream, _items),
    TypedTableBlock: (_of_table, _table),
}
