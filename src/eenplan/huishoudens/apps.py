from django.apps import AppConfig


class HuishoudensConfig(AppConfig):
    name = "eenplan.huishoudens"
    label = "huishoudens"
