"""Jobs as files of XLIFF 1.2, written and read."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from lxml import etree

from portal.news.translations.exchange import (
    MOST_SEGMENTS,
    BadFile,
    Fault,
    Job,
    Reply,
    Returned,
    Segment,
    bad,
)
from portal.news.translations.inline import printable
from portal.news.translations.markup import SAFELY, XLIFF, ForeignTag, read_pieces, write_pieces

SUFFIXES = (".xlf", ".xliff")
MEDIA_TYPE = "application/xliff+xml"
ORIGINAL = "article-"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MACHINE = ("mt-suggestion", "leveraged-mt")
UNFINISHED = ("new", "needs-translation", "needs-review-translation", "needs-adaptation")


def write(job: Job) -> bytes:
    """Return the file that a translator gets."""
    root = etree.Element(f"{{{XLIFF}}}xliff", nsmap={None: XLIFF}, version="1.2")
    file = _child(
        root,
        "file",
        **{
            "original": f"{ORIGINAL}{job.page}",
            "source-language": job.source,
            "target-language": job.target,
            "datatype": "html",
        },
    )
    header = _child(file, "header")
    counts = _child(header, "count-group", name="texts")
    count = _child(counts, "count", **{"count-type": "total", "unit": "trans-unit"})
    count.text = str(len(job.segments))
    _child(header, "note").text = printable(job.title)
    body = _child(file, "body")
    for segment in job.segments:
        _write_unit(body, segment)
    _break_lines(root, 0)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def read(content: bytes) -> Reply:
    """Read what a translator sent back; refuse what is no such file."""
    root = _parsed(content)
    if root.tag != f"{{{XLIFF}}}xliff" or root.get("version") != "1.2":
        raise bad(_("This is not a file of XLIFF 1.2."), root.sourceline)
    files = root.findall(f"{{{XLIFF}}}file")
    if len(files) != 1:
        raise bad(_("A file holds one article."), root.sourceline)
    file = files[0]
    units = list(file.iter(f"{{{XLIFF}}}trans-unit"))
    faults: list[Fault] = []
    segments = list(_units(units, faults))
    faults += _miscounted(file, len(units))
    if faults:
        raise BadFile(faults)
    return Reply(_page(file), _language(file, "source"), _language(file, "target"), tuple(segments))


def _parsed(content: bytes) -> Any:
    try:
        root = etree.fromstring(content, etree.XMLParser(**SAFELY))
    except etree.XMLSyntaxError as broken:
        raise bad(_("This is not well-formed XML."), broken.lineno or 1) from broken
    if root.getroottree().docinfo.doctype:
        raise bad(_("A file with a document type (DOCTYPE) is not taken."), 1)
    return root


def _units(units: list[Any], faults: list[Fault]) -> Iterator[Returned]:
    if len(units) > MOST_SEGMENTS:
        faults.append(Fault(None, _("The file has too many texts.")))
        return
    seen: set[str] = set()
    for unit in units:
        number = unit.get("id", "")
        if not number or number in seen:
            message = _("The text “{id}” stands twice in the file, or has no id.")
            faults.append(Fault(unit.sourceline, str(message).format(id=number[:80])))
            continue
        seen.add(number)
        try:
            yield _returned(unit, number)
        except ForeignTag as foreign:
            message = _("In “{id}” stands a tag that does not belong there: {tag}.")
            told = str(message).format(id=number[:80], tag=str(foreign)[:40])
            faults.append(Fault(unit.sourceline, told))


def _returned(unit: Any, number: str) -> Returned:
    source, target = unit.find(f"{{{XLIFF}}}source"), unit.find(f"{{{XLIFF}}}target")
    if source is None:
        raise ForeignTag("source")
    state = "" if target is None else target.get("state", "")
    qualifier = "" if target is None else target.get("state-qualifier", "")
    return Returned(
        number,
        unit.sourceline,
        read_pieces(source),
        () if target is None else read_pieces(target),
        is_machine=qualifier in MACHINE,
        is_unfinished=state in UNFINISHED,
    )


def _miscounted(file: Any, found: int) -> Iterator[Fault]:
    count = file.find(f"{{{XLIFF}}}header/{{{XLIFF}}}count-group/{{{XLIFF}}}count")
    said = "" if count is None else (count.text or "").strip()
    if said != str(found):
        message = _("The file has {found} texts, and was sent out with {said}.")
        yield Fault(file.sourceline, str(message).format(found=found, said=said[:12] or "?"))


def _page(file: Any) -> int:
    number = file.get("original", "").removeprefix(ORIGINAL)
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        raise bad(_("The file does not say which article it is of."), file.sourceline)
    return int(number)


def _language(file: Any, role: str) -> str:
    return str(file.get(f"{role}-language", "")).lower().partition("-")[0]


def _write_unit(body: Any, segment: Segment) -> None:
    unit = _child(body, "trans-unit", id=segment.id, **{SPACE: "preserve"})
    if segment.most:
        unit.set("maxwidth", str(segment.most))
        unit.set("size-unit", "char")
    write_pieces(_child(unit, "source"), segment.source)
    if segment.target is not None:
        state = "needs-review-translation" if segment.is_older else "translated"
        write_pieces(_child(unit, "target", state=state), segment.target)
    _child(unit, "note").text = printable(segment.label)


def _child(parent: Any, tag: str, /, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{XLIFF}}}{tag}", **attributes)


def _break_lines(element: Any, depth: int) -> None:
    """Put every element but marks on a line of its own, so that a fault has a line."""
    children = list(element)
    if not children or etree.QName(element).localname in ("source", "target"):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in children:
        _break_lines(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1 if child is not children[-1] else depth)
