"""The facts of an article, put together from its files and checked one by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from portal.manuscripts import MalformedText, parse
from portal.manuscripts.items import Item, Source, Update
from portal.news.moving_in.front_matter import Written

TYPES = ("news", "comment", "statement", "advice", "explainer")
OF_A_FILE = ("alt", "credit", "updates")
LISTS = ("regions", "topics", "people", "organisations", "old_addresses")
LINES = ("issued_by", "signed_by", "act_number", "picture")
HOURS = ("exercise_starts_at", "exercise_ends_at")
KNOWN = {"type", "published_at", "sources", *HOURS, *OF_A_FILE, *LISTS, *LINES}
STATEMENT = "statement"


class Facts:
    """Answer for the facts of one article; every wrong one names its file."""

    def __init__(self, written: Mapping[str, Written]) -> None:
        self.written = written
        self.values: dict[str, Any] = {}
        self.files: dict[str, Path] = {}
        for each in written.values():
            self._take(each)

    def _take(self, written: Written) -> None:
        for name, value in written.facts.items():
            if name not in KNOWN:
                known = ", ".join(sorted(KNOWN))
                raise self.wrong(written.path, f"{name}: is not known; known are: {known}")
            if name in OF_A_FILE:
                continue
            if name in self.values and self.values[name] != value:
                reason = f"{name}: says something else than in {self.files[name].name}"
                raise self.wrong(written.path, reason)
            self.values[name] = value
            self.files.setdefault(name, written.path)

    def wrong(self, path: Path | None, reason: str) -> MalformedText:
        """Say what is wrong, in a file or, where a fact is in none, in the first."""
        file = path or next(iter(self.written.values())).path
        return MalformedText(str(file), 2, reason)

    def line(self, name: str, *, needed: bool = False) -> str:
        """Give a fact of one line."""
        value = self.values.get(name)
        if value is None and not needed:
            return ""
        if not isinstance(value, str | int) or not str(value).strip() or "\n" in str(value):
            raise self.wrong(self.files.get(name), f"{name}: needs one line of text")
        return str(value).strip()

    def lines(self, name: str, *, needed: bool = False) -> tuple[str, ...]:
        """Give a fact that is a list."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(self.files.get(name), f"{name}: needs a list, such as [KZ]")
        if needed and not value:
            raise self.wrong(self.files.get(name), f"{name}: needs one entry at least")
        return tuple(value)

    def instant(self, name: str) -> datetime:
        """Give a fact that is an instant with its offset."""
        return _instant(self, self.files.get(name), name, self.values.get(name))

    def words(self, name: str) -> dict[str, str]:
        """Give what each language's file says."""
        found = {}
        for language, written in self.written.items():
            value = written.facts.get(name)
            if value is not None and not isinstance(value, str):
                raise self.wrong(written.path, f"{name}: needs one line of text")
            if value:
                found[language] = value.strip()
        return found


def item_of(address: str, written: Mapping[str, Written]) -> Item:
    """Make an article of its files."""
    facts = Facts(written)
    kind = facts.line("type", needed=True)
    if kind not in TYPES:
        reason = f"type: {kind!r} can't move in; these can: {', '.join(TYPES)}"
        raise facts.wrong(facts.files.get("type"), reason)
    return Item(
        address=address,
        type=kind,
        published_at=facts.instant("published_at"),
        regions=facts.lines("regions", needed=True),
        topics=facts.lines("topics"),
        people=facts.lines("people"),
        organisations=facts.lines("organisations"),
        issued_by=facts.line("issued_by", needed=kind == STATEMENT),
        signed_by=facts.line("signed_by"),
        act_number=facts.line("act_number"),
        sources=_sources(facts),
        updates=_updates(facts),
        picture=_picture(facts, next(iter(written.values())).path.parent),
        picture_alt=facts.words("alt"),
        picture_credit=facts.words("credit"),
        texts={
            language: parse(str(each.path), each.text, each.first_line)
            for language, each in written.items()
        },
        folder=next(iter(written.values())).path.parent,
        old_addresses=facts.lines("old_addresses"),
        exercise=_exercise(facts),
    )


def _exercise(facts: Facts) -> tuple[datetime, datetime] | None:
    if not facts.values.keys() & set(HOURS):
        return None
    return facts.instant(HOURS[0]), facts.instant(HOURS[1])


def _picture(facts: Facts, folder: Path) -> Path | None:
    name, alt = facts.line("picture"), facts.words("alt")
    if name and not {"kk", "ru"} <= set(alt):
        reason = "picture: needs alt: in Kazakh and in Russian, each in the file of its language"
        raise facts.wrong(facts.files.get("picture"), reason)
    return folder / name if name else None


def _sources(facts: Facts) -> tuple[Source, ...]:
    path, rows = facts.files.get("sources"), facts.values.get("sources", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise facts.wrong(path, "sources: needs a list of outlet, title, url, date, lang")
    return tuple(_source(facts, path, row) for row in rows)


def _source(facts: Facts, path: Path | None, row: Mapping[str, Any]) -> Source:
    names = {"outlet", "title", "url", "date", "lang"}
    if set(row) - names or not {"outlet", "lang"} <= set(row):
        reason = "sources: each needs outlet and lang, and may have title, url and date"
        raise facts.wrong(path, reason)
    if row["lang"] not in ("kk", "ru", "en"):
        raise facts.wrong(path, f"sources: lang {row['lang']!r} is none of kk, ru, en")
    day, is_month_only = _source_day(facts, path, row.get("date"))
    texts = {name: str(row.get(name) or "") for name in ("outlet", "title", "url", "lang")}
    return Source(date=day, is_month_only=is_month_only, **texts)


def _source_day(facts: Facts, path: Path | None, value: Any) -> tuple[date | None, bool]:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value, False
    try:
        return date.fromisoformat(f"{value}-01"), True
    except ValueError as wrong:
        raise facts.wrong(path, f"sources: {value!r} is neither a day nor a month") from wrong


def _updates(facts: Facts) -> tuple[Update, ...]:
    logs = {lang: each.facts.get("updates", []) for lang, each in facts.written.items()}
    for lang, log in logs.items():
        if not isinstance(log, list) or not all(isinstance(row, dict) for row in log):
            reason = "updates: needs a list of at, kind, notable, text"
            raise facts.wrong(facts.written[lang].path, reason)
    if len({len(log) for log in logs.values()}) > 1:
        raise facts.wrong(None, "updates: each language tells of the same updates, in one order")
    rows = zip(*logs.values(), strict=True)
    return tuple(_update(facts, dict(zip(logs, row, strict=True))) for row in rows)


def _update(facts: Facts, row: Mapping[str, Mapping[str, Any]]) -> Update:
    first_lang, first = next(iter(row.items()))
    path = facts.written[first_lang].path
    shared = ("at", "kind", "notable")
    if any(each.get(name) != first.get(name) for each in row.values() for name in shared):
        raise facts.wrong(path, "updates: at, kind and notable are the same in every language")
    if not isinstance(first.get("kind"), str) or not isinstance(first.get("notable"), bool):
        raise facts.wrong(path, "updates: each needs kind, and notable: true or false")
    texts = {lang: each.get("text") for lang, each in row.items()}
    if not all(isinstance(text, str) and text.strip() for text in texts.values()):
        raise facts.wrong(path, "updates: each needs text")
    at = _instant(facts, path, "updates: at", first.get("at"))
    return Update(at, first["kind"], first["notable"], {k: str(v) for k, v in texts.items()})


def _instant(facts: Facts, path: Path | None, name: str, value: Any) -> datetime:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime) or value.tzinfo is None:
        reason = f"{name}: needs an instant with its offset, such as 2016-06-06T16:20:00+06:00"
        raise facts.wrong(path, reason)
    return value
