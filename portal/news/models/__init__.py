"""The tables of news: pages, and the records that belong to them."""

from portal.news.models.index import NewsIndexPage
from portal.news.models.levels import PublishedLevels
from portal.news.models.pages import ArticlePage, NewsPage, StatementPage
from portal.news.models.records import Source, Topic, Update

__all__ = [
    "ArticlePage",
    "NewsIndexPage",
    "NewsPage",
    "PublishedLevels",
    "Source",
    "StatementPage",
    "Topic",
    "Update",
]
