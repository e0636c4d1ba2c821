from pathlib import Path
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


def _naar(tabel: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=tabel
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("inzage", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicatie",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("voorziening", models.CharField(max_length=80)),
                ("wat", models.CharField(max_length=200)),
                ("aanbieder_naam", models.CharField(max_length=120)),
                ("tot", models.DateField()),
                ("gesprek_op", models.DateField()),
                ("gesproken_op", models.DateField(null=True)),
                ("begeleider_naam", models.CharField(max_length=120)),
                ("begeleider_organisatie", models.CharField(max_length=120)),
                ("verteld_op", models.DateField(null=True)),
                ("verteld_door", models.CharField(max_length=120)),
                ("deel", _naar("platform.deel")),
                ("gemeente", _naar("organisaties.gemeente")),
                ("melding", _naar("meldingen.melding")),
                ("persoon", _naar("huishoudens.persoon")),
            ],
            options={"db_table": "overgang_indicatie"},
        ),
        sloten.inhoud("overgang_indicatie"),
        sloten.gaat_over("overgang_indicatie", "persoon_id"),
        sloten.gebeurtenis_verplicht("overgang_indicatie", "id"),
        sloten.functies_ook("overgang_indicatie"),
        sloten.AlsFuncties(SQL / "overgang.sql"),
        sloten.lader_ook("overgang_indicatie"),
    ]
