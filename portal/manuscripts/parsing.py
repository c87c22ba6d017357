"""Cutting a text into its headline, its lead and its blocks."""

from collections.abc import Iterator

from portal.manuscripts.blocks import Block, Chunk, Text
from portal.manuscripts.boxes import FENCE, box
from portal.manuscripts.inline import inline, is_list, points

HEADINGS = {"## ": "heading", "### ": "subheading"}
BEGINNINGS = ("#", "- ", ">", "|", FENCE)


def parse(name: str, source: str, first_line: int = 1) -> Text:
    """Read a text; `name` and `first_line` tell where it stands, for whoever corrects it."""
    chunks = list(_chunks(name, source, first_line))
    if not chunks or not chunks[0].lines[0].startswith("# ") or len(chunks[0].lines) > 1:
        raise Chunk(name, first_line, ()).wrong("expected '# ' with the headline, alone")
    headline, *rest = chunks
    if not rest or rest[0].lines[0].startswith(BEGINNINGS):
        raise headline.wrong("expected a lead after the headline: one paragraph")
    lead, *body = rest
    blocks = tuple(_block(chunk) for chunk in body)
    return Text(headline.lines[0].removeprefix("# ").strip(), lead.joined, blocks, name)


def _chunks(name: str, source: str, first_line: int) -> Iterator[Chunk]:
    lines: list[str] = []
    start = first_line
    for number, line in enumerate((*source.splitlines(), ""), start=first_line):
        is_in_box = bool(lines) and lines[0].startswith(FENCE) and not _is_closed(lines)
        if line.strip() or is_in_box:
            start = start if lines else number
            lines.append(line.rstrip())
        elif lines:
            yield Chunk(name, start, tuple(lines))
            lines = []
    if lines:
        raise Chunk(name, start, ()).wrong(f"this box has no end: a line with {FENCE} alone")


def _is_closed(lines: list[str]) -> bool:
    return len(lines) > 1 and lines[-1] == FENCE


def _block(chunk: Chunk) -> Block:
    first = chunk.lines[0]
    if first.startswith(FENCE):
        return box(chunk)
    for mark, kind in HEADINGS.items():
        if first.startswith(mark) and len(chunk.lines) == 1:
            return Block(kind, inline(chunk, first.removeprefix(mark).strip()), line=chunk.line)
    if is_list(chunk):
        return Block("list", points(chunk), line=chunk.line)
    for offset, line in enumerate(chunk.lines):
        if line.startswith(BEGINNINGS):
            raise chunk.wrong(f"what is {line[:20]!r}? A blank line may be missing", offset)
    return Block("paragraph", inline(chunk, chunk.joined), line=chunk.line)
