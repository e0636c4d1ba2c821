from django.apps import AppConfig


class InzageConfig(AppConfig):
    name = "eenplan.inzage"
    label = "inzage"
