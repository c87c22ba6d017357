"""Time the newsroom's pages and feeds with 100 and with 50,000 articles, on both databases.

`python -m bench.news [SIZE]` builds each in a temporary folder, PostgreSQL where it is installed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import binaries, cluster

SMALL, LARGE = 100, 50_000


def main(arguments: Sequence[str]) -> None:
    """Measure both sizes on every database that this machine has, and print them side by side."""
    sizes = (SMALL, int(arguments[0]) if arguments else LARGE)
    for name, databases in (("SQLite", _sqlite), ("PostgreSQL", _postgres)):
        if name == "PostgreSQL" and binaries() is None:
            print("PostgreSQL is not installed: left out")
            continue
        figures = []
        for size in sizes:
            with databases() as environment:
                _run("bench.articles", str(size), environment)
                figures.append(json.loads(_run("bench.news_pages", "", environment)))
        _tell(name, sizes, figures)


@contextmanager
def _sqlite() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        yield {"PORTAL_DATA_DIR": folder, "DATABASE_URL": ""}


@contextmanager
def _postgres() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder, cluster() as made:
        yield {"PORTAL_DATA_DIR": folder, "DATABASE_URL": made.url}


def _run(module: str, argument: str, environment: dict[str, str]) -> str:
    defaults = {
        "SECRET_KEY": "bench", "DJANGO_SETTINGS_MODULE": "portal.settings", "PLAIN_HTTP": "1",
        "BASE_URL": "http://127.0.0.1", "ALLOWED_HOSTS": "testserver",
    }  # fmt: skip
    Path(environment["PORTAL_DATA_DIR"], "static").mkdir(exist_ok=True)
    done = subprocess.run(  # noqa: S603  (a module beside this one)
        [sys.executable, "-m", module, argument],
        env={**os.environ, **defaults, **environment},
        check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout


def _tell(name: str, sizes: Sequence[int], figures: Sequence[dict[str, dict[str, float]]]) -> None:
    print(f"\n{name:52} {'SQL':>4}" + "".join(f"{size:>11,} articles" for size in sizes))
    for address, large in figures[-1].items():
        times = (
            f"{each[address]['busy']:7.1f} of {each[address]['wall']:6.1f} ms" for each in figures
        )
        told = f"   (promised: {large['promise']})" if large["promise"] else ""
        print(f"{address:52} {large['queries']:4.0f}    " + "    ".join(times) + told)
    weights = figures[-1].values()
    print(
        f"{'the heaviest, compressed with its style':52} {max(w['weight'] for w in weights):6.0f} B"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
