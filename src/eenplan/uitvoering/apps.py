from django.apps import AppConfig


class UitvoeringConfig(AppConfig):
    name = "eenplan.uitvoering"
    label = "uitvoering"
