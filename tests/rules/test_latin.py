"""Letters of short messages: Kazakh by its Latin alphabet, Russian as in passports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import guidance
from guidance.rules.alphabet import CYRILLIC
from guidance.rules.latin import GSM_7, RUSSIAN, in_latin_letters

REGIONS = Path(guidance.__file__).parent / "reference" / "regions.csv"


def test_spells_the_whole_kazakh_alphabet() -> None:
    assert " ".join(in_latin_letters(each, "kk") for each in CYRILLIC) == (
        "a ä b v g g d e io j z i i k q l m n ñ o ö p r s t u u ü f h h ts ch sh shch  y i  e iu ia"
    )


def test_spells_the_whole_russian_alphabet_as_passports_do() -> None:
    letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

    assert " ".join(in_latin_letters(each, "ru") for each in letters) == (
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia"
    )
    assert set(letters) == set(RUSSIAN)


@pytest.mark.parametrize(
    ("text", "lang", "spelled"),
    [
        ("Ақтөбе қаласы", "kk", "Aqtöbe qalasy"),
        ("Ұлытау, Жетісу, Шымкент", "kk", "Ulytau, Jetisu, Shymkent"),
        ("шекті («қызыл») деңгей", "kk", 'shekti ("qyzyl") deñgei'),
        ("ОҚУ-ЖАТТЫҒУ. Ақтөбе", "kk", "OQU-JATTYGU. Aqtöbe"),
        ("УЧЕНИЕ. Щучинск", "ru", "UCHENIE. Shchuchinsk"),
        ("критический («красный») уровень — № 7", "ru", 'kriticheskii ("krasnyi") uroven - No. 7'),
        ("Усть-Каменогорск", "ru", "Ust-Kamenogorsk"),
        ("Қарағанды", "ru", "Qaragandy"),
        ("the town of Aktobe – “high”…", "en", 'the town of Aktobe - "high"...'),
        ("Zürich café 🙂", "en", "Zürich café "),
    ],
)
def test_spells_words(text: str, lang: str, spelled: str) -> None:
    assert in_latin_letters(text, lang) == spelled


def test_every_name_of_a_region_can_be_sent_and_read() -> None:
    with REGIONS.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))

    for lang in ("kk", "ru", "en"):
        spelled = {in_latin_letters(row[f"name_{lang}"], lang) for row in rows}
        assert len(spelled) == len(rows)
        assert set("".join(spelled)) <= GSM_7


@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_sends_no_letter_that_would_make_a_message_shorter(text: str, lang: str) -> None:
    assert set(in_latin_letters(text, lang)) <= GSM_7
