"""What a draft still lacks before somebody may approve it."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.models import ActCode, Declaration, Origin
from guidance.publishing.refusals import Problem
from guidance.publishing.wording import three_languages, unfit_words

SETS_LEVEL = (ActCode.DECLARE, ActCode.CHANGE)
REFERS = (ActCode.CORRECT, ActCode.WITHDRAW)
YEARS = range(2000, 2101)


def problems_of(declaration: Declaration) -> list[Problem]:
    """Name every field that is not ready; the rules say the rest."""
    return [*_facts(declaration), *_times(declaration), *_words(declaration)]


def _facts(declaration: Declaration) -> Iterator[Problem]:
    act = declaration.act
    if act not in REFERS and not declaration.regions.all():
        yield Problem("regions", "missing")
    if act in SETS_LEVEL and not declaration.level:
        yield Problem("level", "missing")
    if act in REFERS and declaration.refers_to is None:
        yield Problem("refers_to", "missing")
    if act == ActCode.EXTEND and declaration.ends_at is None:
        yield Problem("ends_at", "missing")
    if declaration.authority is None:
        yield Problem("authority", "missing")
    if declaration.legal_basis is None:
        yield Problem("legal_basis", "missing")


def _times(declaration: Declaration) -> Iterator[Problem]:
    times = {"starts_at": declaration.starts_at, "ends_at": declaration.ends_at}
    for name, at in times.items():
        if at is not None and at.year not in YEARS:
            yield Problem(name, "year")


def _words(declaration: Declaration) -> Iterator[Problem]:
    words = {
        name: getattr(declaration, name)
        for kind in ("reason", "end_reason", "authority_post")
        for name in (f"{kind}_kk", f"{kind}_ru", f"{kind}_en")
    }
    has_no_end = declaration.act in SETS_LEVEL and declaration.ends_at is None
    needs_end_reason = has_no_end and declaration.origin == Origin.DESK
    yield from three_languages(words, "reason", needed=True)
    yield from three_languages(words, "end_reason", needed=needs_end_reason)
    yield from three_languages(words, "authority_post", needed=False)
    yield from unfit_words(words)
    for place, line in enumerate(declaration.local_advice.all()):
        name = f"local_advice_{place}"
        texts = {f"{name}_{code}": getattr(line, f"text_{code}") for code in ("kk", "ru", "en")}
        yield from three_languages(texts, name, needed=True)
        yield from unfit_words(texts)
