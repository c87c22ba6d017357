"""Addresses under /admin/desk/."""

from django.urls import path

from guidance.desk.views import approval, dashboard, detail, drafting, listing

app_name = "desk"

urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
    path("declare/", drafting.declare, name="declare"),
    path("change/", drafting.change, name="change"),
    path("extend/", drafting.extend, name="extend"),
    path("lift/", drafting.lift, name="lift"),
    path("declarations/", listing.declarations, name="declarations"),
    path("declarations/<int:pk>/", detail.declaration, name="declaration"),
    path("declarations/<int:pk>/edit/", drafting.edit, name="edit"),
    path("declarations/<int:pk>/copy/", drafting.copy, name="copy"),
    path("declarations/<int:pk>/submit/", detail.submit, name="submit"),
    path("declarations/<int:pk>/take-back/", detail.take_back, name="take_back"),
    path("declarations/<int:pk>/approval/", approval.approval, name="approval"),
    path("declarations/<int:pk>/preview/<str:lang>/", detail.preview, name="preview"),
]
