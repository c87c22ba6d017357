"""How a body is cut, listed and measured."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.html import strip_tags

WORDS_A_MINUTE = 160
HEADINGS_FOR_A_LIST = 4
# What a block stores that nobody reads in the text.
NOT_READ = frozenset(
    {"id", "type", "language", "link", "mode", "day", "said_on", "group", "place", "length"}
)


class Part(NamedTuple):
    """Hold a heading with the blocks that follow it."""

    number: int
    heading: str
    blocks: list[Any]


def parts(body: Any) -> tuple[list[Any], list[Part]]:
    """Cut a body at its headings; return first the blocks that stand before them."""
    opening: list[Any] = []
    found: list[Part] = []
    for number, block in enumerate(body, start=1):
        if block.block_type == "heading":
            found.append(Part(number, block.value, []))
        else:
            (found[-1].blocks if found else opening).append(block)
    return opening, found


def contents(body: Any) -> list[tuple[int, str]]:
    """Return number and text of the headings where there are enough of them for a list."""
    blocks_in_order = enumerate(body.raw_data, start=1)
    found = [(number, block["value"]) for number, block in blocks_in_order if _is_heading(block)]
    return found if len(found) >= HEADINGS_FOR_A_LIST else []


def minutes_to_read(body: Any) -> int:
    """Return how long reading a body aloud takes, one minute at least."""
    texts = (text for block in body.raw_data for text in _texts(block["value"]))
    words = sum(len(strip_tags(text).split()) for text in texts)
    return max(1, round(words / WORDS_A_MINUTE))


def questions_of(body: Any) -> list[tuple[str, str]]:
    """List the questions of a body with their answers as HTML, for data about the page."""
    blocks = (block["value"] for block in body.raw_data if block["type"] == "questions")
    pairs = (_value(pair) for block in blocks for pair in block["pairs"])
    return [(pair["question"], pair["answer"]) for pair in pairs]


def _is_heading(block: Any) -> bool:
    return bool(block["type"] == "heading")


def _value(item: Any) -> Any:
    """Open an item of a list, which is stored with its kind and identity."""
    return item["value"] if isinstance(item, dict) and "value" in item else item


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NOT_READ:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
