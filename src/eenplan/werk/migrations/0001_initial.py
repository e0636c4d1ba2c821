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
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partij_id", models.UUIDField()),
                ("medewerker_naam", models.CharField(max_length=120)),
                ("soort", models.CharField(max_length=30)),
                ("over_id", models.UUIDField()),
                ("titel", models.CharField(max_length=200)),
                ("wat", models.CharField(max_length=120)),
                ("vervalt", models.DateField(null=True)),
                ("spoed", models.BooleanField()),
                ("toestand", models.CharField(default="open", max_length=10)),
                ("aangemaakt", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(null=True)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "werk_item",
                "indexes": [
                    models.Index(
                        condition=models.Q(("toestand", "open")),
                        fields=["partij_id", "vervalt"],
                        name="werk_open_partij",
                    ),
                    models.Index(
                        condition=models.Q(("toestand", "open")),
                        fields=["medewerker", "vervalt"],
                        name="werk_open_medewerker",
                    ),
                    models.Index(fields=["over_id"], name="werk_over"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("klaar_op__isnull", True), ("toestand", "open")),
                            models.Q(("klaar_op__isnull", False), ("toestand", "klaar")),
                            _connector="OR",
                        ),
                        name="werk_klaar_heeft_moment",
                    )
                ],
            },
        ),
        # by party alone: who leaves a team leaves the lines that were theirs, with the names on them
        sloten.dat("werk_item", "partij_id", betrokkene="persoon_id"),
        sloten.functies_ook("werk_item", rechten="SELECT, UPDATE"),
        sloten.AlsFuncties(SQL / "werk.sql"),
        sloten.lader_ook("werk_item"),
    ]
