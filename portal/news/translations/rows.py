"""Two languages of an article laid side by side, text by text and block by block.

Texts of both languages have the addresses of the source's; blocks that stand in the target alone
have their own, and are told apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.fields import StreamField

from portal.news.translations.leaves import leaves
from portal.news.translations.pairing import pairs, texts_by_path
from portal.news.translations.texts import Text, fields_of, stored_body, stream_of, texts_of


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one text in both languages."""

    text: Text
    target: str

    @property
    def is_settled(self) -> bool:
        """Tell whether readers have this translation: it stays as it is."""
        return self.text.is_public and bool(self.target.strip())

    @property
    def id(self) -> str:
        """Return the address of the text."""
        return self.text.id


@dataclass(frozen=True, slots=True)
class Lone:
    """Hold a block that only the target has, with its texts."""

    id: str  # of the field and the block
    label: str
    texts: tuple[Text, ...]


def rows_of(page: Any, source: str, target: str) -> list[Row]:
    """List the texts of the source that can be translated, each with its translation so far."""
    said = targets_of(page, source, target)
    texts = texts_of(page, source)
    rows = (Row(text, said.get(text.id, "")) for text in texts if text.text.strip())
    return [row for row in rows if not row.is_settled]


def targets_of(page: Any, source: str, target: str) -> dict[str, str]:
    """Return the target's texts under the addresses of the source's."""
    found: dict[str, str] = {}
    bodies = {each.name for each in fields_of(type(page)) if isinstance(each, StreamField)}
    for name in bodies:
        stream = stream_of(page, name, source)
        for here, there in _paired(page, name, source, target):
            if here is not None and there is not None and here["type"] in stream.child_blocks:
                block = stream.child_blocks[here["type"]]
                path = f"{name}/{here['id']}"
                found |= texts_by_path(block, here["value"], there["value"], path)
    words = (text for text in texts_of(page, target) if text.field not in bodies)
    return found | {text.id: text.text for text in words}


def lone_blocks(page: Any, source: str, target: str) -> Iterator[Lone]:
    """Name the blocks that stand in the target alone."""
    for each in fields_of(type(page)):
        if not isinstance(each, StreamField):
            continue
        stream = stream_of(page, each.name, target)
        for here, there in _paired(page, each.name, source, target):
            if here is None and there is not None and there["type"] in stream.child_blocks:
                texts = tuple(
                    Text(f"{each.name}/{leaf.path}", each.name, leaf.label, leaf.text)
                    for leaf in leaves(stream, [there])
                )
                label = str(stream.child_blocks[there["type"]].label)
                yield Lone(f"{each.name}/{there['id']}", label, texts)


def _paired(page: Any, name: str, source: str, target: str) -> Any:
    return pairs(stored_body(page, name, source), stored_body(page, name, target))
