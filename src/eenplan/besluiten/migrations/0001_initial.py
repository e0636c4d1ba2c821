import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("berichten", "0001_initial"),
        ("huishoudens", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("plannen", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanvraag",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("wet", models.CharField(max_length=10)),
                ("gevraagd", models.TextField()),
                ("door", models.CharField(max_length=200)),
                ("hoe", models.CharField(max_length=12)),
                ("gevraagd_op", models.DateField()),
                ("onderzoek_einde", models.DateField(null=True)),
                ("geldt_vanaf", models.DateField()),
                ("voorlopig", models.BooleanField()),
                ("uitleg", models.CharField(max_length=600)),
                ("beslist_door_id", models.UUIDField()),
                ("beslist_naam", models.CharField(max_length=120)),
                ("toestand", models.CharField(max_length=12)),
                ("genoteerd_door", models.CharField(max_length=200)),
                ("genoteerd_op", models.DateTimeField()),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
                    ),
                ),
                (
                    "inzet",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meldingen.melding",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "besluiten_aanvraag",
            },
        ),
        migrations.CreateModel(
            name="Stuk",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=12)),
                ("wet", models.CharField(max_length=10)),
                ("levering", models.CharField(max_length=10)),
                ("spoed", models.BooleanField()),
                ("toestand", models.CharField(max_length=10)),
                ("beslist_door_id", models.UUIDField()),
                ("beslist_naam", models.CharField(max_length=120)),
                ("beslisser_is_aanbieder", models.BooleanField()),
                ("hulp", models.JSONField()),
                ("beslissing", models.JSONField()),
                ("eigen_bijdrage", models.BooleanField()),
                ("verteld_op", models.DateField(null=True)),
                ("grond", models.CharField(max_length=30, null=True)),
                ("motivering", models.JSONField(default=dict)),
                ("wel_mogelijk", models.TextField()),
                ("grond_boven_18", models.TextField()),
                ("gehoord_op", models.DateField(null=True)),
                ("reactie", models.TextField()),
                ("professional", models.CharField(max_length=120)),
                ("registratie", models.CharField(max_length=60)),
                ("tweede_lezer_id", models.UUIDField(null=True)),
                ("tweede_lezer", models.CharField(max_length=200)),
                ("opgesteld_door_id", models.UUIDField()),
                ("opgesteld_door", models.CharField(max_length=200)),
                ("opgesteld_op", models.DateTimeField()),
                ("versie", models.IntegerField(default=1)),
                ("kenmerk", models.CharField(max_length=20)),
                ("verzonden_op", models.DateTimeField(null=True)),
                ("ondertekend_door", models.CharField(max_length=200)),
                ("laatste_dag_bezwaar", models.DateField(null=True)),
                (
                    "aanvraag",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanvraag",
                    ),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="berichten.brief",
                    ),
                ),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
                    ),
                ),
                (
                    "inzet",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
                    ),
                ),
                (
                    "mandaat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.mandaat",
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meldingen.melding",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "besluiten_stuk",
            },
        ),
        migrations.AddIndex(
            model_name="aanvraag",
            index=models.Index(fields=["persoon"], name="aanvraag_persoon"),
        ),
        migrations.AddConstraint(
            model_name="aanvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", models.F("deel_id"))), name="aanvraag_is_eigen_deel"
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(("geldt_vanaf__gte", models.F("gevraagd_op"))),
                name="aanvraag_niet_voor_verzoek",
            ),
        ),
        migrations.AddIndex(
            model_name="stuk",
            index=models.Index(fields=["persoon"], name="stuk_persoon"),
        ),
        migrations.AddIndex(
            model_name="stuk",
            index=models.Index(fields=["inzet"], name="stuk_inzet"),
        ),
        migrations.AddConstraint(
            model_name="stuk",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", models.F("deel_id"))), name="stuk_is_eigen_deel"
            ),
        ),
        migrations.AddConstraint(
            model_name="stuk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("toestand", "verzonden"), _negated=True),
                    models.Q(
                        ("brief__isnull", False),
                        ("mandaat__isnull", False),
                        ("verzonden_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="stuk_verzonden_met_brief_en_mandaat",
            ),
        ),
        migrations.AddConstraint(
            model_name="stuk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("toestand", "verzonden"), _negated=True),
                    models.Q(("soort", "verwijsbrief"), ("verteld_op__isnull", False)),
                    models.Q(("laatste_dag_bezwaar__isnull", False), ("soort", "toekenning")),
                    models.Q(
                        ("aanvraag__isnull", False),
                        ("gehoord_op__isnull", False),
                        ("grond__isnull", False),
                        ("laatste_dag_bezwaar__isnull", False),
                        ("soort", "afwijzing"),
                    ),
                    _connector="OR",
                ),
                name="stuk_verzonden_is_rechtmatig",
            ),
        ),
        migrations.CreateModel(
            name="Verteld",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("wat", models.CharField(max_length=200)),
                ("begonnen_op", models.DateField()),
                ("op", models.DateField(null=True)),
                ("door", models.CharField(max_length=200)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
                    ),
                ),
                (
                    "inzet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "besluiten_verteld",
                "indexes": [models.Index(fields=["persoon"], name="verteld_persoon")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("deel_id"))),
                        name="verteld_is_eigen_deel",
                    )
                ],
            },
        ),
        *(sloten.inhoud(f"besluiten_{tabel}") for tabel in ("aanvraag", "stuk", "verteld")),
        *(
            sloten.gebeurtenis_verplicht(f"besluiten_{tabel}", "id")
            for tabel in ("aanvraag", "stuk", "verteld")
        ),
        sloten.toestanden("besluiten_stuk", [("concept", "vervallen"), ("concept", "verzonden")]),
        sloten.toestanden("besluiten_aanvraag", [("open", "besloten"), ("open", "ingetrokken")]),
        # A paper that left says what it said: nothing of it changes, also behind the application's back.
        migrations.RunSQL(
            """
            CREATE FUNCTION besluiten_stuk_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF OLD.toestand <> 'concept' THEN
                RAISE EXCEPTION 'dit stuk is verzonden of vervallen en verandert niet meer'
                  USING ERRCODE = 'check_violation';
              END IF; RETURN NEW; END $$;
            CREATE TRIGGER vast BEFORE UPDATE ON besluiten_stuk
              FOR EACH ROW EXECUTE FUNCTION besluiten_stuk_vast();
            """
        ),
        sloten.lader_ook("besluiten_aanvraag", "besluiten_stuk", "besluiten_verteld"),
    ]
