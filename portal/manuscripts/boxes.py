"""The boxes of a text: each kind reads its own lines."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from portal.manuscripts.blocks import Block, Chunk
from portal.manuscripts.inline import inline, prose

FENCE = ":::"
Value = dict[str, Any]
_KEY = re.compile(r"([a-z]+): +(\S.*)")
_FACT = re.compile(r"- ([^:]+): +(\S.*)")
_ENTRY = re.compile(r"- (\d{4}-\d\d-\d\d) \| ?([^|]*?) ?\| (\S.*)")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_MONTH = re.compile(r"\d{4}-\d\d")


def box(chunk: Chunk) -> Block:
    """Read a box from its first line to its end."""
    kind, _space, argument = chunk.lines[0].removeprefix(FENCE).strip().partition(" ")
    if chunk.lines[-1] != FENCE or len(chunk.lines) < 2:
        raise chunk.wrong(f"this box has no end: a line with {FENCE} alone")
    if kind not in READERS:
        raise chunk.wrong(f"there is no box {kind!r}; there are: {', '.join(sorted(READERS))}")
    inside = Chunk(chunk.name, chunk.line + 1, chunk.lines[1:-1])
    return Block(kind, value=READERS[kind](inside, argument.strip()), line=chunk.line)


def _facts(inside: Chunk, title: str) -> Value:
    rows = _matches(inside, _FACT, "- name: text")
    facts = [{"name": name, "text": text} for name, text in rows]
    return {"title": _needed(inside, title, "a title"), "facts": facts}


def _timeline(inside: Chunk, title: str) -> Value:
    entries = []
    for offset, row in enumerate(_matches(inside, _ENTRY, "- 2016-07-18 | 17:09 | text")):
        day, hour, text = row
        html = f"<p>{inline(inside, text, offset)}</p>"
        entries.append({"day": str(_day(inside, day, offset)), "hour": hour, "text": html})
    return {"title": _needed(inside, title, "a title"), "entries": entries}


def _questions(inside: Chunk, _argument: str) -> Value:
    pairs = []
    starts = [number for number, line in enumerate(inside.lines) if line.startswith("? ")]
    if not starts or starts[0] != 0:
        raise inside.wrong("a question begins with '? '")
    for start, end in zip(starts, [*starts[1:], len(inside.lines)], strict=True):
        answer = Chunk(inside.name, inside.line + start + 1, inside.lines[start + 1 : end])
        html = _needed(answer, prose(answer), "an answer")
        pairs.append({"question": inside.lines[start].removeprefix("? ").strip(), "answer": html})
    return {"pairs": pairs}


def _table(inside: Chunk, caption: str) -> Value:
    numbered = [
        (number, row) for number, row in enumerate(inside.lines) if not _RULE.fullmatch(row)
    ]
    rows = [_cells(inside, row, number) for number, row in numbered]
    if len(rows) < 2:
        raise inside.wrong("a table has a row of headings and a row under it")
    for (number, _row), cells in zip(numbered, rows, strict=True):
        if len(cells) != len(rows[0]):
            raise inside.wrong(f"this row has {len(cells)} cells, not {len(rows[0])}", number)
    return {
        "columns": [{"type": "text", "heading": heading} for heading in rows[0]],
        "rows": [{"values": cells} for cells in rows[1:]],
        "caption": _needed(inside, caption, "a caption"),
    }


def _cells(inside: Chunk, row: str, offset: int) -> list[str]:
    if not (row.startswith("|") and row.endswith("|") and len(row) > 1):
        raise inside.wrong("a row of a table begins and ends with |", offset)
    return [cell.strip() for cell in row[1:-1].split("|")]


def _quote(inside: Chunk, _argument: str) -> Value:
    keys, rest = _keys(inside, {"speaker"}, QUOTE_KEYS)
    if "source" not in keys and not {"outlet", "said"} <= set(keys):
        raise inside.wrong("a quote names its source: source: 1, or outlet: and said:")
    if "source" in keys and not keys["source"].isdigit():
        raise inside.wrong(f"source: {keys['source']!r} is no number")
    mode = keys.get("mode", "verbatim").upper()
    if mode not in ("VERBATIM", "PARAPHRASE"):
        raise inside.wrong("mode is verbatim or paraphrase")
    value: Value = {
        "mode": mode,
        "text": _needed(rest, prose(rest), "words after a blank line"),
        "speaker": keys["speaker"],
        "language": keys.get("language", ""),
        "is_translated": keys.get("translated") == "yes",
    }
    value |= {name: keys[name] for name in ("outlet", "link") if name in keys}
    value |= {"source": int(keys["source"])} if "source" in keys else {}
    return value | (_said(inside, keys["said"]) if "said" in keys else {})


def _said(inside: Chunk, text: str) -> Value:
    is_month_only = bool(_MONTH.fullmatch(text))
    day = _day(inside, f"{text}-01" if is_month_only else text)
    return {"said_on": str(day), "is_month_only": is_month_only}


def _document(inside: Chunk, file: str) -> Value:
    keys, _rest = _keys(inside, {"name", "language"}, set())
    return {"document": _needed(inside, file, "the name of a file"), **keys}


def _video(inside: Chunk, _argument: str) -> Value:
    return {**_keys(inside, {"title", "outlet", "link", "length", "language"}, set())[0]}


def _picture(inside: Chunk, file: str) -> Value:
    keys, _rest = _keys(inside, set(), {"caption", "decorative"})
    return {
        "picture": _needed(inside, file, "the name of a file"),
        "caption": keys.get("caption", ""),
        "is_decorative": keys.get("decorative") == "yes",
    }


def _advice(inside: Chunk, group: str) -> Value:
    return {"group": _needed(inside, group, "a level, EVERYDAY or LIFTED")}


def _level(inside: Chunk, place: str) -> Value:
    return {"place": _needed(inside, place, "the code of a place")}


def _keys(inside: Chunk, needed: set[str], other: set[str]) -> tuple[Mapping[str, str], Chunk]:
    found: dict[str, str] = {}
    count = 0
    for offset, line in enumerate(inside.lines):
        if not line:
            break
        count += 1
        match = _KEY.fullmatch(line)
        if match is None or match[1] not in needed | other or match[1] in found:
            known = ", ".join(sorted(needed | other))
            raise inside.wrong(f"expected each of these once, as 'name: text': {known}", offset)
        found[match[1]] = match[2]
    for name in sorted(needed - set(found)):
        raise inside.wrong(f"{name}: is missing")
    return found, Chunk(inside.name, inside.line + count, inside.lines[count:])


def _matches(inside: Chunk, pattern: re.Pattern[str], shape: str) -> list[tuple[str, ...]]:
    rows = []
    for offset, line in enumerate(inside.lines):
        match = pattern.fullmatch(line)
        if match is None:
            raise inside.wrong(f"expected '{shape}'", offset)
        rows.append(tuple(each.strip() for each in match.groups()))
    if not rows:
        raise inside.wrong(f"expected lines such as '{shape}'")
    return rows


def _needed(inside: Chunk, text: str, what: str) -> str:
    if not text:
        raise inside.wrong(f"expected {what}")
    return text


def _day(inside: Chunk, text: str, offset: int = 0) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise inside.wrong(f"{text!r} is no day", offset) from wrong


QUOTE_KEYS = {"mode", "source", "outlet", "said", "link", "language", "translated"}
READERS: Mapping[str, Callable[[Chunk, str], Value]] = {
    "advice": _advice,
    "document": _document,
    "facts": _facts,
    "level": _level,
    "picture": _picture,
    "questions": _questions,
    "quote": _quote,
    "table": _table,
    "timeline": _timeline,
    "video": _video,
}
