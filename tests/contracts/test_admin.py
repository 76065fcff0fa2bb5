"""No admin shows a patient, and none of the consortium's shows a municipality's people."""

import pytest
from django.apps import apps
from django.contrib.admin import site as default_site

from akson_project.admin_site import consortium_site, municipality_site

CLINICAL = {"journal", "audit"}


@pytest.mark.parametrize("site", [consortium_site, municipality_site, default_site])
def test_no_clinical_model_is_registered(site):
    labels = {model._meta.app_label for model in site._registry}

    assert labels & CLINICAL == set()


def test_the_default_site_is_empty_of_ours():
    ours = {app.label for app in apps.get_app_configs()} & {
        "journal",
        "audit",
        "access",
        "accounts",
        "tenants",
    }

    assert {m._meta.app_label for m in default_site._registry} & ours == set()


def test_the_consortium_sees_no_models_of_a_municipality():
    labels = {model._meta.app_label for model in consortium_site._registry}

    assert labels <= {"tenants", "accounts"}


@pytest.mark.parametrize("site", [consortium_site, municipality_site])
def test_nothing_is_deleted_in_an_admin(site, rf):
    request = rf.get("/")

    for model, admin in site._registry.items():
        if model._meta.app_label in {"access", "accounts", "tenants"}:
            assert not admin.has_delete_permission(request), model
