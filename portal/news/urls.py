"""Addresses of the newsroom that are views, under a language and before Wagtail's pages."""

from django.urls import URLPattern, URLResolver, path

from portal.news.card_views import article_card
from portal.news.feeds import views as feeds

pages: list[URLPattern | URLResolver] = [
    path("news/<slug:slug>/card.png", article_card, name="article_card"),
    path("feeds/news.atom", feeds.news_atom, name="news_atom"),
    path("feeds/news.json", feeds.news_json, name="news_json"),
]
