"""The tables of news: pages, and the records that belong to them."""

from portal.news.models.corrections import CorrectionPage
from portal.news.models.forgeries import Forgery
from portal.news.models.incoming import IncomingTranslation, Settled
from portal.news.models.index import NewsIndexPage
from portal.news.models.levels import PublishedLevels
from portal.news.models.live import LivePage
from portal.news.models.live_rows import LiveEntry, LiveState, LiveSummary
from portal.news.models.mentions import OrganisationMention, PersonMention
from portal.news.models.organisations import FormerOrganisationName, Organisation
from portal.news.models.pages import ArticlePage, NewsPage
from portal.news.models.people import Person, Post
from portal.news.models.quotations import Quotation
from portal.news.models.reading import SecondReading
from portal.news.models.records import Source, Topic
from portal.news.models.statements import StatementPage
from portal.news.models.translations import LanguageState, Progress
from portal.news.models.updates import Update

__all__ = [
    "ArticlePage",
    "CorrectionPage",
    "Forgery",
    "FormerOrganisationName",
    "IncomingTranslation",
    "LanguageState",
    "LiveEntry",
    "LivePage",
    "LiveState",
    "LiveSummary",
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
    "Settled",
    "Source",
    "StatementPage",
    "Topic",
    "Update",
]
