"""The body of an article or a statement."""

from portal.blocks.body import BOXES, TEXT, BodyBlock
from portal.news.blocks.level import LevelBlock
from portal.news.blocks.quote import QuoteBlock


class NewsBodyBlock(BodyBlock):
    """Hold the body of an article in one language."""

    quote = QuoteBlock(group=TEXT)
    level = LevelBlock(group=BOXES)
