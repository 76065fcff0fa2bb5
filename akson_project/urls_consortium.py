"""Addresses on the consortium's host: the administration, and nothing of any patient."""

from django.urls import path
from django.views.generic import RedirectView

from akson_project.admin_site import consortium_site

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", consortium_site.urls),
]
