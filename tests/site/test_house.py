"""What the house itself promises: sizes, locks, one line of migrations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

ROOT = Path(settings.BASE_DIR)
OWN_APPS = ("accounts", "guidance", "home", "images", "information", "news", "search")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_file_pins_by_hash_and_names_no_source(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    pinned = re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    assert len(pinned) > 50
    assert text.count("--hash=sha256:") >= len(pinned)
    for word in ("index-url", "find-links", "file:", "http"):
        assert word not in text, word


def test_the_readme_and_the_settings_stay_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
    assert len((ROOT / "portal" / "settings.py").read_text(encoding="utf-8").splitlines()) <= 260


@pytest.mark.parametrize("app", OWN_APPS)
def test_migrations_form_one_line(app: str) -> None:
    graph = MigrationLoader(None).graph

    assert len(graph.leaf_nodes(app)) == 1
