from django.apps import AppConfig


class RechtsbeschermingConfig(AppConfig):
    name = "eenplan.rechtsbescherming"
    label = "rechtsbescherming"
