"""Quotes, each by its speaker in the post of that day."""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

from django.utils.html import strip_tags

from guidance.channels.linked.nodes import Node, Site
from portal.news.choices import DatePrecision, OrganisationKind

SHOWN: Final[Mapping[str, str]] = {
    DatePrecision.DAY: "%Y-%m-%d",
    DatePrecision.MONTH: "%Y-%m",
    DatePrecision.YEAR: "%Y",
}


def quotations(site: Site, body: Any) -> Iterator[Node]:
    """Give the quotes of a body in their order."""
    for block in body or ():
        if block.block_type == "quote":
            yield quotation(site, block.value)


def quotation(site: Site, value: Any) -> Node:
    """Describe one quote with its speaker and where it was published."""
    text = unescape(strip_tags(str(value["text"])))
    said_on = value["said_on"]
    precision = DatePrecision.MONTH if value["is_month_only"] else DatePrecision.DAY
    day = said_on and said_on.strftime(SHOWN[precision])
    return {
        "@type": "Quotation",
        # What was retold is nobody's text word for word.
        "abstract" if value.is_retold else "text": text,
        "inLanguage": value["language"] or site.lang,
        "dateCreated": day,
        "spokenByCharacter": speaker(site, value["speaker"], value.role),
        "isBasedOn": {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": value["outlet"]},
            "url": value["link"],
            "datePublished": day,
        },
    }


def speaker(site: Site, person: Any, role: Any) -> Node:
    """Name a person with the post of a day."""
    if person is None:
        return {}
    return {
        "@type": "Person",
        "name": person.name,
        "url": site.address(person.get_absolute_url()),
        **(in_post(site, role.post) if role is not None else {}),
    }


def in_post(site: Site, post: Any) -> Node:
    """Say what somebody is or was, for whom and from when to when."""
    return {
        "jobTitle": post.title,
        "worksFor": organisation(site, post.organisation),
        "hasOccupation": occupation(post),
    }


def occupation(post: Any) -> Node:
    """Tell a post with its days, each as exactly as it is known."""
    return {
        "@type": "Role",
        "hasOccupation": {"@type": "Occupation", "name": post.title},
        "startDate": _day(post.from_date, post.from_precision),
        "endDate": _day(post.until_date, post.until_precision),
    }


def organisation(site: Site, body: Any) -> Node:
    """Name an organisation; a body of the state is called one."""
    if body is None:
        return {}
    is_state = body.kind == OrganisationKind.GOVERNMENT
    return {
        "@type": "GovernmentOrganization" if is_state else "Organization",
        "name": body.name,
        "url": site.address(body.get_absolute_url()),
    }


def _day(on: Any, precision: str) -> str:
    return on.strftime(SHOWN[precision]) if on is not None and precision in SHOWN else ""
