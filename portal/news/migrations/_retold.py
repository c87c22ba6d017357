"""What became of retold words when quotes began to name records."""

import json
from datetime import date
from typing import Any

from django.db.models import F, JSONField
from django.db.models.functions import Cast
from wagtail.blocks import StreamValue

from portal.translated import LANGUAGE_CODES, latin_slug

BODIES = [f"body_{code}" for code in LANGUAGE_CODES]


def quote_retold_words(apps: Any, schema_editor: Any) -> None:
    """Turn the retold words of all bodies into quotes of people, revisions included."""
    pages = apps.get_model("news", "NewsPage")
    raw = {f"raw_{name}": Cast(F(name), JSONField()) for name in BODIES}
    for page in pages.objects.annotate(**raw).iterator(chunk_size=100):
        found = {name: getattr(page, f"raw_{name}") or [] for name in BODIES}
        if any(block["type"] == "retold" for body in found.values() for block in body):
            changed = Conversion(apps, page).bodies(found)
            for name, body in changed.items():
                setattr(page, name, StreamValue(_stream(page, name), body, is_lazy=True))
            page.save(update_fields=BODIES)
            _index(apps, page, changed)
    _change_revisions(apps)


def _index(apps: Any, page: Any, bodies: dict[str, Any]) -> None:
    """List the quotes of a page for the pages of people, as its publication would."""
    quotations = apps.get_model("news", "Quotation")
    for code in LANGUAGE_CODES:
        for position, block in enumerate(bodies[f"body_{code}"]):
            if block["type"] == "quote":
                quotations.objects.create(
                    page=page, person_id=block["value"]["speaker"], language=code,
                    position=position, said_on=block["value"]["said_on"], block=block["value"],
                )  # fmt: skip


def _change_revisions(apps: Any) -> None:
    revisions = apps.get_model("wagtailcore", "Revision")
    pages = {str(page.pk): page for page in apps.get_model("news", "NewsPage").objects.all()}
    for revision in revisions.objects.filter(object_id__in=pages).iterator(chunk_size=100):
        content = revision.content
        found = {name: json.loads(content.get(name) or "[]") for name in BODIES}
        if any(block["type"] == "retold" for body in found.values() for block in body):
            changed = Conversion(apps, pages[revision.object_id]).bodies(found)
            revision.content = {**content, **{n: json.dumps(b) for n, b in changed.items()}}
            revision.save(update_fields=["content"])


def _stream(page: Any, name: str) -> Any:
    return page._meta.get_field(name).stream_block


class Conversion:
    """Convert the bodies of one page: the n-th retold words of each language are one speaker's."""

    def __init__(self, apps: Any, page: Any) -> None:
        self.people, self.posts = apps.get_model("news", "Person"), apps.get_model("news", "Post")
        self.page = page
        sources = apps.get_model("news", "Source").objects.filter(page_id=page.pk)
        self.sources = list(sources.order_by("sort_order", "pk"))

    def bodies(self, found: dict[str, Any]) -> dict[str, Any]:
        retold = {
            name: [block["value"] for block in body if block["type"] == "retold"]
            for name, body in found.items()
        }
        longest = max(len(values) for values in retold.values())
        people = [
            self._person({name: values[n] for name, values in retold.items() if n < len(values)})
            for n in range(longest)
        ]
        return {name: self._body(body, iter(people)) for name, body in found.items()}

    def _body(self, body: Any, people: Any) -> Any:
        return [
            block if block["type"] != "retold" else self._block(block, next(people))
            for block in body
        ]

    def _block(self, block: Any, person: Any) -> Any:
        value = block["value"]
        if person is None:  # nobody in particular: the words stay, as a paragraph
            return {**block, "type": "paragraph", "value": value.get("text") or ""}
        quote = {
            "mode": "PARAPHRASE", "text": value.get("text") or "", "speaker": person.pk,
            "language": "", "is_translated": False, **self._source(value),
        }  # fmt: skip
        return {**block, "type": "quote", "value": quote}

    def _source(self, value: Any) -> dict[str, Any]:
        number = value.get("source") or 0
        cited = self.sources[number - 1] if 0 < number <= len(self.sources) else None
        day = (cited and cited.date) or self.page.published_at.date()
        return {
            "outlet": cited.outlet if cited else "", "link": cited.address if cited else "",
            "said_on": day.isoformat(), "is_month_only": bool(cited and cited.is_month_only),
        }  # fmt: skip

    def _person(self, values: dict[str, Any]) -> Any:
        """Find whom the words name, or make the record: "name, post as of that day"."""
        spoken = {
            name.removeprefix("body_"): (value.get("speaker") or "").partition(", ")
            for name, value in values.items()
        }
        named = {code: parts for code, parts in spoken.items() if parts[2]}
        if not named:
            return None
        lang = next(code for code in ("en", "kk", "ru") if code in named)
        slug = latin_slug(named[lang][0], lang)
        person = self.people.objects.filter(slug=slug).first()
        return person or self._new_person(slug, named, next(iter(values.values())))

    def _new_person(self, slug: str, named: dict[str, Any], value: Any) -> Any:
        names = {f"name_{code}": parts[0] for code, parts in named.items()}
        titles = {f"title_{code}": parts[2][:255] for code, parts in named.items()}
        source = self._source(value)
        fallback = next(iter(names.values()))
        person = self.people.objects.create(slug=slug, name=fallback, **names)
        self.posts.objects.create(
            person=person, title=next(iter(titles.values())), **titles,
            from_precision="UNKNOWN", until_precision="UNKNOWN",
            seen_date=date.fromisoformat(source["said_on"]),
            seen_precision="MONTH" if source["is_month_only"] else "DAY",
            source=source["outlet"] or "-", source_address=source["link"],
        )  # fmt: skip
        return person
