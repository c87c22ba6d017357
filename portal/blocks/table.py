"""A table with a caption, a name for every column and every row."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from portal.blocks.words import line
from portal.text_checks import refuse_bad_line, refuse_longer

LONGEST_NAME = 120
MOST_COLUMNS = 6
MOST_ROWS = 60


def named_rows(table: Any) -> list[list[tuple[str, str]]]:
    """Pair every cell with the heading of its column: narrow screens print it at the cell."""
    headings = [column["heading"] for column in table.columns]
    return [list(zip(headings, row["values"], strict=True)) for row in table.row_data]


class TableBlock(TypedTableBlock):
    """Hold a table of short texts; the first cell of a row names it."""

    text = line(300, required=False, label=_("text"))

    class Meta:
        icon = "table"
        label = _("table")
        template = "components/blocks/table.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the rows with their headings."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return context | {"rows": named_rows(value)}

    def clean(self, table: Any) -> Any:
        """Refuse a table that a listener couldn't find their way in."""
        cleaned = super().clean(table)
        if not self.is_deferred_validation:
            _refuse_nameless(cleaned)
        for name in (cleaned.caption, *(column["heading"] for column in cleaned.columns)):
            _refuse_bad_name(name)
        return cleaned


def _refuse_nameless(table: Any) -> None:
    if not table.caption.strip():
        raise _refusal(_("Give the table a caption."))
    if not table.columns or not table.row_data:
        raise _refusal(_("A table needs a column and a row at least."))
    if not all(column["heading"].strip() for column in table.columns):
        raise _refusal(_("Give every column a heading."))
    if not all(str(row["values"][0] or "").strip() for row in table.row_data):
        raise _refusal(_("Fill in the first cell of every row: it names the row."))
    if len(table.columns) > MOST_COLUMNS or len(table.row_data) > MOST_ROWS:
        raise _refusal(
            _("At most %(columns)s columns and %(rows)s rows."),
            columns=MOST_COLUMNS,
            rows=MOST_ROWS,
        )


def _refuse_bad_name(name: str) -> None:
    try:
        refuse_longer(name, LONGEST_NAME)
        refuse_bad_line(name)
    except ValidationError as refused:
        raise TypedTableBlockValidationError(non_block_errors=[refused]) from refused


def _refusal(message: Any, **params: Any) -> TypedTableBlockValidationError:
    return TypedTableBlockValidationError(
        non_block_errors=[ValidationError(message, params=params)]
    )
