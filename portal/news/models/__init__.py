"""The tables of news: pages, and the records that belong to them."""

from portal.news.models.index import NewsIndexPage
from portal.news.models.levels import PublishedLevels
from portal.news.models.mentions import OrganisationMention, PersonMention
from portal.news.models.organisations import FormerOrganisationName, Organisation
from portal.news.models.pages import ArticlePage, NewsPage, StatementPage
from portal.news.models.people import Person, Post
from portal.news.models.quotations import Quotation
from portal.news.models.reading import SecondReading
from portal.news.models.records import Source, Topic, Update
from portal.news.models.translations import LanguageState, Progress

__all__ = [
    "ArticlePage",
    "FormerOrganisationName",
    "LanguageState",
    "NewsIndexPage",
    "NewsPage",
    "Organisation",
    "OrganisationMention",
    "Person",
    "PersonMention",
    "Post",
    "Progress",
    "PublishedLevels",
    "Quotation",
    "SecondReading",
    "Source",
    "StatementPage",
    "Topic",
    "Update",
]
