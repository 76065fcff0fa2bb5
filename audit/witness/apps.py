from django.apps import AppConfig


class WitnessConfig(AppConfig):
    name = "audit.witness"
    label = "witness"
    default_auto_field = "django.db.models.BigAutoField"
