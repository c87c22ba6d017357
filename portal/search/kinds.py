"""What can be found, and the order in which a reader is shown it."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Name what a found page is; in addresses the same word in lower case."""

    STATEMENT = "STATEMENT", _("Official statement")
    NEWS = "NEWS", _("News")
    COMMENT = "COMMENT", _("Expert comment")
    EXPLAINER = "EXPLAINER", _("Explainer")
    LIVE = "LIVE", _("Live post")
    CORRECTION = "CORRECTION", _("Correction")
    ADVICE = "ADVICE", _("Advice")
    PAGE = "PAGE", _("About the portal and the levels")


@dataclass(frozen=True, slots=True)
class Group:
    """Name a part of the answer: its kinds, and how many of them stand on the first page."""

    key: str
    name: Any  # told in the reader's language when it is printed
    kinds: tuple[Kind, ...]
    share: int


ARTICLE = "article"
GROUPS = (
    Group("statement", _("Official statements"), (Kind.STATEMENT,), 3),
    Group(
        ARTICLE,
        _("News and comments"),
        (Kind.NEWS, Kind.COMMENT, Kind.EXPLAINER, Kind.LIVE, Kind.CORRECTION),
        10,
    ),
    Group("advice", _("Advice"), (Kind.ADVICE,), 3),
    Group("page", _("About the portal and the levels"), (Kind.PAGE,), 3),
)
GROUP_OF = {kind: group for group in GROUPS for kind in group.kinds}
