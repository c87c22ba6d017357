"""Addresses of the catalogues, under /admin/desk/catalogues/; they belong to no ledger."""

from django.urls import path

from guidance.desk.views import catalogues

app_name = "catalogues"

urlpatterns = [
    path("", catalogues.index, name="index"),
    path("changes/<int:pk>/", catalogues.change, name="change"),
    path("<slug:catalogue>/new/", catalogues.new_line, name="new"),
    path("<slug:catalogue>/<str:key>/", catalogues.line, name="line"),
]
