"""The sizes of pictures on public pages, and the cutting of all of them before a reader asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.images import get_image_model


@dataclass(frozen=True, slots=True)
class Place:
    """Hold how a picture is cut for one place on a page; the last cuts are for old browsers."""

    cuts: tuple[str, ...]
    formats: tuple[str, ...]
    old: tuple[str, ...]
    sizes: str = ""

    def specs(self) -> Iterator[str]:
        """Give the names of all cuts, as Wagtail spells them."""
        for form in self.formats:
            yield from (f"{cut}|format-{form}" for cut in self.cuts)
        yield from (f"{cut}|format-jpeg" for cut in self.old)


# A phone of 360 CSS pixels with two or three dots a pixel takes 800 or 1200.
PLACES = {
    "text": Place(
        cuts=("width-400", "width-800", "width-1200"),
        formats=("avif", "webp"),
        old=("width-400", "width-800"),
        sizes="(min-width: 60em) 42rem, 100vw",
    ),
    "card": Place(cuts=("fill-480x270",), formats=("avif", "webp"), old=("fill-480x270",)),
    # So small that a third format would weigh more in the page than it saves.
    "row": Place(cuts=("fill-240x160",), formats=("webp",), old=("fill-240x160",)),
}


def cut(pk: int) -> None:
    """Cut a picture to every size that public pages show."""
    picture = get_image_model().objects.filter(pk=pk).first()
    if picture is not None:
        picture.get_renditions(*(spec for place in PLACES.values() for spec in place.specs()))


def cut_when_stored(picture: Any) -> None:
    """Cut a picture once it is stored for good; a failure leaves it to the first reader."""
    transaction.on_commit(partial(cut, picture.pk), robust=True)
