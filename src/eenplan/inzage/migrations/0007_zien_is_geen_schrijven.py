from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """In which delen somebody may write, by the purpose for which they opened the file (docs/adr/0033)."""

    dependencies = [("inzage", "0006_leesregels_op_volgorde")]

    operations = [sloten.AlsFuncties(SQL / "schrijven.sql")]
