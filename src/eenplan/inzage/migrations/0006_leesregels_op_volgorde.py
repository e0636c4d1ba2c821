from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """Lines of the read log get keys in order of time (docs/adr/0031)."""

    dependencies = [("inzage", "0005_een_regel")]

    operations = [
        sloten.FunctiesOpnieuw(
            SQL / "inzage.sql",
            "leessleutel",
            "openen",
            "persoon_aanmelden",
            "zoek_persoon",
            "lijst_getoond",
        )
    ]
