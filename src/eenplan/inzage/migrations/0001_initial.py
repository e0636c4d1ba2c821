from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Leesregel",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("gemeente_id", models.UUIDField()),
                ("request_id", models.UUIDField()),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_soort", models.CharField(max_length=12, null=True)),
                ("organisatie_id", models.UUIDField(null=True)),
                ("persoon_id", models.UUIDField(null=True)),
                (
                    "personen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), null=True, size=None
                    ),
                ),
                (
                    "delen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None
                    ),
                ),
                (
                    "rubrieken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), size=None
                    ),
                ),
                ("soort", models.CharField(max_length=12)),
                ("doel", models.CharField(max_length=20)),
                ("grond", models.CharField(max_length=40)),
                ("moment", models.DateTimeField()),
            ],
            options={
                "db_table": "inzage_leesregel",
                "indexes": [
                    models.Index(fields=["request_id"], name="lees_request"),
                    models.Index(fields=["persoon_id", "-moment"], name="lees_persoon"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betrokkenheid",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partij_id", models.UUIDField()),
                ("partij_naam", models.CharField(max_length=120)),
                ("partij_telefoon", models.CharField(max_length=20)),
                ("niveau", models.CharField(max_length=3)),
                (
                    "rubrieken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), size=None
                    ),
                ),
                ("wet", models.CharField(max_length=10, null=True)),
                ("doel", models.CharField(max_length=20)),
                ("grondslag", models.CharField(max_length=200)),
                ("dat_is_wat", models.BooleanField()),
                ("alleen_van_id", models.UUIDField(null=True)),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
                (
                    "deel",
                    models.ForeignKey(
                        null=True,
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
            ],
            options={
                "db_table": "inzage_betrokkenheid",
                "indexes": [
                    models.Index(fields=["partij_id"], name="betrokken_partij"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Blokkade",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tegen_id", models.UUIDField()),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
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
            ],
            options={
                "db_table": "inzage_blokkade",
                "indexes": [
                    models.Index(fields=["tegen_id"], name="blokkade_tegen"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Geheimhouder",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("actor_id", models.UUIDField()),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
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
                "db_table": "inzage_geheimhouder",
            },
        ),
        migrations.CreateModel(
            name="Noodtoegang",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("reden", models.CharField(max_length=400)),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField()),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "inzage_noodtoegang",
            },
        ),
        migrations.CreateModel(
            name="PriveRelatie",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=20)),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "inzage_priverelatie",
            },
        ),
        migrations.RunSQL(
            """
            ALTER TABLE inzage_leesregel ADD xid xid8 NOT NULL DEFAULT pg_current_xact_id();
            """
        ),
        *(
            sloten.alleen_functies(f"inzage_{tabel}", rechten=rechten)
            for tabel, rechten in (
                ("betrokkenheid", "SELECT, INSERT, UPDATE"),
                ("blokkade", "SELECT"),
                ("priverelatie", "SELECT"),
                ("geheimhouder", "SELECT"),
                ("noodtoegang", "SELECT"),
                ("leesregel", "SELECT, INSERT"),
            )
        ),
        sloten.mijn_eigen("inzage_betrokkenheid", "partij_id"),
        sloten.AlsFuncties(SQL / "inzage.sql"),
        sloten.gesloten("inzage_betrokkenheid", "persoon_id"),
        # Access rests on these facts too. A row about somebody needs a deel about that same person, and two records
        # become one person only through a function that decides and logs.
        migrations.RunSQL("ALTER TABLE platform_deel ADD UNIQUE (id, betrokkene_id)"),
        *(
            sloten.gaat_over(f"huishoudens_{tabel}", betrokkene)
            for tabel, betrokkene in (
                ("persoon", "id"),
                ("contact", "persoon_id"),
                ("adres", "persoon_id"),
                ("lid", "persoon_id"),
                ("relatie", "ander_id"),
            )
        ),
        sloten.gaat_over("platform_gebeurtenis", "betrokkene_id"),
        migrations.RunSQL(
            """
            CREATE POLICY niet_samenvoegen ON huishoudens_persoon AS RESTRICTIVE FOR INSERT TO eenplan_app
              WITH CHECK (samengevoegd_in_id IS NULL);
            CREATE POLICY niet_samenvoegen_later ON huishoudens_persoon AS RESTRICTIVE FOR UPDATE TO eenplan_app
              USING (true) WITH CHECK (samengevoegd_in_id IS NULL);
            """
        ),
        sloten.lader_ook(
            *(
                f"inzage_{tabel}"
                for tabel in (
                    "betrokkenheid",
                    "blokkade",
                    "priverelatie",
                    "geheimhouder",
                    "noodtoegang",
                    "leesregel",
                )
            )
        ),
    ]
