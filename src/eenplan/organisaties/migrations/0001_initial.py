import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=40, unique=True)),
                ("naam", models.CharField(max_length=80)),
                ("cbs_code", models.CharField(max_length=4)),
            ],
            options={
                "db_table": "organisaties_gemeente",
            },
        ),
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=60)),
                ("naam", models.CharField(max_length=120)),
                ("soort", models.CharField(max_length=30)),
                ("telefoon", models.CharField(max_length=20)),
                ("mail", models.CharField(max_length=120)),
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
                "db_table": "organisaties_organisatie",
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=120)),
                ("functie", models.CharField(max_length=40)),
                ("registratie", models.CharField(max_length=60)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
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
            ],
            options={
                "db_table": "organisaties_medewerker",
            },
        ),
        migrations.CreateModel(
            name="Mandaat",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("functie", models.CharField(max_length=120)),
                ("wet", models.CharField(max_length=10)),
                ("soort", models.CharField(max_length=20)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("publicatie", models.CharField(max_length=200)),
                ("bron", models.CharField(max_length=300)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
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
            ],
            options={
                "db_table": "organisaties_mandaat",
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=80)),
                ("naam", models.CharField(max_length=120)),
                ("telefoon", models.CharField(max_length=20)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
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
            ],
            options={
                "db_table": "organisaties_team",
            },
        ),
        migrations.CreateModel(
            name="Teamlid",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.gemeente",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.team",
                    ),
                ),
            ],
            options={
                "db_table": "organisaties_teamlid",
            },
        ),
        migrations.CreateModel(
            name="Gebied",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=60)),
                ("naam", models.CharField(max_length=80)),
                ("wijk_sleutel", models.CharField(max_length=60)),
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
                "db_table": "organisaties_gebied",
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "sleutel"), name="gebied_sleutel")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="organisatie",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "sleutel"), name="organisatie_sleutel"
            ),
        ),
        migrations.AddIndex(
            model_name="medewerker",
            index=models.Index(fields=["organisatie"], name="medewerker_organisatie"),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(fields=("gemeente", "sleutel"), name="team_sleutel"),
        ),
        migrations.AddIndex(
            model_name="teamlid",
            index=models.Index(fields=["medewerker"], name="teamlid_medewerker"),
        ),
        *(
            sloten.naslag(f"organisaties_{tabel}")
            for tabel in ("gemeente", "gebied", "organisatie", "team", "mandaat")
        ),
        sloten.binnen_gemeente("organisaties_medewerker"),
        sloten.functies_ook("organisaties_medewerker"),
        sloten.binnen_gemeente("organisaties_teamlid"),
        sloten.functies_ook("organisaties_teamlid"),
        sloten.lader_ook("organisaties_medewerker", "organisaties_teamlid"),
    ]
