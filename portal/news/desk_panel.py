"""The panel of missing translations on the first page of the desk."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from guidance.desk.board.panels import Tally, tally
from guidance.desk.scene import Scene
from portal.news.models import NewsPage
from portal.translated import LANGUAGE_CODES


class MissingTranslationsPanel:
    """Show how many live articles lack each language, and since when the oldest does."""

    name = "missing-translations"
    order = 200
    template = "news/translations/panel.html"

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        """Count the articles without each language."""
        for code in LANGUAGE_CODES:
            yield tally(
                NewsPage.objects.live().lacking(code), f"{self.name}-{code}", "published_at"
            )

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Name the languages in which something is missing; an exercise has no articles."""
        if scene.exercise:
            return None
        tallies = ((c, n, counted.get(f"{self.name}-{c}", Tally())) for c, n in settings.LANGUAGES)
        return {"lines": [(c, n, t.number, _day(t)) for c, n, t in tallies if t.number]}


def _day(tally: Tally) -> str:
    return date_format(localtime(tally.since), "DATE_FORMAT") if tally.since else ""
