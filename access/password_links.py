"""One-time links for a password: what makes a link that was handed out stop working."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator

from access.accounts.models import User
from access.models import Employment


class PasswordLinks(PasswordResetTokenGenerator):
    """Links that hold for the work a person had when they were made.

    Django's stop working with a new password, a new address or a sign-in. These also
    stop when the person is hired, when a period is changed or when a unit is moved, for
    then the account may have passed from whoever made the link to somebody else.
    """

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        work = (
            Employment.objects.filter(user_id=user.pk)
            .order_by("pk")
            .values_list("pk", "valid_from", "valid_until", "content_object__path")
        )
        parts = [
            f"{pk},{since.isoformat()},{until and until.isoformat()},{path}"
            for pk, since, until, path in work
        ]
        return ";".join([super()._make_hash_value(user, timestamp), *parts])
