from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("inzage", "0001_initial")]

    operations = [
        sloten.AlsFuncties(SQL / "inwoner.sql"),
        # Who works for the municipality or its partners is no business of a resident's session.
        *(
            sloten.niet_voor_inwoners(f"organisaties_{tabel}", "NOT (SELECT pol.is_inwoner())")
            for tabel in ("medewerker", "teamlid")
        ),
    ]
