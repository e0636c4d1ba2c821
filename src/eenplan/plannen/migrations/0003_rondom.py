from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


def _naar(tabel: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=tabel
    )


TABELLEN = ("plannen_netwerklid", "plannen_afbouwstap", "plannen_wederdienst")


class Migration(migrations.Migration):
    dependencies = [("plannen", "0002_inwoner")]

    operations = [
        migrations.CreateModel(
            name="Netwerklid",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=120)),
                ("wie", models.CharField(max_length=60)),
                ("doet", models.CharField(max_length=200)),
                ("tot", models.DateField(null=True)),
                ("deel", _naar("platform.deel")),
                ("gemeente", _naar("organisaties.gemeente")),
                ("persoon", _naar("huishoudens.persoon")),
                ("plan", _naar("plannen.plan")),
            ],
            options={"db_table": "plannen_netwerklid"},
        ),
        migrations.CreateModel(
            name="Afbouwstap",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("vanaf", models.DateField()),
                ("minder", models.CharField(max_length=200)),
                ("neemt_over", models.CharField(max_length=200)),
                ("tot", models.DateField(null=True)),
                ("deel", _naar("platform.deel")),
                ("gemeente", _naar("organisaties.gemeente")),
                ("inzet", _naar("plannen.inzet")),
            ],
            options={"db_table": "plannen_afbouwstap"},
        ),
        migrations.CreateModel(
            name="Wederdienst",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tekst", models.CharField(max_length=200)),
                ("deel", _naar("platform.deel")),
                ("gemeente", _naar("organisaties.gemeente")),
                (
                    "inzet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
                    ),
                ),
            ],
            options={"db_table": "plannen_wederdienst"},
        ),
        *(sloten.inhoud(tabel) for tabel in TABELLEN),
        sloten.gaat_over("plannen_netwerklid", "persoon_id"),
        sloten.gebeurtenis_verplicht("plannen_netwerklid", "plan_id"),
        sloten.gebeurtenis_verplicht("plannen_afbouwstap", "inzet_id"),
        sloten.gebeurtenis_verplicht("plannen_wederdienst", "inzet_id"),
        sloten.lader_ook(*TABELLEN),
    ]
