"""The addresses at which drafts are written: one for each act, edit, and copy to a new one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from guidance.desk import messages
from guidance.desk.referring import referred
from guidance.desk.scene import Scene
from guidance.desk.views.choosing import choosing
from guidance.desk.views.door import at_the_desk, declaration_or_404
from guidance.desk.views.writing import Writing
from guidance.rules.acts import ActKind


@at_the_desk
def declare(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Set a level where there is none."""
    return Writing(request, scene, ActKind.DECLARE).respond()


@at_the_desk
def change(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Set another level."""
    return Writing(request, scene, ActKind.CHANGE).respond()


@at_the_desk
def extend(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Move the end of a level."""
    return Writing(request, scene, ActKind.EXTEND).respond()


@at_the_desk
def lift(request: HttpRequest, scene: Scene) -> HttpResponse:
    """End a level."""
    return Writing(request, scene, ActKind.LIFT).respond()


@at_the_desk
def correct(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Give a published declaration new words."""
    return _about_a_declaration(request, scene, ActKind.CORRECT)


@at_the_desk
def withdraw(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Take back a published declaration that was issued in error."""
    return _about_a_declaration(request, scene, ActKind.WITHDRAW)


def _about_a_declaration(request: HttpRequest, scene: Scene, kind: ActKind) -> HttpResponse:
    number = request.GET.get("declaration", "")
    if not number:
        return choosing(request, scene, kind)
    target = referred(scene, number)
    if target is None:
        raise Http404
    return Writing(request, scene, kind, target=target).respond()


@at_the_desk
def edit(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Change a draft that nobody has submitted yet."""
    declaration = declaration_or_404(scene, pk)
    kind = ActKind(declaration.act)
    if not declaration.is_editable:
        messages.error(request, _("Only a draft can be edited; take it back first."))
        return redirect(scene.address("declaration", pk=pk))
    return Writing(
        request, scene, kind, declaration=declaration, target=declaration.refers_to
    ).respond()


@at_the_desk
def copy(request: HttpRequest, scene: Scene, pk: int) -> HttpResponse:
    """Begin a new draft with what an earlier one held."""
    declaration = declaration_or_404(scene, pk)
    kind = ActKind(declaration.act)
    if declaration.is_published:
        return redirect(scene.address("declaration", pk=pk))
    return Writing(request, scene, kind, source=declaration, target=declaration.refers_to).respond()
