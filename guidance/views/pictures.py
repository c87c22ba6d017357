"""How a picture is answered: kept for ever under its version, briefly without one."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from guidance.channels.cards.address import address_of
from guidance.channels.cards.drawing import png
from guidance.channels.cards.layout import DEFAULT, FORMATS
from guidance.channels.cards.story import Story

KEPT_PICTURES = 200  # some 15 MB of memory
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold a story to draw; two of the same version are the same picture."""

    version: str
    format: str
    story: Story = field(compare=False)


@lru_cache(maxsize=KEPT_PICTURES)
def drawn(picture: Picture) -> bytes:
    """Draw a picture, once as long as it is kept."""
    return png(picture.story, picture.format)


def picture_of(request: HttpRequest, story: Story, at: datetime) -> HttpResponse:
    """Answer with the picture of a story; an old version leads to the present one."""
    name, asked = request.GET.get("format", DEFAULT), request.GET.get("v")
    if name not in FORMATS:
        raise Http404(_("There is no such page"))
    version = story.version(at)
    if asked is not None and asked != version:
        response: HttpResponse = HttpResponseRedirect(address_of(request.path, version, name))
        response["Cache-Control"] = "no-store"
        return response
    etag = f'"{version}-{name}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        drawn(Picture(version, name, story)), content_type="image/png"
    )
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER if asked else "no-cache"
    # Messengers and other sites show pictures in pages of their own.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
