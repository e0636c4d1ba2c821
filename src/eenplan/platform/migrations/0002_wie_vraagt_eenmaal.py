from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """Who asks is worked out once per function, not once per column of the answer (docs/adr/0026)."""

    dependencies = [("platform", "0001_begin")]

    operations = [sloten.FunctiesOpnieuw(SQL / "pol.sql", "mijn_naam")]
