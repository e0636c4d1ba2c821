from django.apps import AppConfig


class WerkConfig(AppConfig):
    name = "eenplan.werk"
    label = "werk"
