from pathlib import Path

from django.db import migrations

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"
VOOR_UITVOERDERS = """
CREATE POLICY voor_uitvoerders ON platform_gebeurtenis AS RESTRICTIVE FOR SELECT TO eenplan_app, eenplan_lezer USING (
  soort = ANY ('{plan.doel,plan.doel_gewijzigd,plan.doel_afgesloten,plan.inzet,plan.inzet_gestart,plan.inzet_gestopt,
    plan.inzet_gaat_niet_door,plan.omvang,plan.uitvoerder_gevraagd,plan.uitbesteed,plan.stap,plan.afbouw,plan.eigen_regel,
    plan.eigen_taak_klaar,plan.eigen_taak_open,stuk.verwijsbrief,stuk.toekenning,brief.verzonden}')
  OR soort LIKE 'uitvoering.%'
  OR deel_id <> ALL (ARRAY(SELECT pol.delen_van_uitvoerder())))
"""


class Migration(migrations.Migration):
    """The timeline of who helps tells of the help: not who of the family agreed when, or wanted to talk first (P4)."""

    dependencies = [
        ("inzage", "0007_zien_is_geen_schrijven"),
        ("platform", "0002_wie_vraagt_eenmaal"),
    ]

    operations = [
        sloten.AlsFuncties(SQL / "uitvoerder.sql"),
        migrations.RunSQL(VOOR_UITVOERDERS, "DROP POLICY voor_uitvoerders ON platform_gebeurtenis"),
    ]
