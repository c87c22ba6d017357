"""Addresses about levels: pages that stand under a language, and fixed ones that do not."""

from django.urls import URLPattern, URLResolver, path

from guidance.views import declarations, regions

pages: list[URLPattern | URLResolver] = [
    path("regions/", regions.regions, name="regions"),
    path("regions/<str:slug>/", regions.region, name="region"),
    path("declarations/<str:number>/", declarations.declaration, name="declaration"),
]

fixed_addresses: list[URLPattern | URLResolver] = [
    path("c/<str:code>", declarations.short_address, name="short_address"),
]
