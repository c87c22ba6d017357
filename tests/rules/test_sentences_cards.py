"""Level cards and drills, word for word in three languages."""

from datetime import date

from guidance.rules.acts import ActKind
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.places_list import PlaceName
from guidance.rules.sentences import (
    Notice,
    ended_as_planned,
    exercise_headline,
    headline,
    in_force,
    summary,
)
from guidance.rules.texts import Texts

AQTOBE = PlaceName(Texts("Ақтөбе облысы", "Актюбинская область", "Aktobe Region"))
AQTOBE_TOWN = PlaceName(Texts("Ақтөбе қаласы", "город Актобе", "the town of Aktobe"), depth=2)
ASTANA = PlaceName(Texts("Астана қаласы", "город Астана", "Astana"))


def test_an_exercise_says_so_first_in_headline_and_summary() -> None:
    notice = Notice(ActKind.LIFT, [ASTANA], words=[Word.LIFTED], after=[None], is_exercise=True)

    assert headline(notice) == Texts(
        "ОҚУ-ЖАТТЫҒУ. Астана қаласы: террористік қауіптілік деңгейі алынды",
        "УЧЕНИЕ. Город Астана: уровень террористической опасности отменён",
        "EXERCISE. Astana: terrorism threat level lifted",
    )
    assert summary(notice).kk.startswith("ОҚУ-ЖАТТЫҒУ. ")


def test_a_drill_is_announced_with_place_and_date() -> None:
    assert exercise_headline([ASTANA], date(2026, 8, 29)) == Texts(
        "ОҚУ-ЖАТТЫҒУ. Астана қаласы, 2026 жылғы 29 тамыз",
        "УЧЕНИЕ. Город Астана, 29 августа 2026 года",
        "EXERCISE. Astana, 29 August 2026",
    )


def test_a_level_card_says_that_a_level_is_in_force() -> None:
    assert in_force([AQTOBE_TOWN], Level.RED) == Texts(
        "Ақтөбе қаласы: террористік қауіптіліктің шекті («қызыл») деңгейі күшінде",
        "Город Актобе: действует критический («красный») уровень террористической опасности",
        "The town of Aktobe: critical (red) terrorism threat level in force",
    )


def test_a_card_without_a_level_says_none_and_never_safe() -> None:
    assert in_force([AQTOBE], None) == Texts(
        "Ақтөбе облысы: террористік қауіптілік деңгейі белгіленбеген",
        "Актюбинская область: уровень террористической опасности не установлен",
        "Aktobe Region: no terrorism threat level in force",
    )


def test_a_level_that_ran_out_by_itself_ended_as_planned() -> None:
    assert ended_as_planned([AQTOBE], Level.ORANGE) == Texts(
        "Ақтөбе облысы: жоғары («қызғылт сары») деңгейдің мерзімі аяқталды",
        "Актюбинская область: срок действия высокого («оранжевого») уровня истёк",
        "Aktobe Region: high (orange) level ended as planned",
    )
