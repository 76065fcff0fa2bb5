"""The welcome page of a new municipality, which works once."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from access.accounts.models import User
from access.errors import RightsError
from access.first_user import (
    InvitationGoneError,
    accept_invitation,
    find_invitation,
)
from access.forms.first_user import FirstUserForm
from access.workplace import client_of

_BACKEND = "access.backends.AccountBackend"
_PAGE = "access/first_user.html"


@login_not_required
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def first_user(request: HttpRequest, token: str) -> HttpResponse:
    """Let the first local administrator make his account, and sign him in."""
    try:
        invitation = find_invitation(token)
        form = FirstUserForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            user = _accept(request, token, form)
            if user is not None:
                login(request, user, backend=_BACKEND)
                return HttpResponseRedirect(
                    resolve_url(settings.LOGIN_REDIRECT_URL), status=303
                )
    except InvitationGoneError:
        if request.user.is_authenticated:  # the button was pressed twice
            return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
        return render(request, "access/first_user_gone.html", status=410)
    context = {"form": form, "expires_at": invitation.expires_at}
    return render(request, _PAGE, context, status=422 if form.errors else 200)


def _accept(request: HttpRequest, token: str, form: FirstUserForm) -> User | None:
    """Make the account; None when something has to be mended first."""
    facts = {name: form.cleaned_data[name] for name in form.Meta.fields}
    try:
        return accept_invitation(
            token,
            facts=facts,
            password=form.cleaned_data["password1"],
            client=client_of(request),
        )
    except RightsError as error:
        form.add_error(error.field, error.message)
    except IntegrityError:
        form.add_error("username", _("Brukernavnet er tatt. Velg et annet."))
    return None
