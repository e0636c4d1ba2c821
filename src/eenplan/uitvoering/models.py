"""What happens with help once it is asked of somebody. Everything hangs under the deel of that one piece of help:
who sees the help, sees this, and nobody else."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente, Medewerker, Organisatie
from eenplan.plannen.models import Inzet
from eenplan.platform.models import Deel


class Opdracht(models.Model):
    """One piece of help that was asked of an organisation, from the question until it is done.

    `verwijzer_*`: who asked, and stays the owner until the other one accepts (D25). `overname_*`: what resident and
    network take over at the end, for the goal of this help (U16).
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.OneToOneField(Inzet, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    toestand = models.CharField(max_length=12)
    verwijzer_partij_id = models.UUIDField()
    verwijzer = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    verwijzer_naam = models.CharField(max_length=200)
    contact = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    contact_naam = models.CharField(max_length=120)
    contact_telefoon = models.CharField(max_length=20)
    begint_op = models.DateField(null=True)
    begonnen_op = models.DateField(null=True)
    klaar_op = models.DateField(null=True)
    grond = models.CharField(max_length=12, null=True)
    grond_uitleg = models.CharField(max_length=600)
    overname_inwoner = models.TextField()
    overname_netwerk = models.TextField()
    teruggekeken_op = models.DateField(null=True)

    class Meta:
        db_table = "uitvoering_opdracht"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(toestand="teruggegeven")
                | (models.Q(grond__isnull=False) & ~models.Q(grond_uitleg="")),
                name="opdracht_terug_met_grond",
            ),
        ]


class Traject(models.Model):
    """The light track of one piece of help: how many times, and what was decided about going on (L6).

    The number is that of the policy file on the day the help began.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.OneToOneField(Inzet, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    aantal = models.IntegerField()
    gesprek_op = models.DateField(null=True)
    besloten_op = models.DateField(null=True)
    verder = models.CharField(max_length=10, null=True)
    verder_uitleg = models.CharField(max_length=600)

    class Meta:
        db_table = "uitvoering_traject"


class Keer(models.Model):
    """One time of a light track: when, and by whom. No content. A mistake is taken back, not erased."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    op = models.DateField()
    door = models.CharField(max_length=200)
    weggehaald_op = models.DateField(null=True)

    class Meta:
        db_table = "uitvoering_keer"
        constraints = [
            models.UniqueConstraint(
                fields=["inzet", "op"],
                condition=models.Q(weggehaald_op__isnull=True),
                name="keer_een_per_dag",
            )
        ]


class Overdracht(models.Model):
    """A warm hand-over between the team and who helps: when, who is there, what was agreed (D4, D17, U9)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    op = models.DateField()
    wie = models.CharField(max_length=300)
    met_inwoner = models.BooleanField()
    waarom_zonder = models.CharField(max_length=300)
    afspraken = models.TextField()
    gepland_door = models.CharField(max_length=200)
    geweest_op = models.DateField(null=True)

    class Meta:
        db_table = "uitvoering_overdracht"
        constraints = [
            models.UniqueConstraint(
                fields=["inzet"],
                condition=models.Q(geweest_op__isnull=True),
                name="overdracht_een_tegelijk",
            ),
            models.CheckConstraint(
                condition=models.Q(met_inwoner=True) | ~models.Q(waarom_zonder=""),
                name="overdracht_zonder_met_reden",
            ),
        ]
