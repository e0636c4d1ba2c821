"""Requests for a decision, and the papers under the college's name."""

from __future__ import annotations

from django.db import models

from eenplan.berichten.models import Brief
from eenplan.huishoudens.models import Persoon
from eenplan.meldingen.models import Melding
from eenplan.organisaties.models import Gemeente, Mandaat
from eenplan.plannen.models import Inzet
from eenplan.platform.models import Deel


class Aanvraag(models.Model):
    """A request for a decision, from the day it first reached anybody (Awb 1:3, 2:3). Its key is its deel's key.

    `geldt_vanaf` is the day from which it is an aanvraag: under the Wmo that can lie after the request (2.3.2 lid 9).
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, null=True, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, null=True, related_name="+")
    wet = models.CharField(max_length=10)
    gevraagd = models.TextField()
    door = models.CharField(max_length=200)
    hoe = models.CharField(max_length=12)
    gevraagd_op = models.DateField()
    onderzoek_einde = models.DateField(null=True)
    geldt_vanaf = models.DateField()
    voorlopig = models.BooleanField()
    uitleg = models.CharField(max_length=600)
    beslist_door_id = models.UUIDField()
    beslist_naam = models.CharField(max_length=120)
    toestand = models.CharField(max_length=12)
    genoteerd_door = models.CharField(max_length=200)
    genoteerd_op = models.DateTimeField()

    class Meta:
        db_table = "besluiten_aanvraag"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("deel_id")), name="aanvraag_is_eigen_deel"
            ),
            models.CheckConstraint(
                condition=models.Q(geldt_vanaf__gte=models.F("gevraagd_op")),
                name="aanvraag_niet_voor_verzoek",
            ),
        ]


class Stuk(models.Model):
    """A verwijsbrief or a beschikking, from concept to sent. Its key is the key of its own deel.

    `hulp` and `beslissing` are frozen when the plan was decided on: a paper says what was agreed that day.
    `beslist_door_id` is the organisation that decides; without a mandate that is the municipality.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, null=True, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, null=True, related_name="+")
    aanvraag = models.ForeignKey(Aanvraag, models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=12)
    wet = models.CharField(max_length=10)
    levering = models.CharField(max_length=10)
    spoed = models.BooleanField()
    toestand = models.CharField(max_length=10)
    beslist_door_id = models.UUIDField()
    beslist_naam = models.CharField(max_length=120)
    beslisser_is_aanbieder = models.BooleanField()
    hulp = models.JSONField()
    beslissing = models.JSONField()
    eigen_bijdrage = models.BooleanField()
    verteld_op = models.DateField(null=True)
    grond = models.CharField(max_length=30, null=True)
    motivering = models.JSONField(default=dict)
    wel_mogelijk = models.TextField()
    grond_boven_18 = models.TextField()
    gehoord_op = models.DateField(null=True)
    reactie = models.TextField()
    professional = models.CharField(max_length=120)
    registratie = models.CharField(max_length=60)
    tweede_lezer_id = models.UUIDField(null=True)
    tweede_lezer = models.CharField(max_length=200)
    opgesteld_door_id = models.UUIDField()
    opgesteld_door = models.CharField(max_length=200)
    opgesteld_op = models.DateTimeField()
    versie = models.IntegerField(default=1)
    mandaat = models.ForeignKey(Mandaat, models.PROTECT, null=True, related_name="+")
    brief = models.ForeignKey(Brief, models.PROTECT, null=True, related_name="+")
    kenmerk = models.CharField(max_length=20)
    verzonden_op = models.DateTimeField(null=True)
    ondertekend_door = models.CharField(max_length=200)
    laatste_dag_bezwaar = models.DateField(null=True)

    class Meta:
        db_table = "besluiten_stuk"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("deel_id")), name="stuk_is_eigen_deel"
            ),
            models.CheckConstraint(
                condition=~models.Q(toestand="verzonden")
                | models.Q(brief__isnull=False, mandaat__isnull=False, verzonden_op__isnull=False),
                name="stuk_verzonden_met_brief_en_mandaat",
            ),
            models.CheckConstraint(
                condition=~models.Q(toestand="verzonden")
                | models.Q(soort="verwijsbrief", verteld_op__isnull=False)
                | models.Q(soort="toekenning", laatste_dag_bezwaar__isnull=False)
                | models.Q(
                    soort="afwijzing",
                    laatste_dag_bezwaar__isnull=False,
                    aanvraag__isnull=False,
                    gehoord_op__isnull=False,
                    grond__isnull=False,
                ),
                name="stuk_verzonden_is_rechtmatig",
            ),
        ]


class Verteld(models.Model):
    """Help after an individual investigation without any paper: somebody still says that a decision can be asked.

    `op` is empty until somebody said it (waarborg 1). Its key is the key of its own deel.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    wat = models.CharField(max_length=200)
    begonnen_op = models.DateField()
    op = models.DateField(null=True)
    door = models.CharField(max_length=200)

    class Meta:
        db_table = "besluiten_verteld"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("deel_id")), name="verteld_is_eigen_deel"
            )
        ]


class Vervolg(models.Model):
    """What must be settled about one piece of help before it can go on, or who still looks along: an owner and a date.

    Its key is the key of its own deel: who gives the help does not read it. `oordelen`: each judgement with name,
    organisation and day; a joint decision has two. `reden`: why, in the words of who asked.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    inzet = models.ForeignKey(Inzet, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    toestand = models.CharField(max_length=10)
    partij_id = models.UUIDField()
    partij_naam = models.CharField(max_length=120)
    vervalt = models.DateField()
    reden = models.TextField()
    oordelen = models.JSONField()
    gezet_op = models.DateTimeField()
    gezet_door_id = models.UUIDField()
    gezet_door = models.CharField(max_length=200)
    gezet_organisatie_id = models.UUIDField()
    gezet_partij_id = models.UUIDField()
    uitkomst = models.TextField()
    klaar_op = models.DateField(null=True)
    klaar_door = models.CharField(max_length=200)

    class Meta:
        db_table = "besluiten_vervolg"
        constraints = [
            models.UniqueConstraint(
                fields=["inzet"],
                condition=models.Q(toestand="open") & ~models.Q(soort="meekijken"),
                name="vervolg_een_tegelijk",
            )
        ]
