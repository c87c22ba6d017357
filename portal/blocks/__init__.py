"""The blocks that a page's body is made of."""

from portal.blocks.body import BodyBlock
from portal.blocks.outline import Part, contents, minutes_to_read, parts, questions_of
from portal.blocks.picture import PictureBlock

__all__ = [
    "BodyBlock",
    "Part",
    "PictureBlock",
    "contents",
    "minutes_to_read",
    "parts",
    "questions_of",
]
