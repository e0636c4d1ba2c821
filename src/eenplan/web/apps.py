from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "eenplan.web"
    label = "web"
