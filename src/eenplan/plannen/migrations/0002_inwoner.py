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
    dependencies = [
        ("plannen", "0001_initial"),
        ("inzage", "0002_inwoner"),
        ("werk", "0001_initial"),
    ]

    operations = [
        migrations.AddField("akkoord", "zelf", models.BooleanField(default=False)),
        migrations.AddField("akkoord", "praten_op", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Eigenregel",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=10)),
                ("tekst", models.CharField(max_length=400)),
                ("door", models.CharField(max_length=200)),
                ("geschreven_op", models.DateTimeField()),
                ("klaar_op", models.DateTimeField(null=True)),
                ("deel", _naar("platform.deel")),
                ("doel", _naar("plannen.doel")),
                ("gemeente", _naar("organisaties.gemeente")),
                ("persoon", _naar("huishoudens.persoon")),
                ("plan", _naar("plannen.plan")),
            ],
            options={
                "db_table": "plannen_eigenregel",
                "indexes": [models.Index(fields=["doel"], name="eigenregel_doel")],
            },
        ),
        sloten.inhoud("plannen_eigenregel"),
        sloten.gebeurtenis_verplicht("plannen_eigenregel", "plan_id"),
        sloten.lader_ook("plannen_eigenregel"),
        sloten.functies_ook("plannen_akkoord"),
        migrations.RunSQL("GRANT INSERT ON werk_item TO eenplan_polfn;", migrations.RunSQL.noop),
        sloten.AlsFuncties(SQL / "inwoner.sql"),
    ]
