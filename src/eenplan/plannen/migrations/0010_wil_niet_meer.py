from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """Whoever takes back a yes stops the help from beginning, also at who gives it (Wmo 2.3.2, Jeugdwet 7.3.4)."""

    dependencies = [("plannen", "0009_akkoorden_niet_voor_uitvoerders")]

    operations = [
        sloten.functies_ook("plannen_besluitmoment"),
        sloten.AlsFuncties(SQL / "wil_niet_meer.sql"),
    ]
