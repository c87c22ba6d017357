"""The words for acts, and for what an act does to one place."""

from __future__ import annotations

from collections.abc import Mapping

from guidance.rules.acts import ActKind
from guidance.rules.outcomes import Word
from guidance.rules.texts import Texts

PUBLIC_WORDS: Mapping[Word, Texts] = {
    Word.DECLARED: Texts("белгіленді", "установлен", "declared"),
    Word.RAISED: Texts("көтерілді", "повышен", "raised"),
    Word.LOWERED: Texts("төмендетілді", "понижен", "lowered"),
    Word.CONFIRMED: Texts("сақталады", "сохраняется", "remains in force"),
    Word.EXTENDED: Texts("мерзімі ұзартылды", "действие продлено", "extended"),
    Word.LIFTED: Texts("алынды", "отменён", "lifted"),
    Word.ALL_CLEAR: Texts("мерзімі аяқталды", "срок истёк", "ended as planned"),
    Word.WITHDRAWN: Texts(
        "қате деп қайтарып алынды", "отозван как ошибочный", "withdrawn as error"
    ),
}

ACT_LABELS: Mapping[ActKind, Texts] = {
    ActKind.DECLARE: Texts("Деңгей белгіленді", "Уровень установлен", "Level declared"),
    ActKind.EXTEND: Texts("Мерзімі ұзартылды", "Действие продлено", "Extended"),
    ActKind.CHANGE: Texts("Деңгей өзгертілді", "Уровень изменён", "Level changed"),
    ActKind.LIFT: Texts("Деңгей алынды", "Уровень отменён", "Level lifted"),
    ActKind.CORRECT: Texts("Мәтін түзетілді", "Текст исправлен", "Text corrected"),
    ActKind.WITHDRAW: Texts(
        "Қате деп қайтарып алынды", "Отозвано как ошибочное", "Withdrawn as error"
    ),
}
