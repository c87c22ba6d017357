"""The blocks that only articles and statements are made of."""

from portal.news.blocks.body import NewsBodyBlock

__all__ = ["NewsBodyBlock"]
