from django.apps import AppConfig


class OnderzoekenConfig(AppConfig):
    name = "eenplan.onderzoeken"
    label = "onderzoeken"
