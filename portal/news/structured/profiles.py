"""People, organisations and topics told to machines."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guidance.channels.linked.nodes import Node, Site, area, crumbs, graph, web_page
from portal.news.structured.quotes import occupation, organisation, speaker


def of_person(site: Site, person: Any, role: Any, posts: Iterable[Any]) -> Node:
    """Describe somebody by the post of today and by all that are known."""
    path = person.get_absolute_url()
    who = {
        **speaker(site, person, role),
        "@id": f"{site.address(path)}#person",
        "alternateName": [name for _code, name in person.other_names(site.lang)],
        "description": person.description,
        "hasOccupation": [occupation(post) for post in posts],
    }
    page = web_page(site, "ProfilePage", path, person.name, mainEntity=who)
    return graph(page, _way(site, person.name, path))


def of_organisation(site: Site, body: Any, former_names: Iterable[Any]) -> Node:
    """Describe an organisation by its names, its place and its own site."""
    path = body.get_absolute_url()
    described = {
        **organisation(site, body),
        "@id": f"{site.address(path)}#organisation",
        "alternateName": [former.name for former in former_names],
        "areaServed": area(site, body.place) if body.place else {},
        "sameAs": body.site,
    }
    page = web_page(site, "ProfilePage", path, body.name, mainEntity=described)
    return graph(page, _way(site, body.name, path))


def of_topic(site: Site, topic: Any) -> Node:
    """Describe the page of a topic."""
    path = topic.get_absolute_url()
    page = web_page(site, "CollectionPage", path, topic.name, description=topic.about)
    return graph(page, _way(site, topic.name, path))


def of_list(site: Site, page: Any) -> Node:
    """Describe the list of news."""
    path = f"/{site.lang}/news/"
    listed = web_page(site, "CollectionPage", path, page.headline, description=page.lead)
    return graph(listed, crumbs(site, (page.headline, path)))


def _way(site: Site, name: str, path: str) -> Node:
    return crumbs(site, (_("News"), f"/{site.lang}/news/"), (name, path))
