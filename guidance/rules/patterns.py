"""The patterns of headlines and notices: place, level and number are put in as facts."""

from __future__ import annotations

from guidance.rules.texts import Texts

DECLARED = Texts(
    "{place}: террористік қауіптіліктің {level} деңгейі белгіленді",
    "{place}: установлен {level} уровень террористической опасности",
    "{place}: {level} terrorism threat level declared",
)
EXTENDED = Texts(
    "{place}: террористік қауіптіліктің {level} деңгейінің мерзімі ұзартылды",
    "{place}: продлено действие {level} уровня террористической опасности",
    "{place}: {level} terrorism threat level extended",
)
# Places of one extension may stand at different levels.
EXTENDED_LEVELS = Texts(
    "{place}: террористік қауіптілік деңгейінің мерзімі ұзартылды",
    "{place}: продлено действие уровня террористической опасности",
    "{place}: terrorism threat level extended",
)
RAISED = Texts(
    "{place}: террористік қауіптілік деңгейі көтерілді: {level}",
    "{place}: уровень террористической опасности повышен до {level}",
    "{place}: terrorism threat level raised to {level}",
)
LOWERED = Texts(
    "{place}: террористік қауіптілік деңгейі төмендетілді: {level}",
    "{place}: уровень террористической опасности понижен до {level}",
    "{place}: terrorism threat level lowered to {level}",
)
CONFIRMED = Texts(
    "{place}: террористік қауіптіліктің {level} деңгейі сақталады",
    "{place}: сохраняется {level} уровень террористической опасности",
    "{place}: {level} terrorism threat level remains in force",
)
LIFTED = Texts(
    "{place}: террористік қауіптілік деңгейі алынды",
    "{place}: уровень террористической опасности отменён",
    "{place}: terrorism threat level lifted",
)
CORRECTED = Texts(
    "№ {number} шешімге түзету",
    "Исправление к решению № {number}",
    "Correction to decision No. {number}",
)
WITHDRAWN = Texts(
    "№ {number} шешім қате жарияланды",
    "Решение № {number} опубликовано ошибочно",
    "Decision No. {number} was issued in error",
)
ENDED_AS_PLANNED = Texts(
    "{place}: {level} деңгейдің мерзімі аяқталды",
    "{place}: срок действия {level} уровня истёк",
    "{place}: {level} level ended as planned",
)
IN_FORCE = Texts(
    "{place}: террористік қауіптіліктің {level} деңгейі күшінде",
    "{place}: действует {level} уровень террористической опасности",
    "{place}: {level} terrorism threat level in force",
)
NONE_IN_FORCE = Texts(
    "{place}: террористік қауіптілік деңгейі белгіленбеген",
    "{place}: уровень террористической опасности не установлен",
    "{place}: no terrorism threat level in force",
)
REMAINS = Texts(
    "{level} деңгей сақталады", "Сохраняется {level} уровень", "the {level} level remains in force"
)
REMAINS_IN_PART = Texts(
    "Аумақтың бір бөлігінде {level} деңгей сақталады",
    "На части территории сохраняется {level} уровень",
    "the {level} level remains in force in part of the area",
)
TAKES_EFFECT = Texts(
    "Күшіне енеді: {moment}", "Вступает в силу: {moment}", "Takes effect: {moment}"
)
EXERCISE = Texts("ОҚУ-ЖАТТЫҒУ. {text}", "УЧЕНИЕ. {text}", "EXERCISE. {text}")
EXERCISE_WORD = Texts("ОҚУ-ЖАТТЫҒУ", "УЧЕНИЕ", "EXERCISE")
EXERCISE_WORDS = " · ".join(EXERCISE_WORD.as_dict().values())
NOT_REAL = Texts("Бұл нақты қауіп емес", "Это не реальная угроза", "This is not a real alert")
