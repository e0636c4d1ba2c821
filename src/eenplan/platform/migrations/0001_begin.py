from pathlib import Path

import django.db.models.fields.json
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """The unit of access, the timeline, and the lock with every door shut."""

    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Deel",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("gemeente_id", models.UUIDField()),
                ("betrokkene_id", models.UUIDField(null=True)),
                ("rubriek", models.CharField(max_length=30)),
                ("wet", models.CharField(max_length=10, null=True)),
                ("verantwoordelijke_id", models.UUIDField(null=True)),
                ("geheim", models.BooleanField()),
                ("niet_voor_ouders", models.BooleanField()),
                ("request_id", models.UUIDField()),
                ("aangemaakt", models.DateTimeField()),
            ],
            options={
                "db_table": "platform_deel",
                "indexes": [
                    models.Index(fields=["betrokkene_id"], name="deel_betrokkene"),
                    models.Index(fields=["request_id"], name="deel_request"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("gemeente_id", models.UUIDField()),
                ("request_id", models.UUIDField()),
                ("soort", models.CharField(max_length=60)),
                ("over_id", models.UUIDField()),
                ("betrokkene_id", models.UUIDField(null=True)),
                ("deel_id", models.UUIDField()),
                ("moment", models.DateTimeField()),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_naam", models.CharField(max_length=200)),
                ("organisatie_naam", models.CharField(max_length=200)),
                ("gegevens", django.db.models.fields.json.JSONField()),
            ],
            options={
                "db_table": "platform_gebeurtenis",
                "indexes": [
                    models.Index(fields=["betrokkene_id", "-moment"], name="gebeurtenis_tijdlijn"),
                    models.Index(fields=["over_id"], name="gebeurtenis_over"),
                    models.Index(fields=["deel_id"], name="gebeurtenis_deel"),
                ],
            },
        ),
        # Known to the database alone: they are compared with the running transaction, never read by Python.
        migrations.RunSQL(
            """
            ALTER TABLE platform_deel ADD xid xid8 NOT NULL DEFAULT pg_current_xact_id();
            ALTER TABLE platform_gebeurtenis ADD xid xid8 NOT NULL DEFAULT pg_current_xact_id();
            """
        ),
        sloten.alleen_functies("platform_deel", rechten="SELECT, INSERT, UPDATE"),
        sloten.functies_ook("platform_gebeurtenis"),
        sloten.AlsFuncties(SQL / "pol.sql"),
        migrations.RunSQL(
            """
            GRANT SELECT ON platform_deel TO eenplan_app, eenplan_lezer;
            CREATE POLICY lezen ON platform_deel FOR SELECT TO eenplan_app, eenplan_lezer
              USING (id = ANY (ARRAY(SELECT pol.open_delen())));

            ALTER TABLE platform_gebeurtenis ENABLE ROW LEVEL SECURITY;
            ALTER TABLE platform_gebeurtenis FORCE ROW LEVEL SECURITY;
            GRANT SELECT ON platform_gebeurtenis TO eenplan_app, eenplan_lezer;
            GRANT INSERT ON platform_gebeurtenis TO eenplan_app;
            CREATE POLICY lezen ON platform_gebeurtenis FOR SELECT TO eenplan_app, eenplan_lezer
              USING (deel_id = ANY (ARRAY(SELECT pol.open_delen())));
            CREATE POLICY toevoegen ON platform_gebeurtenis FOR INSERT TO eenplan_app
              WITH CHECK (deel_id = ANY (ARRAY(SELECT pol.schrijf_delen()))
                          AND request_id = (SELECT pol.mijn_request())
                          AND gemeente_id = coalesce((SELECT pol.mijn_gemeente()), gemeente_id)
                          AND actor_id IS NOT DISTINCT FROM (SELECT pol.mijn_actor())
                          AND ARRAY[actor_naam, organisatie_naam]::text[] = (SELECT pol.mijn_naam())
                          AND xid = pg_current_xact_id());
            """
        ),
        sloten.lader_ook("platform_deel", "platform_gebeurtenis"),
    ]
