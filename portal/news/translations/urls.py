"""Addresses of the translation desk, under /admin/."""

from django.urls import path

from portal.news.translations.views.files import export, one_file
from portal.news.translations.views.incoming import incoming, take_in
from portal.news.translations.views.report import TranslationsReport
from portal.news.translations.views.side_by_side import needs_no_translation, side_by_side

ONE = "translations/<int:pk>/<str:source>/<str:target>/"

screens = [
    path("translations/", TranslationsReport.as_view(), name="translations"),
    path(
        "translations/results/",
        TranslationsReport.as_view(results_only=True),
        name="translations_results",
    ),
    path("translations/export/", export, name="translations_export"),
    path("translations/import/", take_in, name="translations_import"),
    path("translations/incoming/<int:pk>/", incoming, name="translations_incoming"),
    path(ONE, side_by_side, name="translations_edit"),
    path(f"{ONE}same/", needs_no_translation, name="translations_confirm"),
    path(f"{ONE}<str:form>/", one_file, name="translations_file"),
]
