"""Addresses of the JSON API, below /api/v1/."""

from django.urls import path, re_path

from guidance.views import api

urlpatterns = [
    path("situation", api.situation, name="api_situation"),
    path("regions/<str:code>", api.region, name="api_region"),
    path("regions/<str:code>/history", api.region_history, name="api_region_history"),
    path("levels", api.levels, name="api_levels"),
    path("declarations", api.declarations, name="api_declarations"),
    path("declarations/<str:number>", api.declaration, name="api_declaration"),
    path("openapi.json", api.openapi, name="api_openapi"),
    re_path("", api.unknown, name="api_unknown"),
]
