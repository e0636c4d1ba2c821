from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("uitvoering", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # What is done is written by who helps.
        sloten.inwoner_schrijft(
            "uitvoering_opdracht", "uitvoering_traject", "uitvoering_keer", "uitvoering_overdracht"
        ),
    ]
