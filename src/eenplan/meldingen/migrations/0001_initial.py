from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("inzage", "0001_initial"),
        ("termijnen", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Melding",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("referentie", models.CharField(max_length=11, unique=True)),
                ("toestand", models.CharField(max_length=20)),
                ("ontvangen_op", models.DateTimeField()),
                ("kanaal", models.CharField(max_length=20)),
                ("vraag", models.CharField(max_length=30)),
                ("tekst", models.TextField()),
                ("wijk", models.CharField(max_length=60, null=True)),
                ("buurt", models.CharField(max_length=60, null=True)),
                ("school", models.CharField(max_length=10)),
                ("verwijzer", models.CharField(max_length=30)),
                ("spoed", models.BooleanField()),
                ("kinderen_onder_18", models.BooleanField()),
                ("namens_ander", models.BooleanField()),
                ("wet", models.CharField(max_length=10)),
                ("wet_reden", models.TextField()),
                ("model_versie", models.DateField()),
                ("regel", models.CharField(max_length=10)),
                ("toelichting", models.TextField()),
                ("houder_id", models.UUIDField()),
                ("houder_naam", models.CharField(max_length=120)),
                ("houder_telefoon", models.CharField(max_length=20)),
                ("behandelaar_naam", models.CharField(max_length=120)),
                ("naar_id", models.UUIDField(null=True)),
                ("naar_naam", models.CharField(max_length=120)),
                ("naar_telefoon", models.CharField(max_length=20)),
                ("doorzet_reden", models.TextField()),
                ("bel_uiterlijk", models.DateField()),
                (
                    "behandelaar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
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
                    "naar_organisatie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
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
                "db_table": "meldingen_melding",
            },
        ),
        migrations.CreateModel(
            name="Melder",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam_versleuteld", models.BinaryField()),
                ("telefoon_versleuteld", models.BinaryField()),
                ("relatie_versleuteld", models.BinaryField()),
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
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meldingen.melding",
                    ),
                ),
            ],
            options={
                "db_table": "meldingen_melder",
            },
        ),
        migrations.CreateModel(
            name="Ontvangstpagina",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("referentie", models.CharField(max_length=11)),
                ("ontvangen_op", models.DateField()),
                ("bij", models.CharField(max_length=120)),
                ("telefoon", models.CharField(max_length=20)),
                ("bel_uiterlijk", models.DateField()),
                ("van_uur", models.SmallIntegerField()),
                ("tot_uur", models.SmallIntegerField()),
                ("onderzoek_uiterlijk", models.DateField(null=True)),
                ("plan_uiterlijk", models.DateField(null=True)),
                ("namens_ander", models.BooleanField()),
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
                "db_table": "meldingen_ontvangstpagina",
            },
        ),
        migrations.AddIndex(
            model_name="melding",
            index=models.Index(fields=["persoon"], name="melding_persoon"),
        ),
        migrations.AddConstraint(
            model_name="melding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("naar_id__isnull", False), ("toestand", "doorgezet")),
                    models.Q(
                        models.Q(("toestand", "doorgezet"), _negated=True),
                        ("naar_id__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="melding_doorgezet_naar_iemand",
            ),
        ),
        migrations.AddIndex(
            model_name="melder",
            index=models.Index(fields=["melding"], name="melder_melding"),
        ),
        sloten.inhoud("meldingen_melding"),
        sloten.inhoud("meldingen_melder"),
        sloten.blind("meldingen_ontvangstpagina"),
        *(sloten.functies_ook(f"meldingen_{t}") for t in ("melding", "melder", "ontvangstpagina")),
        # Entrusting a reporter and handing over a question are acts of this room on the facts of `inzage`.
        migrations.RunSQL(
            "GRANT INSERT ON inzage_geheimhouder TO eenplan_polfn;", migrations.RunSQL.noop
        ),
        sloten.AlsFuncties(SQL / "meldingen.sql"),
        sloten.toestanden(
            "meldingen_melding",
            [
                ("doorgezet", "opgepakt"),
                ("in_onderzoek", "afgerond"),
                ("in_onderzoek", "doorgezet"),
                ("ontvangen", "doorgezet"),
                ("ontvangen", "opgepakt"),
                ("opgepakt", "afgerond"),
                ("opgepakt", "doorgezet"),
                ("opgepakt", "in_onderzoek"),
            ],
        ),
        sloten.gebeurtenis_verplicht("meldingen_melding", "id"),
        sloten.gebeurtenis_verplicht("meldingen_melder", "melding_id"),
        sloten.lader_ook("meldingen_melding", "meldingen_melder", "meldingen_ontvangstpagina"),
    ]
