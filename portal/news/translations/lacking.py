"""Alternative texts that live articles lack in one language: pages that look complete."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from portal.news.models import NewsPage
from portal.news.translations.texts import stored_body

PICTURE = "picture"


def silent(language: str) -> Q:
    """Select the states of live pages on which a telling picture is silent in a language."""
    live = NewsPage.objects.live().filter(picture__isnull=False)
    own = live.filter(_without(f"picture__alt_{language}"), pk=OuterRef("page_id"))
    return Q(language=language) & (Q(Exists(own)) | Q(page_id__in=_silent_in_bodies(language)))


def is_silent(page: Any, language: str, pictures: Mapping[int, Any]) -> bool:
    """Tell whether a page's own picture, or a telling one of its text, has no words."""
    shown = [pictures.get(pk) for pk in telling(page, language)]
    return any(each is not None and not getattr(each, f"alt_{language}") for each in shown)


def telling(page: Any, language: str) -> Iterator[int]:
    """Give the pictures of a page that say something."""
    if getattr(page, "picture_id", None) is not None:
        yield page.picture_id
    for block in stored_body(page, "body", language):
        if block["type"] == PICTURE and not block["value"].get("is_decorative"):
            yield block["value"].get("picture")


def pictures_of(pages: Iterable[Any], languages: Sequence[str]) -> Mapping[int, Any]:
    """Load the telling pictures of some pages."""
    wanted = {pk for page in pages for lang in languages for pk in telling(page, lang)}
    return dict(get_image_model().objects.in_bulk(wanted))


def _without(name: str) -> Q:
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def _silent_in_bodies(language: str) -> list[int]:
    """Name the live pages with such a picture in their text: few, so each is looked at."""
    images = get_image_model()
    wordless = images.objects.filter(_without(f"alt_{language}"))
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(images),
        to_object_id__in=wordless.annotate(key=Cast("pk", CharField())).values("key"),
        content_path__startswith=f"body_{language}.",
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    pages = list(NewsPage.objects.live().filter(pk__in=keys).order_by("pk"))
    pictures = pictures_of(pages, [language])
    return [page.pk for page in pages if is_silent(page, language, pictures)]
