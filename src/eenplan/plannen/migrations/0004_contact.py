from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("plannen", "0003_rondom")]

    operations = [sloten.AlsFuncties(SQL / "contact.sql")]
