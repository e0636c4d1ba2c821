from django.apps import AppConfig


class SignalenConfig(AppConfig):
    name = "eenplan.signalen"
    label = "signalen"
