"""Who acted last upon a level, and in which languages its words stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.models import LANGUAGES, Declaration, Origin

ROWS = ("reason", "end_reason", "authority_post")


@dataclass(frozen=True, slots=True)
class Acted:
    """Hold who approved an act, where to find it, and whether each language has its words."""

    pk: int = 0
    by: str = ""
    languages: Sequence[tuple[str, bool]] = ()


def acted(scene: Scene, declaration: Declaration, *, is_own: bool) -> Acted:
    """Tell of a published act; of another desk's people only which desk they sit at."""
    return Acted(
        pk=declaration.pk if is_own else 0,
        by=_actor(scene, declaration, is_own=is_own),
        languages=languages_ready(declaration),
    )


def languages_ready(declaration: Declaration) -> list[tuple[str, bool]]:
    """Tell of each language whether it has the words that any language has."""
    begun = [row for row in ROWS if any(_cell(declaration, row, lang) for lang in LANGUAGES)]
    rows = {"reason", *begun}
    return [(lang, all(_cell(declaration, row, lang) for row in rows)) for lang in LANGUAGES]


def _cell(declaration: Declaration, row: str, lang: str) -> str:
    return str(getattr(declaration, f"{row}_{lang}"))


def _actor(scene: Scene, declaration: Declaration, *, is_own: bool) -> str:
    if declaration.origin == Origin.ARCHIVE:
        return _("archive")
    return scene.person(declaration.approver) if is_own else declaration.desk.name
