"""A folder as another newsroom sends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FACTS = """type: news
published_at: 2016-06-06T16:20:00+06:00
regions: [KZ-15]
sources:
  - {outlet: Interfax, url: "https://example.org/1", date: 2016-06-05, lang: ru}"""
BODY = """# {headline} ({lang})

The lead in {lang}.

A paragraph with **bold** words ({lang}).
{more}"""

Send = Callable[..., Path]


@pytest.fixture
def send(tmp_path: Path) -> Send:
    """Return a function that writes the files of one article and gives their folder."""

    def written(
        address: str = "yellow-level",
        *,
        facts: str = FACTS,
        languages: tuple[str, ...] = ("kk", "ru", "en"),
        more: str = "",
        headline: str = "Yellow level",
    ) -> Path:
        for lang in languages:
            body = BODY.format(headline=headline, lang=lang, more=more)
            path = tmp_path / f"{address}.{lang}.md"
            path.write_text(f"---\n{facts}\n---\n{body}", encoding="utf-8")
        return tmp_path

    return written
