import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

TABELLEN = tuple(f"uitvoering_{tabel}" for tabel in ("opdracht", "traject", "keer", "overdracht"))


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("plannen", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Keer",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("op", models.DateField()),
                ("door", models.CharField(max_length=200)),
                ("weggehaald_op", models.DateField(null=True)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
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
                (
                    "inzet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
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
            ],
            options={
                "db_table": "uitvoering_keer",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("weggehaald_op__isnull", True)),
                        fields=("inzet", "op"),
                        name="keer_een_per_dag",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opdracht",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("toestand", models.CharField(max_length=12)),
                ("verwijzer_partij_id", models.UUIDField()),
                ("verwijzer_naam", models.CharField(max_length=200)),
                ("contact_naam", models.CharField(max_length=120)),
                ("contact_telefoon", models.CharField(max_length=20)),
                ("begint_op", models.DateField(null=True)),
                ("begonnen_op", models.DateField(null=True)),
                ("klaar_op", models.DateField(null=True)),
                ("grond", models.CharField(max_length=12, null=True)),
                ("grond_uitleg", models.CharField(max_length=600)),
                ("overname_inwoner", models.TextField()),
                ("overname_netwerk", models.TextField()),
                ("teruggekeken_op", models.DateField(null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
                    ),
                ),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
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
                (
                    "inzet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
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
                    "verwijzer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
                    ),
                ),
            ],
            options={
                "db_table": "uitvoering_opdracht",
                "indexes": [models.Index(fields=["persoon"], name="opdracht_persoon")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("toestand", "teruggegeven"), _negated=True),
                            models.Q(
                                ("grond__isnull", False),
                                models.Q(("grond_uitleg", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="opdracht_terug_met_grond",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overdracht",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("op", models.DateField()),
                ("wie", models.CharField(max_length=300)),
                ("met_inwoner", models.BooleanField()),
                ("waarom_zonder", models.CharField(max_length=300)),
                ("afspraken", models.TextField()),
                ("gepland_door", models.CharField(max_length=200)),
                ("geweest_op", models.DateField(null=True)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
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
                (
                    "inzet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
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
            ],
            options={
                "db_table": "uitvoering_overdracht",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("geweest_op__isnull", True)),
                        fields=("inzet",),
                        name="overdracht_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("met_inwoner", True),
                            models.Q(("waarom_zonder", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="overdracht_zonder_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Traject",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("aantal", models.IntegerField()),
                ("gesprek_op", models.DateField(null=True)),
                ("besloten_op", models.DateField(null=True)),
                ("verder", models.CharField(max_length=10, null=True)),
                ("verder_uitleg", models.CharField(max_length=600)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
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
                (
                    "inzet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.inzet",
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
            ],
            options={
                "db_table": "uitvoering_traject",
                "indexes": [models.Index(fields=["persoon"], name="traject_persoon")],
            },
        ),
        *(sloten.inhoud(tabel) for tabel in TABELLEN),
        *(sloten.gaat_over(tabel, "persoon_id") for tabel in TABELLEN),
        # One piece of help is a file of its own: whoever gives it sees this one and no other.
        *(sloten.gebeurtenis_verplicht(tabel, "inzet_id") for tabel in TABELLEN),
        sloten.toestanden(
            "uitvoering_opdracht",
            [
                ("aangenomen", "begonnen"),
                ("aangenomen", "gestopt"),
                ("aangenomen", "teruggegeven"),
                ("begonnen", "gestopt"),
                ("begonnen", "klaar"),
                ("gevraagd", "aangenomen"),
                ("gevraagd", "gestopt"),
                ("gevraagd", "teruggegeven"),
                ("teruggegeven", "gestopt"),
                ("wacht", "gestopt"),
                ("wacht", "gevraagd"),
            ],
        ),
        sloten.lader_ook(*TABELLEN),
    ]
