from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("rechtsbescherming", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # A resident says it; what comes of it is written by who handles it, never by who has an interest.
        sloten.inwoner_schrijft("rechtsbescherming_zaak", voegt_toe=None),
    ]
