"""The facts on top of a file, and the text under them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.manuscripts import MalformedText

FENCE = "---"
LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """Hold what a file says: its facts by name, its text and the line at which that begins."""

    path: Path
    facts: dict[str, Any]
    text: str
    first_line: int


class OnceLoader(yaml.SafeLoader):
    """Read plain data; a name that stands twice is an error, not the second of two."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        names = [self.construct_object(key, deep=True) for key, _value in node.value]
        if doubled := {str(name) for name in names if names.count(name) > 1}:
            raise yaml.MarkedYAMLError(
                problem=f"{', '.join(sorted(doubled))} stands twice", problem_mark=node.start_mark
            )
        return super().construct_mapping(node, deep)


def read(path: Path) -> Written:
    """Read a file; what can't be read is named by its line."""
    if path.stat().st_size > LARGEST_FILE:
        raise MalformedText(str(path), 1, f"the file is larger than {LARGEST_FILE} bytes")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as wrong:
        raise MalformedText(str(path), 1, "the file is no UTF-8 text") from wrong
    if not lines or lines[0].rstrip() != FENCE or FENCE not in map(str.rstrip, lines[1:]):
        reason = f"the facts of the article stand on top, between two lines {FENCE}"
        raise MalformedText(str(path), 1, reason)
    end = [line.rstrip() for line in lines].index(FENCE, 1)
    facts = _facts(path, "\n".join(lines[1:end]))
    return Written(path, facts, "\n".join(lines[end + 1 :]), end + 2)


def _facts(path: Path, source: str) -> dict[str, Any]:
    try:
        found = yaml.load(source, Loader=OnceLoader)  # noqa: S506  (it is a SafeLoader)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line if wrong.problem_mark else 0
        raise MalformedText(str(path), line + 2, str(wrong.problem)) from wrong
    except yaml.YAMLError as wrong:
        raise MalformedText(str(path), 2, str(wrong)) from wrong
    except ValueError as wrong:  # a day that is none: 2016-02-30
        raise MalformedText(str(path), 2, str(wrong)) from wrong
    if not isinstance(found, dict):
        raise MalformedText(str(path), 2, "the facts are lines of the form 'name: value'")
    return {str(name): value for name, value in found.items()}
