"""What must never be false of a declaration, as named constraints of the database."""

from django.db.models import BaseConstraint, CheckConstraint, F, Q, UniqueConstraint

from guidance.models.choices import LANGUAGES, ActCode, LevelCode, Origin, Precision, Status

PUBLISHED = Q(status=Status.PUBLISHED)
SETS_LEVEL = Q(act__in=(ActCode.DECLARE, ActCode.CHANGE))


def in_three_languages(name: str) -> Q:
    """Demand three texts, none empty and no two equal."""
    kk, ru, en = (f"{name}_{code}" for code in LANGUAGES)
    filled = ~Q(**{kk: ""}) & ~Q(**{ru: ""}) & ~Q(**{en: ""})
    return filled & ~Q(**{kk: F(ru)}) & ~Q(**{ru: F(en)}) & ~Q(**{kk: F(en)})


def empty(name: str) -> Q:
    """Demand that no language has a text."""
    return Q(**{f"{name}_{code}": "" for code in LANGUAGES})


def _check(name: str, condition: Q) -> CheckConstraint:
    return CheckConstraint(name=f"guidance_declaration_{name}", condition=condition)


def _published(name: str, condition: Q) -> CheckConstraint:
    return _check(name, ~PUBLISHED | condition)


DECLARATION: tuple[BaseConstraint, ...] = (
    _check("status_known", Q(status__in=Status.values)),
    _check("act_known", Q(act__in=ActCode.values)),
    _check("level_known", Q(level__in=["", *LevelCode.values])),
    _check("origin_known", Q(origin__in=Origin.values)),
    _check("precision_known", Q(precision__in=Precision.values)),
    _published("two_people", Q(approver__isnull=False) & ~Q(approver=F("author"))),
    _published(
        "published_whole",
        Q(number__isnull=False, sequence__isnull=False, sequence__gt=0)
        & Q(published_at__isnull=False, submitted_at__isnull=False)
        & ~Q(number="")
        & ~Q(content_hash="")
        & Q(authority__isnull=False, legal_basis__isnull=False),
    ),
    _check(
        "numbered_by_publication",
        PUBLISHED | Q(number=None, sequence=None, published_at=None, approver=None),
    ),
    _published("level_where_set", SETS_LEVEL & ~Q(level="") | ~SETS_LEVEL & Q(level="")),
    _published(
        "ends_after_it_starts",
        Q(starts_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
    ),
    _published(
        "times_of_its_act",
        SETS_LEVEL & Q(starts_at__isnull=False)
        | Q(act=ActCode.LIFT, starts_at__isnull=False, ends_at=None)
        | Q(act=ActCode.EXTEND, starts_at=None, ends_at__isnull=False)
        | Q(act=ActCode.CORRECT, starts_at=None, ends_at=None)
        | Q(act=ActCode.WITHDRAW, ends_at=None),
    ),
    _published(
        "refers_where_it_must",
        ~Q(act__in=(ActCode.CORRECT, ActCode.WITHDRAW)) | Q(refers_to__isnull=False),
    ),
    _published("reason_in_three_languages", in_three_languages("reason")),
    _published("summary_in_three_languages", in_three_languages("summary")),
    _published(
        "no_end_needs_a_reason",
        ~SETS_LEVEL
        | Q(ends_at__isnull=False)
        | Q(origin=Origin.ARCHIVE)
        | in_three_languages("end_reason"),
    ),
    _published(
        "post_in_all_or_none", empty("authority_post") | in_three_languages("authority_post")
    ),
    _check("only_the_archive_is_inexact", Q(origin=Origin.ARCHIVE) | Q(precision=Precision.MINUTE)),
    _check(
        "archive_has_its_source",
        Q(origin=Origin.DESK, archive_id=None)
        | Q(origin=Origin.ARCHIVE, archive_id__isnull=False, exercise=False) & ~Q(source_url=""),
    ),
    _check("version_counts_from_one", Q(version__gte=1)),
    UniqueConstraint(
        name="guidance_declaration_one_a_sequence",
        fields=("exercise", "sequence"),
        condition=PUBLISHED,
    ),
)
