"""The investigation after a melding. Content: each row hangs under a deel of one person and one kind."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.meldingen.models import Melding
from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Onderzoek(models.Model):
    """One investigation: what was offered and asked before the conversation, and its conclusion."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    toestand = models.CharField(max_length=12)
    begonnen_op = models.DateTimeField()
    gesprek_op = models.DateField(null=True)
    gesproken_met = models.CharField(max_length=200)
    ondersteuning_inwoner = models.CharField(max_length=20)
    ondersteuning_mantelzorger = models.CharField(max_length=20)
    persoonlijk_plan = models.CharField(max_length=20)
    voorbereid_op = models.DateTimeField(null=True)
    oordeel = models.CharField(max_length=12)
    conclusie = models.TextField()
    conclusie_door = models.CharField(max_length=120)
    conclusie_versie = models.IntegerField(default=0)
    afgerond_op = models.DateTimeField(null=True)
    waarom_gestopt = models.TextField()

    class Meta:
        db_table = "onderzoeken_onderzoek"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(toestand="begonnen", afgerond_op__isnull=True)
                | (~models.Q(toestand="begonnen") & models.Q(afgerond_op__isnull=False)),
                name="onderzoek_klaar_heeft_moment",
            )
        ]


class Onderwerp(models.Model):
    """What was said about one of the seven topics (Wmo 2015 art. 2.3.2 lid 4). Empty is allowed (P2)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=60)
    tekst = models.TextField()
    door = models.CharField(max_length=120)
    versie = models.IntegerField(default=0)

    class Meta:
        db_table = "onderzoeken_onderwerp"
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "sleutel"], name="onderwerp_sleutel")
        ]


class Leefgebied(models.Model):
    """A field of life that was switched on for one person, with the reason why it matters to this question (P1)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=60)
    reden = models.CharField(max_length=400)
    tekst = models.TextField()
    door = models.CharField(max_length=120)
    versie = models.IntegerField(default=0)
    aan_op = models.DateTimeField()

    class Meta:
        db_table = "onderzoeken_leefgebied"
        constraints = [
            models.UniqueConstraint(
                fields=["onderzoek", "persoon", "sleutel"], name="leefgebied_sleutel"
            ),
            models.CheckConstraint(
                condition=~models.Q(reden=""), name="leefgebied_alleen_met_reden"
            ),
        ]


class Peiling(models.Model):
    """How somebody manages on a field of life that is on, one day, as the resident or as the team sees it.

    Optional, and under the deel of the field itself. One per day: who corrects does not measure twice.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="+")
    leefgebied = models.ForeignKey(Leefgebied, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    gezien_door = models.CharField(max_length=12)
    op = models.DateField()
    lukt = models.SmallIntegerField()
    door = models.CharField(max_length=120)

    class Meta:
        db_table = "onderzoeken_peiling"
        constraints = [
            models.UniqueConstraint(
                fields=["leefgebied", "gezien_door", "op"], name="peiling_een_per_dag"
            ),
            models.CheckConstraint(
                condition=models.Q(lukt__gte=1, lukt__lte=5), name="peiling_op_de_schaal"
            ),
        ]


class Kindgesprek(models.Model):
    """Whether a child was spoken with, alone or not, and in its own words (F16). The child's own deel."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    gesproken = models.BooleanField()
    alleen = models.BooleanField()
    gesproken_op = models.DateField(null=True)
    woorden = models.TextField()
    door = models.CharField(max_length=120)
    versie = models.IntegerField(default=1)

    class Meta:
        db_table = "onderzoeken_kindgesprek"
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "persoon"], name="kindgesprek_kind")
        ]
