from django.db import migrations

STAP = """
CREATE POLICY van_wie_het_is ON plannen_eigenregel AS RESTRICTIVE FOR INSERT TO eenplan_app WITH CHECK (
  CASE WHEN soort = 'stap'
       THEN EXISTS (SELECT FROM plannen_inzet i JOIN uitvoering_opdracht o ON o.inzet_id = i.id
                     WHERE i.doel_id = plannen_eigenregel.doel_id AND i.toestand = 'loopt'
                       AND o.organisatie_id = ANY (ARRAY(SELECT pol.mijn_partijen()))
                       AND (o.toestand = 'aangenomen' OR o.toestand = 'begonnen'))
       ELSE (SELECT pol.is_inwoner()) END)
"""


class Migration(migrations.Migration):
    """A step is written by an organisation that took on help for this goal; what a resident says, by a resident."""

    dependencies = [
        ("uitvoering", "0003_een_index_genoeg"),
        ("plannen", "0005_inwoner_schrijft"),
    ]

    operations = [migrations.RunSQL(STAP, "DROP POLICY van_wie_het_is ON plannen_eigenregel")]
