"""Folders of files read as articles, and the reasons why some can't be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from portal.manuscripts import MalformedText
from portal.manuscripts.items import Item
from portal.news.moving_in.facts import item_of
from portal.news.moving_in.front_matter import Written, read

NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.(kk|ru|en)\.md", re.ASCII)
NEEDED = ("kk", "ru")


@dataclass
class Moved:
    """Hold the articles that could be read and what is wrong with the others."""

    items: list[Item] = field(default_factory=list)
    problems: list[MalformedText] = field(default_factory=list)


def read_folder(folder: Path) -> Moved:
    """Read all articles of a folder and of the folders in it, in order of their addresses."""
    moved, files = Moved(), dict[str, dict[str, Path]]()
    for path in sorted(folder.rglob("*.md")):
        match = NAME.fullmatch(path.name)
        if match is None:
            reason = "a file is called ADDRESS.LANGUAGE.md, such as yellow-level.kk.md"
            moved.problems.append(MalformedText(str(path), 1, reason))
        elif match[2] in files.setdefault(match[1], {}):
            reason = "another folder has a file of this name"
            moved.problems.append(MalformedText(str(path), 1, reason))
        else:
            files[match[1]][match[2]] = path
    for address, paths in sorted(files.items()):
        _read_item(address, paths, moved)
    return moved


def _read_item(address: str, paths: dict[str, Path], moved: Moved) -> None:
    written, problems = dict[str, Written](), list[MalformedText]()
    for language in (lang for lang in ("kk", "ru", "en") if lang in paths):
        try:
            written[language] = read(paths[language])
        except MalformedText as wrong:
            problems.append(wrong)
    problems += _missing(paths)
    if not problems:
        try:
            moved.items.append(item_of(address, written))
        except MalformedText as wrong:
            problems.append(wrong)
    moved.problems += problems


def _missing(paths: dict[str, Path]) -> Iterable[MalformedText]:
    somewhere = next(iter(paths.values()))
    for language in NEEDED:
        if language not in paths:
            yield MalformedText(str(somewhere), 1, f"there is no file in {language} beside this")
