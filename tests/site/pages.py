"""One address of every page type, for tests that speak of all pages at once."""

LANGUAGES = ("kk", "ru", "en")

# By the contract's table of public pages; {lang} is filled in by `addresses`.
PAGE_TYPES = {
    "home": "/{lang}/",
    "regions": "/{lang}/regions/",
    "country": "/{lang}/regions/kazakhstan/",
    "region": "/{lang}/regions/aqtobe/",
    "town": "/{lang}/regions/aqtobe-town/",
    "city": "/{lang}/regions/almaty/",
    "region on a day": "/{lang}/regions/aqtobe/on/2016-06-07/",
    "changes": "/{lang}/regions/aqtobe-town/changes/",
    "guide": "/{lang}/levels/",
    "level yellow": "/{lang}/levels/yellow/",
    "level orange": "/{lang}/levels/orange/",
    "level red": "/{lang}/levels/red/",
    "advice": "/{lang}/advice/",
    "history": "/{lang}/history/",
    "history of a day": "/{lang}/history/2016-06-07/",
    "declaration": "/{lang}/declarations/2016-0001/",
    "declaration, ended": "/{lang}/declarations/2016-0002/",
    "check": "/{lang}/check/",
    "exercises": "/{lang}/exercises/",
    "status": "/{lang}/status/",
    "data": "/{lang}/data/",
    "badge": "/{lang}/badge/KZ-15/",
    "search": "/{lang}/search/",
    "news": "/{lang}/news/",
    "article": "/{lang}/news/experts-after-aqtobe/",
    "statement": "/{lang}/news/day-of-mourning-9-june/",
    "live post": "/{lang}/news/almaty-18-july-what-we-know/",
    "person": "/{lang}/people/yerlan-karin/",
    "organisation": "/{lang}/organisations/amanat/",
    "topic": "/{lang}/topics/levels/",
    "about": "/{lang}/about/",
    "accessibility": "/{lang}/accessibility/",
    "offline": "/{lang}/offline/",
}


def addresses(lang: str) -> list[str]:
    """Return one address of every page type in one language."""
    return [address.format(lang=lang) for address in PAGE_TYPES.values()]


ALL_ADDRESSES = [address for lang in LANGUAGES for address in addresses(lang)]
