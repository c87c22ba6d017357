"""How static files are stored: hashed, compressed, the portal's style sheets joined into one."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# What every page has, and what pages to read in have beside it: a citizen's first view is one file.
SITE_STYLE = "portal/site.css"
READING_STYLE = "portal/reading.css"
REFERENCE_STYLE = "portal/reference.css"
LIVE_STYLE = "portal/live.css"
LITE_STYLE = "portal/lite.css"
STYLES = (SITE_STYLE, READING_STYLE, REFERENCE_STYLE, LIVE_STYLE, LITE_STYLE)
_SCRIPT = re.compile(r"portal/js/.+\.js$")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r'@import url\("([^"]+)"\);')
_INDENT = re.compile(r"\n\s*")


def joined_style(read: Callable[[str], str], name: str = SITE_STYLE) -> str:
    """Replace each import of a list by the text it names, in the order of the list."""

    def imported(match: re.Match[str]) -> str:
        return read(f"portal/{match[1]}")

    return lightened(_IMPORT.sub(imported, read(name)))


def lightened(text: str) -> str:
    """Leave out what only the readers of a source need: comments and indentation."""
    return _INDENT.sub("\n", _COMMENT.sub("", text)).strip() + "\n"


class JoinedManifestStorage(CompressedManifestStaticFilesStorage):
    """Serve hashed, compressed files; before they are collected, the files as they are."""

    def stored_name(self, name: str) -> str:
        """Name the hashed file, or the plain one where it was not collected.

        A page without its style is still read; a page that fails for want of a manifest is not.
        """
        is_collected = self.hash_key(self.clean_name(name)) in self.hashed_files
        return str(super().stored_name(name)) if is_collected else name

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """Join the style sheets, lighten the scripts, then hash and compress everything."""
        made = [name for name in (*STYLES, *filter(_SCRIPT.match, paths)) if name in paths]
        for name in () if dry_run else made:
            self._make(paths, name)
            paths = {**paths, name: (self, name)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _make(self, paths: dict[str, Any], made: str) -> None:
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as source:
                return str(source.read().decode())

        text = joined_style(read, made) if made in STYLES else lightened(read(made))
        self.delete(made)
        self._save(made, ContentFile(text.encode()))
