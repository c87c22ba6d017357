"""Addresses of pages that tell of the whole portal; they stand under a language."""

from django.urls import URLPattern, URLResolver, path

from portal.home.data import data

pages: list[URLPattern | URLResolver] = [
    path("data/", data, name="data"),
]
