"""Declarations as entries of a feed: what was decided, where, by whom, and where to read it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.models import Declaration
from guidance.rules.acts import ActKind
from guidance.rules.words import ACT_LABELS
from guidance.shown.feeds import Entry, Feed, Sibling, Term
from guidance.shown.ground import Ground

# Kazakh serves whoever reads no language: the codes are the same in all.
SCHEMES = "/kk/data/#"


def level_feed(ground: Ground, rows: Iterable[Declaration], path: str, place: str) -> Feed:
    """Return the declarations of one place as a feed; `path` follows the language."""
    lang, published = ground.lang, list(rows)
    others = [code for code, _name in settings.LANGUAGES if code != lang]
    first = published[0].published_at if published else None
    return Feed(
        address=_address(lang, path),
        language=lang,
        title=f"Деңгей · {_('Level history')} · {place}",
        subtitle=_("Terrorism threat levels in Kazakhstan, official statements and what to do"),
        page=_address(lang, "history/"),
        siblings=[Sibling("application/atom+xml", code, _address(code, path)) for code in others],
        author=settings.OPERATOR_NAME[lang] or "Деңгей",
        author_address=_address(lang, "about/"),
        updated_at=first or datetime.fromisoformat("1991-12-16T00:00:00+06:00"),
        entries=[_entry(ground, each) for each in published],
    )


def _entry(ground: Ground, declaration: Declaration) -> Entry:
    lang, page = ground.lang, f"declarations/{declaration.number}/"
    spoken = [code for code, _name in settings.LANGUAGES if code != lang]
    published_at = declaration.published_at or ground.at
    summary, reason = (getattr(declaration, f"{name}_{lang}") for name in ("summary", "reason"))
    return Entry(
        # A declaration never changes: its name rests on its number, not on the portal's address.
        name=uuid5(NAMESPACE_URL, f"declaration:{declaration.number}:{lang}").urn,
        language=lang,
        title=summary,
        summary=f"{reason} {_('Decision No. %(number)s') % {'number': declaration.number}}.",
        address=_address(lang, page),
        others=[Sibling("text/html", code, _address(code, page)) for code in spoken],
        author=str(getattr(declaration.authority, f"name_{lang}")),
        published_at=published_at,
        updated_at=published_at,
        terms=list(_terms(ground, declaration)),
    )


def _terms(ground: Ground, declaration: Declaration) -> Iterable[Term]:
    base, kind = settings.BASE_URL + SCHEMES, ActKind(declaration.act)
    yield Term(f"{base}acts", declaration.act, ACT_LABELS[kind][ground.lang])
    if declaration.level:
        yield Term(f"{base}levels", declaration.level, declaration.level)
    for row in declaration.regions.all():
        region = ground.atlas.regions[ground.atlas.code(row.region_id)]
        yield Term(f"{base}regions", region.code, str(getattr(region, f"name_{ground.lang}")))


def _address(lang: str, path: str) -> str:
    return f"{settings.BASE_URL}/{lang}/{path}"
