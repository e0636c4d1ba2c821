from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "eenplan.besluiten"
    label = "besluiten"
