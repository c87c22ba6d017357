"""The style sheets: one list, one file, nothing forgotten."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from portal.static_storage import joined_style

STATIC = Path(settings.BASE_DIR) / "portal" / "static"

# Pages that stand in Wagtail's own frame, and public ones that stand in an editor's.
OF_EDITORS = ("css/desk.css", "css/desk/", "css/newsroom.css", "css/framed.css")


def read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def test_lists_every_style_sheet_once() -> None:
    listed = re.findall(r'@import url\("([^"]+)"\);', read("portal/site.css"))
    folder = STATIC / "portal"
    sheets = (folder / "css").rglob("*.css")
    names = {path.relative_to(folder).as_posix() for path in sheets}
    written = {name for name in names if not name.startswith(OF_EDITORS)}

    assert len(listed) == len(set(listed))
    assert set(listed) == written


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


def test_asks_for_nothing_from_elsewhere_and_moves_nothing() -> None:
    joined = joined_style(read)

    assert "url(" not in joined
    assert "@font-face" not in joined
    assert "transition" not in joined
    assert "animation" not in joined


def test_stays_below_seven_kilobytes_compressed() -> None:
    assert len(gzip.compress(joined_style(read).encode(), 9)) < 7 * 1024


@pytest.mark.parametrize("times", [1, 2])
def test_collects_into_one_hashed_file(settings: Any, tmp_path: Path, times: int) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "portal.static_storage.JoinedManifestStorage"},
    }

    for _time in range(times):
        call_command("collectstatic", interactive=False, verbosity=0)

    (collected,) = tmp_path.glob("portal/site.????????????.css")
    assert collected.read_text(encoding="utf-8") == joined_style(read)
    assert collected.with_name(collected.name + ".gz").exists()


def test_a_chosen_dark_scheme_has_the_colours_of_the_device_s_own() -> None:
    dark = re.findall(
        r":root(?::not\(\[data-scheme=light\]\)|\[data-scheme=dark\]) \{([^}]*)\}",
        read("portal/css/tokens.css"),
    )

    of_device, chosen = ({*re.findall(r"(--[\w-]+: [^;]+)", block)} for block in dark)
    assert len(of_device) > 15
    assert of_device == chosen
