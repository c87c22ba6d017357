"""Time the search on PostgreSQL with 50,000 articles in three languages.

`python -m bench.search [SIZE]` makes a cluster of its own, writes the articles, asks, and removes
the cluster afterwards.
"""

import os
import subprocess
import sys
import tempfile
from time import perf_counter

SIZE = 50_000
TURNS = 7
# A common word, a rare one, several words, forms, places, a level, a filter, and nothing at all.
ASKED = {
    "kk": (
        "деңгей", "террористік қауіптіліктің деңгейлері", "Актобе", "мәлімдемесінде",
        "полицияға хабарлаңыз", "құжаттарды тексеру", "карбекнұр", "қызыл деңгей", "жоқсөз",
        "шабуыл&region=KZ-15&year=2019", "хабарлаңыз&type=advice", "деңгей&type=article&page=40",
    ),
    "ru": (
        "уровень", "террористической опасности", "Актюбинск", "нападений", "сообщите в полицию",
        "проверка документов", "карбекнұр", "жёлтый уровень", "нетслова",
        "теракт&region=KZ-15&year=2019", "предмет&type=advice", "уровень&type=article&page=40",
    ),
    "en": (
        "level", "threat of terrorism", "Aktobe", "attacked", "report to the police",
        "document checks", "карбекнұр", "red level", "nosuchword",
        "attack&region=KZ-15&year=2019", "item&type=advice", "level&type=article&page=40",
    ),
}  # fmt: skip


def main(arguments: list[str]) -> None:
    """Build and measure in processes of their own, on a database of their own."""
    if arguments[:1] == ["build"]:
        _build(int(arguments[1]))
    elif arguments[:1] == ["measure"]:
        _measure()
    else:
        _run(arguments[0] if arguments else str(SIZE))


def _run(size: str) -> None:
    from tests.postgres import binaries, cluster

    if binaries() is None:
        print("search: PostgreSQL is not installed, so its figures are left out")
        return
    with tempfile.TemporaryDirectory() as folder, cluster() as made:
        own = {
            "SECRET_KEY": "bench", "DJANGO_SETTINGS_MODULE": "portal.settings", "PLAIN_HTTP": "1",
            "ALLOWED_HOSTS": "testserver", "PORTAL_DATA_DIR": folder, "DATABASE_URL": made.url,
            "LOG_LEVEL": "ERROR",
        }  # fmt: skip
        for part in (["build", size], ["measure"]):
            subprocess.run(  # noqa: S603  (this very module)
                [sys.executable, "-m", "bench.search", *part], env={**os.environ, **own}, check=True
            )


def _build(size: int) -> None:
    import django

    django.setup()
    from bench.newsroom import build

    begin = perf_counter()
    build(size)
    print(f"{f'{size} articles written':58} {perf_counter() - begin:10.1f} s")


def _measure() -> None:
    import django

    django.setup()
    from django.test import Client

    from bench.search_figures import figures

    for figure in figures(Client(headers={"host": "testserver"}), ASKED, TURNS):
        print(figure)


if __name__ == "__main__":
    main(sys.argv[1:])
