"""XLIFF and PO: what goes out comes back, whatever the words are; a bad file names its lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from portal.news.translations import po, xliff
from portal.news.translations.exchange import BadFile, Job, Reply, Segment
from portal.news.translations.inline import Piece, encode, plain
from tests.portal.news.translations.jobs import jobs

DATA = Path(__file__).parents[3] / "data" / "xliff"
FORMATS = pytest.mark.parametrize("form", [xliff, po], ids=["xliff", "po"])
RICH = encode('<p>It was <b>very</b> loud,<br/>said <a href="/x/">he</a>.</p>')
JOB = Job(
    12,
    "Заголовок",
    "ru",
    "kk",
    (
        Segment("headline", "Headline", plain("Заголовок"), None, is_rich=False, most=255),
        Segment("body/a-b/text", "Text", RICH.pieces, RICH.pieces, is_rich=True, is_older=True),
    ),
)


class FromHere(etree.Resolver):
    """Read the schema of the XML namespace from beside the other."""

    def resolve(self, url: str, pubid: str, context: Any) -> Any:
        if not url.endswith("/xml.xsd"):
            return None
        return self.resolve_filename(str(DATA / "xml.xsd"), context)


@pytest.fixture(scope="module")
def strict() -> Any:
    parser = etree.XMLParser()
    parser.resolvers.add(FromHere())
    return etree.XMLSchema(etree.parse(DATA / "xliff-core-1.2-strict.xsd", parser))


def said(job: Job) -> list[Any]:
    """Return what must come back of a job."""
    return [(each.id, words(each.source), words(each.target or ())) for each in job.segments]


def heard(reply: Reply) -> list[Any]:
    return [(each.id, words(each.source), words(each.target)) for each in reply.segments]


def words(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.kind, piece.value) for piece in pieces]


@FORMATS
@given(jobs())
@settings(max_examples=60, deadline=None)
def test_what_goes_out_comes_back(form: ModuleType, job: Job) -> None:
    reply = form.read(form.write(job))

    assert (reply.page, reply.source, reply.target) == (job.page, "ru", "kk")
    assert heard(reply) == said(job)


@given(jobs())
@settings(max_examples=40, deadline=None)
def test_every_file_keeps_to_the_strict_schema(strict: Any, job: Job) -> None:
    strict.assertValid(etree.fromstring(xliff.write(job)))


@FORMATS
@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_noise_is_refused(form: ModuleType, noise: bytes) -> None:
    with pytest.raises(BadFile):
        form.read(noise)


@FORMATS
@given(st.integers(0, 1500), st.binary(min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_a_damaged_file_is_read_or_refused(form: ModuleType, at: int, noise: bytes) -> None:
    content = form.write(JOB)

    with suppress(BadFile):
        assert isinstance(form.read(content[:at] + noise + content[at + 1 :]), Reply)


@FORMATS
def test_a_text_that_is_older_asks_to_be_looked_at(form: ModuleType) -> None:
    reply = form.read(form.write(JOB))

    assert [each.is_unfinished for each in reply.segments] == [False, True]


def broken(change: Callable[[str], str], form: ModuleType = xliff) -> list[int | None]:
    """Return the lines that a changed file is refused for."""
    with pytest.raises(BadFile) as refused:
        form.read(change(form.write(JOB).decode()).encode())
    return [fault.line for fault in refused.value.faults]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
THIEF = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("</body>", "</boddy>", 20),
        ("<xliff ", BOMB + "<xliff ", 1),
        ("<xliff ", THIEF + "<xliff ", 1),
        ('version="1.2"', 'version="2.0"', 2),
        ("article-12", "article-x", 3),
        ("article-12", "article-" + "9" * 30, 3),
        ('trans-unit">2<', 'trans-unit">3<', 3),
        ('id="body/a-b/text"', 'id="headline"', 15),
        ("<target state", "<target><script>alert(1)</script></target><y state", 17),
        ('<x id="3" ctype="lb"/>', '<x id="3">words</x>', 15),
        ('<g id="2" ctype="bold">very</g>', "<b>very</b>", 15),
    ],
)
def test_a_bad_file_names_the_line(old: str, new: str, line: int) -> None:
    assert line in broken(lambda text: text.replace(old, new, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("msgctxt", "msgwhat"),
        lambda text: text.replace("article-12", "thing"),
        lambda text: text.replace("X-Texts: 2", "X-Texts: 9"),
        lambda text: text.replace("body/a-b/text", "headline"),
        lambda text: text.replace(">very</g>", ">very"),
        lambda text: text.replace(">very</g>", "><script>x</script></g>"),
        lambda text: "/etc/passwd",
        lambda text: "",
    ],
)
def test_a_bad_file_of_gettext_is_refused(change: Callable[[str], str]) -> None:
    assert broken(change, po)


def test_a_file_in_another_encoding_names_the_line() -> None:
    content = po.write(JOB).replace("Заголовок".encode(), "Заголовок".encode("cp1251"))

    with pytest.raises(BadFile) as refused:
        po.read(content)

    assert refused.value.faults[0].line == 1


def test_sentences_that_a_program_marked_are_read_through() -> None:
    text = xliff.write(JOB).decode()
    marked = text.replace(">Заголовок</source>", '><mrk mtype="seg">Заголовок</mrk></source>')

    assert heard(xliff.read(marked.encode())) == said(JOB)


def test_a_suggestion_of_a_machine_is_known() -> None:
    text = xliff.write(JOB).decode()
    content = text.replace('<target state="', '<target state-qualifier="mt-suggestion" state="')

    assert [each.is_machine for each in xliff.read(content.encode()).segments] == [False, True]
