from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "eenplan.plannen"
    label = "plannen"
