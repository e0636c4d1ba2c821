from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("onderzoeken", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # What was found is written by who asked.
        sloten.inwoner_schrijft(
            "onderzoeken_onderzoek",
            "onderzoeken_onderwerp",
            "onderzoeken_leefgebied",
            "onderzoeken_kindgesprek",
        ),
    ]
