from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("overgang", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # An old right is registered by staff.
        sloten.inwoner_schrijft("overgang_indicatie"),
    ]
