"""The level of a place inside the text: when published, and now."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from guidance.models import Region


def places() -> list[tuple[str, str]]:
    """List the places by code, named in the editor's language."""
    return [(region.code, f"{region.code} {region.name}") for region in Region.objects.by_code()]


class LevelBlock(blocks.StructBlock):
    """Show the level frozen at publication beside the one computed for each reader."""

    place = blocks.ChoiceBlock(choices=places, label=_("place"))

    class Meta:
        icon = "warning"
        label = _("level of a place")
        template = "components/blocks/level.html"

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Take the codes as they are stored: a reader's page needs no list of all places."""
        return [self._to_struct_value([("place", value.get("place", ""))]) for value in values]


def places_of(body: Any) -> Iterator[str]:
    """Give the codes of the places whose levels a body shows."""
    for block in body.raw_data if body else ():
        if block["type"] == "level" and block["value"].get("place"):
            yield block["value"]["place"]
