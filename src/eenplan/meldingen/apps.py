from django.apps import AppConfig


class MeldingenConfig(AppConfig):
    name = "eenplan.meldingen"
    label = "meldingen"
