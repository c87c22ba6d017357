"""Every guide shows pictures that are there, described, and light; and no picture is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

DOCS = Path(settings.BASE_DIR) / "docs"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
MOST = 60 * 1024


def test_citizens_are_shown_every_picture_that_was_taken_of_them() -> None:
    shown = {name for _, name in PICTURE.findall((DOCS / "citizens.md").read_text("utf-8"))}
    taken = {path.relative_to(DOCS).as_posix() for path in (DOCS / "images/citizens").iterdir()}

    assert shown == taken
    assert len(taken) >= 13


@pytest.mark.parametrize("guide", sorted(path.name for path in DOCS.glob("*.md")))
def test_pictures_are_described_and_there(guide: str) -> None:
    for words, name in PICTURE.findall((DOCS / guide).read_text("utf-8")):
        assert len(words) > 10, name
        assert (DOCS / name).exists(), name


def test_pictures_of_citizens_are_light() -> None:
    heavy = {
        path.name: path.stat().st_size
        for path in (DOCS / "images" / "citizens").iterdir()
        if path.stat().st_size > MOST
    }

    assert heavy == {}
