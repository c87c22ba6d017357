"""Addresses of the newsroom that are views, under a language and before Wagtail's pages."""

from django.urls import URLPattern, URLResolver, path

from portal.news.card_views import article_card

pages: list[URLPattern | URLResolver] = [
    path("news/<slug:slug>/card.png", article_card, name="article_card"),
]
