from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    name = "eenplan.organisaties"
    label = "organisaties"
