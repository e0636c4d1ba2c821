from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("inzage", "0002_inwoner")]

    operations = [
        # Who lives with whom and who has authority is written by staff; who asks something adds themselves.
        sloten.inwoner_schrijft(
            "huishoudens_persoon", "huishoudens_contact", "huishoudens_adres", voegt_toe=None
        ),
        sloten.inwoner_schrijft("huishoudens_relatie", "huishoudens_lid"),
    ]
