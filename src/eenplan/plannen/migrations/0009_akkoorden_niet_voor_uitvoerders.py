from django.db import migrations

VOOR_UITVOERDERS = """
CREATE POLICY niet_voor_uitvoerders ON plannen_akkoord AS RESTRICTIVE FOR SELECT TO eenplan_app, eenplan_lezer USING (
  deel_id <> ALL (ARRAY(SELECT pol.delen_van_uitvoerder())))
"""


class Migration(migrations.Migration):
    """Who of the family agreed when is not for who helps: they are asked once everybody agreed (P4)."""

    dependencies = [
        ("plannen", "0008_wie_het_plan_schrijft"),
        ("inzage", "0008_wat_een_uitvoerder_niet_ziet"),
    ]

    operations = [
        migrations.RunSQL(VOOR_UITVOERDERS, "DROP POLICY niet_voor_uitvoerders ON plannen_akkoord")
    ]
