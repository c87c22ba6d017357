"""The records that the demo's texts name: speakers, and the sources of their article."""

from collections.abc import Mapping
from typing import Any

from portal.news.bodies import NoReferences
from portal.news.demo_texts import DemoItem
from portal.news.models import Person


class DemoReferences(NoReferences):
    """Answer for what the texts of one demo item name; the demo has no files of its own."""

    def __init__(self, item: DemoItem) -> None:
        self.item = item

    def speaker(self, slug: str) -> int:
        """Give the key of a person."""
        return int(Person.objects.values_list("pk", flat=True).get(slug=slug))

    def source(self, number: int) -> Mapping[str, Any]:
        """Give outlet, link and day of one of the article's sources, counted from 1."""
        cited = self.item.sources[number - 1]
        return {
            "outlet": cited.outlet,
            "link": cited.url,
            "said_on": cited.date and cited.date.isoformat(),
            "is_month_only": cited.is_month_only,
        }
