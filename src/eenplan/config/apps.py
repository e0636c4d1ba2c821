from django.apps import AppConfig

from eenplan.platform import gebeurtenissen


class ConfigConfig(AppConfig):
    name = "eenplan.config"
    label = "samenstelling"

    def ready(self) -> None:
        """Connect the reactions; imported here, because they need the tables of their rooms."""
        from .reacties import REACTIES

        gebeurtenissen.verbind(REACTIES)
