"""Addresses of the people's screens, under /admin/people/."""

from django.urls import path

from portal.accounts import desks_views
from portal.accounts import people_views as views

app_name = "people"
urlpatterns = [
    path("", views.index, name="index"),
    path("invite/", views.invite, name="invite"),
    path("invitations/<int:pk>/confirm/", views.confirm_invitation, name="confirm_invitation"),
    path("invitations/<int:pk>/revoke/", views.revoke_invitation, name="revoke_invitation"),
    path("roles/<int:pk>/confirm/", views.confirm_role, name="confirm_role"),
    path("roles/<int:pk>/refuse/", views.refuse_role, name="refuse_role"),
    path("memberships/<int:pk>/revoke/", views.revoke_role, name="revoke_role"),
    path("desks/", desks_views.desks, name="desks"),
    path("desks/new/", desks_views.found_desk, name="found_desk"),
    path("desks/<int:pk>/", desks_views.desk, name="desk"),
    path("desks/<int:pk>/names/", desks_views.rename, name="rename_desk"),
    path("desks/requests/<int:pk>/confirm/", desks_views.confirm_desk, name="confirm_desk"),
    path("desks/requests/<int:pk>/refuse/", desks_views.refuse_desk, name="refuse_desk"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/deactivate/", views.deactivate, name="deactivate"),
    path("<int:pk>/renew/", views.renew, name="renew"),
]
