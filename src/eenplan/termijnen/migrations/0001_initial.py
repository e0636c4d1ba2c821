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
    ]

    operations = [
        migrations.CreateModel(
            name="Looptijd",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partij_id", models.UUIDField()),
                ("over_id", models.UUIDField()),
                ("soort", models.CharField(max_length=40)),
                ("begin", models.DateField()),
                ("eind", models.DateField()),
                ("grondslag", models.CharField(max_length=200)),
                ("uitleg", models.CharField(max_length=600)),
                ("voldaan_op", models.DateField(null=True)),
                ("vervallen_op", models.DateField(null=True)),
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
                    "toezicht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
            ],
            options={
                "db_table": "termijnen_termijn",
                "indexes": [
                    models.Index(fields=["over_id"], name="termijn_over"),
                    models.Index(
                        condition=models.Q(
                            ("vervallen_op__isnull", True), ("voldaan_op__isnull", True)
                        ),
                        fields=["partij_id", "eind"],
                        name="termijn_loopt_partij",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("vervallen_op__isnull", True), ("voldaan_op__isnull", True)
                        ),
                        fields=["toezicht", "eind"],
                        name="termijn_loopt_toezicht",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eind__gte", models.F("begin"))),
                        name="termijn_eindigt_na_begin",
                    )
                ],
            },
        ),
        sloten.dat("termijnen_termijn", "partij_id", "toezicht_id", betrokkene="persoon_id"),
        sloten.functies_ook("termijnen_termijn", rechten="SELECT, UPDATE"),
        sloten.AlsFuncties(SQL / "termijnen.sql"),
        sloten.gebeurtenis_verplicht("termijnen_termijn", "over_id"),
        sloten.lader_ook("termijnen_termijn"),
    ]
