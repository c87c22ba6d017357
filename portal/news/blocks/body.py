"""The body of an article or a statement."""

from portal.blocks.body import BOXES, TEXT, BodyBlock
from portal.news.blocks.level import LevelBlock
from portal.news.blocks.retold import RetoldBlock


class NewsBodyBlock(BodyBlock):
    """Hold the body of an article in one language."""

    retold = RetoldBlock(group=TEXT)
    level = LevelBlock(group=BOXES)
