"""Addresses on the consortium's host: administration, letters of intent, witness of logs.

Nothing here is of any patient.
"""

from django.urls import path
from django.views.generic import RedirectView

from akson_project.admin_site import consortium_site
from audit.witness.views import add_checkpoint
from tenants.admin.answering import letter_of_intent

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", consortium_site.urls),
    path("intensjonserklaering/", letter_of_intent, name="letter_of_intent"),
    path("witness/add-checkpoint", add_checkpoint, name="add_checkpoint"),
]
