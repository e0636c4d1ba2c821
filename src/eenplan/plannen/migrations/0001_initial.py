from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from eenplan.platform import sloten

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("huishoudens", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("organisaties", "0001_initial"),
        ("platform", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Doel",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("woorden", models.TextField()),
                ("volgorde", models.IntegerField()),
                ("toestand", models.CharField(max_length=12)),
                ("door", models.CharField(max_length=120)),
                ("versie", models.IntegerField(default=1)),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
            ],
            options={
                "db_table": "plannen_doel",
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("toestand", models.CharField(max_length=12)),
                ("begonnen_op", models.DateField()),
                ("regisseur_soort", models.CharField(max_length=15)),
                ("regisseur_naam", models.CharField(max_length=120)),
                ("regisseur_telefoon", models.CharField(max_length=20)),
                ("evaluatie_op", models.DateField(null=True)),
                ("vastgesteld_op", models.DateTimeField(null=True)),
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
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meldingen.melding",
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
                    "regisseur",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.medewerker",
                    ),
                ),
            ],
            options={
                "db_table": "plannen_plan",
            },
        ),
        migrations.CreateModel(
            name="Mantelzorgregel",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=120)),
                ("gevraagd", models.TextField()),
                ("verlicht", models.TextField()),
                ("opnieuw_op", models.DateField(null=True)),
                ("versie", models.IntegerField(default=1)),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.plan",
                    ),
                ),
            ],
            options={
                "db_table": "plannen_mantelzorgregel",
            },
        ),
        migrations.CreateModel(
            name="Inzet",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("laag", models.CharField(max_length=15)),
                ("wat", models.CharField(max_length=200)),
                ("wie", models.CharField(max_length=120)),
                ("aantal", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("eenheid", models.CharField(max_length=20)),
                ("per", models.CharField(max_length=20)),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
                ("voorziening", models.CharField(max_length=80)),
                ("soort", models.CharField(max_length=20)),
                ("bijzonder", models.CharField(max_length=30)),
                ("dat_is_wat", models.BooleanField()),
                ("wet", models.CharField(max_length=10)),
                ("levering", models.CharField(max_length=10)),
                ("waarom_niet_lichter", models.JSONField()),
                ("keuze", models.CharField(max_length=400)),
                ("toestand", models.CharField(max_length=16)),
                ("gestart_op", models.DateField(null=True)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.deel",
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.doel",
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
                    "organisatie",
                    models.ForeignKey(
                        null=True,
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.plan",
                    ),
                ),
            ],
            options={
                "db_table": "plannen_inzet",
            },
        ),
        migrations.AddField(
            model_name="doel",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plannen.plan"
            ),
        ),
        migrations.CreateModel(
            name="Deelnemer",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
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
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plannen.plan",
                    ),
                ),
            ],
            options={
                "db_table": "plannen_deelnemer",
            },
        ),
        migrations.CreateModel(
            name="Besluitmoment",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("situatie", models.JSONField()),
                ("beslissing", models.JSONField()),
                ("model_versie", models.DateField()),
                ("moment", models.DateTimeField()),
                ("door", models.CharField(max_length=120)),
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
            ],
            options={
                "db_table": "plannen_besluitmoment",
                "indexes": [models.Index(fields=["inzet", "-moment"], name="besluitmoment_inzet")],
            },
        ),
        migrations.CreateModel(
            name="Akkoord",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=200)),
                ("hoedanigheid", models.CharField(max_length=10)),
                ("uitkomst", models.CharField(max_length=12)),
                ("artikel", models.CharField(max_length=120)),
                ("voor_start", models.BooleanField()),
                ("reden", models.CharField(max_length=400)),
                ("gevraagd_op", models.DateTimeField()),
                ("beantwoord_op", models.DateTimeField(null=True)),
                ("genoteerd_door", models.CharField(max_length=120)),
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
                    "persoon",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="huishoudens.persoon",
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
            ],
            options={
                "db_table": "plannen_akkoord",
                "indexes": [models.Index(fields=["inzet"], name="akkoord_inzet")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uitkomst", "uitzondering"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="akkoord_uitzondering_met_reden",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["persoon"], name="plan_persoon"),
        ),
        migrations.AddIndex(
            model_name="mantelzorgregel",
            index=models.Index(fields=["plan"], name="mantelzorg_plan"),
        ),
        migrations.AddIndex(
            model_name="inzet",
            index=models.Index(fields=["plan"], name="inzet_plan"),
        ),
        migrations.AddIndex(
            model_name="inzet",
            index=models.Index(fields=["doel"], name="inzet_doel"),
        ),
        migrations.AddConstraint(
            model_name="inzet",
            constraint=models.CheckConstraint(
                condition=models.Q(("wat", ""), _negated=True), name="inzet_zegt_wat"
            ),
        ),
        migrations.AddIndex(
            model_name="doel",
            index=models.Index(fields=["plan"], name="doel_plan"),
        ),
        migrations.AddIndex(
            model_name="doel",
            index=models.Index(fields=["persoon"], name="doel_persoon"),
        ),
        migrations.AddConstraint(
            model_name="doel",
            constraint=models.CheckConstraint(
                condition=models.Q(("woorden", ""), _negated=True), name="doel_heeft_woorden"
            ),
        ),
        migrations.AddIndex(
            model_name="deelnemer",
            index=models.Index(fields=["persoon"], name="deelnemer_in"),
        ),
        migrations.AddConstraint(
            model_name="deelnemer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tot__isnull", True)),
                fields=("plan", "persoon"),
                name="deelnemer_persoon",
            ),
        ),
        *(
            sloten.inhoud(f"plannen_{tabel}")
            for tabel in (
                "plan",
                "deelnemer",
                "mantelzorgregel",
                "doel",
                "inzet",
                "akkoord",
                "besluitmoment",
            )
        ),
        # What the policy answered is frozen: it may be added to, never changed.
        migrations.RunSQL(
            """
            REVOKE UPDATE ON plannen_besluitmoment FROM eenplan_app;
            DROP POLICY wijzigen ON plannen_besluitmoment;
            """,
            migrations.RunSQL.noop,
        ),
        *(sloten.functies_ook(f"plannen_{tabel}") for tabel in ("plan", "doel", "inzet")),
        sloten.AlsFuncties(SQL / "plannen.sql"),
        sloten.toestanden(
            "plannen_plan",
            [
                ("concept", "afgesloten"),
                ("concept", "vastgesteld"),
                ("concept", "voorgelegd"),
                ("vastgesteld", "afgesloten"),
                ("vastgesteld", "concept"),
                ("voorgelegd", "afgesloten"),
                ("voorgelegd", "concept"),
                ("voorgelegd", "vastgesteld"),
            ],
        ),
        sloten.toestanden(
            "plannen_inzet",
            [
                ("besluit", "loopt"),
                ("besluit", "niet_doorgegaan"),
                ("loopt", "beeindigd"),
                ("voorgesteld", "besluit"),
                ("voorgesteld", "loopt"),
                ("voorgesteld", "niet_doorgegaan"),
            ],
        ),
        sloten.gebeurtenis_verplicht("plannen_plan", "id"),
        *(
            sloten.gebeurtenis_verplicht(f"plannen_{tabel}", "plan_id")
            for tabel in ("deelnemer", "mantelzorgregel", "doel")
        ),
        # One piece of help is a file of its own: who provides it sees this one and no other.
        sloten.gebeurtenis_verplicht("plannen_inzet", "id"),
        *(
            sloten.gebeurtenis_verplicht(f"plannen_{tabel}", "inzet_id")
            for tabel in ("akkoord", "besluitmoment")
        ),
        sloten.lader_ook(
            *(
                f"plannen_{tabel}"
                for tabel in (
                    "plan",
                    "deelnemer",
                    "mantelzorgregel",
                    "doel",
                    "inzet",
                    "akkoord",
                    "besluitmoment",
                )
            )
        ),
    ]
