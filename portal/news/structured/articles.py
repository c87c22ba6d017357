"""An article told to machines: its kind, places, sources, quotes, corrections, languages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from guidance.channels.linked.nodes import Node, Site, areas, crumbs, graph
from guidance.models import Region
from guidance.rules.dates import local
from portal.blocks import questions_of
from portal.news.choices import NewsKind, UpdateKind
from portal.news.structured.live import live_updates
from portal.news.structured.quotes import organisation, quotations, speaker

TYPES: Final[Mapping[str, str]] = {
    NewsKind.NEWS: "NewsArticle",
    NewsKind.COMMENT: "OpinionNewsArticle",
    NewsKind.STATEMENT: "Article",
    NewsKind.ADVICE: "Article",
    NewsKind.EXPLAINER: "BackgroundNewsArticle",
    NewsKind.LIVE: "LiveBlogPosting",
    NewsKind.CORRECTION: "NewsArticle",
}
CORRECTING = (UpdateKind.CORRECTION, UpdateKind.CLARIFICATION)
MONTH = "%Y-%m"


def of_article(site: Site, page: Any, regions: Sequence[Region], shown: Any, zone: str) -> Node:
    """Describe an article as its page shows it."""
    path = f"/{site.lang}/news/{page.slug}/"
    news = (_("News"), f"/{site.lang}/news/")
    work = {
        **_work(site, page, shown),
        **_around(site, page, regions, zone),
        **_statement(site, page),
        **live_updates(site, page, shown.get("post")),
        "isBasedOn": [_source(source) for source in shown["sources"]],
        "hasPart": list(quotations(site, page.body)),
        "correction": [_correction(site, update) for update in _correcting(shown["updates"])],
    }
    return graph(
        work,
        _questions(site, page, site.address(path)),
        crumbs(site, news, (page.headline, path)),
    )


def _work(site: Site, page: Any, shown: Any) -> Node:
    address = page.canonical_url
    return {
        "@type": TYPES[page.kind],
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": page.headline,
        "description": page.lead,
        "articleSection": str(page.get_kind_display()),
        "keywords": [topic.name for topic in shown["topics"]],
        "inLanguage": site.lang,
        "datePublished": page.published_at,
        "dateModified": shown["updated_at"] or page.published_at,
        "isAccessibleForFree": True,
        "publisher": site.publisher,
        "author": site.publisher,
        "image": [shown["picture"], *_own_picture(site, page)],
        "speakable": _speakable(page),
        **_translations(site, page),
    }


def _around(site: Site, page: Any, regions: Iterable[Region], zone: str) -> Node:
    day = local(page.published_at, zone).date()
    return {"contentLocation": areas(site, regions, day)}


def _statement(site: Site, page: Any) -> Node:
    """Say whose words a statement is; the portal only shows them."""
    if page.kind != NewsKind.STATEMENT:
        return {}
    issuer = {**organisation(site, page.issued_by), "name": page.issuer_name()}
    return {
        "publisher": issuer,
        "author": issuer,
        "accountablePerson": speaker(site, page.signed_by, page.signatory_role()),
        "identifier": page.act_number,
        "sdPublisher": site.publisher,
        "encoding": page.document
        and {"@type": "MediaObject", "contentUrl": site.address(page.document.url)},
    }


def _own_picture(site: Site, page: Any) -> list[Node]:
    picture = page.picture
    if picture is None:
        return []
    return [
        {
            "@type": "ImageObject",
            "url": site.address(picture.file.url),
            "width": picture.width,
            "height": picture.height,
            "caption": picture.alt,
            "creditText": picture.credit,
        }
    ]


def _speakable(page: Any) -> Node:
    if page.kind not in (NewsKind.ADVICE, NewsKind.NEWS):
        return {}
    return {"@type": "SpeakableSpecification", "cssSelector": [".art h1", ".art .lead"]}


def _translations(site: Site, page: Any) -> Node:
    """Name the other languages; what every page is written in first is Kazakh."""
    others = [
        {"@type": TYPES[page.kind], "@id": address, "url": address, "inLanguage": code}
        for code, address in page.alternates()
        if code != site.lang
    ]
    if site.lang == "kk":
        return {"workTranslation": others}
    first = [each for each in others if each["inLanguage"] == "kk"]
    rest = [each for each in others if each["inLanguage"] != "kk"]
    return {"translationOfWork": first[0] if first else {}, "workTranslation": rest}


def _source(source: Any) -> Node:
    day = source.date and (source.date.strftime(MONTH) if source.is_month_only else source.date)
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.address,
        "datePublished": day,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.outlet},
    }


def _correcting(updates: Iterable[Any]) -> Iterable[Any]:
    return (update for update in updates if update.kind in CORRECTING)


def _correction(site: Site, update: Any) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": update.text,
        "datePublished": update.at,
        "inLanguage": site.lang,
    }


def _questions(site: Site, page: Any, address: str) -> Node:
    """Tell the questions of a body with their answers."""
    pairs = questions_of(page.body) if page.body else []
    if not pairs:
        return {}
    return {
        "@type": "FAQPage",
        "@id": f"{address}#faq",
        "inLanguage": site.lang,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
            for question, answer in pairs
        ],
    }
