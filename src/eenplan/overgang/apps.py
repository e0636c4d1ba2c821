from django.apps import AppConfig


class OvergangConfig(AppConfig):
    name = "eenplan.overgang"
    label = "overgang"
