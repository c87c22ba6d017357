"""Addresses for devices: two fixed ones, and two that stand under a language."""

from django.urls import URLPattern, URLResolver, path

from portal.offline.views import offline_page, page_script, web_manifest, worker

fixed_addresses: list[URLPattern | URLResolver] = [
    path("sw.js", worker, name="worker"),
    path("manifest.webmanifest", web_manifest, name="manifest"),
]

pages: list[URLPattern | URLResolver] = [
    path("offline/", offline_page, name="offline"),
    path("offline.js", page_script, name="page_script"),
]
