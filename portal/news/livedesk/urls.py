"""Addresses of the screens of live posts."""

from django.urls import URLPattern, path

from portal.news.livedesk import views

app_name = "live"
urlpatterns: list[URLPattern] = [
    path("<int:pk>/", views.post, name="post"),
    path("<int:pk>/known/", views.known, name="known"),
    path("<int:pk>/end/", views.end, name="end"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("entries/<int:pk>/", views.entry, name="entry"),
    path("entries/<int:pk>/discard/", views.discard, name="discard"),
    path("entries/<int:pk>/correct/", views.correct, name="correct"),
]
