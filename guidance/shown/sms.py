"""The short messages about a published decision, from what its bulletin froze."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from guidance.rules.acts import ActKind
from guidance.rules.dates import local
from guidance.rules.ends import End
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.sentences import ASTANA, Notice
from guidance.rules.sms import ShortMessages, short_message, short_messages
from guidance.shown.as_if import NOT_YET
from guidance.shown.ground import Ground
from guidance.stored.atlas import Atlas

ANY_NUMBER = "2026-0000"
WORDS = {word.value: word for word in Word}


class SentText(NamedTuple):
    """Hold one message with the number of its letters."""

    text: str
    length: int
    is_latin: bool


def messages_about(frozen: Mapping[str, Any], atlas: Atlas, link: str) -> ShortMessages:
    """Write the messages, in the words of the day of publication."""
    published_at = _instant(frozen["published_at"])
    return short_messages(_notice(frozen, atlas, published_at), link, atlas.wording(published_at))


def sent_texts(frozen: Mapping[str, Any], ground: Ground, link: str) -> list[SentText]:
    """Give the message in the language of a page, and in Latin letters if that is another."""
    published_at, atlas = _instant(frozen["published_at"]), ground.atlas
    notice = _notice(frozen, atlas, published_at)
    # A number that only publication gives takes the room of a real one, or the words would differ.
    room = link.replace(NOT_YET, ANY_NUMBER)
    told = short_message(notice, ground.lang, room, atlas.wording(published_at))
    texts = [told.own] if told.own == told.latin else [told.own, told.latin]
    return [
        SentText(text.replace(room, link), len(text), is_latin=text == told.latin) for text in texts
    ]


def _notice(frozen: Mapping[str, Any], atlas: Atlas, published_at: datetime) -> Notice:
    kind, outcomes = ActKind(frozen["act"]), frozen["outcomes"]
    codes = [row["region"] for row in outcomes]
    zones = {atlas.regions[code].time_zone for code in codes}
    zone = zones.pop() if len(zones) == 1 else ASTANA
    after = [Level[row["after"]] if row["after"] else None for row in outcomes]
    level = Level[frozen["level"]] if frozen["level"] else None
    if kind is ActKind.EXTEND and len(set(after)) == 1:
        level = after[0]
    starts_at = _instant(frozen["starts_at"]) if frozen["starts_at"] else published_at
    return Notice(
        kind=kind,
        places=atlas.names(codes, local(published_at, zone).date()),
        level=level,
        words=[WORDS[row["word"]] for row in outcomes],
        after=after,
        takes_effect_at=starts_at if starts_at > published_at else None,
        zone=zone,
        end=_end(frozen, zone),
        refers_to=frozen["refers_to"] or "",
        is_exercise=frozen["ledger"] == "EXERCISE",
    )


def _end(frozen: Mapping[str, Any], zone: str) -> End:
    return End(
        _instant(frozen["ends_at"]) if frozen["ends_at"] else None,
        named_zone=zone,
        page_zone=zone,
        precision=frozen["precision"],
        is_archive=frozen["origin"] == "ARCHIVE",
    )


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
