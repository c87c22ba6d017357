"""The bodies of pages as made from texts that are written down in files."""

from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, Protocol

from django.utils.html import strip_tags

from portal.manuscripts import Block


class References(Protocol):
    """Answer for the records and files that a text names."""

    def speaker(self, slug: str) -> int:
        """Give the key of a person."""

    def source(self, number: int) -> Mapping[str, Any]:
        """Give outlet, link and day of one of the article's sources, counted from 1."""

    def document(self, name: str) -> int:
        """Give the key of a document."""

    def picture(self, name: str) -> int:
        """Give the key of a picture."""


class NamesARecord(ValueError):
    """Refuse a text that names a record where its page has none to offer."""


class NoReferences:
    """Refuse every name: the portal's own notices quote nobody."""

    def speaker(self, slug: str) -> int:
        raise NamesARecord(slug)

    def source(self, number: int) -> Mapping[str, Any]:
        raise NamesARecord(number)

    def document(self, name: str) -> int:
        raise NamesARecord(name)

    def picture(self, name: str) -> int:
        raise NamesARecord(name)


def body_of(blocks: Iterable[Block], references: References | None = None) -> list[dict[str, Any]]:
    """Return the blocks as a StreamField stores them."""
    known = references or NoReferences()
    return [{"type": block.kind, "value": _stored(block, known)} for block in blocks]


def _stored(block: Block, known: References) -> Any:
    if block.kind in ("heading", "subheading"):
        return unescape(strip_tags(block.html))
    if block.kind == "paragraph":
        return f"<p>{block.html}</p>"
    if block.kind == "list":
        return block.html
    value = dict(block.value)
    if block.kind == "quote":
        cited = known.source(value.pop("source")) if "source" in value else {}
        return {"link": "", **cited, **value, "speaker": known.speaker(value["speaker"])}
    if block.kind in ("document", "picture"):
        finder = known.document if block.kind == "document" else known.picture
        return {**value, block.kind: finder(value[block.kind])}
    return {"picture": None, **value} if block.kind == "video" else value
