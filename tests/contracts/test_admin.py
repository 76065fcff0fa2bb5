"""No admin shows a patient, and none of the consortium's shows a municipality's people."""

from itertools import chain

import pytest
from django.contrib.admin import site as default_site
from django.contrib.admin.sites import all_sites
from django.urls import URLResolver, get_resolver
from unfold.admin import ModelAdmin as UnfoldAdmin

from akson_project.admin_site import consortium_site, municipality_site

# What each site shows, and what is edited inside each of these. A model is added here by
# a decision: none that tells of a patient, not even by UUID (care relations, histories).
SHOWN = {
    municipality_site: {
        "accounts.User": set(),
        "access.Employment": set(),
        "access.Unit": set(),
        # Which of the consortium's people may see how the municipality is set up.
        "access.SupportGrant": set(),
    },
    consortium_site: {
        "accounts.User": set(),
        "consortium.ConsortiumEvent": set(),
        "publishing.MatrixVersion": set(),
        "publishing.MatrixVersionRow": set(),
        "tenants.InhabitantCount": set(),
        "tenants.Agreement": set(),
        "tenants.Cluster": set(),
        "tenants.LetterOfIntent": set(),
        "tenants.Municipality": {
            "tenants.ContactPerson",
            "tenants.Domain",
            "tenants.MunicipalityNumber",
        },
        "tenants.MunicipalityChange": set(),
        "tenants.Alarm": set(),
        "tenants.ModuleSetting": set(),
        "tenants.AlarmReceiver": set(),
        "tenants.ReadinessCheck": set(),
        "tenants.RolloutStage": set(),
    },
    # Packages register here by themselves; it has no address.
    default_site: {
        "account.EmailAddress": set(),
        "auth.Group": set(),
        "axes.AccessAttempt": set(),
        "axes.AccessFailureLog": set(),
        "axes.AccessLog": set(),
        "mfa.Authenticator": set(),
    },
}
OURS = pytest.mark.parametrize("site", [municipality_site, consortium_site])


def test_there_is_no_other_site():
    # Compared by what they are: Django's own is wrapped until it is used.
    assert sorted(s.__class__.__name__ for s in all_sites) == sorted(
        s.__class__.__name__ for s in SHOWN
    )


@pytest.mark.parametrize("site", SHOWN)
def test_site_shows_these_models_and_no_other(site):
    shown = {
        model._meta.label: {inline.model._meta.label for inline in admin.inlines}
        for model, admin in site._registry.items()
    }

    assert shown == SHOWN[site]


@OURS
def test_what_is_edited_inside_is_named_and_not_computed(site):
    for admin in site._registry.values():
        assert type(admin).get_inlines is UnfoldAdmin.get_inlines
        assert type(admin).get_inline_instances is UnfoldAdmin.get_inline_instances


@pytest.mark.parametrize(
    ("urlconf", "site"),
    [
        ("akson_project.urls_municipality", municipality_site),
        ("akson_project.urls_consortium", consortium_site),
    ],
)
def test_site_has_an_address_on_its_own_host_only(urlconf, site):
    admins = [
        resolver.urlconf_name
        for resolver in get_resolver(urlconf).url_patterns
        if isinstance(resolver, URLResolver) and resolver.app_name == "admin"
    ]
    sites = {getattr(p.callback, "admin_site", site) for p in chain(*admins)}

    assert len(admins) == 1
    assert sites == {site}


@OURS
def test_nothing_is_deleted_in_an_admin(site, rf):
    request = rf.get("/")

    for model, admin in site._registry.items():
        assert not admin.has_delete_permission(request), model
