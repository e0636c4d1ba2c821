from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("meldingen", "0002_bellen_en_complexiteit"), ("inzage", "0002_inwoner")]

    operations = [
        # A resident asks; whoever answers changes it.
        sloten.inwoner_schrijft("meldingen_melding", "meldingen_melder", voegt_toe=None),
    ]
