"""The patterns of short messages: the same acts in fewer words."""

from __future__ import annotations

from collections.abc import Mapping

from guidance.rules import patterns
from guidance.rules.texts import Texts

# In place of each headline; a message names the level even where the act's word must go.
SHORT: Mapping[Texts, Texts] = {
    patterns.DECLARED: Texts(
        "{place}: {level} деңгей белгіленді",
        "{place}: установлен {level} уровень",
        "{place}: {level} level declared",
    ),
    patterns.EXTENDED: Texts(
        "{place}: {level} деңгейдің мерзімі ұзартылды",
        "{place}: продлено действие {level} уровня",
        "{place}: {level} level extended",
    ),
    patterns.RAISED: Texts(
        "{place}: деңгей көтерілді: {level}",
        "{place}: уровень повышен до {level}",
        "{place}: level raised to {level}",
    ),
    patterns.LOWERED: Texts(
        "{place}: деңгей төмендетілді: {level}",
        "{place}: уровень понижен до {level}",
        "{place}: level lowered to {level}",
    ),
    patterns.CONFIRMED: Texts(
        "{place}: {level} деңгей сақталады",
        "{place}: сохраняется {level} уровень",
        "{place}: {level} level remains in force",
    ),
}
EXTENDED_LEVELS = Texts(
    "{place}: деңгей мерзімі ұзартылды", "{place}: уровень продлён", "{place}: level extended"
)
LIFTED = Texts("{place}: деңгей алынды", "{place}: уровень отменён", "{place}: level lifted")
BARE = Texts("{place}: {level} деңгей", "{place}: {level} уровень", "{place}: {level} level")
IN_PART = Texts(
    "Бір бөлігінде {level} деңгей сақталады",
    "В части территории: {level} уровень",
    "In part: {level} level",
)
PARTLY = Texts("Ішінара: {level}", "Частично: {level}", "In part: {level}")
STARTS = Texts("Басталуы: {at}", "Начало: {at}", "From {at}")
ENDS = Texts("Аяқталуы: {at}", "Окончание: {at}", "Ends {at}")
