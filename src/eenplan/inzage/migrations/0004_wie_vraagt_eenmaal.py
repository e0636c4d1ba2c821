from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """Who asks is worked out once per function, not once per column of the answer (docs/adr/0026)."""

    dependencies = [("inzage", "0003_inwoner_schrijft")]

    operations = [
        sloten.FunctiesOpnieuw(
            SQL / "inzage.sql",
            "gesloten_voor_mij",
            "toegestaan",
            "open_delen",
            "mag_aanmaken",
            "hier_geopend",
            "in_handen",
            "wie_betrokken",
            "lijst_getoond",
        ),
        sloten.FunctiesOpnieuw(SQL / "inwoner.sql", "ikzelf", "mijn_post", "als_inwoner_geopend"),
    ]
