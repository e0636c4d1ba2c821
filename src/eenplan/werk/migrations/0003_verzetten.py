from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """A line follows its clock: what counts from an earlier day is due on an earlier day (Wmo 2.3.2 lid 9)."""

    dependencies = [("werk", "0002_zichtbaar_tot")]

    operations = [sloten.AlsFuncties(SQL / "verzetten.sql")]
