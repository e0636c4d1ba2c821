"""A question as it came in, who reported it when that was somebody else, and the page that confirms it."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente, Medewerker, Organisatie
from eenplan.platform.models import Deel


class Melding(models.Model):
    """One question of one person. Which law applies is settled at triage; the route is kept with the row that gave it.

    `houder_id` is the team (or organisation without teams) that answers for it; with a hand-over, `naar_id` is whom it
    is offered to, and the holder stays until they accept (D25). `kinderen_onder_18` is null where nobody asked.
    `ambtshalve`: the municipality itself began the conversation, nobody asked (Wmo 2015 art. 8.6).
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    referentie = models.CharField(max_length=11, unique=True)
    toestand = models.CharField(max_length=20)
    ontvangen_op = models.DateTimeField()
    kanaal = models.CharField(max_length=20)
    vraag = models.CharField(max_length=30)
    tekst = models.TextField()
    wijk = models.CharField(max_length=60, null=True)
    buurt = models.CharField(max_length=60, null=True)
    school = models.CharField(max_length=10)
    verwijzer = models.CharField(max_length=30)
    spoed = models.BooleanField()
    kinderen_onder_18 = models.BooleanField(null=True)
    namens_ander = models.BooleanField()
    wet = models.CharField(max_length=10)
    wet_reden = models.TextField()
    model_versie = models.DateField()
    regel = models.CharField(max_length=10)
    toelichting = models.TextField()
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    houder_id = models.UUIDField()
    houder_naam = models.CharField(max_length=120)
    houder_telefoon = models.CharField(max_length=20)
    behandelaar = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    behandelaar_naam = models.CharField(max_length=120)
    naar_organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    naar_id = models.UUIDField(null=True)
    naar_naam = models.CharField(max_length=120)
    naar_telefoon = models.CharField(max_length=20)
    doorzet_reden = models.TextField()
    bel_uiterlijk = models.DateField()
    ambtshalve = models.BooleanField(default=False)
    complexiteit = models.CharField(max_length=15, default="onbekend")
    complexiteit_reden = models.TextField(default="")
    gebeld_op = models.DateField(null=True)
    bereikt = models.BooleanField(default=False)
    bel_opnieuw = models.DateField(null=True)

    class Meta:
        db_table = "meldingen_melding"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(toestand="doorgezet", naar_id__isnull=False)
                | (~models.Q(toestand="doorgezet") & models.Q(naar_id__isnull=True)),
                name="melding_doorgezet_naar_iemand",
            )
        ]


class Melder(models.Model):
    """Who asked for somebody else, encrypted and in a secret deel of its own: open only to whom it is entrusted."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, related_name="+")
    naam_versleuteld = models.BinaryField()
    telefoon_versleuteld = models.BinaryField()
    relatie_versleuteld = models.BinaryField()

    class Meta:
        db_table = "meldingen_melder"


class Ontvangstpagina(models.Model):
    """What the confirmation page says: no name, no question, no link to the file. Its random key is its address."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    referentie = models.CharField(max_length=11)
    ontvangen_op = models.DateField()
    bij = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=20)
    bel_uiterlijk = models.DateField()
    van_uur = models.SmallIntegerField()
    tot_uur = models.SmallIntegerField()
    onderzoek_uiterlijk = models.DateField(null=True)
    plan_uiterlijk = models.DateField(null=True)
    namens_ander = models.BooleanField()

    class Meta:
        db_table = "meldingen_ontvangstpagina"
