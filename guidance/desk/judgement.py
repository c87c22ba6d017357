"""What the desk says of an act: its result table and its warnings, for a form or a draft."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guidance.desk.forms.kept import KeptForm
from guidance.desk.outcome import Telling
from guidance.desk.scene import Scene
from guidance.desk.stored import draft_of
from guidance.desk.warnings import Considered
from guidance.models import Declaration
from guidance.publish import Draft
from guidance.publishing.people import concerned
from guidance.rules.acts import Act
from guidance.rules.timeline import Applied

PUBLIC_FIELDS = ("reason_", "end_reason_", "authority_post_", "advice_")


def telling(scene: Scene) -> Telling:
    """Give the words of the result table."""
    return Telling(
        scene.lang,
        scene.tree,
        scene.name,
        scene.number,
        scene.level_label,
        scene.names.measure,
        scene.measures,
    )


def considered_form(form: KeptForm, act: Act, but: Declaration | None) -> Considered:
    """Give what the warnings look at, of a form; `but` is the draft that it edits."""
    texts = {name: form.given(name) for name in form.fields if name.startswith(PUBLIC_FIELDS)}
    return _considered(
        form.scene,
        act,
        form.applied,
        named=form.named,
        is_on_approval=not form.given("starts_at"),
        order_number=form.given("order_number"),
        texts=texts,
        but=but,
    )


def considered_draft(
    scene: Scene, declaration: Declaration, act: Act, applied: Applied | None
) -> Considered:
    """Give what the warnings look at, of a stored draft."""
    draft = draft_of(declaration)
    return _considered(
        scene,
        act,
        applied,
        named=concerned(declaration),
        is_on_approval=draft.starts_at is None,
        order_number=draft.order_number,
        texts=_words(draft),
        but=declaration,
    )


def _words(draft: Draft) -> dict[str, str]:
    rows = (
        ("reason", draft.reason),
        ("end_reason", draft.end_reason),
        ("authority_post", draft.authority_post),
        *((f"advice_{number}", line) for number, line in enumerate(draft.local_advice)),
    )
    return {f"{name}_{lang}": text for name, row in rows for lang, text in row.items()}


def _considered(
    scene: Scene, act: Act, applied: Applied | None, *, named: tuple[str, ...],
    texts: dict[str, str], but: Declaration | None, **facts: Any,
) -> Considered:  # fmt: skip
    return Considered(
        act=act,
        applied=applied,
        at=scene.at,
        public_texts=texts,
        advice=[text for name, text in texts.items() if name.startswith("advice_")],
        others_waiting=tuple(_others_waiting(scene, named, but)),
        names={code: scene.name(code) for code in named},
        **facts,
    )


def _others_waiting(scene: Scene, regions: Iterable[str], but: Declaration | None) -> Iterable[str]:
    """Say that another act on the same place awaits approval; of another desk's, only that."""
    waiting = (
        Declaration.objects.of_ledger(exercise=scene.exercise)
        .awaiting_approval()
        .concerning(tuple(regions))
    )
    rows = waiting.exclude(pk=but.pk if but is not None else 0).select_related("desk", "author")
    own = {desk.pk for desk in scene.desks}
    for row in rows.order_by("submitted_at", "pk"):
        if row.desk_id in own:
            yield _("Another act on the same place awaits approval, by %(person)s.") % {
                "person": scene.person(row.author)
            }
        else:
            yield _("Another act on the same place awaits approval at another desk.")
