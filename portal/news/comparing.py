"""How two versions of an article are set side by side in the history of a page."""

from typing import Any

from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.compare import M2MFieldComparison, register_comparison_class


class NamesComparison(M2MFieldComparison):
    """Name the regions and topics that came and went; a region by itself says its code."""

    def get_item_display(self, item: Any) -> str:
        """Return the name in the editor's language."""
        return str(item.name)


def compare_by_name() -> None:
    """Let Wagtail compare what articles are about by name."""
    register_comparison_class(ParentalManyToManyField, comparison_class=NamesComparison)
