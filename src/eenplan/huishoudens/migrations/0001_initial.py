from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Huishouden",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
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
                "db_table": "huishoudens_huishouden",
            },
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=200)),
                ("sorteernaam", models.CharField(max_length=200)),
                ("zoeknaam", models.CharField(max_length=200)),
                ("geboortedatum", models.DateField(null=True)),
                ("bsn_versleuteld", models.BinaryField(null=True)),
                ("bsn_zoeksleutel", models.BinaryField(null=True)),
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
                    "samengevoegd_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "huishoudens_persoon",
            },
        ),
        migrations.CreateModel(
            name="Lid",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
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
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.huishouden",
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
                "db_table": "huishoudens_lid",
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("telefoon_versleuteld", models.BinaryField(null=True)),
                ("mail_versleuteld", models.BinaryField(null=True)),
                ("veilige_weg", models.CharField(max_length=200)),
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
            ],
            options={
                "db_table": "huishoudens_contact",
            },
        ),
        migrations.CreateModel(
            name="Adres",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("adres_versleuteld", models.BinaryField()),
                ("gebied_sleutel", models.CharField(max_length=60)),
                ("geheim", models.BooleanField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
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
            ],
            options={
                "db_table": "huishoudens_adres",
            },
        ),
        migrations.CreateModel(
            name="Relatie",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=20)),
                ("gezag", models.BooleanField()),
                ("beperkt", models.BooleanField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "ander",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "huishoudens_relatie",
            },
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(
                fields=["gemeente", "zoeknaam", "geboortedatum"], name="persoon_zoeken"
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "bsn_zoeksleutel"), name="persoon_bsn"
            ),
        ),
        migrations.AddConstraint(
            model_name="persoon",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bsn_versleuteld__isnull", True), ("bsn_zoeksleutel__isnull", True)),
                    models.Q(
                        ("bsn_versleuteld__isnull", False), ("bsn_zoeksleutel__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="persoon_bsn_compleet",
            ),
        ),
        migrations.AddIndex(
            model_name="lid",
            index=models.Index(fields=["persoon"], name="lid_persoon"),
        ),
        migrations.AddIndex(
            model_name="lid",
            index=models.Index(fields=["huishouden"], name="lid_huishouden"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["persoon"], name="contact_persoon"),
        ),
        migrations.AddIndex(
            model_name="adres",
            index=models.Index(fields=["persoon"], name="adres_persoon"),
        ),
        migrations.AddIndex(
            model_name="relatie",
            index=models.Index(fields=["persoon"], name="relatie_persoon"),
        ),
        migrations.AddIndex(
            model_name="relatie",
            index=models.Index(fields=["ander"], name="relatie_ander"),
        ),
        *(
            sloten.inhoud(f"huishoudens_{tabel}")
            for tabel in ("persoon", "contact", "adres", "relatie", "lid")
        ),
        *(sloten.functies_ook(f"huishoudens_{tabel}") for tabel in ("persoon", "relatie", "lid")),
        sloten.AlsFuncties(SQL / "aanmelden.sql"),
        # A household is a bare key: nothing to read, so nobody reads it.
        sloten.blind("huishoudens_huishouden"),
        *(
            sloten.gebeurtenis_verplicht(f"huishoudens_{tabel}", over)
            for tabel, over in (
                ("persoon", "id"),
                ("contact", "persoon_id"),
                ("adres", "persoon_id"),
                ("relatie", "persoon_id"),
                ("lid", "persoon_id"),
            )
        ),
        sloten.lader_ook(
            *(
                f"huishoudens_{tabel}"
                for tabel in ("persoon", "contact", "adres", "relatie", "lid", "huishouden")
            )
        ),
    ]
