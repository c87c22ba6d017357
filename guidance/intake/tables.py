"""Tables in files: rows with the line that each begins on, and errors that name the place."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

LONGEST_CELL = 10_000


@dataclass
class FileError(Exception):
    """Name file, line, column and reason; line 0 stands for the file itself."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = [self.file]
        if self.line:
            place.append(_("line %(line)d") % {"line": self.line})
        if self.column:
            place.append(_("column %(column)s") % {"column": self.column})
        return f"{', '.join(place)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the cells of a row by column, and the line on which it begins."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, column: str, reason: str) -> FileError:
        """Make the error that names this row."""
        return FileError(self.file, self.line, column, reason)


def read_table(path: Path, header: Sequence[str]) -> list[Row]:
    """Read a CSV file in UTF-8 whose header is exactly this."""
    lines = _lines(path)
    rows = _rows(path.name, lines)
    first = next(rows, None)
    if first is None or first[1] != list(header):
        line = 1 if first is None else first[0]
        expected = ",".join(header)
        raise FileError(
            path.name, line, "", _("the header must be exactly: %(header)s") % {"header": expected}
        )
    return [_row(path.name, line, cells, header) for line, cells in rows]


def _lines(path: Path) -> list[str]:
    try:
        body = path.read_bytes()
    except OSError as problem:
        raise FileError(str(path), 0, "", problem.strerror or str(problem)) from problem
    lines = body.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    texts: list[str] = []
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as problem:
            raise FileError(path.name, number, "", _("this is not UTF-8")) from problem
        if "\0" in text:
            raise FileError(path.name, number, "", _("there is a NUL character"))
        texts.append(text + "\n")
    return texts


def _rows(file: str, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line on which it begins."""
    previous = csv.field_size_limit(max(map(len, lines), default=0) + sum(map(len, lines)))
    reader = csv.reader(lines, strict=True)
    begins = 1
    try:
        for cells in reader:
            is_blank = not cells or (len(cells) == 1 and not cells[0].strip())
            if not is_blank:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as problem:
        reason = _("this row cannot be read: %(problem)s") % {"problem": problem}
        raise FileError(file, begins, "", reason) from problem
    finally:
        csv.field_size_limit(previous)


def _row(file: str, line: int, cells: list[str], header: Sequence[str]) -> Row:
    if len(cells) != len(header):
        reason = _("there are %(found)d cells, not %(expected)d") % {
            "found": len(cells),
            "expected": len(header),
        }
        raise FileError(file, line, "", reason)
    row = Row(file, line, dict(zip(header, (cell.strip() for cell in cells), strict=True)))
    for column, cell in row.cells.items():
        if len(cell) > LONGEST_CELL:
            reason = _("the cell has more than %(most)d characters") % {"most": LONGEST_CELL}
            raise row.error(column, reason)
    return row
