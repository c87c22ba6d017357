"""Articles with several blocks, for the tests of the translation desk."""

from __future__ import annotations

from typing import Any

import pytest

from portal.news.models import LanguageState

BODY = [
    ("heading", "What happened"),
    ("paragraph", "<p>It was <b>very</b> loud.</p>"),
    (
        "video",
        {
            "title": "How to call 112", "outlet": "24KZ", "link": "https://example.org/film",
            "length": "3:20", "language": "kk", "picture": None,
        },
    ),
]  # fmt: skip
ALL = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
TWO = {"kk": "Тақырып", "ru": "Заголовок"}


@pytest.fixture
def rebuild() -> Any:
    """Return a function that gives a page another body in one language, as its newest draft."""

    def _rebuild(page: Any, lang: str, *blocks: tuple[str, Any], publish: bool = True) -> Any:
        stream = getattr(page, f"body_{lang}").stream_block
        raw = [{"type": kind, "value": value} for kind, value in blocks]
        setattr(page, f"body_{lang}", stream.to_python(raw))
        revision = page.save_revision(clean=False)
        if publish:
            revision.publish()
        return type(page).objects.get(pk=page.pk)

    return _rebuild


@pytest.fixture
def states() -> Any:
    """Return a function that tells how far each language of a page is."""

    def _states(page: Any) -> dict[str, str]:
        rows = LanguageState.objects.filter(page=page)
        return dict(rows.values_list("language", "progress"))

    return _states
