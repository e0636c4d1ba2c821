from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "eenplan.config"
    label = "samenstelling"
