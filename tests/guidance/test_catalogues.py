"""Catalogues are changed by two people; versions stay, and every process reads the new words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guidance.catalogue_kinds import CATALOGUES, NO_LEVEL
from guidance.catalogues import (
    AlreadyProposed,
    CodeTaken,
    NothingChanges,
    Wish,
    confirm,
    propose,
    refuse,
)
from guidance.models import (
    Advice,
    AuditEntry,
    CatalogueChange,
    LevelText,
    MeasureKind,
    Region,
    RegionContact,
)
from guidance.publishing.refusals import ChangedMeanwhile, NotAllowed, SamePerson, WrongState
from guidance.rules.levels import Level
from guidance.stored.atlas import present_atlas
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office

LATER = NOON + timedelta(hours=1)
LEVELS = CATALOGUES["level-text"]


def wish(slug: str, key: str, region: str = "KZ", **changes: Any) -> Wish:
    """Ask that a line be as it is, but for some columns."""
    kind = CATALOGUES[slug]
    facts = {**kind.facts_of(kind.line(key)), **changes}
    return Wish(kind, key, region, facts, reason="The decree was reworded.")


def new_name(**changes: Any) -> Wish:
    """Ask that yellow be called otherwise."""
    words = {"name_kk": "бірқалыпты («сары»)", "genitive_ru": "умеренного («жёлтого») уровня"}
    return wish("level-text", "YELLOW", **{**words, **changes})


def contact(office: Office, region: str = "KZ-15") -> Wish:
    """Ask for a number to call in a region."""
    names = {f"name_{lang}": f"Hotline {lang}" for lang in ("kk", "ru", "en")}
    facts = {**names, "number": "+7 713 200 00 00", "position": 1, "is_dropped": False}
    return Wish(CATALOGUES["contact"], "", region, facts, {"region": region}, is_new=True)


def test_a_proposal_changes_nothing_yet(republican: Office) -> None:
    before = present_atlas().wording(NOON)

    propose(new_name(), by=republican.drafter, at=NOON)

    assert LevelText.objects.filter(level="YELLOW").count() == 1
    assert present_atlas().wording(LATER) == before


def test_another_person_confirms_and_every_process_reads_the_new_words(republican: Office) -> None:
    kept = present_atlas()
    asked = propose(new_name(), by=republican.drafter, at=NOON)

    confirm(asked, by=republican.approver, at=LATER)

    words = present_atlas().wording(LATER)[Level.YELLOW]
    assert (words.name.kk, words.genitive_ru) == (
        "бірқалыпты («сары»)", "умеренного («жёлтого») уровня",
    )  # fmt: skip
    assert present_atlas() is not kept
    actions = AuditEntry.objects.filter(details__change=asked.pk).order_by("pk")
    assert [entry.action for entry in actions] == ["CATALOGUE_PROPOSED", "CATALOGUE_CONFIRMED"]


def test_the_old_version_stays_and_speaks_of_its_own_time(republican: Office) -> None:
    old = LevelText.objects.get(level="YELLOW")
    asked = propose(new_name(), by=republican.drafter, at=NOON)

    confirm(asked, by=republican.approver, at=LATER)

    atlas = present_atlas()
    assert atlas.wording(NOON)[Level.YELLOW].name.kk == old.name_kk  # type: ignore[attr-defined]
    assert LevelText.objects.filter(level="YELLOW").count() == 2
    assert LevelText.objects.in_force(NOON).get(level="YELLOW") == old


def test_a_version_may_wait_for_its_day(republican: Office) -> None:
    asked = propose(
        Wish(**{**vars(new_name()), "in_force_from": NOON + 9 * DAY}),
        by=republican.drafter,
        at=NOON,
    )

    confirm(asked, by=republican.approver, at=LATER)

    newest = LevelText.objects.filter(level="YELLOW").latest("in_force_from")
    assert newest.in_force_from == NOON + 9 * DAY


def test_a_published_sentence_speaks_by_the_words_of_its_moment(republican: Office) -> None:
    confirm(
        propose(
            new_name(name_ru="средний («жёлтый»)", genitive_ru="среднего («жёлтого»)"),
            by=republican.drafter,
            at=NOON,
        ),
        by=republican.approver,
        at=NOON,
    )
    first = factories.published(
        republican.drafter, republican.approver, desk="republican", authority="REPUBLICAN_HQ",
        level="YELLOW", at=LATER,
    )  # fmt: skip

    longer = factories.published(
        republican.drafter, republican.approver, desk="republican", authority="REPUBLICAN_HQ",
        act="EXTEND", ends_at=NOON + 40 * DAY, at=LATER,
    )  # fmt: skip

    assert "средний («жёлтый»)" in first.summary_ru
    assert "среднего («жёлтого»)" in longer.summary_ru


def test_nobody_confirms_their_own_proposal(republican: Office) -> None:
    both = factories.officer("both", "republican", *("DRAFTER", "APPROVER"))
    asked = propose(new_name(), by=both, at=NOON)

    with pytest.raises(SamePerson):
        confirm(asked, by=both, at=NOON)

    assert LevelText.objects.filter(level="YELLOW").count() == 1


@pytest.mark.parametrize("step", [confirm, refuse])
def test_a_change_is_decided_once(republican: Office, step: Any) -> None:
    asked = propose(new_name(), by=republican.drafter, at=NOON)
    step(asked, by=republican.approver, at=NOON)

    with pytest.raises(WrongState):
        confirm(asked, by=republican.approver, at=NOON)


def test_who_proposed_may_take_it_back(republican: Office) -> None:
    asked = propose(new_name(), by=republican.drafter, at=NOON)

    refused = refuse(asked, by=republican.drafter, at=NOON)

    assert refused.state == "REFUSED"
    assert LevelText.objects.filter(level="YELLOW").count() == 1


def test_what_is_of_national_meaning_is_the_republican_desk_s_alone(
    aqtobe: Office, republican: Office
) -> None:
    for each in (new_name(), wish("advice", "Y1", text_en="Stay calm"), _measure()):
        with pytest.raises(NotAllowed):
            propose(each, by=aqtobe.drafter, at=NOON)
    asked = propose(new_name(), by=republican.drafter, at=NOON)
    with pytest.raises(NotAllowed):
        confirm(asked, by=aqtobe.approver, at=NOON)


def test_a_region_s_contacts_are_its_desk_s(aqtobe: Office) -> None:
    asked = propose(contact(aqtobe), by=aqtobe.drafter, at=NOON)
    confirm(asked, by=aqtobe.approver, at=NOON)

    with pytest.raises(NotAllowed):
        propose(contact(aqtobe, "KZ-75"), by=aqtobe.drafter, at=NOON)
    assert [row.code for row in RegionContact.objects.all()] == ["KZ-15.1"]


def test_a_line_waits_for_one_decision_at_a_time(republican: Office) -> None:
    propose(new_name(), by=republican.drafter, at=NOON)

    with pytest.raises(AlreadyProposed):
        propose(new_name(name_en="medium (yellow)"), by=republican.drafter, at=NOON)


def test_a_change_that_changes_nothing_is_refused(republican: Office) -> None:
    for slug, key in (("level-text", NO_LEVEL), ("advice", "Y1"), ("region", "KZ-15")):
        with pytest.raises(NothingChanges):
            propose(wish(slug, key), by=republican.drafter, at=NOON)


def test_a_line_that_changed_meanwhile_is_not_overwritten(republican: Office) -> None:
    asked = propose(wish("measure", "CURFEW", name_en="A curfew"), by=republican.drafter, at=NOON)
    MeasureKind.objects.filter(code="CURFEW").update(position=77)

    with pytest.raises(ChangedMeanwhile):
        confirm(asked, by=republican.approver, at=NOON)

    asked.refresh_from_db()
    assert asked.state == "PROPOSED"


def test_a_new_measure_comes_by_two_people(republican: Office) -> None:
    confirm(propose(_measure(), by=republican.drafter, at=NOON), by=republican.approver, at=NOON)

    assert present_atlas().measures["BORDER_CLOSED"].is_regime
    with pytest.raises(CodeTaken):
        propose(_measure(), by=republican.drafter, at=NOON)


def test_a_region_is_renamed_by_two_people(republican: Office) -> None:
    asked = propose(
        wish("region", "KZ-15", name_en="Aktobe Oblast"), by=republican.drafter, at=NOON
    )

    confirm(asked, by=republican.approver, at=NOON)

    renamed: Any = Region.objects.get(code="KZ-15")
    assert renamed.name_en == "Aktobe Oblast"
    assert present_atlas().regions["KZ-15"] == renamed


def test_an_advice_line_ends_by_a_dropped_version(republican: Office) -> None:
    asked = propose(wish("advice", "Y1", is_dropped=True), by=republican.drafter, at=NOON)

    confirm(asked, by=republican.approver, at=NOON)

    assert not Advice.objects.in_force(LATER).filter(code="Y1").exists()
    assert Advice.objects.in_force(NOON - DAY).filter(code="Y1").exists()


REFUSED = {
    "reword a level": "UPDATE guidance_leveltext SET name_kk = 'x'",
    "delete a version": "DELETE FROM guidance_leveltext",
    "reword advice": "UPDATE guidance_advice SET text_kk = 'x'",
    "delete advice": "DELETE FROM guidance_advice",
    "add a version alone": (
        'INSERT INTO guidance_advice (code, "group", position, in_force_from, is_dropped, text,'
        " text_kk, text_ru, text_en) SELECT code, \"group\", position, '2026-11-23 00:00:00+00:00',"
        " is_dropped, text, 'x', text_ru, text_en FROM guidance_advice WHERE code = 'Y1'"
    ),
    "confirm one's own": (
        "UPDATE guidance_cataloguechange SET state = 'CONFIRMED', decided_at = proposed_at,"
        " decided_by_id = proposed_by_id"
    ),
    "confirm by nobody": "UPDATE guidance_cataloguechange SET state = 'CONFIRMED'",
    "reword what was proposed": "UPDATE guidance_cataloguechange SET after = '{}'",
    "forget what was proposed": "DELETE FROM guidance_cataloguechange",
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_the_database_refuses(republican: Office, name: str) -> None:
    propose(new_name(), by=republican.drafter, at=NOON)
    statement = REFUSED[name]
    if connection.vendor == "sqlite":
        statement = statement.replace("00:00:00+00:00", "00:00:00")

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert CatalogueChange.objects.get().state == "PROPOSED"


def _measure() -> Wish:
    names = {f"name_{lang}": f"The border is closed {lang}" for lang in ("kk", "ru", "en")}
    facts = {**names, "position": 30}
    return Wish(
        CATALOGUES["measure"], "BORDER_CLOSED", "KZ", facts, {"is_regime": True}, is_new=True
    )
