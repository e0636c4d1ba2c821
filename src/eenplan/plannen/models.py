"""The household plan. It is composed per reader: each goal and each piece of help hangs under its own deel.

The plan itself holds no content about anybody: who takes part, who holds it together, when it is looked at again.
"""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.meldingen.models import Melding
from eenplan.organisaties.models import Gemeente, Medewerker, Organisatie
from eenplan.platform.models import Deel


class Plan(models.Model):
    """One plan, started by one person's question. `regisseur_naam` may be somebody from the own network (D4)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, related_name="+")
    toestand = models.CharField(max_length=12)
    begonnen_op = models.DateField()
    regisseur_soort = models.CharField(max_length=15)
    regisseur_naam = models.CharField(max_length=120)
    regisseur_telefoon = models.CharField(max_length=20)
    regisseur = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    evaluatie_op = models.DateField(null=True)
    vastgesteld_op = models.DateTimeField(null=True)

    class Meta:
        db_table = "plannen_plan"


class Deelnemer(models.Model):
    """Somebody takes part in the plan from a day until a day: couples part, children live in two homes."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "plannen_deelnemer"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "persoon"],
                condition=models.Q(tot__isnull=True),
                name="deelnemer_persoon",
            )
        ]


class Mantelzorgregel(models.Model):
    """The carer's own line: what is asked of them, what relieves, when it is looked at again (D26)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    gevraagd = models.TextField()
    verlicht = models.TextField()
    opnieuw_op = models.DateField(null=True)
    versie = models.IntegerField(default=1)

    class Meta:
        db_table = "plannen_mantelzorgregel"


class Doel(models.Model):
    """A goal of one person, in their own words, in the order they chose (U17)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    woorden = models.TextField()
    volgorde = models.IntegerField()
    toestand = models.CharField(max_length=12)
    door = models.CharField(max_length=120)
    versie = models.IntegerField(default=1)

    class Meta:
        db_table = "plannen_doel"
        constraints = [
            models.CheckConstraint(condition=~models.Q(woorden=""), name="doel_heeft_woorden")
        ]


class Inzet(models.Model):
    """One piece of help for a goal: what, who, how much, until when (K9). No product code is ever needed.

    `voorziening` is a key of the catalogue, or empty; `soort`, `bijzonder`, `wet` and `levering` are the words that
    the policy decides over.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    doel = models.ForeignKey(Doel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    laag = models.CharField(max_length=15)
    wat = models.CharField(max_length=200)
    wie = models.CharField(max_length=120)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    aantal = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    eenheid = models.CharField(max_length=20)
    per = models.CharField(max_length=20)
    van = models.DateField(null=True)
    tot = models.DateField(null=True)
    voorziening = models.CharField(max_length=80)
    soort = models.CharField(max_length=20)
    bijzonder = models.CharField(max_length=30)
    dat_is_wat = models.BooleanField()
    wet = models.CharField(max_length=10)
    levering = models.CharField(max_length=10)
    waarom_niet_lichter = models.JSONField()
    keuze = models.CharField(max_length=400)
    toestand = models.CharField(max_length=16)
    gestart_op = models.DateField(null=True)

    class Meta:
        db_table = "plannen_inzet"
        constraints = [models.CheckConstraint(condition=~models.Q(wat=""), name="inzet_zegt_wat")]


class Eigenregel(models.Model):
    """What a resident writes under the own goal: what they will do themselves, or want to say (U17, F21).

    And the steps of a specialist who makes the plan (D6), with the name of who wrote them.
    It hangs under the deel of the goal: who reads the goal reads it too.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    doel = models.ForeignKey(Doel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=10)
    tekst = models.CharField(max_length=400)
    door = models.CharField(max_length=200)
    geschreven_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True)

    class Meta:
        db_table = "plannen_eigenregel"


class Akkoord(models.Model):
    """The question to one person whether they agree with one piece of help, and their answer.

    `zelf`: they answered at their own pages. `praten_op`: they want to talk first, which is no answer yet.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, null=True, related_name="+")
    naam = models.CharField(max_length=200)
    hoedanigheid = models.CharField(max_length=10)
    uitkomst = models.CharField(max_length=12)
    artikel = models.CharField(max_length=120)
    voor_start = models.BooleanField()
    reden = models.CharField(max_length=400)
    gevraagd_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True)
    genoteerd_door = models.CharField(max_length=120)
    zelf = models.BooleanField(default=False)
    praten_op = models.DateTimeField(null=True)

    class Meta:
        db_table = "plannen_akkoord"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(uitkomst="uitzondering") | ~models.Q(reden=""),
                name="akkoord_uitzondering_met_reden",
            )
        ]


class Besluitmoment(models.Model):
    """What the policy answered on a day, frozen: the situation, the answer and the version of the model."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    situatie = models.JSONField()
    beslissing = models.JSONField()
    model_versie = models.DateField()
    moment = models.DateTimeField()
    door = models.TextField()

    class Meta:
        db_table = "plannen_besluitmoment"
        indexes = [models.Index(fields=["inzet", "-moment"], name="besluitmoment_inzet")]


class Netwerklid(models.Model):
    """Somebody around the resident, in the plan with as little as works; they are no client and have no file (D4)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    wie = models.CharField(max_length=60)
    doet = models.CharField(max_length=200)
    tot = models.DateField(null=True)

    class Meta:
        db_table = "plannen_netwerklid"


class Afbouwstap(models.Model):
    """From a day on, the professional does this less, and who or what takes it over (D23)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    vanaf = models.DateField()
    minder = models.CharField(max_length=200)
    neemt_over = models.CharField(max_length=200)
    tot = models.DateField(null=True)

    class Meta:
        db_table = "plannen_afbouwstap"


class Wederdienst(models.Model):
    """What the resident offers to do in return, in their own words: voluntary, and nothing depends on it (D5, X9)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    inzet = models.OneToOneField(Inzet, models.PROTECT, related_name="+")
    tekst = models.CharField(max_length=200)

    class Meta:
        db_table = "plannen_wederdienst"
