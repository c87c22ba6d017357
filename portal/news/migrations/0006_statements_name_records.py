"""Make a record of every body and person that a statement named in free text."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.translated import latin_slug

LANGUAGES = ("kk", "ru", "en")


def make_records(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for page in apps.get_model("news", "StatementPage").objects.filter(issued_by=None):
        told = {f"{name}_{code}": getattr(page, f"{name}_{code}") for name, code in _FIELDS}
        page.issued_by, page.signed_by = _records(apps, told, page.published_at.date())
        page.save(update_fields=["issued_by", "signed_by"])
        # A draft is read from its revision, which knows the free text only.
        for revision in revisions.filter(
            object_id=str(page.pk), content_type__app_label="news",
            content_type__model="statementpage",
        ):  # fmt: skip
            found = _records(apps, revision.content, page.published_at.date())
            names = ("issued_by", "signed_by")
            keys = {name: record and record.pk for name, record in zip(names, found, strict=True)}
            revision.content = {**revision.content, **keys}
            revision.save(update_fields=["content"])


_FIELDS = [(name, code) for name in ("issuing_body", "signatory") for code in LANGUAGES]


def _records(apps: Apps, told: dict[str, Any], day: Any) -> tuple[Any, Any]:
    body = _organisation(apps, _words(told, "issuing_body"))
    return body, _person(apps, _words(told, "signatory"), body, day)


def _words(told: dict[str, Any], name: str) -> dict[str, str]:
    """Give the text of each language, and of another one where it is missing."""
    found = {code: (told.get(f"{name}_{code}") or "").strip() for code in LANGUAGES}
    first = next((text for text in found.values() if text), "")
    return {code: text or first for code, text in found.items()}


def _organisation(apps: Apps, names: dict[str, str]) -> Any:
    if not names["kk"]:
        return None
    rows = apps.get_model("news", "Organisation").objects
    words = {f"name_{code}": text for code, text in names.items()}
    stored = rows.filter(name_kk=names["kk"]).order_by("pk").first()
    return stored or rows.create(
        slug=_free(rows, names["en"]), kind="GOVERNMENT", name=names["kk"], **words
    )


def _person(apps: Apps, told: dict[str, str], body: Any, day: Any) -> Any:
    """Take what stands before the first comma for the name, and the rest for the post."""
    if not told["kk"]:
        return None
    parts = {code: text.partition(",") for code, text in told.items()}
    names = {f"name_{code}": name.strip() for code, (name, _comma, _post) in parts.items()}
    titles = {f"title_{code}": post.strip() for code, (_name, _comma, post) in parts.items()}
    rows = apps.get_model("news", "Person").objects
    person = rows.filter(name_kk=names["name_kk"]).order_by("pk").first()
    if person is None:
        slug = _free(rows, names["name_en"])
        person = rows.create(slug=slug, name=names["name_kk"], **names)
    posts = apps.get_model("news", "Post").objects
    if all(titles.values()) and not posts.filter(person=person, seen_date=day).exists():
        posts.create(
            person=person, organisation=body, title=titles["title_kk"], **titles,
            from_precision="UNKNOWN", until_precision="UNKNOWN", seen_date=day,
            source=body.name if body else person.name,
        )  # fmt: skip
    return person


def _free(rows: Any, name: str) -> str:
    wanted = latin_slug(name, "en")[:70] or "record"
    slug, number = wanted, 1
    while rows.filter(slug=slug).exists():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


class Migration(migrations.Migration):
    dependencies = [("news", "0005_language_states"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(make_records, migrations.RunPython.noop)]
