"""Tables of levels and advice."""

from guidance.models.audit import NOWHERE, Address, AuditEntry, DraftVersion, LedgerCheck
from guidance.models.catalogue_changes import CatalogueChange, CatalogueCode
from guidance.models.choices import (
    LANGUAGE_NAMES,
    LANGUAGES,
    ActCode,
    AdviceAudience,
    AdviceGroup,
    AdviceSituation,
    LevelCode,
    Origin,
    Precision,
    RegionKind,
    RoleCode,
    Status,
)
from guidance.models.declarations import (
    Contributor,
    Declaration,
    DeclarationMeasure,
    DeclarationMeasureRegion,
    DeclarationRegion,
    LocalAdvice,
)
from guidance.models.desks import Desk, DeskRequest, Membership, RoleRequest, ServiceAccount
from guidance.models.drills import Drill, DrillStep, WipedDraft
from guidance.models.duty import Shift
from guidance.models.ledger import EMPTY_HEAD, Bulletin, FoldCheckpoint, Ledger
from guidance.models.periods import (
    ExerciseMeasurePeriod,
    ExercisePeriod,
    LevelPeriod,
    LevelSpan,
    MeasurePeriod,
    MeasureSpan,
    OutboxRow,
)
from guidance.models.question_counts import QuestionCount
from guidance.models.regions import FormerName, FormerSlug, Region
from guidance.models.scale import (
    Advice,
    Authority,
    EmergencyNumber,
    LegalBasis,
    LevelText,
    MeasureKind,
    RegionContact,
)

__all__ = [
    "EMPTY_HEAD",
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "NOWHERE",
    "ActCode",
    "Address",
    "Advice",
    "AdviceAudience",
    "AdviceGroup",
    "AdviceSituation",
    "AuditEntry",
    "Authority",
    "Bulletin",
    "CatalogueChange",
    "CatalogueCode",
    "Contributor",
    "Declaration",
    "DeclarationMeasure",
    "DeclarationMeasureRegion",
    "DeclarationRegion",
    "Desk",
    "DeskRequest",
    "DraftVersion",
    "Drill",
    "DrillStep",
    "EmergencyNumber",
    "ExerciseMeasurePeriod",
    "ExercisePeriod",
    "FoldCheckpoint",
    "FormerName",
    "FormerSlug",
    "Ledger",
    "LedgerCheck",
    "LegalBasis",
    "LevelCode",
    "LevelPeriod",
    "LevelSpan",
    "LevelText",
    "LocalAdvice",
    "MeasureKind",
    "MeasurePeriod",
    "MeasureSpan",
    "Membership",
    "Origin",
    "OutboxRow",
    "Precision",
    "QuestionCount",
    "Region",
    "RegionContact",
    "RegionKind",
    "RoleCode",
    "RoleRequest",
    "ServiceAccount",
    "Shift",
    "Status",
    "WipedDraft",
]
