"""Jobs as files of gettext (PO), written and read."""

import re
from collections.abc import Iterator
from typing import Any

import polib
from django.utils.translation import gettext_lazy as _
from lxml import etree

from portal.news.translations.exchange import (
    MOST_SEGMENTS,
    BadFile,
    Fault,
    Job,
    Reply,
    Returned,
    bad,
)
from portal.news.translations.inline import printable
from portal.news.translations.markup import ForeignTag, as_fragment, from_fragment
from portal.news.translations.xliff import ORIGINAL

SUFFIXES = (".po",)
MEDIA_TYPE = "text/x-gettext-translation"
RICH = "marks"  # a flag of entries whose text has marks
MACHINE = "machine"
FUZZY = "fuzzy"
_LINE = re.compile(r"line (\d+)")


def write(job: Job) -> bytes:
    """Return the file that a translator gets."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": f"{ORIGINAL}{job.page}",
        "Language": job.target,
        "X-Source-Language": job.source,
        "X-Texts": str(len(job.segments)),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    file.header = _one_line(job.title)
    for segment in job.segments:
        flags = [RICH] if segment.is_rich else []
        is_said = segment.target is not None
        entry = polib.POEntry(
            msgctxt=segment.id,
            msgid=as_fragment(segment.source, is_rich=segment.is_rich),
            msgstr=as_fragment(segment.target or (), is_rich=segment.is_rich),
            comment=_one_line(segment.label),
            flags=[*flags, FUZZY] if is_said and segment.is_older else flags,
        )
        file.append(entry)
    return f"{file}\n".encode()


def read(content: bytes) -> Reply:
    """Read what a translator sent back; refuse what is no such file."""
    file = _parsed(content)
    entries = [entry for entry in file if not entry.obsolete]
    faults: list[Fault] = []
    segments = list(_units(entries, faults))
    said = file.metadata.get("X-Texts", "")
    if said != str(len(entries)):
        message = _("The file has {found} texts, and was sent out with {said}.")
        told = str(message).format(found=len(entries), said=said[:12] or "?")
        faults.append(Fault(1, told))
    if faults:
        raise BadFile(faults)
    source, target = (file.metadata.get(name, "") for name in ("X-Source-Language", "Language"))
    return Reply(_page(file), source.strip(), target.strip(), tuple(segments))


def _parsed(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        line = content[: broken.start].count(b"\n") + 1
        raise bad(_("The file is not written in UTF-8."), line) from broken
    try:
        # A text without a line's end would be taken for the name of a file.
        return polib.pofile(text + "\n", check_for_duplicates=False)
    except (OSError, ValueError, IndexError) as broken:
        found = _LINE.search(str(broken))
        where = int(found[1]) if found else None
        raise bad(_("This is not a file of gettext (PO)."), where) from broken


def _units(entries: list[Any], faults: list[Fault]) -> Iterator[Returned]:
    if len(entries) > MOST_SEGMENTS:
        faults.append(Fault(None, _("The file has too many texts.")))
        return
    seen: set[str] = set()
    for entry in entries:
        number = entry.msgctxt or ""
        if not number or number in seen or entry.msgid_plural:
            message = _("The text “{id}” stands twice in the file, or has no id.")
            faults.append(Fault(entry.linenum, str(message).format(id=number[:80])))
            continue
        seen.add(number)
        try:
            yield _returned(entry, number)
        except (ForeignTag, etree.XMLSyntaxError) as foreign:
            is_tag = isinstance(foreign, ForeignTag)
            message = _("In “{id}” stands a tag that does not belong there: {tag}.")
            told = str(message).format(id=number[:80], tag=str(foreign)[:40] if is_tag else "<")
            faults.append(Fault(entry.linenum, told))


def _returned(entry: Any, number: str) -> Returned:
    is_rich = RICH in entry.flags
    return Returned(
        number,
        entry.linenum,
        from_fragment(entry.msgid, is_rich=is_rich),
        from_fragment(entry.msgstr, is_rich=is_rich),
        is_machine=MACHINE in entry.flags,
        is_unfinished=FUZZY in entry.flags,
    )


def _page(file: Any) -> int:
    number = file.metadata.get("Project-Id-Version", "").strip().removeprefix(ORIGINAL)
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        raise bad(_("The file does not say which article it is of."), 1)
    return int(number)


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
