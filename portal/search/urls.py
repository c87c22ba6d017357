"""The address of search."""

from django.urls import URLPattern, URLResolver, path

from portal.search.views import search

pages: list[URLPattern | URLResolver] = [path("search/", search, name="search")]
