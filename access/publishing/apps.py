from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "access.publishing"
    label = "publishing"
    verbose_name = "Utgivelser"
