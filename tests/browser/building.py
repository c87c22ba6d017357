"""The whole demo, built by the very code of `make demo`: `python -m tests.browser.building FOLDER`.

The whole run builds it while one process sets paper, and tells the tests where (tests.run).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from portal import demo, serve


def build(folder: Path) -> Path:
    """Build the demo in a folder that does not exist yet; a half-built one has another name."""
    unfinished = folder.with_name(f"{folder.name}-unfinished")
    unfinished.mkdir()
    serve.make_secret_key(unfinished)
    env = {**clean_environment(), **serve_environment(unfinished, "0")}
    demo.build(unfinished, env)
    serve.collect_static(unfinished, env)
    return unfinished.rename(folder)


def clean_environment() -> dict[str, str]:
    """Return this process's variables without what belongs to the tests' own settings."""
    own = ("SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "PORTAL_DATA_DIR", "EMAIL_URL")
    return {name: value for name, value in os.environ.items() if name not in own}


def serve_environment(folder: Path, port: str) -> dict[str, str]:
    """Return the variables of a demo on one port."""
    return {
        "PORTAL_DATA_DIR": str(folder),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PLAIN_HTTP": "1",
        "DEMO": "1",
        "OFFLINE_COPIES": "0",  # a fresh browser would fetch a dozen pages for each test
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }


if __name__ == "__main__":
    build(Path(sys.argv[1]))
