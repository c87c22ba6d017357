"""What an open live post asks every half minute: how many entries are new."""

from typing import Any

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from portal.news.models import LivePage

LONGEST_NUMBER = 9
KEPT = "public, max-age=5"


@require_safe
def new_entries(request: HttpRequest, slug: str) -> HttpResponse:
    """Count the entries after the one that a reader has seen; the same answer has the same tag."""
    seen = request.GET.get("after", "0")
    if not (seen.isascii() and seen.isdigit() and len(seen) <= LONGEST_NUMBER):
        return JsonResponse({"error": "after: a whole number"}, status=400)
    last, is_ended = _state(slug)
    new = max(0, last - int(seen))
    answer: HttpResponse = JsonResponse({"new": new, "ended": is_ended})
    answer.headers["ETag"] = tag = quote_etag(f"{new}-{int(is_ended)}")
    answer.headers["Cache-Control"] = KEPT
    found = get_conditional_response(request, etag=tag, response=answer)
    if isinstance(found, HttpResponseNotModified):
        found.headers["Cache-Control"] = KEPT
    return found or answer


def _state(slug: str) -> tuple[int, bool]:
    """Return the number of the last public entry, and whether the post has ended."""
    posts: Any = LivePage.objects.live().filter(slug=slug)
    # Numbers have no gaps and drafts have none: the highest is how many there are.
    row = posts.values("state__ended_at").annotate(last=Max("entries__number")).first()
    if row is None:
        raise Http404
    return row["last"] or 0, row["state__ended_at"] is not None
