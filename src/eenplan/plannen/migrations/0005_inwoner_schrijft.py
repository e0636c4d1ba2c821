from django.db import migrations

from eenplan.platform import sloten

EIGEN = "persoon_id = ANY (ARRAY(SELECT pol.ikzelf()))"
VAN_WIE_HELPT = (
    *("plan", "deelnemer", "mantelzorgregel", "inzet", "besluitmoment"),
    *("netwerklid", "afbouwstap", "wederdienst"),
)


class Migration(migrations.Migration):
    dependencies = [("plannen", "0004_contact"), ("inzage", "0002_inwoner")]

    operations = [
        # The own answer, the own goal and the own lines (docs/adr/0023); never what another says.
        sloten.inwoner_schrijft("plannen_akkoord", "plannen_doel", wijzigt=EIGEN),
        sloten.inwoner_schrijft("plannen_eigenregel", wijzigt=EIGEN, voegt_toe=EIGEN),
        sloten.inwoner_schrijft(*(f"plannen_{tabel}" for tabel in VAN_WIE_HELPT)),
    ]
