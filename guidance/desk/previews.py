"""What a draft is previewed on: the phones, pages and channels that readers have."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail import hooks

from guidance.channels.api import declaration_document, region_document
from guidance.desk.scene import Scene
from guidance.models import LANGUAGE_NAMES, LANGUAGES, Declaration
from guidance.publish import Proposal
from guidance.publishing.people import concerned
from guidance.shown.as_if import (
    NOT_YET,
    as_if_published,
    decision_path,
    first_page,
    numbered,
)
from guidance.shown.codes import short_address_of
from guidance.shown.framing import Frame, Look
from guidance.shown.places import place_address
from guidance.shown.sms import messages_about

DIFFERENCE, DATA = "difference", "data"
# Other apps offer previews of their pages: a function of codes and language gives offers.
HOOK = "register_desk_preview"


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer one thing to look at; without a public address the desk itself draws it."""

    kind: str
    label: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Hold a link of a row of choices."""

    label: str
    address: str
    is_current: bool
    lang: str = ""


@dataclass(frozen=True)
class Choice:
    """Hold what an editor looks at: which draft, what of it, where, in which language, how."""

    scene: Scene
    declaration: Declaration
    kind: str
    code: str
    lang: str
    look: Look

    @property
    def phones(self) -> list[Offer]:
        """Offer the page of the place on a phone, in each language."""
        region = self.scene.atlas.regions[self.code]
        return [
            Offer(lang, LANGUAGE_NAMES[lang], first_page(self.declaration, region, lang))
            for lang in LANGUAGES
        ]

    @property
    def offers(self) -> list[Offer]:
        """Offer whatever else shows the act to readers, and what it changes."""
        drawn = [Offer(DATA, _("Data (JSON)")), Offer(DIFFERENCE, _("Difference from now"))]
        decision = decision_path(self.declaration, self.lang)
        return [*self._pages(), Offer("decision", _("Page of the decision"), decision), *drawn]

    def _pages(self) -> Iterator[Offer]:
        """Offer the pages of the real levels; a drill reaches none of them."""
        if self.declaration.exercise:
            return
        region, lang = self.scene.atlas.regions[self.code], self.lang
        level = self.declaration.level.lower()
        yield Offer("region", _("Page of the place"), place_address(region, lang))
        yield Offer("home", _("Home page"), f"/{lang}/")
        yield Offer(
            "guide", _("Guide"), f"/{lang}/levels/{level}/" if level else f"/{lang}/levels/"
        )
        for offers in hooks.get_hooks(HOOK):
            yield from offers(self.code, lang)

    @property
    def offer(self) -> Offer | None:
        """Give what is looked at."""
        every = (*self.phones, *self.offers)
        return next((offer for offer in every if offer.kind == self.kind), None)

    @property
    def frame_address(self) -> str:
        """Give the address of the framed page."""
        offer = self.offer
        if offer is None or not offer.path:
            return ""
        query = self.look.query
        return framed(self.scene, self.declaration, offer.path) + (f"?{query}" if query else "")

    @property
    def phone_links(self) -> list[Link]:
        """Link to each phone."""
        return self._links(self.phones, as_phones=True)

    @property
    def offer_links(self) -> list[Link]:
        """Link to whatever else there is to look at."""
        return self._links(self.offers)

    def _links(self, offers: Iterable[Offer], *, as_phones: bool = False) -> list[Link]:
        return [
            Link(
                offer.label,
                self._address(offer.kind, self.code, self.lang, self.look),
                offer.kind == self.kind,
                offer.kind if as_phones else "",
            )
            for offer in offers
        ]

    @property
    def languages(self) -> list[Link]:
        """Link to the same in each language; a phone's is chosen with the phone."""
        if self.kind in LANGUAGES or self.kind in (DATA, DIFFERENCE):
            return []
        return [
            Link(
                name, self._address(self.kind, self.code, lang, self.look), lang == self.lang, lang
            )
            for lang, name in LANGUAGE_NAMES.items()
        ]

    @property
    def places(self) -> list[Link]:
        """Link to the same for each place of the act, where there are several."""
        codes = concerned(self.declaration)
        if len(codes) < 2:
            return []
        return [
            Link(
                self.scene.name(code),
                self._address(self.kind, code, self.lang, self.look),
                code == self.code,
            )
            for code in codes
        ]

    @property
    def schemes(self) -> list[Link]:
        """Link to light, dark, or the scheme of the device."""
        named = (("", _("As the device")), ("light", _("Light")), ("dark", _("Dark")))
        return [
            self._look(text, self.look.with_scheme(name), self.look.scheme == name)
            for name, text in named
        ]

    @property
    def switches(self) -> list[Link]:
        """Link to greys and to large text, and back from them."""
        return [
            self._look(_("Greys"), self.look.with_grey(), self.look.is_grey),
            self._look(_("Large text"), self.look.with_large(), self.look.is_large),
        ]

    def _look(self, label: str, look: Look, is_on: bool) -> Link:
        return Link(label, self._address(self.kind, self.code, self.lang, look), is_on)

    def _address(self, kind: str, code: str, lang: str, look: Look) -> str:
        address = self.scene.address("preview", pk=self.declaration.pk, kind=kind)
        place = {"place": code} if code != concerned(self.declaration)[0] else {}
        is_said = kind in LANGUAGES or lang == self.scene.lang
        language = {} if is_said else {"lang": lang}
        asked = {**place, **language, **look.asked}
        return f"{address}?{urlencode(asked)}" if asked else address


def framed(scene: Scene, declaration: Declaration, path: str) -> str:
    """Give the address under which a public page shows a draft as published."""
    return scene.address("preview_page", pk=declaration.pk, path=path.lstrip("/"))


def preview_frame(look: Look) -> Frame:
    """Say on a page that it shows what is not published."""
    return Frame(
        _("Preview. Not published."),
        [
            _(
                "The page as it would be if this draft were published now. Its number is given at"
                " approval; until then it reads “%(mark)s”."
            )
            % {"mark": NOT_YET}
        ],
        look,
    )


def documents(declaration: Declaration, proposal: Proposal, code: str) -> Iterator[tuple[str, str]]:
    """Give what machines would read: the address and the document."""
    ground = as_if_published(declaration, proposal, LANGUAGES[0])
    public, number = ground.public, numbered(declaration)
    published = ground.book.declaration(number)
    yield f"/api/v1/regions/{code}", _json(region_document(public.place(code), public))
    if published is not None:
        frozen = json.loads(bytes(published.bulletin.body))
        link = short_address_of(settings.BASE_URL, number)
        messages = messages_about(frozen, ground.atlas, link)
        document = declaration_document(number, published.bulletin, messages)
        yield f"/api/v1/declarations/{number}", _json(document)


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
