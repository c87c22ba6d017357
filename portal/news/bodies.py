"""The bodies of pages as made from texts that are written down in files."""

from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from portal.news.demo_texts import Block

Retold = tuple[str, int]  # who spoke, and the number of the source


def body_of(blocks: Iterable[Block], retold: Sequence[Retold] = ()) -> list[dict[str, Any]]:
    """Return the blocks as a StreamField stores them; `retold` tells of each paraphrase."""
    tellers = iter(retold)
    return [_stored(block, tellers) for block in blocks]


def _stored(block: Block, tellers: Any) -> dict[str, Any]:
    if block.kind == "heading":
        return {"type": "heading", "value": unescape(strip_tags(block.html))}
    if block.kind == "list":
        return {"type": "list", "value": block.html}
    if block.kind == "paraphrase":
        speaker, source = next(tellers, ("", None))
        text = f"<p>{block.html}</p>"
        return {"type": "retold", "value": {"text": text, "speaker": speaker, "source": source}}
    return {"type": "paragraph", "value": f"<p>{block.html}</p>"}
