"""A translator's file on its way in: read, checked as a whole, and kept until an editor decides."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.news.models.incoming import IncomingTranslation
from portal.news.translations import po, xliff
from portal.news.translations.checking import faults_of
from portal.news.translations.exchange import MOST_BYTES, BadFile, Fault, Reply, Returned, bad
from portal.news.translations.inline import Piece
from portal.news.translations.judging import judge, wrong_marks
from portal.news.translations.mirror import put
from portal.news.translations.rows import rows_of
from portal.news.translations.storing import machine_flag
from portal.news.translations.texts import RECORDS, is_article
from portal.translated import LANGUAGE_CODES

FORMATS = (xliff, po)
MOST_FILES = 200
MOST_UNPACKED = 20_000_000
CORRUPT = (zipfile.BadZipFile, zlib.error, EOFError, ValueError)
LOCKED = (NotImplementedError, RuntimeError)  # an unknown method, a password


@dataclass(frozen=True, slots=True)
class Upload:
    """Hold a file by its name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FileFault:
    """Say what is wrong with a file of those that came."""

    name: str
    fault: Fault


class BadFiles(Exception):
    """List what is wrong with the files; none of them is kept."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{each.name}: {each.fault.message}" for each in faults))


def receive(
    uploads: Sequence[Upload], *, by: Any, at: datetime, is_machine: bool = False
) -> list[IncomingTranslation]:
    """Keep the translations of some files, all or none."""
    faults: list[FileFault] = []
    made: list[IncomingTranslation] = []
    for upload in uploads:
        try:
            for each in _opened(upload):
                made.append(_incoming(each, by, at, is_machine=is_machine))
        except BadFile as refused:
            faults += [FileFault(upload.name, fault) for fault in refused.faults]
        except BadFiles as refused:
            faults += refused.faults
    if faults:
        raise BadFiles(faults)
    with transaction.atomic():
        for row in made:
            row.save()
    return made


def returned_of(incoming: IncomingTranslation) -> list[Returned]:
    """Return the texts of a kept translation."""
    return [
        Returned(
            each["id"],
            each["line"],
            tuple(Piece(*piece) for piece in each["source"]),
            tuple(Piece(*piece) for piece in each["target"]),
            each["is_machine"],
            each["is_unfinished"],
        )
        for each in incoming.texts
    ]


def _opened(upload: Upload) -> Iterator[Upload]:
    if not upload.name.lower().endswith(".zip"):
        yield upload
        return
    try:
        with zipfile.ZipFile(BytesIO(upload.content)) as archive:
            names = [info for info in archive.infolist() if not info.is_dir()]
            if not 0 < len(names) <= MOST_FILES:
                raise bad(_("An archive holds at least one file and at most 200."))
            yield from _unpacked(archive, names)
    except (*CORRUPT, *LOCKED) as broken:
        raise bad(_("This archive can't be opened.")) from broken


def _unpacked(archive: zipfile.ZipFile, names: Sequence[zipfile.ZipInfo]) -> Iterator[Upload]:
    total = 0
    for info in names:
        with archive.open(info) as stream:
            content = stream.read(MOST_BYTES + 1)  # never the size that the archive claims
        total += len(content)
        if total > MOST_UNPACKED:
            raise bad(_("The files of this archive are larger than 20 MB together."))
        yield Upload(info.filename, content)


def _incoming(upload: Upload, by: Any, at: datetime, *, is_machine: bool) -> IncomingTranslation:
    try:
        reply = _read(upload)
        page = _article(reply, by)
        _check(page, reply)
        machine = is_machine or any(each.is_machine for each in reply.segments)
        if machine:
            _refuse_silence(page, reply)
    except BadFile as refused:
        raise BadFiles([FileFault(upload.name, each) for each in refused.faults]) from refused
    return IncomingTranslation(
        page=page,
        source=reply.source,
        target=reply.target,
        file_name=upload.name[-160:],
        texts=[_stored(each) for each in reply.segments],
        is_machine=machine,
        received_by=by,
        received_at=at,
    )


def _read(upload: Upload) -> Reply:
    if len(upload.content) > MOST_BYTES:
        raise bad(_("The file is larger than 2 MB."))
    for form in FORMATS:
        if upload.name.lower().endswith(form.SUFFIXES):
            return _in_our_languages(form.read(upload.content))
    raise bad(_("Only files of XLIFF (.xlf, .xliff) and gettext (.po) are taken."))


def _in_our_languages(reply: Reply) -> Reply:
    if {reply.source, reply.target} - set(LANGUAGE_CODES) or reply.source == reply.target:
        raise bad(_("The file has to be from one language of the portal into another."))
    return reply


def _article(reply: Reply, by: Any) -> Any:
    page: Any = Page.objects.filter(pk=reply.page).specific().first()
    if page is None or not is_article(page) or not page.permissions_for_user(by).can_edit():
        raise bad(_("There is no such article, or you may not edit it."))
    return page


def _check(page: Any, reply: Reply) -> None:
    draft = page.get_latest_revision_as_object()
    rows = rows_of(draft, reply.source, reply.target)
    if not {row.id for row in rows} & {each.id for each in reply.segments}:
        raise bad(_("The file is of another article: none of its texts stands in this one."))
    faults = list(wrong_marks(rows, reply.segments))
    if faults:
        raise BadFile(faults)
    judged = judge(rows, reply.segments)
    texts = {each.id: each.came for each in judged if each.verdict.can_be_taken}
    records = put(draft, reply.source, reply.target, texts)
    lines = {each.id: each.line for each in reply.segments}
    refused = [
        Fault(lines.get(address), f"{address}: {message}")
        for address, messages in faults_of(draft, reply.target, records).items()
        for message in messages
        if address in texts
    ]
    if refused:
        raise BadFile(refused)


def _stored(each: Returned) -> dict[str, Any]:
    return {
        "id": each.id,
        "line": each.line,
        "source": [[piece.kind, piece.value, piece.ctype] for piece in each.source],
        "target": [[piece.kind, piece.value, piece.ctype] for piece in each.target],
        "is_machine": each.is_machine,
        "is_unfinished": each.is_unfinished,
    }


def _refuse_silence(page: Any, reply: Reply) -> None:
    """Refuse a machine's words where readers could not be told that they are a machine's."""
    named = {each.id.partition("/")[0] for each in reply.segments if each.target}
    silent = [
        name for name in named & RECORDS.keys() if not machine_flag(RECORDS[name], reply.target)
    ]
    if silent or not machine_flag(page, reply.target):
        raise bad(_("Pages of this kind take no text of a machine: they can't tell readers."))
