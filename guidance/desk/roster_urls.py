"""Addresses of the duty roster, under /admin/desk/roster/; exercises have none of their own."""

from django.urls import path

from guidance.desk.views import roster

app_name = "roster"

urlpatterns = [
    path("", roster.week, name="week"),
    path("new/", roster.new, name="new"),
    path("copy/", roster.copy, name="copy"),
    path("<int:pk>/", roster.change, name="change"),
    path("<int:pk>/cancel/", roster.cancel, name="cancel"),
]
