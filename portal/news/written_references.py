"""The records and files that an article in files names: speakers, sources, pictures, documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from portal.manuscripts.items import Illustration, Item
from portal.news.bodies import NamesARecord
from portal.news.models import Person
from portal.news.pictures import store_picture, take_picture

PDF = b"%PDF-"


class WrittenReferences:
    """Answer for what the texts of one article name; remember the files that it stored."""

    def __init__(self, item: Item, *, is_own: bool) -> None:
        self.item = item
        self._store = store_picture if is_own else take_picture
        self.stored: list[Any] = []

    def speaker(self, slug: str) -> int:
        """Give the key of a person."""
        key = Person.objects.filter(slug=slug).values_list("pk", flat=True).first()
        if key is None:
            raise NamesARecord(f"there is no person {slug!r}")
        return int(key)

    def source(self, number: int) -> Mapping[str, Any]:
        """Give outlet, link and day of one of the article's sources, counted from 1."""
        if not 1 <= number <= len(self.item.sources):
            raise NamesARecord(f"the article has no source {number}")
        cited = self.item.sources[number - 1]
        return {
            "outlet": cited.outlet,
            "link": cited.url,
            "said_on": cited.date and cited.date.isoformat(),
            "is_month_only": cited.is_month_only,
        }

    def document(self, name: str) -> int:
        """Store a document that lies beside the text; give its key."""
        path = self.file(name)
        content = path.read_bytes()
        if path.suffix.lower() != ".pdf" or not content.startswith(PDF):
            raise NamesARecord(f"{name} is no PDF")
        document = get_document_model()(title=path.stem)
        document.file.save(path.name, ContentFile(content))  # stores the row, too
        self.stored.append(document.file)
        return int(document.pk)

    def picture(self, name: str) -> int:
        """Store a picture that lies beside the text; give its key."""
        return int(self._picture(self.file(name)).pk)

    def illustration(self) -> Any:
        """Store the article's own picture, if it has one."""
        if self.item.picture is None:
            return None
        if not self.item.picture.is_file():
            raise NamesARecord(f"there is no file {self.item.picture.name!r} beside the text")
        return self._picture(self.item.picture)

    def _picture(self, path: Path) -> Any:
        words = Illustration(path, self.item.picture_alt, self.item.picture_credit)
        picture = self._store(words)
        self.stored.append(picture.file)
        return picture

    def file(self, name: str) -> Path:
        """Find a file in the article's own folder, and nowhere else."""
        path = (self.item.folder / name).resolve()
        if not path.is_relative_to(self.item.folder.resolve()) or not path.is_file():
            raise NamesARecord(f"there is no file {name!r} beside the text")
        return path
