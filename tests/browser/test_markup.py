"""The Nu HTML checker finds no error on any page type in any language."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.conftest import Site
from tests.site.pages import LANGUAGES, PAGE_TYPES

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OPTIONS = ("--errors-only", "--format", "json")
# Our tables turn into blocks on a phone; some browsers then forget that they are tables, unless
# their parts carry the roles which the checker calls superfluous.
MEANT = "attribute must not be used on a"


def complaints(folder: Path) -> list[str]:
    """Return the errors of all pages in a folder, in one run of the checker."""
    done = subprocess.run(
        ["java", "-Xmx512m", "-jar", str(CHECKER), *OPTIONS, str(folder)],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if not (message["message"].startswith("The “role”") and MEANT in message["message"])
    ]


def test_every_page_is_valid(served: Callable[[str], Site], tmp_path: Path) -> None:
    site = served("red")

    for lang in LANGUAGES:
        for kind, address in PAGE_TYPES.items():
            with urllib.request.urlopen(site.url + address.format(lang=lang)) as answer:  # noqa: S310
                name = f"{kind.replace(' ', '-').replace(',', '')}-{lang}.html"
                (tmp_path / name).write_bytes(answer.read())

    assert len(list(tmp_path.iterdir())) == len(LANGUAGES) * len(PAGE_TYPES)
    assert complaints(tmp_path) == []


def test_the_checker_sees_a_planted_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p><div></p>")

    assert complaints(tmp_path) != []
