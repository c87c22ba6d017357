"""The style sheets: one list, one file, nothing forgotten."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from portal.static_storage import (
    LITE_STYLE,
    READING_STYLE,
    SITE_STYLE,
    STYLES,
    joined_style,
)

pytestmark = pytest.mark.one_database  # it asks what Python decides

STATIC = Path(settings.BASE_DIR) / "portal" / "static"

# Pages that stand in Wagtail's own frame, and public ones that stand in an editor's.
OF_EDITORS = ("css/desk.css", "css/desk/", "css/newsroom.css", "css/framed.css")


def read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def test_lists_every_style_sheet_once() -> None:
    listed = [
        name
        for style in STYLES[:-1]
        for name in re.findall(r'@import url\("([^"]+)"\);', read(style))
    ]
    lite = re.findall(r'@import url\("([^"]+)"\);', read(LITE_STYLE))
    folder = STATIC / "portal"
    sheets = (folder / "css").rglob("*.css")
    names = {path.relative_to(folder).as_posix() for path in sheets}
    written = {name for name in names if not name.startswith(OF_EDITORS)}

    assert len(listed) == len(set(listed))
    assert len(lite) == len(set(lite))
    assert {*listed, *lite} == written


def test_joins_them_in_the_order_of_the_list() -> None:
    joined = joined_style(read)

    assert joined.startswith("@layer tokens, base, layout, parts, print;")
    assert (
        joined.index("--ink:")
        < joined.index(".sheet")
        < joined.index(".map")
        < joined.index("@page")
    )
    assert "@import" not in joined
    assert "/*" not in joined


@pytest.mark.parametrize("style", STYLES)
def test_asks_for_nothing_from_elsewhere_and_moves_nothing(style: str) -> None:
    joined = joined_style(read, style)

    assert "url(" not in joined
    assert "@font-face" not in joined
    assert "transition" not in joined
    assert "animation" not in joined


# A region's page and site.css are a citizen's first view: 14 KB in all. An article has both files.
@pytest.mark.parametrize(
    ("style", "kilobytes"), [(SITE_STYLE, 7), (READING_STYLE, 3), (LITE_STYLE, 3)]
)
def test_stays_small_compressed(style: str, kilobytes: int) -> None:
    assert len(gzip.compress(joined_style(read, style).encode(), 9)) < kilobytes * 1024


def test_collects_each_list_into_one_hashed_file(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    # The packages' own thousand files take ten seconds to compress and prove nothing here.
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "portal.static_storage.JoinedManifestStorage"},
    }

    for _time in range(2):
        call_command("collectstatic", interactive=False, verbosity=0)

        for style in STYLES:
            (collected,) = tmp_path.glob(style.replace(".css", ".????????????.css"))
            assert collected.read_text(encoding="utf-8") == joined_style(read, style)
            assert collected.with_name(collected.name + ".gz").exists()


def test_a_chosen_dark_scheme_has_the_colours_of_the_device_s_own() -> None:
    dark = re.findall(
        r":root(?::not\(\[data-scheme=light\]\)|\[data-scheme=dark\]) \{([^}]*)\}",
        read("portal/css/tokens.css"),
    )

    of_device, chosen = ({*re.findall(r"(--[\w-]+: [^;]+)", block)} for block in dark)
    assert len(of_device) > 15
    assert of_device == chosen
