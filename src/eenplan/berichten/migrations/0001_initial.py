import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Brief",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("aan", models.JSONField(default=dict)),
                ("over_id", models.UUIDField()),
                ("soort", models.CharField(max_length=30)),
                ("kenmerk", models.CharField(max_length=20)),
                ("onderwerp", models.CharField(max_length=300)),
                ("inhoud", models.JSONField()),
                ("sjabloonversie", models.IntegerField()),
                ("toestand", models.CharField(max_length=10)),
                ("opgesteld_op", models.DateTimeField()),
                ("opgesteld_door", models.CharField(max_length=200)),
                ("verzonden_op", models.DateTimeField(null=True)),
                ("bezorging", models.CharField(max_length=12, null=True)),
                ("sha256", models.CharField(max_length=64, null=True)),
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
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
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
                "db_table": "berichten_brief",
            },
        ),
        migrations.CreateModel(
            name="Uitgaand",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partij_id", models.UUIDField()),
                ("bezorging", models.CharField(max_length=12)),
                ("klaargezet", models.DateTimeField()),
                ("opgehaald", models.DateTimeField(null=True)),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="berichten.brief",
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
            ],
            options={
                "db_table": "berichten_uitgaand",
            },
        ),
        migrations.CreateModel(
            name="Bestand",
            fields=[
                (
                    "brief",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="berichten.brief",
                    ),
                ),
                ("pdf_versleuteld", models.BinaryField()),
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
            ],
            options={
                "db_table": "berichten_bestand",
            },
        ),
        migrations.AddIndex(
            model_name="brief",
            index=models.Index(fields=["persoon"], name="brief_persoon"),
        ),
        migrations.AddIndex(
            model_name="brief",
            index=models.Index(fields=["over_id"], name="brief_over"),
        ),
        migrations.AddConstraint(
            model_name="brief",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", models.F("deel_id"))), name="brief_is_eigen_deel"
            ),
        ),
        migrations.AddConstraint(
            model_name="brief",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("bezorging__isnull", False),
                        ("sha256__isnull", False),
                        ("toestand", "verzonden"),
                        ("verzonden_op__isnull", False),
                    ),
                    models.Q(
                        models.Q(("toestand", "verzonden"), _negated=True),
                        ("bezorging__isnull", True),
                        ("sha256__isnull", True),
                        ("verzonden_op__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="brief_verzonden_is_bewaard",
            ),
        ),
        migrations.AddIndex(
            model_name="uitgaand",
            index=models.Index(
                condition=models.Q(("opgehaald__isnull", True)),
                fields=["partij_id", "klaargezet"],
                name="uitgaand_wacht",
            ),
        ),
        sloten.inhoud("berichten_brief"),
        sloten.inhoud("berichten_bestand"),
        sloten.dat("berichten_uitgaand", "partij_id"),
        sloten.gebeurtenis_verplicht("berichten_brief", "over_id"),
        sloten.toestanden("berichten_brief", [("concept", "vervallen"), ("concept", "verzonden")]),
        # What was sent is what is kept: the bytes are written once, and a letter that left never changes.
        migrations.RunSQL(
            """
            DROP POLICY wijzigen ON berichten_bestand;
            REVOKE UPDATE ON berichten_bestand FROM eenplan_app;
            CREATE FUNCTION berichten_brief_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF OLD.toestand <> 'concept' THEN
                RAISE EXCEPTION 'deze brief is verzonden of vervallen en verandert niet meer'
                  USING ERRCODE = 'check_violation';
              END IF; RETURN NEW; END $$;
            CREATE TRIGGER vast BEFORE UPDATE ON berichten_brief
              FOR EACH ROW EXECUTE FUNCTION berichten_brief_vast();
            """
        ),
        sloten.lader_ook("berichten_brief", "berichten_bestand", "berichten_uitgaand"),
    ]
