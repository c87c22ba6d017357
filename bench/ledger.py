"""Time publication, withdrawal, situation and the desk on a database of 100,000 declarations.

`python -m bench.ledger [SIZE]` builds it in a temporary folder (or in DATABASE_URL, which must be
an empty database) and removes the folder afterwards.
"""

import os
import resource
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

SIZE = 100_000
TURNS = 30
HOUR = timedelta(hours=1)


def main(arguments: list[str]) -> None:
    """Build in one process and measure in another, whose memory is then its own."""
    if arguments[:1] == ["build"]:
        _build(int(arguments[1]))
    elif arguments[:1] == ["measure"]:
        _measure()
    else:
        size = arguments[0] if arguments else str(SIZE)
        with tempfile.TemporaryDirectory() as folder:
            defaults = {"SECRET_KEY": "bench", "DJANGO_SETTINGS_MODULE": "portal.settings"}
            environment = {**defaults, **os.environ, "PORTAL_DATA_DIR": folder}
            for part in (["build", size], ["measure"]):
                subprocess.run(  # noqa: S603  (this very module)
                    [sys.executable, "-m", "bench.ledger", *part], env=environment, check=True
                )
            if (Path(folder) / "db.sqlite3").exists():
                size_mb = (Path(folder) / "db.sqlite3").stat().st_size / 1e6
                print(f"{'the database':58} {size_mb:10.1f} MB")


def _build(size: int) -> None:
    begin = perf_counter()
    from bench.building import build

    build(size)
    print(f"{f'{size} declarations written':58} {perf_counter() - begin:10.1f} s")


def _tell(what: str, value: float, unit: str, promised: str) -> None:
    print(f"{what:58} {value:10.1f} {unit}   (promised: {promised})")


def _measure() -> None:
    import django

    django.setup()
    from django.db import connection

    from bench.desk import first_pages
    from bench.measuring import publications, situations, withdrawals

    times = publications(TURNS)
    _tell("publication, median", 1000 * median(times), "ms", "50 ms")
    _tell("publication, worst", 1000 * max(times), "ms", "50 ms")
    for name, taken, queries in situations():
        _tell(f"{name}: {queries} queries", 1000 * taken, "ms", "10 ms, 5 queries")
    for page in first_pages():
        told = f"ms, processor {1000 * page.busy:.1f} ms"
        _tell(f"{page.name}: {page.queries} queries", 1000 * page.wall, told, "200 ms, 12 queries")
    done, refused = withdrawals(10)
    _tell(f"withdrawal, worst of {len(done)} ({refused} refused)", max(done), "s", "1 s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _tell(f"peak memory on {connection.vendor}", peak, "MB", "300 MB")


if __name__ == "__main__":
    main(sys.argv[1:])
