"""Run every promise of the project that this machine can test; name what it leaves out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from tests.postgres import binaries, cluster

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TOOLS = ROOT / "tests" / "browser" / "node_modules" / "axe-core"
CHROMIUM = "/usr/bin/chromium"
# What a database can answer differently: the ledger and its guards, the desk that writes it, the
# search, lists and their indexes, logs that the database freezes, faults. The rest of the newsroom
# is Python above the same queries.
ON_POSTGRES = (
    "tests/guidance",
    "tests/faults",
    "tests/portal/accounts",
    "tests/portal/search",
    "tests/portal/test_checks.py",
    "tests/portal/test_page_queries.py",
    "tests/portal/test_unavailable.py",
    "tests/portal/home/test_redirects.py",
    "tests/portal/news/test_archive.py",
    "tests/portal/news/test_changes.py",
    "tests/portal/news/test_frozen_words.py",
    "tests/portal/news/test_listing.py",
    "tests/portal/news/test_people.py",
    "tests/portal/news/test_retold_words.py",
    "tests/portal/news/translations/test_records.py",
    "tests/portal/news/translations/test_report.py",
)
PANGO = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"


@dataclass(frozen=True)
class Part:
    """One run of pytest, and what it needs of the machine."""

    name: str
    missing: str  # how to install what is not there; empty when all is
    run: Callable[[], int]


def pytest(*arguments: str, **variables: str) -> int:
    """Run pytest in a process of its own; return its exit status."""
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, check=False
    ).returncode


def on_sqlite() -> int:
    """Run everything but the browser on SQLite."""
    return pytest("-n2", "-m", "not browser and not postgres and not pdf")


def on_postgres() -> int:
    """Run once more, on a throw-away PostgreSQL, what a database can answer differently."""
    with cluster() as made:
        return pytest(
            "-n2",
            "-m",
            "not browser and not pdf and not one_database",
            "--ignore=tests/guidance/views",
            *ON_POSTGRES,
            DATABASE_URL=made.url,
        )


def on_paper() -> int:
    """Set reports on paper and read them."""
    return pytest("-m", "pdf", "tests/guidance")


def in_chromium() -> int:
    """Use the running portal as citizens and editors do."""
    # A file stays in one process: its scenes are served once.
    return pytest("-n2", "--dist=loadfile", "-m", "browser", "tests/browser")


def _missing_for_browser() -> str:
    if not Path(CHROMIUM).exists():
        return "apt-get install chromium fonts-noto-core"
    if not BROWSER_TOOLS.exists() and shutil.which("npm"):
        subprocess.run(
            [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--silent"],
            cwd=ROOT / "tests" / "browser",
            check=False,
        )
    return "" if BROWSER_TOOLS.exists() else "npm ci --ignore-scripts in tests/browser"


def parts() -> list[Part]:
    """List the runs, each with what this machine lacks for it."""
    no_postgres = "" if binaries() else "apt-get install postgresql"
    return [
        Part("SQLite", "", on_sqlite),
        Part("PostgreSQL", no_postgres, on_postgres),
        Part("PDF", "" if find_library("pangoft2-1.0") else PANGO, on_paper),
        Part("Chromium", _missing_for_browser(), in_chromium),
    ]


def main() -> int:
    """Run all parts; fail when one fails, or is left out although REQUIRE_ALL is set."""
    failed, left_out = [], []
    for part in parts():
        if part.missing:
            left_out.append(f"{part.name} ({part.missing})")
            continue
        sys.stdout.write(f"\n== {part.name} ==\n")
        sys.stdout.flush()
        if part.run():
            failed.append(part.name)
    if left_out:
        sys.stdout.write(f"Left out on this machine: {'; '.join(left_out)}\n")
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
    required = os.environ.get("REQUIRE_ALL") == "1"
    return 1 if failed or (left_out and required) else 0


if __name__ == "__main__":
    sys.exit(main())
