"""A case of somebody who disagrees: a question for an explanation, a second opinion, a complaint or an objection."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from eenplan.berichten.models import Brief
from eenplan.besluiten.models import Stuk
from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Zaak(models.Model):
    """One case. Its key is the key of its own deel, which only who handles it can open.

    `stuk` or `brief` is what it is against, as far as somebody said so. `uitgesloten`: everybody who worked on that,
    and who therefore never handles it; the table itself refuses them.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    weg = models.CharField(max_length=15)
    toestand = models.CharField(max_length=15)
    tekst = models.TextField()
    door = models.CharField(max_length=200)
    hoe = models.CharField(max_length=12)
    ontvangen_op = models.DateField()
    stuk = models.ForeignKey(Stuk, models.PROTECT, null=True, related_name="+")
    brief = models.ForeignKey(Brief, models.PROTECT, null=True, related_name="+")
    tegen = models.CharField(max_length=200)
    laatste_dag = models.DateField(null=True)
    te_laat = models.BooleanField()
    waarom_later = models.CharField(max_length=1000)
    partij_id = models.UUIDField()
    partij_naam = models.CharField(max_length=120)
    uiterlijk = models.DateField()
    uitgesloten = ArrayField(models.UUIDField())
    behandelaar_id = models.UUIDField(null=True)
    behandelaar_naam = models.CharField(max_length=200)
    uitkomst = models.CharField(max_length=20)
    toelichting = models.TextField()
    afgehandeld_op = models.DateField(null=True)
    genoteerd_door = models.CharField(max_length=200)
    genoteerd_op = models.DateTimeField()

    class Meta:
        db_table = "rechtsbescherming_zaak"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("deel_id")), name="zaak_is_eigen_deel"
            ),
            models.CheckConstraint(
                condition=models.Q(toestand__in=("ontvangen", "ingetrokken"))
                | models.Q(behandelaar_id__isnull=False),
                name="zaak_heeft_behandelaar",
            ),
        ]
