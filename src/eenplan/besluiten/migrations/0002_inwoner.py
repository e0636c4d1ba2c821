from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("besluiten", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # A decision in concept is still being thought about; a resident reads what was decided.
        sloten.niet_voor_inwoners(
            "besluiten_stuk", "NOT (SELECT pol.is_inwoner()) OR toestand = 'verzonden'"
        ),
        sloten.functies_ook("besluiten_aanvraag"),
        sloten.AlsFuncties(SQL / "inwoner.sql"),
    ]
