"""What machines are told of a declaration, of a place, of the guide."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guidance.channels.linked.nodes import Node, Site, area, areas, crumbs, graph, web_page
from guidance.rules.dates import local
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.outlook import Outlook
from guidance.shown.places import place_address


def of_declaration(site: Site, page: DeclarationPage) -> Node:
    """Announce a declaration; a drill is announced to no machine."""
    if page.is_exercise:
        return {}
    act, path = page.act, f"/{site.lang}/declarations/{page.act.number}/"
    address, api = site.address(path), f"{site.base}/api/v1/declarations/{act.number}"
    announcement = {
        "@type": "SpecialAnnouncement",
        "@id": address,
        "url": address,
        "name": page.headline,
        "text": page.reason,
        "identifier": act.number,
        "inLanguage": site.lang,
        "datePosted": page.published_at,
        "datePublished": page.published_at,
        "expires": _ended_at(page) or act.ends_at,
        "spatialCoverage": areas(site, page.regions, local(page.published_at, page.zone).date()),
        "creativeWorkStatus": page.verdict.text if page.verdict else "",
        "author": act.authority
        and {"@type": "GovernmentOrganization", "name": str(act.authority.name)},
        "publisher": site.publisher,
        "isBasedOn": act.source_url,
        "correction": [*_corrections(site, page), *_withdrawal(site, page)],
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "contentUrl": api,
        },
    }
    history = (_("Level history"), f"/{site.lang}/history/")
    return graph(announcement, crumbs(site, history, (str(act.number), path)))


def of_place(site: Site, outlook: Outlook, shown: Mapping[str, Any]) -> Node:
    """Describe the page of a place."""
    region, lang = outlook.region, outlook.lang
    path = place_address(region, lang)
    around = [(each.name, each.address) for each in shown["crumbs"]]
    way = crumbs(site, (_("Regions"), f"/{lang}/regions/"), *around, (shown["name"], path))
    page = web_page(site, "WebPage", path, str(shown["card"].sentence))
    return graph({**page, "about": area(site, region)}, way)


def _ended_at(page: DeclarationPage) -> datetime | None:
    """Give when the act's own periods were over, if they are all bounded."""
    ends = [period.ends_at for period in page.periods if period.declaration_id == page.act.pk]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _corrections(site: Site, page: DeclarationPage) -> list[Node]:
    return [
        {
            "@type": "CorrectionComment",
            "text": "; ".join(change.says for change in correction.changes),
            "datePublished": correction.published.iso,
            "url": site.address(correction.act.address),
        }
        for correction in page.corrections
    ]


def _withdrawal(site: Site, page: DeclarationPage) -> list[Node]:
    verdict = page.verdict
    if verdict is None or not page.is_in_error or verdict.by is None:
        return []
    text, address = verdict.text, site.address(verdict.by.address)
    return [{"@type": "CorrectionComment", "text": text, "url": address}]
