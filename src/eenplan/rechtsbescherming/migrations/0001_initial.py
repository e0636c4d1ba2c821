from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


def _verwijzing(
    naar: str, *, leeg: bool = False
) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(
        null=leeg, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("berichten", "0001_initial"),
        ("besluiten", "0001_initial"),
        ("huishoudens", "0001_initial"),
        ("inzage", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Zaak",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("weg", models.CharField(max_length=15)),
                ("toestand", models.CharField(max_length=15)),
                ("tekst", models.TextField()),
                ("door", models.CharField(max_length=200)),
                ("hoe", models.CharField(max_length=12)),
                ("ontvangen_op", models.DateField()),
                ("tegen", models.CharField(max_length=200)),
                ("laatste_dag", models.DateField(null=True)),
                ("te_laat", models.BooleanField()),
                ("waarom_later", models.CharField(max_length=400)),
                ("partij_id", models.UUIDField()),
                ("partij_naam", models.CharField(max_length=120)),
                ("uiterlijk", models.DateField()),
                (
                    "uitgesloten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None
                    ),
                ),
                ("behandelaar_id", models.UUIDField(null=True)),
                ("behandelaar_naam", models.CharField(max_length=200)),
                ("uitkomst", models.CharField(max_length=20)),
                ("toelichting", models.TextField()),
                ("afgehandeld_op", models.DateField(null=True)),
                ("genoteerd_door", models.CharField(max_length=200)),
                ("genoteerd_op", models.DateTimeField()),
                ("brief", _verwijzing("berichten.brief", leeg=True)),
                ("deel", _verwijzing("platform.deel")),
                ("gemeente", _verwijzing("organisaties.gemeente")),
                ("persoon", _verwijzing("huishoudens.persoon")),
                ("stuk", _verwijzing("besluiten.stuk", leeg=True)),
            ],
            options={
                "db_table": "rechtsbescherming_zaak",
                "indexes": [models.Index(fields=["persoon"], name="zaak_persoon")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("deel_id"))),
                        name="zaak_is_eigen_deel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("toestand__in", ("ontvangen", "ingetrokken")),
                            ("behandelaar_id__isnull", False),
                            _connector="OR",
                        ),
                        name="zaak_heeft_behandelaar",
                    ),
                ],
            },
        ),
        sloten.inhoud("rechtsbescherming_zaak"),
        sloten.gaat_over("rechtsbescherming_zaak", "persoon_id"),
        sloten.gebeurtenis_verplicht("rechtsbescherming_zaak", "id"),
        sloten.toestanden(
            "rechtsbescherming_zaak",
            [
                ("in_behandeling", "afgehandeld"),
                ("in_behandeling", "ingetrokken"),
                ("ontvangen", "in_behandeling"),
                ("ontvangen", "ingetrokken"),
            ],
        ),
        # Whoever worked on what a case is against never handles it, also behind the application's back, and nobody
        # takes a name off that list (Awb 10:3 lid 3; waarborg 3).
        migrations.RunSQL(
            """
            ALTER TABLE rechtsbescherming_zaak ADD CONSTRAINT zaak_nooit_bij_wie_erbij_was
              CHECK (behandelaar_id IS NULL OR NOT behandelaar_id = ANY (uitgesloten));
            CREATE FUNCTION rechtsbescherming_zaak_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF (OLD.uitgesloten, OLD.ontvangen_op, OLD.partij_id, OLD.tekst)
                 IS DISTINCT FROM (NEW.uitgesloten, NEW.ontvangen_op, NEW.partij_id, NEW.tekst) THEN
                RAISE EXCEPTION 'wat binnenkwam en wie het niet behandelt, verandert niet meer'
                  USING ERRCODE = 'check_violation';
              END IF; RETURN NEW; END $$;
            CREATE TRIGGER vast BEFORE UPDATE ON rechtsbescherming_zaak
              FOR EACH ROW EXECUTE FUNCTION rechtsbescherming_zaak_vast();
            """
        ),
        sloten.AlsFuncties(SQL / "rechtsbescherming.sql"),
        sloten.lader_ook("rechtsbescherming_zaak"),
    ]
