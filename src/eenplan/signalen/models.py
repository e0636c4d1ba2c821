"""A signal: a line that says where and by when, and apart from it what was seen. Both are gone after their last day."""

from __future__ import annotations

from django.db import models

from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Signaal(models.Model):
    """The line on the list of the one party that looks at it. No name, no person: there is no file."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    partij_id = models.UUIDField()
    partij_naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=10)
    gebied = models.CharField(max_length=60)
    plek = models.CharField(max_length=120)
    geinformeerd = models.CharField(max_length=12)
    toestand = models.CharField(max_length=10)
    gezien_op = models.DateField()
    kijken_op = models.DateField()
    verloopt_op = models.DateField()
    door = models.CharField(max_length=240)

    class Meta:
        db_table = "signalen_signaal"
        indexes = [models.Index(fields=["partij_id", "kijken_op"], name="signaal_partij")]


class Inhoud(models.Model):
    """What was seen, about whom, and why they do not know; encrypted, in a deel about nobody."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    signaal = models.ForeignKey(Signaal, models.PROTECT, related_name="+")
    wie_versleuteld = models.BinaryField()
    tekst_versleuteld = models.BinaryField()
    reden_versleuteld = models.BinaryField()
    verloopt_op = models.DateField()

    class Meta:
        db_table = "signalen_inhoud"
