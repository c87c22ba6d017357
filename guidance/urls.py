"""Addresses about levels: pages that stand under a language, and fixed ones that do not."""

from django.urls import URLPattern, URLResolver, path

from guidance.views import (
    advice,
    badges,
    boundaries,
    calendars,
    cards,
    changes,
    check,
    declarations,
    exercises,
    feeds,
    history,
    posters,
    regions,
    status,
    tables,
)

pages: list[URLPattern | URLResolver] = [
    path("card.png", cards.country_card, name="country_card"),
    path("levels/<str:key>/card.png", cards.level_card, name="level_card"),
    path("levels/<str:key>/poster.pdf", posters.level_poster, name="level_poster"),
    path("levels/guide.pdf", posters.guide, name="guide_on_paper"),
    path("regions/", regions.regions, name="regions"),
    path("regions.csv", tables.regions_csv, name="regions_csv"),
    path("regions/<str:slug>/", regions.region, name="region"),
    path("regions/<str:slug>/short/", regions.region_short, name="region_short"),
    path("regions/<str:slug>/on/<str:day>/", regions.region_on, name="region_on"),
    path("regions/<str:slug>/changes/", changes.changes, name="region_changes"),
    path("regions/<str:slug>/card.png", cards.region_card, name="region_card"),
    path("regions/<str:slug>/poster.pdf", posters.region_poster, name="region_poster"),
    path("map/outlines.json", boundaries.device_outlines, name="outlines"),
    path("advice/", advice.advice, name="advice"),
    path("history/", history.history, name="history"),
    path("history.csv", tables.history_csv, name="history_csv"),
    path("history.json", tables.history_json, name="history_json"),
    path("history/<str:day>/", history.history_on, name="history_on"),
    path("check/", check.check, name="check"),
    path("exercises/", exercises.exercises, name="exercises"),
    path("status/", status.status, name="status"),
    path("feeds/levels.atom", feeds.levels_atom, name="levels_atom"),
    path("feeds/regions/<str:code>.atom", feeds.region_atom, name="region_atom"),
    path("badge/<str:code>.svg", badges.badge_picture, name="badge_picture"),
    path("badge/<str:code>/", badges.badge, name="badge"),
    path("badge/<str:code>/frame/", badges.badge_frame, name="badge_frame"),
    path("calendar/<str:code>.ics", calendars.region_calendar, name="region_calendar"),
    path("declarations/<str:number>/", declarations.declaration, name="declaration"),
    path("declarations/<str:number>/card.png", cards.declaration_card, name="declaration_card"),
]

fixed_addresses: list[URLPattern | URLResolver] = [
    path("c/<str:code>", declarations.short_address, name="short_address"),
    path("map/kz-admin1.geojson", boundaries.boundaries, name="boundaries"),
]
