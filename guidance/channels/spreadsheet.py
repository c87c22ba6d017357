"""Tables as CSV for spreadsheets, which must take no cell for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

MEDIA_TYPE = "text/csv; charset=utf-8"
BOM = "\ufeff"  # spreadsheets take a file without it for another encoding
# Some spreadsheets calculate what begins with the wide forms, too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def sheet_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table whose first row names its columns."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (BOM + sheet.getvalue()).encode()


def harmless(cell: str) -> str:
    """Let a spreadsheet read as text what it would calculate."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
