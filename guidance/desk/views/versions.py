"""The versions of one draft, and the difference between two of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guidance.desk.history.versions import Kept, facts_of, kept_versions, texts_of
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.views.door import at_the_desk, declaration_or_404, page
from guidance.models import LANGUAGES
from guidance.publishing.people import concerned


@at_the_desk
def versions(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Show who saved which version, and what differs between the two that were chosen."""
    found = declaration_or_404(scene, pk)
    named = concerned(found)
    zone = scene.zone(named[0]) if named else scene.zone(scene.home)
    kept = kept_versions(scene, found, zone)
    context = page(
        heading(scene, found, named), crumb=_("Versions"), found=found, kept=kept,
        languages=LANGUAGES,
    )  # fmt: skip
    chosen = _chosen(request, kept)
    if chosen is not None:
        old, new = chosen
        facts = facts_of(scene, old.content, new.content)
        texts = texts_of(old.content, new.content)
        context |= {"old": old, "new": new, "facts": facts, "texts": texts}
    return render(request, "desk/history/versions.html", context)


def _chosen(request: HttpRequest, kept: list[Kept]) -> tuple[Kept, Kept] | None:
    """Take the two versions of the address; what it does not name are the last two."""
    if len(kept) < 2:
        return None
    by_number = {str(each.version): each for each in kept}
    new = by_number.get(request.GET.get("new", ""), kept[-1])
    before = [each for each in kept if each.version < new.version] or [new]
    return by_number.get(request.GET.get("old", ""), before[-1]), new
