"""What the editor of a page offers at its foot: send it for reading, or read and decide."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem

from portal.news.models import NewsPage, SecondReading


class SendForReading(SubmitForModerationMenuItem):
    """Say in the editor's language what the button does; the workflow's name has one for all."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Put our words in place of the workflow's name."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"label": _("Send to a second reader")}


class ReadAndDecide(ActionMenuItem):
    """Lead to the page of the second reading; the form beside it is locked."""

    name = "second-reading"
    label = _("Read and decide")
    icon_name = "glasses"

    def is_shown(self, context: Any) -> bool:
        """Show it while the page waits for a reader."""
        return True

    def get_url(self, parent_context: Any) -> str:
        """Return the address of the second reading."""
        return reverse("second_reading", args=[parent_context["page"].pk])


def offer_second_reading(items: list[Any], request: HttpRequest, context: Any) -> None:
    """Offer the second reading where a page waits for it, and name its button ours elsewhere."""
    page = context.get("page")
    if isinstance(page, NewsPage) and isinstance(page.current_workflow_task, SecondReading):
        items.insert(0, ReadAndDecide())
    for position, item in enumerate(items):
        if type(item) is SubmitForModerationMenuItem:
            items[position] = SendForReading(order=item.order)
