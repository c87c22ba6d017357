"""The screens of the translation desk, under /admin/translations/."""
