from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("signalen", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # A signal is for who looks.
        sloten.inwoner_schrijft("signalen_inhoud"),
    ]
