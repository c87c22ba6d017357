"""An article goes to a translator and comes back: its texts are those of the translation."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from types import ModuleType
from typing import Any

import pytest

from portal.news.models import IncomingTranslation
from portal.news.translations import po, xliff
from portal.news.translations.exchange import Job
from portal.news.translations.inline import Piece
from portal.news.translations.judging import Verdict
from portal.news.translations.receiving import BadFiles, Upload, receive
from portal.news.translations.rows import rows_of
from portal.news.translations.sending import job_of
from portal.news.translations.settling import AlreadySettled, discard, judged_of, take
from portal.news.translations.storing import Stale
from tests.portal.news.translations.conftest import TWO

NOW = datetime(2016, 6, 8, 9, tzinfo=UTC)
LINK = '<a href="/x/">'
BODY = [
    ("heading", "Что случилось"),
    (
        "paragraph",
        '<p data-block-key="k1">Было <b>очень</b> громко &amp; <a href="/x/">там</a>.</p>',
    ),
    ("list", "<ul><li>раз</li><li>два</li></ul>"),
    ("facts", {"title": "Коротко", "facts": [{"name": "Где", "text": "Актобе"}]}),
    (
        "table",
        {
            "columns": [{"type": "text", "heading": "Город"}, {"type": "text", "heading": "Ночь"}],
            "rows": [{"values": ["Актобе", "тихо"]}],
            "caption": "Ночи",
        },
    ),
]
FORMATS = pytest.mark.parametrize("form", [xliff, po], ids=["xliff", "po"])


@pytest.fixture
def article(write: Any, rebuild: Any) -> Any:
    return rebuild(write({"ru": "Заголовок", "kk": "Тақырып"}), "ru", *BODY)


def translated(job: Job) -> Job:
    """Translate every word into capitals."""

    def shouted(piece: Piece) -> Piece:
        return replace(piece, value=piece.value.upper()) if piece.kind == "text" else piece

    return replace(
        job,
        segments=tuple(
            replace(each, target=tuple(map(shouted, each.source)), is_older=False)
            for each in job.segments
        ),
    )


def sent_back(page: Any, by: Any, form: ModuleType = xliff, target: str = "en") -> Any:
    content = form.write(translated(job_of(page, "ru", target)))
    [incoming] = receive([Upload(f"a{form.SUFFIXES[0]}", content)], by=by, at=NOW)
    return incoming


def verdicts(incoming: Any) -> set[Verdict]:
    return {each.verdict for each in judged_of(incoming)}


@FORMATS
def test_what_a_translator_wrote_is_what_readers_get(
    form: ModuleType, article: Any, editor: Any
) -> None:
    source = [(row.id, row.text.text) for row in rows_of(article, "ru", "en")]
    incoming = sent_back(article, editor, form)
    ids = [each.id for each in judged_of(incoming)]

    take(incoming.pk, ids, seen=article.latest_revision_id, by=editor, at=NOW).publish()

    page = type(article).objects.get(pk=article.pk)
    assert [(row.id, row.text.text) for row in rows_of(page, "ru", "en")] == source
    assert page.headline_en == "ЗАГОЛОВОК"
    body = page.body_en.get_prep_value()
    assert [block["type"] for block in body] == [kind for kind, _value in BODY]
    assert body[1]["value"] == (
        '<p data-block-key="k1">БЫЛО <b>ОЧЕНЬ</b> ГРОМКО &amp; <a href="/x/">ТАМ</a>.</p>'
    )
    assert body[4]["value"]["rows"] == [{"values": ["АКТОБЕ", "ТИХО"]}]


def test_nothing_goes_live_by_an_import(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)

    take(incoming.pk, ["headline"], seen=article.latest_revision_id, by=editor, at=NOW)

    page = type(article).objects.get(pk=article.pk)
    assert not page.headline_en
    assert page.get_latest_revision_as_object().headline_en == "ЗАГОЛОВОК"
    assert page.has_unpublished_changes


def test_addresses_stay_when_blocks_move(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    article.body_ru = article.body_ru.stream_block.to_python(
        list(reversed(article.body_ru.get_prep_value()))
    )
    article.save_revision().publish()

    assert verdicts(incoming) == {Verdict.NEW}


def test_a_source_that_changed_meanwhile_is_told_with_both_texts(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    article.headline_ru = "Новый заголовок"
    article.save_revision()

    told = next(each for each in judged_of(incoming) if each.id == "headline")

    assert told.verdict is Verdict.CHANGED
    assert (told.was, told.source, told.came) == ("Заголовок", "Новый заголовок", "ЗАГОЛОВОК")


def test_a_changed_source_is_told_even_where_the_translation_is_the_same(
    article: Any, editor: Any
) -> None:
    incoming = sent_back(article, editor)
    article.headline_ru, article.headline_en = "Новый заголовок", "ЗАГОЛОВОК"
    article.save_revision()

    told = next(each for each in judged_of(incoming) if each.id == "headline")

    assert told.verdict is Verdict.CHANGED


def test_a_link_that_changed_meanwhile_is_translated_by_hand(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    raw = article.body_ru.get_prep_value()
    raw[1]["value"] = "<p>Тихо.</p>"
    article.body_ru = article.body_ru.stream_block.to_python(raw)
    article.save_revision()

    assert Verdict.UNMARKED in verdicts(incoming)


def test_texts_that_came_or_went_meanwhile_are_told(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    raw = [*article.body_ru.get_prep_value()[1:], {"type": "heading", "value": "Ещё", "id": "new"}]
    article.body_ru = article.body_ru.stream_block.to_python(raw)
    article.save_revision()

    assert verdicts(incoming) == {Verdict.NEW, Verdict.GONE, Verdict.SINCE}


def test_what_is_not_chosen_is_not_stored(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)

    take(incoming.pk, ["lead"], seen=article.latest_revision_id, by=editor, at=NOW)

    draft = type(article).objects.get(pk=article.pk).get_latest_revision_as_object()
    assert (draft.headline_en, draft.lead_en) == ("", "ЗАГОЛОВОК: LEAD")


def test_an_article_saved_meanwhile_is_not_overwritten(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    seen = article.latest_revision_id
    article.save_revision()

    with pytest.raises(Stale):
        take(incoming.pk, ["headline"], seen=seen, by=editor, at=NOW)

    incoming.refresh_from_db()
    assert incoming.status == "WAITING"


def test_a_translation_is_decided_about_once(article: Any, editor: Any) -> None:
    incoming = sent_back(article, editor)
    discard(incoming.pk)

    with pytest.raises(AlreadySettled):
        take(incoming.pk, [], seen=article.latest_revision_id, by=editor, at=NOW)


def test_many_files_come_in_one_archive(article: Any, editor: Any, write: Any) -> None:
    other = write(TWO)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for page in (article, other):
            content = xliff.write(translated(job_of(page, "ru", "en")))
            archive.writestr(f"{page.pk}.xlf", content)

    made = receive([Upload("all.zip", packed.getvalue())], by=editor, at=NOW)

    assert {row.page_id for row in made} == {article.pk, other.pk}


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


BAD = {
    "an unknown kind": ("a.docx", b"x"),
    "noise": ("a.xlf", b"\x00\x01"),
    "too large a file": ("a.xlf", b" " * 2_000_001),
    "no archive": ("a.zip", b"PK\x03\x04nonsense"),
    "an empty archive": ("a.zip", zipped()),
    "a bomb": ("a.zip", zipped(("a.xlf", b"0" * 50_000_000))),
    "many bombs": ("a.zip", zipped(*((f"{n}.xlf", b"0" * 2_000_000) for n in range(12)))),
    "an archive in an archive": ("a.zip", zipped(("b.zip", zipped(("c.xlf", b"x"))))),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_and_nothing_kept(case: str, article: Any, editor: Any) -> None:
    name, content = BAD[case]

    with pytest.raises(BadFiles) as refused:
        receive([Upload(name, content)], by=editor, at=NOW)

    assert all(each.fault.message for each in refused.value.faults)
    assert not IncomingTranslation.objects.exists()


CHANGES = {
    "another article": ("article-", "article-9"),
    "one language": ('target-language="en"', 'target-language="ru"'),
    "an unknown language": ('target-language="en"', 'target-language="de"'),
    "foreign texts": ('id="', 'id="x'),
    "a lost mark": ('<g id="2" ctype="bold">ОЧЕНЬ</g>', "ОЧЕНЬ"),
    "a mark in plain text": (">ЗАГОЛОВОК<", '><g id="1">ЗАГОЛОВОК</g><'),
    "too long a headline": (">ЗАГОЛОВОК<", f">{'Я' * 300}<"),
    "letters turned round": (">ЗАГОЛОВОК<", ">ЗАГ\u202eОЛОВОК<"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_file_that_does_not_fit_the_article_is_refused(
    case: str, article: Any, editor: Any
) -> None:
    content = xliff.write(translated(job_of(article, "ru", "en"))).decode()
    changed = content.replace(*CHANGES[case])
    assert changed != content

    with pytest.raises(BadFiles) as refused:
        receive([Upload("a.xlf", changed.encode())], by=editor, at=NOW)

    assert refused.value.faults[0].name == "a.xlf"
    assert not IncomingTranslation.objects.exists()


def test_whoever_may_not_edit_an_article_brings_no_translation(
    article: Any, django_user_model: Any
) -> None:
    stranger = django_user_model.objects.create_user("stranger")

    with pytest.raises(BadFiles):
        sent_back(article, stranger)
