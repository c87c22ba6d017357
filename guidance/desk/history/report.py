"""The history on paper: a tagged PDF that carries the hash of its own rows on every page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from guidance.desk.history.rows import Row
from guidance.desk.history.verified import last_check
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label

STYLE = "portal/css/desk/report.css"
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"


class CannotPrint(Exception):
    """Tell what the machine lacks to make a PDF."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what a file is known by: its question, its rows, their hash, the ledgers' heads."""

    screen: str
    question: str
    rows: int
    sha256: str
    heads: dict[str, object]

    def as_dict(self) -> dict[str, object]:
        """Give the facts as the log keeps them."""
        return asdict(self)


def pdf_of(
    scene: Scene,
    rows: Sequence[Row],
    columns: Sequence[tuple[str, str]],
    facts: Facts,
    *,
    zone: str,
    question: Sequence[tuple[str, str]],
) -> bytes:
    """Print rows for an auditor's file."""
    context: dict[str, Any] = {
        "lang": scene.lang,
        "exercise": scene.exercise,
        "is_audit": facts.screen == "audit",
        "headings": [label for _name, label in columns],
        "rows": [[getattr(row, name) for name, _label in columns] for row in rows],
        "facts": facts,
        "head": facts.heads["exercises" if scene.exercise else "real"],
        "question": question,
        "verified": last_check(zone, scene.lang),
        "person": scene.person(scene.user),
        "time": moment_label(scene.at, zone, scene.lang),
        "operator": settings.OPERATOR_NAME[scene.lang],
    }
    return _set(render_to_string("desk/history/report.html", context))


def _set(html: str) -> bytes:
    try:
        # It needs Pango when it is imported; nothing else of the portal does.
        from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        text = _("This machine can't make a PDF yet. Its operator installs: %(packages)s")
        raise CannotPrint(text % {"packages": PACKAGES}) from error
    sheet = CSS(filename=finders.find(STYLE), url_fetcher=_fetch_nothing)
    page = HTML(string=html, url_fetcher=_fetch_nothing)
    body: bytes = page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
    return body


def _fetch_nothing(url: str, *args: Any, **options: Any) -> NoReturn:
    raise ValueError(f"a report fetches nothing, and not {url}")
