import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisaties", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Voorziening",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=80)),
                ("naam", models.CharField(max_length=120)),
                ("omschrijving", models.CharField(max_length=400)),
                ("laag", models.CharField(max_length=20)),
                ("voorziening", models.CharField(max_length=20)),
                (
                    "wetten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), size=None
                    ),
                ),
                ("wijk_sleutel", models.CharField(max_length=60)),
                ("dat_is_wat", models.BooleanField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "aanbieder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
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
                "db_table": "voorzieningen_voorziening",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "sleutel", "van"), name="voorziening_sleutel"
                    )
                ],
            },
        ),
        sloten.naslag("voorzieningen_voorziening"),
    ]
