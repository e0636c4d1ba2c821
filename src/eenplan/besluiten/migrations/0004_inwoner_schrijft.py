from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("besluiten", "0003_vervolg")]

    operations = [
        # A resident asks for a decision; the rest is of who decides.
        sloten.inwoner_schrijft("besluiten_aanvraag", voegt_toe=None),
        sloten.inwoner_schrijft("besluiten_stuk", "besluiten_verteld", "besluiten_vervolg"),
    ]
