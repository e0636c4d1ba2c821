import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


def _verwijzing(naar: str) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


class Migration(migrations.Migration):
    dependencies = [
        ("besluiten", "0002_inwoner"),
        ("huishoudens", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("plannen", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Vervolg",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=20)),
                ("toestand", models.CharField(max_length=10)),
                ("partij_id", models.UUIDField()),
                ("partij_naam", models.CharField(max_length=120)),
                ("vervalt", models.DateField()),
                ("reden", models.TextField()),
                ("oordelen", models.JSONField()),
                ("gezet_op", models.DateTimeField()),
                ("gezet_door_id", models.UUIDField()),
                ("gezet_door", models.CharField(max_length=200)),
                ("gezet_organisatie_id", models.UUIDField()),
                ("gezet_partij_id", models.UUIDField()),
                ("uitkomst", models.TextField()),
                ("klaar_op", models.DateField(null=True)),
                ("klaar_door", models.CharField(max_length=200)),
                ("deel", _verwijzing("platform.deel")),
                ("gemeente", _verwijzing("organisaties.gemeente")),
                ("inzet", _verwijzing("plannen.inzet")),
                ("persoon", _verwijzing("huishoudens.persoon")),
            ],
            options={
                "db_table": "besluiten_vervolg",
                "indexes": [models.Index(fields=["inzet"], name="vervolg_inzet")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("toestand", "open"),
                            models.Q(("soort", "meekijken"), _negated=True),
                        ),
                        fields=("inzet",),
                        name="vervolg_een_tegelijk",
                    )
                ],
            },
        ),
        sloten.inhoud("besluiten_vervolg"),
        sloten.gaat_over("besluiten_vervolg", "persoon_id"),
        sloten.gebeurtenis_verplicht("besluiten_vervolg", "inzet_id"),
        sloten.toestanden("besluiten_vervolg", [("open", "klaar"), ("open", "vervallen")]),
        # What colleagues still think about is not yet for the own pages.
        sloten.niet_voor_inwoners(
            "besluiten_vervolg", "NOT (SELECT pol.is_inwoner()) OR toestand = 'klaar'"
        ),
        sloten.lader_ook("besluiten_vervolg"),
    ]
