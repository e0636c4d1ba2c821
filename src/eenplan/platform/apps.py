from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "eenplan.platform"
    label = "platform"
