"""Headlines and summaries, word for word in three languages."""

from datetime import UTC, datetime

import pytest

from guidance.rules.acts import ActKind
from guidance.rules.ends import End
from guidance.rules.levels import Level
from guidance.rules.outcomes import Word
from guidance.rules.places_list import PlaceName
from guidance.rules.sentences import (
    Notice,
    headline,
    summary,
)
from guidance.rules.texts import Texts

AQTOBE = PlaceName(Texts("Ақтөбе облысы", "Актюбинская область", "Aktobe Region"))
AQTOBE_TOWN = PlaceName(Texts("Ақтөбе қаласы", "город Актобе", "the town of Aktobe"), depth=2)
ASTANA = PlaceName(Texts("Астана қаласы", "город Астана", "Astana"))
COUNTRY = PlaceName(Texts("Қазақстан", "Казахстан", "Kazakhstan"), depth=0)

UNTIL_6_DECEMBER = End(datetime(2026, 12, 6, 19, tzinfo=UTC), "Asia/Aqtobe", "Asia/Aqtobe")


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        pytest.param(
            Notice(ActKind.DECLARE, [AQTOBE], Level.ORANGE, [Word.DECLARED]),
            Texts(
                "Ақтөбе облысы: террористік қауіптіліктің жоғары («қызғылт сары») деңгейі"
                " белгіленді",
                "Актюбинская область: установлен высокий («оранжевый») уровень"
                " террористической опасности",
                "Aktobe Region: high (orange) terrorism threat level declared",
            ),
            id="declared",
        ),
        pytest.param(
            Notice(ActKind.EXTEND, [COUNTRY], Level.YELLOW, [Word.EXTENDED]),
            Texts(
                "Қазақстан: террористік қауіптіліктің орташа («сары») деңгейінің мерзімі ұзартылды",
                "Казахстан: продлено действие умеренного («жёлтого») уровня"
                " террористической опасности",
                "Kazakhstan: moderate (yellow) terrorism threat level extended",
            ),
            id="extended",
        ),
        pytest.param(
            Notice(ActKind.EXTEND, [AQTOBE, ASTANA], None, [Word.EXTENDED] * 2),
            Texts(
                "Ақтөбе облысы, Астана қаласы: террористік қауіптілік деңгейінің мерзімі ұзартылды",
                "Актюбинская область, город Астана: продлено действие уровня"
                " террористической опасности",
                "Aktobe Region, Astana: terrorism threat level extended",
            ),
            id="extended where the places stand at different levels",
        ),
        pytest.param(
            Notice(ActKind.CHANGE, [AQTOBE], Level.RED, [Word.RAISED]),
            Texts(
                "Ақтөбе облысы: террористік қауіптілік деңгейі көтерілді: шекті («қызыл»)",
                "Актюбинская область: уровень террористической опасности повышен до"
                " критического («красного»)",
                "Aktobe Region: terrorism threat level raised to critical (red)",
            ),
            id="raised",
        ),
        pytest.param(
            Notice(ActKind.CHANGE, [AQTOBE], Level.YELLOW, [Word.LOWERED]),
            Texts(
                "Ақтөбе облысы: террористік қауіптілік деңгейі төмендетілді: орташа («сары»)",
                "Актюбинская область: уровень террористической опасности понижен до"
                " умеренного («жёлтого»)",
                "Aktobe Region: terrorism threat level lowered to moderate (yellow)",
            ),
            id="lowered",
        ),
        pytest.param(
            Notice(ActKind.CHANGE, [AQTOBE], Level.YELLOW, [Word.CONFIRMED]),
            Texts(
                "Ақтөбе облысы: террористік қауіптіліктің орташа («сары») деңгейі сақталады",
                "Актюбинская область: сохраняется умеренный («жёлтый») уровень"
                " террористической опасности",
                "Aktobe Region: moderate (yellow) terrorism threat level remains in force",
            ),
            id="confirmed",
        ),
        pytest.param(
            Notice(ActKind.CHANGE, [AQTOBE, ASTANA], Level.ORANGE, [Word.RAISED, Word.DECLARED]),
            Texts(
                "Ақтөбе облысы, Астана қаласы: террористік қауіптіліктің жоғары"
                " («қызғылт сары») деңгейі белгіленді",
                "Актюбинская область, город Астана: установлен высокий («оранжевый») уровень"
                " террористической опасности",
                "Aktobe Region, Astana: high (orange) terrorism threat level declared",
            ),
            id="mixed words use the pattern of a declaration",
        ),
        pytest.param(
            Notice(ActKind.LIFT, [AQTOBE_TOWN], words=[Word.LIFTED]),
            Texts(
                "Ақтөбе қаласы: террористік қауіптілік деңгейі алынды",
                "Город Актобе: уровень террористической опасности отменён",
                "The town of Aktobe: terrorism threat level lifted",
            ),
            id="lifted",
        ),
        pytest.param(
            Notice(ActKind.CORRECT, refers_to="2026-0007"),
            Texts(
                "№ 2026-0007 шешімге түзету",
                "Исправление к решению № 2026-0007",
                "Correction to decision No. 2026-0007",
            ),
            id="corrected",
        ),
        pytest.param(
            Notice(ActKind.WITHDRAW, refers_to="2026-0007"),
            Texts(
                "№ 2026-0007 шешім қате жарияланды",
                "Решение № 2026-0007 опубликовано ошибочно",
                "Decision No. 2026-0007 was issued in error",
            ),
            id="withdrawn",
        ),
    ],
)
def test_a_headline_names_the_place_and_what_the_act_does(notice: Notice, expected: Texts) -> None:
    assert headline(notice) == expected


def test_a_declaration_without_a_level_has_no_headline() -> None:
    with pytest.raises(ValueError, match="without a level"):
        headline(Notice(ActKind.DECLARE, [AQTOBE]))


def test_a_summary_adds_the_end_with_its_year() -> None:
    notice = Notice(ActKind.DECLARE, [AQTOBE], Level.ORANGE, [Word.DECLARED], end=UNTIL_6_DECEMBER)

    assert summary(notice) == Texts(
        "Ақтөбе облысы: террористік қауіптіліктің жоғары («қызғылт сары») деңгейі белгіленді."
        " Аяқталуы: 2026 жылғы 6 желтоқсан (қоса алғанда), егер ұзартылмаса.",
        "Актюбинская область: установлен высокий («оранжевый») уровень террористической"
        " опасности. Окончание: 6 декабря 2026 года включительно, если не продлят.",
        "Aktobe Region: high (orange) terrorism threat level declared."
        " Ends 6 December 2026 unless extended.",
    )


def test_a_summary_of_an_announced_act_says_when_it_takes_effect() -> None:
    notice = Notice(
        ActKind.DECLARE,
        [AQTOBE],
        Level.YELLOW,
        [Word.DECLARED],
        takes_effect_at=datetime(2026, 11, 22, 9, 5, tzinfo=UTC),
        zone="Asia/Aqtobe",
        end=End(None, "Asia/Aqtobe", "Asia/Aqtobe"),
    )

    assert summary(notice) == Texts(
        "Ақтөбе облысы: террористік қауіптіліктің орташа («сары») деңгейі белгіленді."
        " Күшіне енеді: 2026 жылғы 22 қараша, 14:05 (UTC+5). Ерекше нұсқау берілгенге дейін.",
        "Актюбинская область: установлен умеренный («жёлтый») уровень террористической"
        " опасности. Вступает в силу: 22 ноября 2026 года, 14:05 (UTC+5)."
        " До особого распоряжения.",
        "Aktobe Region: moderate (yellow) terrorism threat level declared."
        " Takes effect: 22 November 2026, 14:05 (UTC+5). Until further notice.",
    )


def test_lifting_red_in_a_town_says_that_the_yellow_of_the_country_remains() -> None:
    notice = Notice(ActKind.LIFT, [AQTOBE_TOWN], words=[Word.LIFTED], after=[Level.YELLOW])

    assert summary(notice) == Texts(
        "Ақтөбе қаласы: террористік қауіптілік деңгейі алынды. Орташа («сары») деңгей сақталады.",
        "Город Актобе: уровень террористической опасности отменён."
        " Сохраняется умеренный («жёлтый») уровень.",
        "The town of Aktobe: terrorism threat level lifted."
        " The moderate (yellow) level remains in force.",
    )


def test_a_lift_that_leaves_a_level_in_some_places_says_so_with_the_highest() -> None:
    notice = Notice(
        ActKind.LIFT,
        [AQTOBE, AQTOBE_TOWN, ASTANA],
        words=[Word.LIFTED] * 3,
        after=[None, Level.YELLOW, Level.ORANGE],
    )

    said = summary(notice)

    assert said.kk.endswith("Аумақтың бір бөлігінде жоғары («қызғылт сары») деңгей сақталады.")
    assert said.ru.endswith("На части территории сохраняется высокий («оранжевый») уровень.")
    assert said.en.endswith("The high (orange) level remains in force in part of the area.")


def test_a_lift_that_leaves_nothing_adds_nothing() -> None:
    notice = Notice(ActKind.LIFT, [ASTANA], words=[Word.LIFTED], after=[None])

    assert summary(notice).en == "Astana: terrorism threat level lifted."


def test_a_withdrawal_says_what_is_true_now() -> None:
    notice = Notice(ActKind.WITHDRAW, [ASTANA], after=[None], refers_to="2026-0007")

    assert summary(notice) == Texts(
        "№ 2026-0007 шешім қате жарияланды."
        " Астана қаласы: террористік қауіптілік деңгейі белгіленбеген.",
        "Решение № 2026-0007 опубликовано ошибочно."
        " Город Астана: уровень террористической опасности не установлен.",
        "Decision No. 2026-0007 was issued in error. Astana: no terrorism threat level in force.",
    )
