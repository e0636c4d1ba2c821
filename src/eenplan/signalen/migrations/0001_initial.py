import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten


def _verwijzing(naar: str) -> models.ForeignKey:  # type: ignore[type-arg]  # a migration knows no models
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


def verloopt_vanzelf(tabel: str) -> migrations.RunSQL:
    """After its last day a row is not there, for whoever asks: nobody has to clear it away (waarborg 14)."""
    return migrations.RunSQL(
        f"CREATE POLICY verlopen ON {tabel} AS RESTRICTIVE FOR SELECT TO eenplan_app, eenplan_lezer"
        " USING (verloopt_op >= ((SELECT pol.nu()) AT TIME ZONE 'Europe/Amsterdam')::date);",
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisaties", "0001_initial"),
        ("inzage", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Signaal",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partij_id", models.UUIDField()),
                ("partij_naam", models.CharField(max_length=120)),
                ("soort", models.CharField(max_length=10)),
                ("gebied", models.CharField(max_length=60)),
                ("plek", models.CharField(max_length=120)),
                ("geinformeerd", models.CharField(max_length=12)),
                ("toestand", models.CharField(max_length=10)),
                ("gezien_op", models.DateField()),
                ("kijken_op", models.DateField()),
                ("verloopt_op", models.DateField()),
                ("door", models.CharField(max_length=240)),
                ("deel", _verwijzing("platform.deel")),
                ("gemeente", _verwijzing("organisaties.gemeente")),
            ],
            options={"db_table": "signalen_signaal"},
        ),
        migrations.CreateModel(
            name="Inhoud",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("wie_versleuteld", models.BinaryField()),
                ("tekst_versleuteld", models.BinaryField()),
                ("reden_versleuteld", models.BinaryField()),
                ("verloopt_op", models.DateField()),
                ("deel", _verwijzing("platform.deel")),
                ("gemeente", _verwijzing("organisaties.gemeente")),
                ("signaal", _verwijzing("signalen.signaal")),
            ],
            options={"db_table": "signalen_inhoud"},
        ),
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(fields=["partij_id", "kijken_op"], name="signaal_partij"),
        ),
        sloten.dat("signalen_signaal", "partij_id"),
        sloten.inhoud("signalen_inhoud"),
        verloopt_vanzelf("signalen_signaal"),
        verloopt_vanzelf("signalen_inhoud"),
        sloten.toestanden(
            "signalen_signaal",
            [
                ("contact", "contact"),
                ("contact", "gesloten"),
                ("contact", "vraag"),
                ("open", "contact"),
                ("open", "gesloten"),
                ("open", "vraag"),
            ],
        ),
        sloten.gebeurtenis_verplicht("signalen_signaal", "id"),
        sloten.gebeurtenis_verplicht("signalen_inhoud", "signaal_id"),
        sloten.lader_ook("signalen_signaal", "signalen_inhoud"),
    ]
