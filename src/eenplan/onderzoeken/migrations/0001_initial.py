from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Onderzoek",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("toestand", models.CharField(max_length=12)),
                ("begonnen_op", models.DateTimeField()),
                ("gesprek_op", models.DateField(null=True)),
                ("gesproken_met", models.CharField(max_length=200)),
                ("ondersteuning_inwoner", models.CharField(max_length=20)),
                ("ondersteuning_mantelzorger", models.CharField(max_length=20)),
                ("persoonlijk_plan", models.CharField(max_length=20)),
                ("voorbereid_op", models.DateTimeField(null=True)),
                ("oordeel", models.CharField(max_length=12)),
                ("conclusie", models.TextField()),
                ("conclusie_door", models.CharField(max_length=120)),
                ("conclusie_versie", models.IntegerField(default=0)),
                ("afgerond_op", models.DateTimeField(null=True)),
                ("waarom_gestopt", models.TextField()),
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
                "db_table": "onderzoeken_onderzoek",
            },
        ),
        migrations.CreateModel(
            name="Onderwerp",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=60)),
                ("tekst", models.TextField()),
                ("door", models.CharField(max_length=120)),
                ("versie", models.IntegerField(default=0)),
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
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="onderzoeken.onderzoek",
                    ),
                ),
            ],
            options={
                "db_table": "onderzoeken_onderwerp",
            },
        ),
        migrations.CreateModel(
            name="Leefgebied",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=60)),
                ("reden", models.CharField(max_length=400)),
                ("tekst", models.TextField()),
                ("door", models.CharField(max_length=120)),
                ("versie", models.IntegerField(default=0)),
                ("aan_op", models.DateTimeField()),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="onderzoeken.onderzoek",
                    ),
                ),
            ],
            options={
                "db_table": "onderzoeken_leefgebied",
            },
        ),
        migrations.CreateModel(
            name="Kindgesprek",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("gesproken", models.BooleanField()),
                ("alleen", models.BooleanField()),
                ("gesproken_op", models.DateField(null=True)),
                ("woorden", models.TextField()),
                ("door", models.CharField(max_length=120)),
                ("versie", models.IntegerField(default=1)),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="onderzoeken.onderzoek",
                    ),
                ),
            ],
            options={
                "db_table": "onderzoeken_kindgesprek",
            },
        ),
        migrations.AddIndex(
            model_name="onderzoek",
            index=models.Index(fields=["persoon"], name="onderzoek_persoon"),
        ),
        migrations.AddIndex(
            model_name="onderzoek",
            index=models.Index(fields=["melding"], name="onderzoek_melding"),
        ),
        migrations.AddConstraint(
            model_name="onderzoek",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgerond_op__isnull", True), ("toestand", "begonnen")),
                    models.Q(
                        models.Q(("toestand", "begonnen"), _negated=True),
                        ("afgerond_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="onderzoek_klaar_heeft_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="onderwerp",
            constraint=models.UniqueConstraint(
                fields=("onderzoek", "sleutel"), name="onderwerp_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="leefgebied",
            constraint=models.UniqueConstraint(
                fields=("onderzoek", "persoon", "sleutel"), name="leefgebied_sleutel"
            ),
        ),
        migrations.AddConstraint(
            model_name="leefgebied",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="leefgebied_alleen_met_reden"
            ),
        ),
        migrations.AddConstraint(
            model_name="kindgesprek",
            constraint=models.UniqueConstraint(
                fields=("onderzoek", "persoon"), name="kindgesprek_kind"
            ),
        ),
        *(
            sloten.inhoud(f"onderzoeken_{tabel}")
            for tabel in ("onderzoek", "onderwerp", "leefgebied", "kindgesprek")
        ),
        sloten.functies_ook("onderzoeken_onderzoek"),
        sloten.AlsFuncties(SQL / "onderzoeken.sql"),
        sloten.toestanden(
            "onderzoeken_onderzoek", [("begonnen", "afgerond"), ("begonnen", "vervallen")]
        ),
        sloten.gebeurtenis_verplicht("onderzoeken_onderzoek", "id"),
        *(
            sloten.gebeurtenis_verplicht(f"onderzoeken_{tabel}", "onderzoek_id")
            for tabel in ("onderwerp", "leefgebied", "kindgesprek")
        ),
        sloten.lader_ook(
            *(
                f"onderzoeken_{tabel}"
                for tabel in ("onderzoek", "onderwerp", "leefgebied", "kindgesprek")
            )
        ),
    ]
