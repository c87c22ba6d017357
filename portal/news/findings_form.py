"""A form that publishes nothing for which a finding says no, and says so at the field."""

from typing import Any

from portal.news.body_findings import body_findings
from portal.news.findings import Texts, picture_findings
from portal.translated import LANGUAGE_CODES, TranslatedPageForm


class FindingsForm(TranslatedPageForm):
    """Refuse to publish or submit a page with a quote without source or a silent picture."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self._refuse(cleaned)
        return cleaned

    def _refuse(self, cleaned: dict[str, Any]) -> None:
        for code in LANGUAGE_CODES:
            texts = Texts(code, "", "", cleaned.get(f"body_{code}"))
            found = [*body_findings(texts), *picture_findings(cleaned.get("picture"), code)]
            for finding in found:
                if finding.refuses and finding.name in self.fields:
                    self.add_error(finding.name, finding.text)
