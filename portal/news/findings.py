"""What is still to be done before a page is published, and what would make it better.

A finding that refuses stops publication and submission; the others advise. Each is about one
language, or about all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.news.body_findings import body_findings
from portal.news.choices import NewsKind
from portal.news.finding import Finding
from portal.translated import LANGUAGE_CODES, REQUIRED_LANGUAGES

TOLD = "quote"


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold what a page says in one language."""

    language: str
    headline: str
    lead: str
    body: Any


def texts_of(page: Any, language: str) -> Texts:
    """Return what a page says in a language."""
    spoken = {name: getattr(page, f"{name}_{language}") for name in ("headline", "lead", "body")}
    return Texts(language, spoken["headline"] or "", spoken["lead"] or "", spoken["body"])


def language_findings(page: Any, language: str) -> list[Finding]:
    """Name what one language lacks, or would do better without."""
    texts = texts_of(page, language)
    if language not in REQUIRED_LANGUAGES and not texts.headline:
        return [Finding("", _("There is no text in this language yet. Readers are told so."))]
    return [*_missing(texts), *picture_findings(page.picture, language), *body_findings(texts)]


def shared_findings(page: Any) -> list[Finding]:
    """Name what is missing beside the texts."""
    return [*_records(page), *_credit(page.picture), *_differing_bodies(page)]


def picture_findings(picture: Any, language: str) -> Iterator[Finding]:
    """Say if the page's own picture is silent in a language."""
    if picture is None or getattr(picture, f"alt_{language}"):
        return
    message = _("The picture of the page has no alternative text in this language.")
    yield Finding("picture", message, refuses=language in REQUIRED_LANGUAGES)


def _missing(texts: Texts) -> Iterator[Finding]:
    wanted = (
        ("headline", texts.headline, _("There is no headline.")),
        ("lead", texts.lead, _("There is no lead.")),
        ("body", texts.body, _("There is no text.")),
    )
    for name, value, message in wanted:
        if not value:
            # The field asks for it by itself where the language is required.
            yield Finding(f"{name}_{texts.language}", message)


def _records(page: Any) -> Iterator[Finding]:
    if page.kind == NewsKind.NEWS and not page.sources.exists():
        yield Finding("sources", _("News rests on a source: name at least one."))
    if page.kind == NewsKind.COMMENT and not any(_has_told(page, code) for code in LANGUAGE_CODES):
        yield Finding("body_kk", _("An expert comment tells what somebody said."))
    if not page.topics.exists():
        yield Finding("topics", _("No topic is chosen: readers find the page by date alone."))


def _credit(picture: Any) -> Iterator[Finding]:
    if picture is not None and not picture.credit:
        yield Finding("picture", _("Nobody is named below the picture: who drew or took it?"))


def _differing_bodies(page: Any) -> Iterator[Finding]:
    kinds = {code: _kinds(getattr(page, f"body_{code}")) for code in REQUIRED_LANGUAGES}
    if all(kinds.values()) and len(set(map(tuple, kinds.values()))) > 1:
        yield Finding(
            "body_ru", _("The Kazakh and the Russian text are built of different blocks.")
        )


def _kinds(body: Any) -> Sequence[str]:
    return [block["type"] for block in body.raw_data] if body else []


def _has_told(page: Any, code: str) -> bool:
    return TOLD in _kinds(getattr(page, f"body_{code}"))
