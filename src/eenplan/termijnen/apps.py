from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "eenplan.termijnen"
    label = "termijnen"
