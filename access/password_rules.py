"""What a password must be, in Norwegian where Django's own words are not translated."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Django's rule of the shortest password."""

    def get_error_message(self) -> str:
        """Say how long it must be."""
        return _("Passordet er for kort. Det må ha minst %(count)d tegn.") % {
            "count": self.min_length
        }
