"""The words of the levels are data: sentences take them as an argument."""

import json
from pathlib import Path

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.level_words import (
    DEFAULT_WORDING,
    NO_LEVEL,
    LevelWords,
    level_name,
    named_level,
)
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.places_list import PlaceName
from guidance.rules.sentences import Notice, headline
from guidance.rules.texts import Texts
from guidance.rules.words import ACT_LABELS, PUBLIC_WORDS

REFERENCE = Path(__file__).parents[2] / "guidance" / "reference" / "levels.json"


@pytest.mark.parametrize("level", Level)
def test_the_words_in_code_are_those_of_the_reference_data(level: Level) -> None:
    rows = {row["code"]: row for row in json.loads(REFERENCE.read_text(encoding="utf-8"))}
    name = rows[level.name]["name"]

    words = DEFAULT_WORDING[level]

    assert words.name == Texts(name["kk"], name["ru"], name["en"])
    assert words.genitive == Texts(name["kk"], name["ru_genitive"], name["en"])


def test_no_level_is_named_as_in_the_reference_data() -> None:
    rows = {row["code"]: row for row in json.loads(REFERENCE.read_text(encoding="utf-8"))}

    assert NO_LEVEL.as_dict() == rows["NONE"]["name"]
    assert level_name(None) == named_level(None) == NO_LEVEL


def test_a_level_is_named_with_the_word_level() -> None:
    assert named_level(Level.RED) == Texts(
        "шекті («қызыл») деңгей", "критический («красный») уровень", "critical (red) level"
    )


def test_sentences_use_the_wording_of_the_day() -> None:
    wording = {
        **DEFAULT_WORDING,
        Level.RED: LevelWords(
            Texts("сыни («қызыл»)", "критический («красный»)", "critical (red)"),
            "критического («красного»)",
        ),
    }
    place = PlaceName(Texts("Астана қаласы", "город Астана", "Astana"))

    said = headline(Notice(ActKind.DECLARE, [place], Level.RED), wording)

    assert said.kk == "Астана қаласы: террористік қауіптіліктің сыни («қызыл») деңгейі белгіленді"


@pytest.mark.parametrize("texts", [*(ACT_LABELS[kind] for kind in ActKind)])
def test_every_act_has_a_label_in_three_languages(texts: Texts) -> None:
    assert len({texts.kk, texts.ru, texts.en, ""}) == 4


@pytest.mark.parametrize("word", Word)
def test_what_an_act_does_to_a_place_has_a_word_in_three_languages(word: Word) -> None:
    texts = PUBLIC_WORDS[word]

    assert len({texts.kk, texts.ru, texts.en, ""}) == 4
