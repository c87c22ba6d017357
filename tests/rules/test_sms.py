"""Decisions as short messages: level, start and link stay, whatever must go."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import guidance
from guidance.rules.acts import ActKind
from guidance.rules.dates import Precision
from guidance.rules.ends import End
from guidance.rules.latin import GSM_7, in_latin_letters
from guidance.rules.level_words import DEFAULT_WORDING
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.places_list import PlaceName
from guidance.rules.sentences import Notice
from guidance.rules.sms import LONGEST_CYRILLIC, LONGEST_LATIN, short_messages
from guidance.rules.texts import LANGUAGES, Texts

ALMATY = "Asia/Almaty"
LINK = "dengei.example/c/2026-0007"
MIDNIGHT = End(datetime(2026, 12, 2, 19, tzinfo=UTC), ALMATY, ALMATY, extended_times=2)
EVENING = End(datetime(2026, 12, 2, 13, 30, tzinfo=UTC), ALMATY, ALMATY)
OPEN = End(None, ALMATY, ALMATY)
ROUGH = End(datetime(2016, 7, 15, 6, tzinfo=UTC), ALMATY, ALMATY, precision=Precision.ESTIMATED)
STARTS_AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
AQTOBE = PlaceName(Texts("Ақтөбе қаласы", "город Актобе", "the town of Aktobe"), 2)

with (Path(guidance.__file__).parent / "reference" / "regions.csv").open("rb") as source:
    rows = csv.DictReader(source.read().decode().splitlines())
    ALL = [PlaceName(Texts(row["name_kk"], row["name_ru"], row["name_en"])) for row in rows]
LONGEST = sorted(ALL, key=lambda place: len(place.name.kk + place.name.ru))[-4:]


def test_says_place_level_end_and_link() -> None:
    notice = Notice(ActKind.DECLARE, [AQTOBE], Level.RED, [Word.DECLARED], [Level.RED], end=EVENING)

    messages = short_messages(notice, LINK)

    assert messages.own == Texts(
        "Ақтөбе қаласы: террористік қауіптіліктің шекті («қызыл») деңгейі белгіленді."
        " Аяқталуы: 02.12.2026 18:30. dengei.example/c/2026-0007",
        "Город Актобе: установлен критический («красный») уровень."
        " Окончание: 2 декабря 2026 года, 18:30. dengei.example/c/2026-0007",
        "The town of Aktobe: critical (red) terrorism threat level declared. Ends 2 December 2026,"
        " 18:30 unless extended. dengei.example/c/2026-0007",
    )
    assert messages.latin == Texts(
        'Aqtöbe qalasy: terroristik qauiptiliktiñ shekti ("qyzyl") deñgeii belgilendi.'
        " Aiaqtaluy: 2026 jylgy 2 jeltoqsan, 18:30. dengei.example/c/2026-0007",
        'Gorod Aktobe: ustanovlen kriticheskii ("krasnyi") uroven terroristicheskoi opasnosti.'
        " Okonchanie: 2 dekabria 2026 goda, 18:30. dengei.example/c/2026-0007",
        messages.own.en,
    )


def test_a_lift_names_what_stays_in_force() -> None:
    notice = Notice(ActKind.LIFT, [AQTOBE], None, [Word.LIFTED], [Level.YELLOW])

    own = short_messages(notice, LINK).own

    assert own.kk.startswith(
        "Ақтөбе қаласы: террористік қауіптілік деңгейі алынды. Орташа («сары»)"
    )
    assert "Сохраняется умеренный («жёлтый») уровень" in own.ru


def test_a_withdrawal_names_the_decision_and_what_holds() -> None:
    notice = Notice(ActKind.WITHDRAW, [AQTOBE], after=[None], refers_to="2026-0001")

    own = short_messages(notice, LINK).own

    assert own.kk.startswith("№ 2026-0001 шешім қате жарияланды. Ақтөбе қаласы: ")
    assert own.ru.endswith(
        f"Город Актобе: уровень террористической опасности не установлен. {LINK}"
    )


def facts(places: list[PlaceName], level: Level) -> Iterator[Notice]:
    """Give every act about some places, with every kind of start and end."""
    other = Level.YELLOW if level is not Level.YELLOW else Level.RED
    for is_exercise in (False, True):
        for start in (None, STARTS_AT):
            for end in (MIDNIGHT, EVENING, OPEN, ROUGH):
                common = {"takes_effect_at": start, "end": end, "is_exercise": is_exercise}
                for word in (Word.DECLARED, Word.RAISED, Word.LOWERED, Word.CONFIRMED):
                    yield Notice(ActKind.CHANGE, places, level, [word], [level], **common)
                yield Notice(ActKind.EXTEND, places, level, [Word.EXTENDED], [level], **common)
                yield Notice(ActKind.EXTEND, places, None, after=[level, other], **common)
            common = {"takes_effect_at": start, "is_exercise": is_exercise}
            for after in ([None], [level], [None, level]):
                yield Notice(ActKind.LIFT, places, after=after, **common)
                yield Notice(
                    ActKind.WITHDRAW, places, after=after, refers_to="2026-1234567", **common
                )
        yield Notice(ActKind.CORRECT, refers_to="2026-1234567", is_exercise=is_exercise)


def must_say(notice: Notice, lang: str) -> list[str]:
    """Name what no message may lack: the level of the act, or the number it speaks of."""
    said = [notice.refers_to] if notice.refers_to else []
    if notice.level is not None:
        words = DEFAULT_WORDING[notice.level]
        return [words.name[lang], words.genitive[lang]]
    uniform = len(set(notice.after)) == 1
    if notice.kind is ActKind.LIFT or (notice.kind is ActKind.WITHDRAW and uniform):
        said += [DEFAULT_WORDING[level].name[lang] for level in notice.after if level]
    return said


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("places", [LONGEST[-1:], LONGEST], ids=["longest name", "four names"])
def test_every_act_fits_in_every_language(places: list[PlaceName], level: Level) -> None:
    for notice in facts(places, level):
        messages = short_messages(notice, LINK)
        for lang in LANGUAGES:
            check(notice, messages.own[lang], lang, is_latin=lang == "en")
            check(notice, messages.latin[lang], lang, is_latin=True)


def check(notice: Notice, text: str, lang: str, *, is_latin: bool) -> None:
    assert text.endswith(f" {LINK}"), text
    assert len(text) <= (LONGEST_LATIN if is_latin else LONGEST_CYRILLIC), text
    assert not is_latin or set(text) <= GSM_7, text
    said = [in_latin_letters(each, lang) if is_latin else each for each in must_say(notice, lang)]
    whole = text.casefold()
    assert not said or any(each.casefold() in whole for each in said), (text, said)
    assert not notice.is_exercise or text.split(".")[0].isupper(), text
    if notice.takes_effect_at is not None and not notice.refers_to:
        assert "23" in text, text


@given(
    st.lists(st.text("аәбғқңөұүһщж -", min_size=1, max_size=120), min_size=1, max_size=30),
    st.sampled_from(Level),
    st.sampled_from([MIDNIGHT, EVENING, OPEN]),
    st.text("abcdefghijklmnop./-", min_size=8, max_size=40),
    st.booleans(),
)
def test_names_of_any_length_leave_level_and_link_alone(
    names: list[str], level: Level, end: End, link: str, is_exercise: bool
) -> None:
    places = [PlaceName(Texts(name, name, name)) for name in names]
    notice = Notice(
        ActKind.CHANGE, places, level, [Word.RAISED], [level], STARTS_AT, end=end,
        is_exercise=is_exercise,
    )  # fmt: skip

    messages = short_messages(notice, link)

    for lang in LANGUAGES:
        words = DEFAULT_WORDING[level]
        own, latin = messages.own[lang], messages.latin[lang]
        assert own.endswith(link)
        assert latin.endswith(link)
        assert words.name[lang] in own or words.genitive[lang] in own
        assert len(own) <= (LONGEST_LATIN if lang == "en" else LONGEST_CYRILLIC)
        assert len(latin) <= LONGEST_LATIN
