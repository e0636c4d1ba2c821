from django.db import migrations

from eenplan.platform import sloten

VAN_MIJ = (
    "id = ANY (ARRAY(SELECT g.over_id FROM platform_gebeurtenis g"
    " WHERE g.soort = 'recht.ontvangen' AND g.actor_id = ANY (ARRAY(SELECT pol.ikzelf()))))"
)


class Migration(migrations.Migration):
    dependencies = [("rechtsbescherming", "0002_inwoner_schrijft")]

    operations = [
        # What one parent says about a child is not read by the other who lives elsewhere, as with letters.
        sloten.niet_voor_inwoners(
            "rechtsbescherming_zaak",
            f"NOT (SELECT pol.is_inwoner()) OR persoon_id = ANY (ARRAY(SELECT pol.mijn_post())) OR {VAN_MIJ}",
        ),
    ]
