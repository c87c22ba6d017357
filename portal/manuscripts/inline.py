"""Bold words, links, paragraphs and lists as the HTML that a body stores."""

import re
from html import escape

from portal.manuscripts.blocks import Chunk

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_SAFE_ADDRESS = re.compile(r"https?://|/(?!/)|tel:")
_ITEM = re.compile(r"- |\d+\. ")


def inline(chunk: Chunk, text: str, offset: int = 0) -> str:
    """Write one run of text: markup is escaped, bold words and links are made."""

    def anchor(match: re.Match[str]) -> str:
        label, address = match.groups()
        if not _SAFE_ADDRESS.match(address):
            reason = f"{address!r} is neither a web address nor a path of the portal"
            raise chunk.wrong(reason, offset)
        return f'<a href="{address.replace(chr(34), "%22")}">{label}</a>'

    return _LINK.sub(anchor, _BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))


def is_list(chunk: Chunk) -> bool:
    """Tell whether every line is a point of one list."""
    return all(_ITEM.match(line) for line in chunk.lines)


def points(chunk: Chunk) -> str:
    """Write a list; one that begins with a number is numbered."""
    name = "ul" if chunk.lines[0].startswith("- ") else "ol"
    rows = (
        f"<li>{inline(chunk, _ITEM.sub('', line, count=1), offset)}</li>"
        for offset, line in enumerate(chunk.lines)
    )
    return f"<{name}>{''.join(rows)}</{name}>"


def prose(chunk: Chunk) -> str:
    """Write paragraphs and lists that blank lines part."""
    html: list[str] = []
    lines: list[str] = []
    start = 0
    for offset, line in enumerate((*chunk.lines, "")):
        if line.strip():
            start = start if lines else offset
            lines.append(line)
        elif lines:
            part = Chunk(chunk.name, chunk.line + start, tuple(lines))
            html.append(points(part) if is_list(part) else f"<p>{inline(part, part.joined)}</p>")
            lines = []
    return "".join(html)
