import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


def _naar(tabel: str) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=tabel
    )


class Migration(migrations.Migration):
    dependencies = [
        ("huishoudens", "0001_initial"),
        ("onderzoeken", "0002_inwoner_schrijft"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Peiling",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("gezien_door", models.CharField(max_length=12)),
                ("op", models.DateField()),
                ("lukt", models.SmallIntegerField()),
                ("door", models.CharField(max_length=120)),
                ("gemeente", _naar("organisaties.gemeente")),
                ("deel", _naar("platform.deel")),
                ("onderzoek", _naar("onderzoeken.onderzoek")),
                ("leefgebied", _naar("onderzoeken.leefgebied")),
                ("persoon", _naar("huishoudens.persoon")),
            ],
            options={"db_table": "onderzoeken_peiling"},
        ),
        migrations.AddConstraint(
            model_name="peiling",
            constraint=models.UniqueConstraint(
                fields=("leefgebied", "gezien_door", "op"), name="peiling_een_per_dag"
            ),
        ),
        migrations.AddConstraint(
            model_name="peiling",
            constraint=models.CheckConstraint(
                condition=models.Q(("lukt__gte", 1), ("lukt__lte", 5)), name="peiling_op_de_schaal"
            ),
        ),
        sloten.inhoud("onderzoeken_peiling"),
        sloten.gaat_over("onderzoeken_peiling", "persoon_id"),
        sloten.gebeurtenis_verplicht("onderzoeken_peiling", "onderzoek_id"),
        sloten.inwoner_schrijft("onderzoeken_peiling"),
        sloten.lader_ook("onderzoeken_peiling"),
    ]
