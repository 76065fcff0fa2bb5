"""Addresses on the consortium's host: the administration and the witness of logs.

Nothing here is of any patient.
"""

from django.urls import path
from django.views.generic import RedirectView

from akson_project.admin_site import consortium_site
from audit.witness.views import add_checkpoint

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", consortium_site.urls),
    path("witness/add-checkpoint", add_checkpoint, name="add_checkpoint"),
]
