"""What the editor's preview is looked through for: Wagtail's own checks, quotes and pictures."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem


def _rule(name: str, selector: str) -> dict[str, Any]:
    # A rule of axe fails where the selector finds something: the check "exists" always answers yes.
    return {
        "id": name,
        "impact": "serious",
        "selector": selector,
        "tags": ["best-practice"],
        "none": ["exists"],
        "enabled": True,
    }


class ArticleChecks(ContentCheckerItem):
    """Look at the article alone, not at the frame around it."""

    axe_include = ["main"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, "quote-source", "picture-alt"]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        _rule("quote-source", "figure.quote:not(:has(figcaption a, figcaption cite))"),
        _rule("picture-alt", ".art > figure.picture img[alt='']"),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "quote-source": {
            "error_name": _("Somebody's words have no source"),
            "help_text": _("Say where they were heard or read."),
        },
        "picture-alt": {
            "error_name": _("The picture of the page has no alternative text in this language."),
            "help_text": _("What the picture shows, for whoever does not see it."),
        },
    }


def check_articles(request: Any, items: list[Any], page: Any) -> None:
    """Put our checks in the place of Wagtail's."""
    for position, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[position] = ArticleChecks(in_editor=item.in_editor)
