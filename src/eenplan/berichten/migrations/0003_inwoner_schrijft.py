from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("berichten", "0002_inwoner")]

    operations = [
        # What a resident sends in has its confirmation written at once; it never changes a letter.
        sloten.inwoner_schrijft("berichten_brief", "berichten_bestand", voegt_toe=None),
    ]
