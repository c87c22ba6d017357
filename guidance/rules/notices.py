"""Short sentences about time: as of, lifted on, shown in error, situation on a day."""

from __future__ import annotations

from datetime import date, datetime

from guidance.rules.dates import day, hour, local, moment
from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name
from guidance.rules.levels import Level
from guidance.rules.texts import Texts

AS_OF = Texts("Мәлімет уақыты: {time}", "По состоянию на {time}", "As of {time}")
PRINTED = Texts(
    "Басып шығарылған уақыты: {time}. Қазіргі деңгейді тексеріңіз",
    "Напечатано: {time}. Проверьте текущий уровень",
    "Printed: {time}. Check the present level",
)
LIFTED_ON = Texts("Алынды: {date}", "Отменён: {date}", "Lifted: {date}")
SITUATION_ON = Texts("{date} күнгі жағдай", "Положение на {date}", "Situation on {date}")
SITUATION_AT = Texts("Жағдай: {moment}", "Положение на {moment}", "Situation on {moment}")
PART_UNTIL = Texts(
    "Бұрынғы өңірі: {name}; бөлінген күні: {date}",
    "До {date} — в составе: {name}",
    "Part of {name} until {date}",
)
ISSUED_IN_ERROR = Texts(
    "Қате жарияланған хабарлама: {time}",
    "Ошибочное сообщение: {time}",
    "Notice issued in error: {time}",
)
SHOWN_IN_ERROR = Texts(
    "Портал қате көрсеткен деңгей ({from_}–{to}): {level}",
    "Портал ошибочно показывал ({from_}–{to}): {level}",
    "The portal showed in error ({from_}–{to}): {level}",
)
THEN_LEVEL = Texts("Одан кейін: {level}", "Затем: {level}", "Then: {level}")


def stamped(at: datetime, zone: str) -> Texts:
    """Write date, hour and offset from UTC."""
    return Texts.by_language(lambda lang: moment(at, zone, lang, offset=True))


def as_of(at: datetime, zone: str) -> Texts:
    """Say when what the page shows was true."""
    return AS_OF.fill(time=stamped(at, zone))


def printed(at: datetime, zone: str) -> Texts:
    """Say when a sheet was printed."""
    return PRINTED.fill(time=stamped(at, zone))


def lifted_on(on: date) -> Texts:
    """Say on which day the level was lifted."""
    return LIFTED_ON.fill(date=Texts.by_language(lambda lang: day(on, lang)))


def situation_on(on: date) -> Texts:
    """Head the page of a past day."""
    return SITUATION_ON.fill(date=Texts.by_language(lambda lang: day(on, lang)))


def situation_at(at: datetime, zone: str) -> Texts:
    """Head the page of a past instant."""
    return SITUATION_AT.fill(moment=stamped(at, zone))


def part_until(on: date, name: Texts) -> Texts:
    """Say of which region a place was a part until a day."""
    return PART_UNTIL.fill(name=name, date=Texts.by_language(lambda lang: day(on, lang)))


def issued_in_error(at: datetime, zone: str) -> Texts:
    """Name the time of a notice that was withdrawn as issued in error."""
    return ISSUED_IN_ERROR.fill(time=stamped(at, zone))


def shown_in_error(
    start: datetime,
    end: datetime,
    zone: str,
    level: Level | None,
    wording: Wording = DEFAULT_WORDING,
) -> Texts:
    """Say what the portal showed in error, from when to when."""
    return SHOWN_IN_ERROR.fill(
        from_=Texts.by_language(lambda lang: moment(start, zone, lang)),
        to=Texts.by_language(lambda lang: _until(start, end, zone, lang)),
        level=level_name(level, wording),
    )


def _until(start: datetime, end: datetime, zone: str, lang: str) -> str:
    is_same_day = local(start, zone).date() == local(end, zone).date()
    return hour(end, zone) if is_same_day else moment(end, zone, lang)


def then_level(level: Level | None, wording: Wording = DEFAULT_WORDING) -> Texts:
    """Name the level that follows the one in force."""
    return THEN_LEVEL.fill(level=level_name(level, wording))
