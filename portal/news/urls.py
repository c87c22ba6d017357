"""Addresses of the newsroom that are views, under a language and before Wagtail's pages."""

from django.urls import URLPattern, URLResolver, path

from portal.news.card_views import article_card
from portal.news.feeds import views as feeds
from portal.news.live_views import new_entries
from portal.news.views.organisations import organisation
from portal.news.views.people import person
from portal.news.views.topics import topic

pages: list[URLPattern | URLResolver] = [
    path("news/<slug:slug>/card.png", article_card, name="article_card"),
    path("news/<slug:slug>/entries/", new_entries, name="live_entries"),
    path("feeds/news.atom", feeds.news_atom, name="news_atom"),
    path("feeds/news.json", feeds.news_json, name="news_json"),
    path("people/<slug:slug>/", person, name="person"),
    path("organisations/<slug:slug>/", organisation, name="organisation"),
    path("topics/<slug:slug>/", topic, name="topic"),
]
