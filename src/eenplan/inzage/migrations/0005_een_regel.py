from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """Who opens the same again in one request adds no line to the read log (docs/adr/0029)."""

    dependencies = [("inzage", "0004_wie_vraagt_eenmaal")]

    operations = [sloten.FunctiesOpnieuw(SQL / "inzage.sql", "openen")]
