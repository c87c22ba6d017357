"""Ready sentences in three languages, so that nobody must translate at four in the morning."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance.rules.texts import Texts


@dataclass(frozen=True, slots=True)
class Ready:
    """Hold one sentence, where it fits, and how a list of choices names it."""

    row: str
    label: str | Promise
    texts: Texts


READY: Mapping[str, Ready] = {
    "POSSIBLE": Ready(
        "reason",
        _("Information to be confirmed (yellow)"),
        Texts(
            "Терроризм актісі жасалуы мүмкін деген, әлі де растауды қажет ететін ақпарат бар.",
            "Есть требующие подтверждения сведения о реальной возможности акта терроризма.",
            "There is information, still to be confirmed, that an act of terrorism is possible.",
        ),
    ),
    "CONFIRMED": Ready(
        "reason",
        _("Confirmed information (orange)"),
        Texts(
            "Терроризм актісі жасалуы мүмкін деген ақпарат расталды.",
            "Сведения о реальной возможности акта терроризма подтверждены.",
            "The information that an act of terrorism is really possible is confirmed.",
        ),
    ),
    "COMMITTED": Ready(
        "reason",
        _("An act was committed (red)"),
        Texts(
            "Терроризм актісі жасалды, оның қайталануы мүмкін.",
            "Совершён акт терроризма, возможно его повторение.",
            "An act of terrorism was committed; a repeat is possible.",
        ),
    ),
    "GROUNDS_REMAIN": Ready(
        "reason",
        _("The grounds remain (extend)"),
        Texts(
            "Деңгейді белгілеуге негіз болған жағдайлар әлі сақталып отыр.",
            "Основания, по которым установлен уровень, сохраняются.",
            "The grounds on which the level was set remain.",
        ),
    ),
    "THREAT_LESSENED": Ready(
        "reason",
        _("The threat has lessened (lower)"),
        Texts(
            "Қауіп азайды, бірақ толық сейілген жоқ.",
            "Угроза уменьшилась, но не устранена полностью.",
            "The threat has lessened but has not passed completely.",
        ),
    ),
    "GROUNDS_GONE": Ready(
        "reason",
        _("The grounds are gone (lift)"),
        Texts(
            "Деңгейді белгілеуге негіз болған жағдайлар жойылды.",
            "Обстоятельства, по которым был установлен уровень, устранены.",
            "The circumstances for which the level was set no longer exist.",
        ),
    ),
    "ISSUED_IN_ERROR": Ready(
        "reason",
        _("Issued in error (withdraw)"),
        Texts(
            "Бұл хабарлама қате жарияланды. Келтірілген қолайсыздық үшін кешірім сұраймыз.",
            "Это сообщение опубликовано ошибочно. Приносим извинения за причинённые неудобства.",
            "This notice was issued in error. We apologise for the inconvenience.",
        ),
    ),
    "END_DEPENDS": Ready(
        "end_reason",
        _("The end depends on the situation"),
        Texts(
            "Деңгейдің аяқталу мерзімі жағдайдың қалай өрбитініне байланысты.",
            "Срок окончания зависит от развития обстановки.",
            "The end depends on how the situation develops.",
        ),
    ),
}


def choices_for(row: str) -> list[tuple[str, str | Promise]]:
    """List the ready sentences that fit a row, after the choice of an own text."""
    fitting = [(code, ready.label) for code, ready in READY.items() if ready.row == row]
    return [("", _("Own text")), *fitting]
