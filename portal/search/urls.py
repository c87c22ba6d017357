"""The addresses of search."""

from django.urls import URLPattern, URLResolver, path

from portal.search.views import description, search

pages: list[URLPattern | URLResolver] = [
    path("search/", search, name="search"),
    path("search/opensearch.xml", description, name="search_description"),
]
