from django.db import migrations

from eenplan.platform import sloten

ANDERS = "NOT (SELECT pol.is_inwoner())"


class Migration(migrations.Migration):
    dependencies = [("berichten", "0001_initial"), ("inzage", "0002_inwoner")]

    operations = [
        # A resident reads what was sent to them, not what lies in concept and not the copy of another parent.
        sloten.niet_voor_inwoners(
            "berichten_brief",
            f"{ANDERS} OR (toestand = 'verzonden' AND ontvanger_id = ANY (ARRAY(SELECT pol.mijn_post())))",
        ),
        sloten.niet_voor_inwoners(
            "berichten_bestand",
            f"{ANDERS} OR brief_id = ANY (ARRAY(SELECT b.id FROM berichten_brief b))",
        ),
    ]
